// Small comforts: copy, print, the focus on what went wrong, counting characters, one click is enough.
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  all("#errors", (summary) => summary.focus());

  all("[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  all("[data-copy]", (button) => {
    const code = document.getElementById(button.dataset.copy);
    const words = button.querySelector("[role=status]");
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent.trim());
      words.textContent = button.dataset.copied;
    });
  });

  all("textarea[data-max]", (area) => {
    const line = document.createElement("p");
    line.className = "count";
    area.after(line);
    const count = () => {
      const left = Number(area.dataset.max) - area.value.replace(/\n/g, "\r\n").length;
      const near = left < 100;
      line.classList.toggle("over", left < 0);
      if (near) line.setAttribute("aria-live", "polite");
      else line.removeAttribute("aria-live");
      line.textContent = area.value ? area.dataset[left < 0 ? "over" : "left"].replace("{count}", Math.abs(left)) : "";
    };
    area.addEventListener("input", count);
    count();
  });

  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sent.has(event.target)) return void event.preventDefault();
    const words = event.submitter && event.submitter.dataset.busy;
    if (!words) return;
    sent.add(event.target);
    event.submitter.setAttribute("aria-disabled", "true");
    event.submitter.lastChild.textContent = words;
    addEventListener("pageshow", (back) => back.persisted && location.reload());
  });
})();
