// One answer of a form: its fields, sent to the server, and the line that says what became of it.

export const say = (form, words, href) => {
  const line = form.querySelector(".saved");
  line.textContent = words;
  if (!href?.startsWith("/")) return;
  line.replaceChildren(Object.assign(document.createElement("a"), { href, textContent: words }));
};

export const fieldsOf = (form, id) => {
  const fields = form.querySelectorAll(`[data-question="${id}"] :is(:checked, textarea)`);
  if (!fields.length) return [[`q_${id}`, ""]]; // nothing chosen: said, not left out
  return Array.from(fields, ({ name, value }) => [name, value]);
};

export const ask = async (form, id, isLast) => {
  const known = ["csrf_token", "seen", "page"].map((name) => [name, form.elements[name].value]);
  const reply = await fetch(form.dataset.autosave, {
    method: "POST", body: new URLSearchParams([["question", id], ...known, ...fieldsOf(form, id)]),
    headers: { Accept: "application/json" }, keepalive: isLast, signal: AbortSignal.timeout(15000),
  });
  const again = Number(reply.headers.get("Retry-After")) * 1000; // milliseconds, or 0
  return { status: reply.status, again, told: await reply.json().catch(() => ({})) };
};
