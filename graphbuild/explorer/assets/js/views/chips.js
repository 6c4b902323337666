// The row of chips: every filter in force, each taken back alone by a click, and how much is shown of how much.

import { make } from "../dom.js";
import { chipsOf } from "../model/filter_words.js";
import { listed } from "../text.js";
import { t } from "../words.js";

export function makeChips(store, model, { actions, shown, back }) {
  const row = document.getElementById("chips");
  const counts = document.getElementById("counts");

  store.watch(["filters", "lang"], ({ filters }) => {
    const { nodeCount, edgeCount } = shown(filters);
    const chips = chipsOf(model, filters);
    const { nodes, edges, articles } = model;
    counts.textContent = listed(chips.length
      ? [t("count.names_of", { shown: nodeCount, n: nodes.count }), t("count.facts_of", { shown: edgeCount, n: edges.factCount })]
      : [t("count.names", { n: nodes.count }), t("count.facts", { n: edges.factCount }), t("count.articles", { n: articles.count })]);
    const inside = [...row.querySelectorAll("button")].indexOf(document.activeElement);
    row.hidden = !chips.length;
    row.setAttribute("aria-label", t("filter.in_force"));
    row.replaceChildren(
      make("span", { class: "shown" }, t("count.names_of", { shown: nodeCount, n: nodes.count })),
      make("ul", {}, ...chips.map((chip) => make("li", {}, chipButton(chip)))),
      make("button", { type: "button", class: "clear", click: () => actions.filters({}) }, t("filter.clear")));
    // The focus stays in the row: on the chip that moved up, or where it came from when all are gone.
    if (inside >= 0) (chips.length ? row.querySelectorAll("button")[Math.min(inside, chips.length - 1)] : back).focus();
  });

  function chipButton({ text, filters }) {
    const label = t("filter.take_back", { filter: text });
    return make("button", { type: "button", class: "chip", "aria-label": label, title: label, click: () => actions.filters(filters) },
      text, make("span", { class: "cross", "aria-hidden": "true" }, "×"));
  }
}
