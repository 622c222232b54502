// Keeps each answer on the way: one request at a time, again when it failed, and the words from the form itself.
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const line = form.querySelector(".saved");
  const unsaved = new Set(); // ids of questions whose answer the server may not have
  let underway = null; // the promise of the one request
  let typing = 0;
  let again = 0;
  let wait = 1000; // milliseconds until the next try
  let stopped = false; // the server refused: only a new page helps
  let leaving = false; // the form itself is on its way and takes everything along

  const say = (words, href) => {
    line.textContent = words;
    if (!href || !href.startsWith("/")) return;
    const link = document.createElement("a");
    link.href = href;
    link.textContent = words;
    line.replaceChildren(link);
  };

  const body = (id) => {
    const sent = new URLSearchParams({ question: id });
    for (const name of ["csrf_token", "seen"]) {
      if (form.elements[name]) sent.set(name, form.elements[name].value);
    }
    const fields = form.querySelectorAll(`[data-question="${CSS.escape(id)}"] :is(:checked, textarea)`);
    for (const field of fields) if (field.name) sent.append(field.name, field.value);
    return sent;
  };

  const post = async (id) => {
    const reply = await fetch(form.dataset.autosave, { method: "POST", body: body(id), keepalive: true, headers: { Accept: "application/json" } });
    const told = await reply.json().catch(() => ({}));
    if (reply.ok) {
      if (told.seen !== undefined) form.elements.seen.value = told.seen;
      wait = 1000;
      return say(unsaved.size ? form.dataset.saving : told.saved || "");
    }
    if (reply.status >= 500 || reply.status === 429 || reply.status === 408) throw new Error(reply.status);
    unsaved.add(id);
    stopped = true;
    return say(told.message || form.dataset.refused, told.href);
  };

  const save = async () => {
    clearTimeout(again);
    if (underway || stopped || leaving || !unsaved.size) return;
    const [id] = unsaved;
    unsaved.delete(id);
    underway = post(id);
    const kept = await underway.then(() => true, () => false);
    underway = null;
    if (kept) return save();
    unsaved.add(id);
    say(form.dataset.unsaved);
    again = setTimeout(save, wait);
    wait = Math.min(wait * 2, 60000);
  };

  const change = (event, pause) => {
    const question = event.target.closest("[data-question]");
    if (!question) return;
    unsaved.add(question.dataset.question);
    clearTimeout(typing);
    typing = setTimeout(save, pause);
  };

  form.addEventListener("input", (event) => change(event, event.target.matches("textarea") ? 1200 : 0));
  form.addEventListener("focusout", save);
  addEventListener("online", save);
  document.addEventListener("visibilitychange", save);

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=clear]");
    if (!button || stopped) return;
    event.preventDefault();
    for (const field of button.closest("[data-question]").querySelectorAll(":checked")) field.checked = false;
    button.closest("[data-question]").querySelector("input").focus();
    change(event, 0);
  });

  form.addEventListener("submit", (event) => {
    leaving = true;
    if (!underway) return;
    event.preventDefault(); // first let the request come back: its `seen` is the one to send
    const button = event.submitter;
    underway.catch(() => {}).then(() => setTimeout(() => form.requestSubmit(button), 0));
  });

  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => {
    if (!leaving && (unsaved.size || underway)) event.preventDefault();
  });
})();
