// Filters in words: what a value is called, and the chips with which each is taken back.

import { has, plain, roleWord, t } from "../words.js";
import { NO_SOURCE } from "./filters.js";
import { withFilter } from "./filtering.js";

/** So many names hidden by hand have a chip each; more have one together. */
const SINGLY = 4;

/** What a value of a filter is called. */
export function filterWord(model, name, value) {
  if (name === "unit") return model.nodes.name(value);
  if (name === "relation") return has(`relation.${value}`) ? t(`relation.${value}`) : plain(value);
  if (name === "role") return has(`post_role.${value}`) ? t(`post_role.${value}`) : roleWord(value);
  if (name === "source") return value === NO_SOURCE ? t("filter.no_source") : value;
  if (name === "event") return plain(value);
  return String(value);
}

/** How a filter is told on its chips: [words, value without it] of each part that can be taken back alone. */
const PARTS = {
  without: (model, kinds) => kinds.map((kind) => [t("filter.without", { kinds: t(`kinds.${kind}`) }), but(kinds, kind)]),
  hidden: (model, nodes) => (nodes.length > SINGLY
    ? [[t("filter.hidden_some", { n: nodes.length }), null]]
    : nodes.map((node) => [t("filter.hidden", { name: model.nodes.name(node) }), but(nodes, node)])),
  found: (model, [typed]) => [[t("filter.found", { typed }), null]],
  confidence: (model, least) => [[t("filter.at_least", { confidence: (least / 100).toFixed(2) }), null]],
  when: (model, [from, to, undated]) => [
    [from === to ? from : t("panel.span", { first: from, last: to }), null],
    ...(undated ? [[t("filter.with_undated"), [from, to]]] : []),
  ],
};

/** [{name, text, filters}]: every part of the filters in force, and the filters with it taken back. */
export function chipsOf(model, filters) {
  return Object.entries(filters).flatMap(([name, value]) => {
    const parts = PARTS[name]?.(model, value) ?? value.map((one) => [
      `${t(`chip.${name}`)}: ${filterWord(model, name, one)}`, but(value, one),
    ]);
    return parts.map(([text, left]) => ({ name, text, filters: withFilter(filters, name, left) }));
  });
}

/** A list without one of its values; null where none is left. */
function but(values, one) {
  const left = values.filter((value) => value !== one);
  return left.length ? left : null;
}

/** The list of a filter with `value` put in or taken out; null where none is left. */
export const flipped = (values, value) => (values?.includes(value) ? but(values, value) : [...(values ?? []), value]);
