// The row of tabs: one a way to look at the graph. Arrows move between tabs, as screen readers expect of them.

import { make } from "../dom.js";
import { MODES } from "../model/state.js";
import { t } from "../words.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -MODES.length, End: MODES.length };

/** Shows the element `view-<mode>` of state.mode and hides the others. */
export function makeModes(store) {
  const view = (mode) => document.getElementById(`view-${mode}`);
  const tabs = MODES.map((mode) => make("button", {
    type: "button", role: "tab", id: `mode-${mode}`, "aria-controls": `view-${mode}`, click: () => store.update({ mode }),
  }));
  const row = document.getElementById("modes");
  row.append(...tabs);

  row.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const place = MODES.indexOf(store.state.mode);
    const next = Math.abs(step) > 1 ? (step < 0 ? 0 : MODES.length - 1) : (place + step + MODES.length) % MODES.length;
    store.update({ mode: MODES[next] });
    tabs[next].focus();
  });

  store.watch(["mode", "lang"], ({ mode }) => {
    MODES.forEach((one, place) => {
      const chosen = one === mode;
      tabs[place].textContent = t(`mode.${one}`);
      tabs[place].setAttribute("aria-selected", String(chosen));
      tabs[place].tabIndex = chosen ? 0 : -1;
      view(one).classList.toggle("chosen", chosen);
      if (chosen) tabs[place].scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  });
}
