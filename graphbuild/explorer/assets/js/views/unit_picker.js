// Choosing the units of the unit filter by name: a box with suggestions, Enter takes the marked one.

import { make } from "../dom.js";
import { subline } from "../model/describe.js";
import { flipped } from "../model/filter_words.js";
import { t } from "../words.js";
import { makeListKeys } from "./list_keys.js";

const MOST = 8;

/** build(): the box in the language of now. */
export function makeUnitPicker(store, model, { actions, search }) {
  const find = (typed) => search.find(typed, MOST, (node) => model.nodes.kind(node) === "unit");

  function build() {
    const list = make("ul", { id: "unit-options", role: "listbox", "aria-label": t("filter.unit_below"), hidden: true });
    const box = make("input", {
      id: "unit-box", type: "text", role: "combobox", "aria-label": t("filter.unit_box"), placeholder: t("filter.unit_box"),
      "aria-expanded": "false", "aria-controls": "unit-options", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    });
    const keys = makeListKeys(box, list, (place) => {
      const unit = found[place];
      box.value = "";
      actions.filter("unit", flipped(store.state.filters.unit, unit));
    });
    let found = [];
    box.addEventListener("input", () => {
      found = box.value.trim() ? find(box.value) : [];
      keys.show(found.map((node) => [
        make("span", { class: "name" }, model.nodes.name(node)), make("span", { class: "sub" }, subline(model, node)),
      ]), box.value.trim() ? t("search.none") : "");
    });
    return make("div", { class: "unit-picker" }, box, list);
  }

  return { build };
}
