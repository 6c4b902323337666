// Light or dark: as the system has it, until the reader chooses. The palette itself is in css/base.css alone.

import { make } from "../dom.js";
import { t } from "../words.js";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const NAMES = ["ground", "ink", "quiet", "line", "accent", "person", "unit", "event", "place", "bubble"];

const isDark = (theme) => (theme === "auto" ? prefersDark.matches : theme === "dark");

/**
 * A button that switches. colours(): the palette in use, for what is drawn on a canvas;
 * changed(listener): call it when the palette has changed.
 */
export function makeTheme(store) {
  const listeners = [];
  const style = () => getComputedStyle(document.documentElement);
  const apply = ({ theme }) => {
    document.documentElement.dataset.theme = isDark(theme) ? "dark" : "light";
    for (const listener of listeners) listener();
  };
  const flip = () => store.update(({ theme }) => ({ theme: isDark(theme) ? "light" : "dark" }));
  const button = make("button", { type: "button", id: "theme", click: flip }, "◐");
  document.getElementById("tools").append(button);
  store.watch(["theme"], apply);
  store.watch(["lang"], () => {
    button.setAttribute("aria-label", t("page.theme"));
    button.title = t("page.theme");
  });
  prefersDark.addEventListener("change", () => apply(store.state));
  return {
    colours: () => Object.fromEntries(NAMES.map((name) => [name, style().getPropertyValue(`--${name}`).trim()])),
    changed: (listener) => listeners.push(listener),
  };
}
