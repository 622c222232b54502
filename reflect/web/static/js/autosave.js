// Keeps each answer on the way, and what could not be sent yet on this device, sealed.
import { Queue } from "./queue.js";
import { comeBack } from "./recovering.js";
import { Unsent } from "./unsent.js";

const form = document.querySelector("form[data-autosave]");
const queue = new Queue(form);
let sure = false; // whether the form goes, whatever is unsaved
let tried = false; // whether it tried to go before, in vain

form.addEventListener("input", ({ target }) => {
  const question = target.closest("[data-question]");
  if (question) queue.change(question.dataset.question, target.matches("textarea") ? 1200 : 0);
});
for (const event of ["online", "pagehide", "visibilitychange", "focusout"]) {
  addEventListener(event, () => queue.save(document.hidden || event === "pagehide")); // hidden comes after pagehide
}

form.addEventListener("click", (event) => {
  const question = event.target.closest("button[name=clear]")?.closest("[data-question]");
  if (!question || queue.stopped) return;
  event.preventDefault();
  for (const field of question.querySelectorAll(":checked")) field.checked = false;
  question.querySelector("input").focus();
  queue.change(question.dataset.question, 0);
});

// First each answer by itself: what the server said it has need not stay on this device.
form.addEventListener("submit", async (event) => {
  if (sure || (!queue.leaving && (queue.stopped || !queue.isWaiting))) return void (queue.leaving = true);
  event.preventDefault();
  if (queue.leaving) return;
  queue.leaving = true;
  sure = await queue.flush() || queue.reached || (tried && navigator.onLine);
  tried = true;
  if (sure) form.requestSubmit(event.submitter);
  else queue.leaving = false; // a page that cannot be reached would only take the text away
});
addEventListener("pageshow", () => { queue.leaving = sure = false; });
addEventListener("beforeunload", (event) => {
  if (!queue.leaving && queue.isWaiting) event.preventDefault();
});

Unsent.of(form).then(async (store) => {
  if (!store) return;
  for (const id of await comeBack(form, store)) {
    queue.unsaved.add(id);
    queue.refused.add(id);
  }
  queue.store = store;
  queue.note();
  const { after } = form.dataset;
  if (after !== form.elements.page.value) store.write(after, null);
});
