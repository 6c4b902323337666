// Search without accents, words in any order, over names, other forms, ranks, types and dates.

import { fold } from "../text.js";

const EXTRA = ["rank", "type", "date"];

/** find(typed, most): nodes whose names hold every typed word as the start of a word, best first. */
export function makeSearch(model) {
  let rows = null;

  /** [node, [key of a name, ...], key of everything], made when the box is first used. */
  function index() {
    rows ??= Array.from(model.byWeight, (node) => {
      const forms = [model.nodes.name(node), ...model.nodes.aliases(node)].map(fold);
      const extra = EXTRA.map((name) => fold(model.nodes.text(name, node))).join(" ");
      return { node, forms, line: ` ${forms.join(" ")} ${extra}` };
    });
    return rows;
  }

  return function find(typed, most = 12) {
    const key = fold(typed);
    if (!key) return [];
    const starts = key.split(" ").map((word) => ` ${word}`);
    const wanted = typed.trim().toLowerCase().normalize("NFC");
    const found = [];
    for (const row of index()) {
      if (starts.every((start) => row.line.includes(start))) {
        found.push({ node: row.node, score: scoreOf(row, key, model.nodes.name(row.node).toLowerCase().includes(wanted)) });
      }
    }
    // byWeight is the order of the index, and sort keeps it among equals.
    return found.sort((a, b) => b.score - a.score).slice(0, most).map((hit) => hit.node);
  };
}

function scoreOf({ forms }, key, asTyped) {
  const more = asTyped ? 0.5 : 0;
  if (forms.includes(key)) return 3 + more;
  if (forms.some((form) => form.startsWith(key))) return 2 + more;
  return (forms.some((form) => ` ${form}`.includes(` ${key}`)) ? 1 : 0) + more;
}
