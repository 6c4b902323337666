// The words of the template itself: data-t names the text of an element, data-t-label and data-t-hint its label and hint.

import { t } from "../words.js";

export function makeStaticWords(store) {
  store.watch(["lang"], ({ lang }) => {
    document.documentElement.lang = lang;
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
    for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
    for (const element of document.querySelectorAll("[data-t-hint]")) element.setAttribute("placeholder", t(element.dataset.tHint));
  });
}
