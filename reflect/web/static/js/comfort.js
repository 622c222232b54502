// Small comforts: copy, print, keep as a file, the focus on what went wrong, counting characters, one click is enough.
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  all("#errors", (summary) => summary.focus());

  all("[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  all("[data-copy]", (button) => {
    const code = document.getElementById(button.dataset.copy);
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent.trim());
      button.querySelector("span").textContent = button.dataset.copied;
      button.nextElementSibling.textContent = button.dataset.copied;
    });
  });

  all("[data-save]", (button) => {
    const { save, name } = button.dataset;
    button.hidden = false;
    button.addEventListener("click", () => {
      const words = `${document.getElementById(save).textContent.trim()}\n`;
      const href = URL.createObjectURL(new Blob([words], { type: "text/plain" }));
      Object.assign(document.createElement("a"), { href, download: name }).click();
    });
  });

  all("textarea[data-max]", (area) => {
    const line = document.createElement("p");
    line.className = "count";
    area.after(line);
    const count = () => {
      const left = Number(area.dataset.max) - [...area.value.trim()].length;
      const words = area.dataset[left < 0 ? "over" : "left"];
      line.classList.toggle("over", left < 0);
      line.setAttribute("aria-live", left < 100 ? "polite" : "off"); // not at every letter
      line.textContent = area.value && words.replace("{count}", Math.abs(left));
    };
    area.addEventListener("input", count);
    count();
  });

  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (event.defaultPrevented) return;
    if (sent.has(target)) return void event.preventDefault();
    if (!submitter?.dataset.busy) return;
    const words = submitter.querySelector("span");
    const before = words.textContent;
    sent.add(target);
    submitter.setAttribute("aria-disabled", "true");
    words.textContent = submitter.dataset.busy;
    setTimeout(() => { // a file came instead of a page, or nothing did: let it be tried again
      sent.delete(target);
      submitter.removeAttribute("aria-disabled");
      words.textContent = before;
    }, 10000);
  });
})();
