// The buttons at the top right, in the order of the Tab key.

import { make } from "../dom.js";
import { t } from "../words.js";
import { icon } from "./icons.js";

/** menus: buttons that others made, put behind the first ones; theme, help: likewise, around the language. */
export function makeTools(store, { fit, menus, theme, help }) {
  const button = (id, content, click) => make("button", { type: "button", id, click }, ...content);
  const undo = button("undo", [icon("undo")], store.undo);
  const redo = button("redo", [icon("redo")], store.redo);
  const whole = button("fit", [icon("fit"), make("span", { class: "text", "data-t": "page.fit" })], fit);
  const language = button("language", [], () => store.update(({ lang }) => ({ lang: lang === "en" ? "vi" : "en" })));
  document.getElementById("tools").append(undo, redo, whole, ...menus, theme, language, help);

  store.watch(store.names, () => {
    undo.disabled = !store.canUndo();
    redo.disabled = !store.canRedo();
  });
  store.watch(["lang"], ({ lang }) => {
    for (const [element, key] of [[undo, "page.undo"], [redo, "page.redo"], [whole, "page.fit"]]) {
      element.title = t(key);
      element.setAttribute("aria-label", t(key));
    }
    language.textContent = t("page.language");
    language.lang = lang === "en" ? "vi" : "en";
  });
}
