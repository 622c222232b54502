// What the server does not have yet, sealed on this device: only pages of its owner are given the key.
const TERM = 7; // days until it goes, whatever came of it
const PATIENCE = 1000; // milliseconds that a page which just went away may take to be gone
const SECRET = "AES-GCM";
const words = new TextEncoder();
const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join(""));
const day = (ahead) => new Date(Date.now() + ahead * 864e5).toISOString().slice(0, 10);

export class Unsent {
  // The store of one response; null where a browser has no WebCrypto, no locks or no storage for us.
  static async of(element) {
    const { key, response } = element.dataset;
    element.removeAttribute("data-key"); // from here on it can be used, and not be read
    if (!key || !globalThis.crypto?.subtle || !navigator.locks) return null;
    try {
      const opened = await crypto.subtle.importKey("raw", bytes(key), SECRET, false, ["encrypt", "decrypt"]);
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith("unsent ") && localStorage[name].slice(0, 10) < day(0)) localStorage.removeItem(name);
      }
      return new Unsent(opened, response);
    } catch {
      return null;
    }
  }

  constructor(key, response) {
    Object.assign(this, { key, response, waiting: new Map(), writing: null, fails: false });
  }

  name(page) {
    return `unsent ${this.response} ${page}`;
  }

  // Keep what a page has not sent, or with null forget it; the newest of what waits is written.
  write(page, contents) {
    this.waiting.set(page, contents);
    this.writing ??= this.settle().finally(() => { this.writing = null; });
    return this.writing;
  }

  async settle() {
    for (const [page, contents] of this.waiting) {
      this.waiting.delete(page);
      const sealed = contents && await this.seal(this.name(page), contents);
      if (this.waiting.has(page)) continue; // newer already
      try {
        if (sealed) localStorage.setItem(this.name(page), sealed);
        else localStorage.removeItem(this.name(page));
        this.fails = false;
      } catch {
        this.fails = true; // no room: then it stands on the page alone
      }
    }
  }

  async seal(name, contents) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bound = { name: SECRET, iv, additionalData: words.encode(name) };
    const sealed = await crypto.subtle.encrypt(bound, this.key, words.encode(JSON.stringify(contents)));
    return `${day(TERM)} ${text(iv)} ${text(sealed)}`;
  }

  // What a page left behind; null when there is nothing, or nothing that this key opens.
  async read(page) {
    const name = this.name(page);
    const [, iv, sealed] = (localStorage.getItem(name) || "").split(" ");
    if (!sealed) return null;
    try {
      const bound = { name: SECRET, iv: bytes(iv), additionalData: words.encode(name) };
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(bound, this.key, bytes(sealed))));
    } catch {
      return null;
    }
  }

  // Be the one who writes for a page, until this document ends; false while another one is.
  hold(page) {
    return new Promise((told) => {
      const held = () => { told(true); return new Promise(() => {}); };
      const signal = AbortSignal.timeout(PATIENCE);
      navigator.locks.request(this.name(page), { signal }, held).catch(() => told(false));
    });
  }

  // What pages left behind that are gone, but for these, the newest first; from now on it is ours.
  async left(known) {
    const start = this.name("");
    const names = Object.keys(localStorage).filter((name) => name.startsWith(start));
    const pages = names.map((name) => name.slice(start.length)).filter((page) => !known.includes(page));
    const whole = await Promise.all(pages.map((page) => this.read(page)));
    const readable = pages.map((page, at) => ({ page, ...whole[at] })).filter((one) => one.fields);
    const ours = await Promise.all(readable.map(({ page }) => this.hold(page)));
    return readable.filter((_, at) => ours[at]).sort((one, other) => other.at - one.at);
  }
}
