// Light or dark: as the system has it, until the reader chooses. The palette itself is in css/base.css alone.

import { make } from "../dom.js";
import { t } from "../words.js";
import { icon } from "./icons.js";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const NAMES = ["ground", "sunk", "raised", "rule", "ink", "quiet", "line", "accent", "link", "person", "unit", "event", "place", "bubble"];

const isDark = (theme) => (theme === "auto" ? prefersDark.matches : theme === "dark");

/** What the button does next: first the other look, so that every press is seen, and in the end the system's again. */
const next = (theme) => {
  const other = prefersDark.matches ? "light" : "dark";
  if (theme === "auto") return other;
  return theme === other ? (other === "dark" ? "light" : "dark") : "auto";
};

/**
 * button: goes through the choices. colours(): the palette in use, for what is drawn on a canvas;
 * changed(listener): call it when the palette has changed.
 */
export function makeTheme(store) {
  const listeners = [];
  const button = make("button", { type: "button", id: "theme", click: () => store.update(({ theme }) => ({ theme: next(theme) })) });
  let palette = null;

  function apply({ theme }) {
    document.documentElement.dataset.theme = isDark(theme) ? "dark" : "light";
    palette = null;
    for (const listener of listeners) listener();
  }

  function colours() {
    if (!palette) {
      const style = getComputedStyle(document.documentElement);
      palette = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    }
    return palette;
  }

  store.watch(["theme"], apply);
  store.watch(["theme", "lang"], ({ theme }) => {
    const name = t("theme.button", { now: t(`theme.${theme}`) });
    button.replaceChildren(icon(theme));
    button.setAttribute("aria-label", name);
    button.title = name;
  });
  prefersDark.addEventListener("change", () => apply(store.state));
  return { button, colours, changed: (listener) => listeners.push(listener) };
}
