// The help sheet: what can be done, and with which keys.

import { make } from "../dom.js";
import { t } from "../words.js";

/** Keys and the word for what they do, in tables under a heading. */
const KEYS = {
  everywhere: [
    [["/"], "search"], [["?"], "help"], [["Tab"], "tab"], [["Esc"], "escape"],
    [["Ctrl", "Z"], "undo"], [["Ctrl", "Shift", "Z"], "redo"],
  ],
  drawing: [
    [["←", "→", "↑", "↓"], "walk"], [["Enter"], "open"], [["P"], "pin"], [["H"], "hide"],
    [["+", "−"], "zoom"], [["0"], "fit"], [["Shift", "←"], "pan"],
  ],
};
const HANDS = ["click", "line", "drag", "wheel"];

/** open(): show the sheet; button: opens it. */
export function makeHelp(store) {
  const title = make("h2", { id: "help-title", tabindex: "-1" });
  const sheet = make("dialog", { id: "help-sheet", "aria-labelledby": "help-title" });
  const button = make("button", { type: "button", id: "help", "aria-haspopup": "dialog", click: () => open() }, "?");
  document.body.append(sheet);
  // A click on the dialog itself is one beside its content.
  sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
  // Else the Escape that closes the sheet would close the panel as well.
  sheet.addEventListener("keydown", (event) => { if (event.key === "Escape") event.stopPropagation(); });

  const keysOf = (keys) => keys.flatMap((key, place) => [place ? " " : "", make("kbd", {}, key)]);
  const table = (name) => make("section", {},
    make("h3", {}, t(`help.${name}`)),
    make("dl", {}, ...KEYS[name].flatMap(([keys, what]) => [make("dt", {}, ...keysOf(keys)), make("dd", {}, t(`help.${what}`))])));

  store.watch(["lang"], () => {
    title.textContent = t("help.title");
    button.title = t("help.title");
    button.setAttribute("aria-label", t("help.title"));
    sheet.replaceChildren(make("div", { class: "sheet" },
      make("button", { type: "button", class: "close", "aria-label": t("help.close"), click: () => sheet.close() }, "×"),
      title,
      make("div", { class: "columns" }, ...Object.keys(KEYS).map(table),
        make("section", {}, make("h3", {}, t("help.hands")), make("ul", {}, ...HANDS.map((what) => make("li", {}, t(`help.${what}`)))))),
      make("p", { class: "note" }, t("help.note"))));
  });

  function open() {
    if (!sheet.open) sheet.showModal();
    title.focus();
  }
  return { open, button };
}
