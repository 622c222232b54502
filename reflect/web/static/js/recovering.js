// What pages that are gone left behind unsent: back on its own page, or sent from where its owner is.

// Fill a question in again, as if it were typed: whatever listens does its work.
const put = (form, id, fields) => {
  const all = [...form.querySelectorAll(`[data-question="${CSS.escape(id)}"] :is(input, textarea)`)];
  for (const one of all) {
    const values = fields.filter(([name]) => name === one.name).map(([, value]) => value);
    if (one.matches("textarea")) one.value = values[0] ?? "";
    else one.checked = values.includes(one.value);
  }
  all[0]?.dispatchEvent(new Event("input", { bubbles: true }));
};

// Send it to the server, which merges it by what its page had seen; how many answers were kept.
export const sendLeft = async (store, left, address, token) => {
  let kept = 0;
  for (const { page, ...contents } of left) {
    for (const [question, fields] of Object.entries(contents.fields)) {
      const told = [["question", question], ["seen", contents.seen], ["page", page], ["csrf_token", token]];
      const body = new URLSearchParams([...told, ...fields]);
      const reply = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
      if (!reply?.ok) continue; // it waits for its own page, where its owner can choose
      delete contents.fields[question];
      kept += 1;
      await store.write(page, Object.keys(contents.fields).length ? contents : null);
    }
  }
  return kept;
};

// What was sent and drawn again stands on the page already: these ids. Else the newest comes back.
export const comeBack = async (form, store) => {
  const { section, after, autosave } = form.dataset;
  const { page, seen, csrf_token: token } = form.elements;
  const drawn = await store.read(page.value) || await store.read(after);
  store.hold(page.value);
  const left = await store.left([page.value, after]);
  const newest = drawn ? null : left.find((one) => one.section === section);
  sendLeft(store, left.filter((one) => one.section !== section), autosave, token.value);
  if (newest) {
    [page.value, seen.value] = [newest.page, newest.seen];
    for (const [id, fields] of Object.entries(newest.fields)) put(form, id, fields);
    form.querySelector("[data-back]").hidden = false;
  }
  const ids = Object.keys(drawn?.fields ?? {});
  return ids.filter((id) => form.querySelector(`[data-question="${CSS.escape(id)}"]`));
};
