// The drawer "Narrow": a list of values for each filter, ticked to narrow to them; units by name, confidence by a slider.

import { make } from "../dom.js";
import { facetsOf } from "../model/facets.js";
import { filterWord, flipped } from "../model/filter_words.js";
import { t } from "../words.js";
import { makeUnitPicker } from "./unit_picker.js";

/** So many values of a filter are listed until the reader asks for all. */
const AT_FIRST = 12;

export function makeFiltersBox(store, model, { actions, search }) {
  const drawer = document.getElementById("narrow");
  const opener = document.getElementById("open-narrow");
  const units = makeUnitPicker(store, model, { actions, search });
  const fold = () => {
    store.update({ drawer: false });
    opener.focus();
  };
  opener.addEventListener("click", () => {
    store.update(({ drawer: open }) => ({ drawer: !open }));
    if (store.state.drawer) drawer.querySelector("h2").focus();
  });
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    fold();
  });

  let parts = [];

  /** Made when the drawer first opens, and again in another language. */
  function build() {
    const facets = facetsOf(model).map(facetPart);
    parts = [unitPart(), ...facets, confidencePart()];
    const closer = make("button", { type: "button", class: "close", "aria-label": t("filter.close"), click: fold }, "×");
    drawer.replaceChildren(
      make("h2", { tabindex: "-1" }, t("filter.narrow")), closer,
      make("p", { class: "hint" }, t("filter.hint")), ...parts.map(({ element }) => element));
  }

  function section(label, open, ...content) {
    const badge = make("span", { class: "count" });
    return { badge, element: make("details", { class: "facet", open }, make("summary", {}, label, badge), ...content) };
  }

  /** A list of values to tick. */
  function facetPart({ name, group, values }, place) {
    const label = t(group ? `filter.${name}_${group}` : `filter.${name}`);
    const list = make("ul");
    const rows = values.map(({ value, count }) => {
      const box = make("input", { type: "checkbox", change: () => actions.filter(name, flipped(store.state.filters[name], value)) });
      return { value, box, element: make("li", {}, make("label", {}, box, make("span", {}, filterWord(model, name, value)), make("span", { class: "count" }, count.toLocaleString(store.state.lang)))) };
    });
    list.append(...rows.slice(0, AT_FIRST).map(({ element }) => element));
    const more = rows.length > AT_FIRST && make("button", { type: "button", class: "more", click: showAll }, t("filter.all_values", { n: rows.length }));
    const { badge, element } = section(label, place === 0, make("div", { role: "group", "aria-label": label }, list), more || null);

    function showAll() {
      list.append(...rows.slice(AT_FIRST).map((row) => row.element));
      more.remove();
      rows[AT_FIRST].box.focus();
    }

    return {
      element,
      follow({ filters }) {
        const chosen = filters[name] ?? [];
        for (const { value, box } of rows) box.checked = chosen.includes(value);
        follow(element, badge, rows.filter(({ box }) => box.checked).length);
      },
    };
  }

  function unitPart() {
    const { badge, element } = section(t("filter.unit_below"), true, units.build());
    return { element, follow: ({ filters }) => follow(element, badge, filters.unit?.length ?? 0) };
  }

  function confidencePart() {
    const label = t("filter.confidence");
    const told = make("output", {});
    const slider = make("input", { type: "range", min: 0, max: 100, step: 5, "aria-label": label, input: () => actions.slide("confidence", Number(slider.value) || null) });
    slider.addEventListener("change", actions.slid);
    const { badge, element } = section(label, false, make("div", { class: "slider" }, slider, told));
    return {
      element,
      follow({ filters }) {
        const least = filters.confidence ?? 0;
        slider.value = least;
        told.textContent = least ? t("filter.at_least", { confidence: (least / 100).toFixed(2) }) : t("filter.any");
        slider.setAttribute("aria-valuetext", told.textContent);
        follow(element, badge, least ? 1 : 0);
      },
    };
  }

  /** A section with something chosen says how many, and opens. */
  function follow(element, badge, chosen) {
    badge.textContent = chosen ? String(chosen) : "";
    if (chosen) element.open = true;
  }

  let built = null;
  store.watch(["filters", "lang", "drawer"], (state) => {
    drawer.hidden = !state.drawer;
    drawer.setAttribute("aria-label", t("filter.narrow"));
    opener.setAttribute("aria-expanded", String(state.drawer));
    const chosen = Object.keys(state.filters).length;
    opener.textContent = chosen ? t("filter.narrow_by", { n: chosen }) : t("filter.narrow");
    if (!state.drawer) return;
    if (built !== state.lang) build();
    built = state.lang;
    for (const part of parts) part.follow(state);
  });
}
