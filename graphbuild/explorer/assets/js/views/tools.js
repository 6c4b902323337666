// The buttons at the top: undo and redo, the whole view, the language.

import { make } from "../dom.js";
import { t } from "../words.js";

export function makeTools(store, { fit }) {
  const button = (id, text, click) => make("button", { type: "button", id, click }, text);
  const undo = button("undo", "↶", store.undo);
  const redo = button("redo", "↷", store.redo);
  const whole = button("fit", "", fit);
  const language = button("language", "", () => store.update(({ lang }) => ({ lang: lang === "en" ? "vi" : "en" })));
  document.getElementById("tools").append(undo, redo, whole, language);

  store.watch(store.names, () => {
    undo.disabled = !store.canUndo();
    redo.disabled = !store.canRedo();
  });
  store.watch(["lang"], ({ lang }) => {
    for (const [element, key] of [[undo, "page.undo"], [redo, "page.redo"]]) {
      element.title = t(key);
      element.setAttribute("aria-label", t(key));
    }
    whole.textContent = t("page.fit");
    language.textContent = t("page.language");
    language.lang = lang === "en" ? "vi" : "en";
  });
}
