// Keeps each answer on the way: one request at a time, again when it failed, in the form's words.
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const line = form.querySelector(".saved");
  const unsaved = new Set(); // ids of questions whose answer the server may not have
  const refused = new Set(); // those of them that wait for another answer
  let underway = null; // the promise of the one request
  let typing, again; // timers
  let wait = 1000; // milliseconds until the next try
  let stopped = false; // the server takes no more: only another page helps
  let leaving = false; // the form itself is on its way and takes everything along

  const say = (words, href) => {
    line.textContent = words;
    if (!href?.startsWith("/")) return;
    line.replaceChildren(Object.assign(document.createElement("a"), { href, textContent: words }));
  };

  const body = (id) => {
    const sent = new URLSearchParams({ question: id });
    for (const name of ["csrf_token", "seen", "page"]) sent.set(name, form.elements[name].value);
    const fields = form.querySelectorAll(`[data-question="${id}"] :is(:checked, textarea)`);
    for (const field of fields) sent.append(field.name, field.value);
    if (!fields.length) sent.set(`q_${id}`, ""); // nothing chosen: said, not left out
    return sent;
  };

  const post = async (id, isLast) => {
    const reply = await fetch(form.dataset.autosave, {
      method: "POST", body: body(id), headers: { Accept: "application/json" },
      keepalive: isLast, signal: AbortSignal.timeout(15000),
    });
    const told = await reply.json().catch(() => ({}));
    if (reply.status >= 500 || reply.status === 429) throw new Error(reply.status);
    wait = 1000;
    if (reply.ok) return say(unsaved.size > refused.size ? form.dataset.saving : told.saved);
    unsaved.add(id);
    refused.add(id);
    stopped = [401, 403, 409].includes(reply.status);
    return say(told.message || form.dataset.refused, told.href);
  };

  const save = async (event) => {
    const id = [...unsaved].find((one) => !refused.has(one));
    if (underway || stopped || leaving || !id) return;
    clearTimeout(again);
    unsaved.delete(id);
    underway = post(id, document.hidden || event?.type === "pagehide"); // hidden comes after pagehide
    const answered = await underway.then(() => true, () => false);
    underway = null;
    if (answered) return void save();
    unsaved.add(id);
    say(form.dataset.unsaved);
    again = setTimeout(save, wait);
    wait = Math.min(wait * 2, 60000);
  };

  const change = (question, pause) => {
    unsaved.add(question.dataset.question);
    refused.delete(question.dataset.question);
    clearTimeout(typing);
    typing = setTimeout(save, pause);
  };
  form.addEventListener("input", ({ target }) => {
    const question = target.closest("[data-question]");
    if (question) change(question, target.matches("textarea") ? 1200 : 0);
  });
  for (const event of ["online", "pagehide", "visibilitychange", "focusout"]) addEventListener(event, save);

  form.addEventListener("click", (event) => {
    const question = event.target.closest("button[name=clear]")?.closest("[data-question]");
    if (!question || stopped) return;
    event.preventDefault();
    for (const field of question.querySelectorAll(":checked")) field.checked = false;
    question.querySelector("input").focus();
    change(question, 0);
  });
  form.addEventListener("submit", (event) => {
    leaving = true;
    if (!underway) return;
    event.preventDefault(); // its reply says what was seen
    const go = () => setTimeout(() => form.requestSubmit(event.submitter));
    underway.then(go, go);
  });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => {
    if (!leaving && (unsaved.size || underway)) event.preventDefault();
  });
})();
