// Before a response is submitted, whatever its pages left unsent on this device is sent first.
import { sendLeft } from "./recovering.js";
import { Unsent } from "./unsent.js";

const form = document.querySelector("form[data-recover]");
const store = form && await Unsent.of(form);
const left = store ? await store.left([]) : [];
if (await sendLeft(store, left, form?.dataset.recover, form?.elements.csrf_token.value)) {
  document.querySelector("[data-back]").hidden = false;
}
