// The answers that the server may not have yet: one request at a time, again when it failed.
import { ask, fieldsOf, say } from "./answers.js";

const LONGEST = 60000; // milliseconds until the next try, at most

export class Queue {
  unsaved = new Set(); // ids of questions
  refused = new Set(); // those of them that wait for another answer
  store = null; // where they are kept on this device meanwhile, if that can be
  sending = null; // the id that is on its way
  underway = null; // the promise of the one request
  wait = 1000; // milliseconds until the next try
  reached = true; // whether the server answered last time
  stopped = false; // the server takes no more: only another page helps
  leaving = false; // the form itself is on its way and takes everything along

  constructor(form) {
    this.form = form;
  }

  get isWaiting() {
    return this.unsaved.size > 0 || this.underway !== null;
  }

  get next() {
    return this.stopped ? undefined : [...this.unsaved].find((one) => !this.refused.has(one));
  }

  change(id, pause) {
    this.unsaved.add(id);
    this.refused.delete(id);
    this.note();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.save(false), pause);
  }

  // On this device stands what is unsaved, and nothing else.
  note() {
    const ids = new Set(this.sending === null ? this.unsaved : [...this.unsaved, this.sending]);
    const fields = Object.fromEntries(Array.from(ids, (id) => [id, fieldsOf(this.form, id)]));
    const { elements: { seen, page }, dataset: { section } } = this.form;
    const whole = { section, at: Date.now(), seen: seen.value, fields };
    this.store?.write(page.value, ids.size ? whole : null);
  }

  async save(isLast) {
    const id = this.next;
    if (this.underway || this.leaving || !id) return;
    if (await this.step(id, isLast)) this.save(false);
  }

  // Every answer, so that the server's word is heard for each; false when it cannot be.
  async flush() {
    clearTimeout(this.typing);
    this.refused.clear();
    await this.underway;
    for (let id = this.next; id; id = this.next) if (!await this.step(id, false)) return false;
    return true;
  }

  step(id, isLast) {
    clearTimeout(this.again);
    this.unsaved.delete(id);
    this.sending = id;
    this.underway = this.post(id, isLast).then(() => true, (fault) => this.failed(id, fault)).finally(() => {
      this.sending = this.underway = null;
      this.note();
    });
    return this.underway;
  }

  async post(id, isLast) {
    this.reached = false;
    const { status, again, told } = await ask(this.form, id, isLast);
    this.reached = true;
    if (status >= 500 || status === 429) {
      this.wait = Math.max(this.wait, again);
      throw new Error(told.message);
    }
    this.wait = 1000;
    const { saving, refused } = this.form.dataset;
    if (status === 200) return say(this.form, this.unsaved.size > this.refused.size ? saving : told.saved);
    this.unsaved.add(id);
    this.refused.add(id);
    this.stopped = [401, 403, 409].includes(status);
    return say(this.form, told.message || refused, told.href);
  }

  failed(id, fault) {
    const { offline, unsaved } = this.form.dataset;
    this.unsaved.add(id);
    const alone = this.store && !this.store.fails ? offline : unsaved;
    say(this.form, this.reached ? fault.message || unsaved : alone);
    this.again = setTimeout(() => this.save(false), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST);
    return false;
  }
}
