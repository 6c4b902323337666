// Filters that fit what is typed into the search box: a rank, a type of event, a role, a publisher, a year, a unit.

import { fold } from "../text.js";
import { facetsOf } from "./facets.js";
import { filterWord } from "./filter_words.js";
import { subUnits } from "./scope.js";

/** suggest(typed, nodes, most): [{name, value, word, count}], where `nodes` are what the search has found, best first. */
export function makeSuggest(model) {
  return function suggest(typed, nodes, most = 3) {
    const words = fold(typed).split(" ").filter(Boolean);
    if (!words.length) return [];
    return [...years(words), ...units(nodes.slice(0, 1)), ...values(words)].slice(0, most);
  };

  function years([year, ...more]) {
    return /^\d{4}$/.test(year) && !more.length ? [{ name: "when", value: [year, year], word: year, count: null }] : [];
  }

  /** The unit found, if it has units below it. */
  function units(found) {
    return found.filter((node) => model.nodes.kind(node) === "unit")
      .map((node) => ({ name: "unit", value: [node], word: model.nodes.name(node), count: subUnits(model, [node]).reduce((sum, one) => sum + one, -1) }))
      .filter(({ count }) => count > 0);
  }

  /** Values of the lists with a word that begins with each word typed; one letter is not enough. */
  function values(words) {
    if (words.join("").length < 2) return [];
    return facetsOf(model).flatMap(({ name, values: all }) => all
      .map(({ value, count }) => ({ name, value: [value], word: filterWord(model, name, value), count }))
      .filter(({ word }) => words.every((typed) => ` ${fold(word)}`.includes(` ${typed}`))));
  }
}
