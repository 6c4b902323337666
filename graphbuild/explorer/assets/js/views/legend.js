// The legend: mark, name and number of every kind; a button shows or hides it.

import { kindMark, make } from "../dom.js";
import { t } from "../words.js";

const KINDS = ["person", "unit", "event", "place"];

export function makeLegend(store, model, { actions }) {
  const box = document.getElementById("legend");
  const { kinds } = model.nodes;
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  kinds.at.forEach((code) => { counts[kinds.values[code - 1]]++; });

  function flip(kind) {
    const hidden = store.state.filters.without ?? [];
    const wanted = hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind];
    actions.filter("without", wanted.length ? wanted : null);
  }

  const buttons = KINDS.filter((kind) => counts[kind]).map((kind) => {
    const [name, count] = [document.createTextNode(""), make("span", { class: "count" })];
    return { kind, name, count, button: make("button", { type: "button", "data-kind": kind, click: () => flip(kind) }, kindMark(kind), name, count) };
  });
  box.append(...buttons.map(({ button }) => button));

  store.watch(["filters", "lang"], ({ filters, lang }) => {
    for (const { kind, name, count, button } of buttons) {
      button.setAttribute("aria-pressed", String(!filters.without?.includes(kind)));
      button.title = t("page.show_or_hide");
      name.data = t(`kinds.${kind}`);
      count.textContent = counts[kind].toLocaleString(lang);
    }
  });
}
