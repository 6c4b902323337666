// The search box: suggestions while typing, arrows to move, Enter to go, Escape to close.
//
// Under the best names come filters that fit what is typed, and all names found as a list.

import { kindMark, make } from "../dom.js";
import { subline } from "../model/describe.js";
import { makeSuggest } from "../model/suggest.js";
import { fold, listed } from "../text.js";
import { t } from "../words.js";
import { makeListKeys } from "./list_keys.js";

const MOST = 6;

/** Returns the box itself, for others to focus. */
export function makeSearchBox(store, model, { search, actions }) {
  const box = document.getElementById("search");
  const list = document.getElementById("suggestions");
  const suggest = makeSuggest(model);
  let options = [];
  const keys = makeListKeys(box, list, (place) => options[place].take());

  function show() {
    const typed = box.value.trim();
    const found = search.find(typed, MOST);
    const count = found.length < MOST ? found.length : search.count(typed);
    options = [
      ...found.map(name),
      ...suggest(typed, found).map(filter),
      ...(count > 1 ? [all(typed, count, found[0])] : []),
    ];
    keys.show(options.map(({ content }) => content), fold(typed) ? t("search.none") : "");
  }

  function name(node) {
    const kind = model.nodes.kind(node);
    return {
      content: [
        kindMark(kind),
        make("span", { class: "name" }, model.nodes.name(node)),
        make("span", { class: "sub" }, listed([t(`kind.${kind}`), subline(model, node)])),
      ],
      take: () => actions.pick(node),
    };
  }

  function filter({ name: filterName, value, word, count }) {
    const sub = filterName === "unit" ? t("search.sub_units", { n: count }) : count === null ? "" : count.toLocaleString(store.state.lang);
    return {
      content: [sign("▽"), make("span", { class: "name" }, t("search.only", { filter: `${t(`chip.${filterName}`)}: ${word}` })), make("span", { class: "sub" }, sub)],
      take: () => actions.filter(filterName, value),
    };
  }

  /** All that is found: as a filter that can be taken back, in the table of the best one's kind. */
  function all(typed, count, best) {
    return {
      content: [sign("≡"), make("span", { class: "name" }, t("search.all", { n: count }))],
      take: () => store.update(({ filters }) => ({ filters: { ...filters, found: [typed] }, mode: "table", rows: model.nodes.kind(best), sort: "" })),
    };
  }

  const sign = (text) => make("span", { class: "sign", "aria-hidden": "true" }, text);

  box.addEventListener("input", show);
  // Not on focus: the panel gives it back when it closes, and the list would then lie over the page.
  box.addEventListener("click", () => box.value && show());
  return box;
}
