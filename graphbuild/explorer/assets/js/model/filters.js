// What the filters let through, as one byte a node and one an edge.

import { nodeNumbers, number, period, words } from "./codes.js";
import { unitsAndTheirPeople } from "./scope.js";
import { searchOf } from "./search.js";
import { dayNumber, firstDay, lastDay, timesOf } from "./times.js";

/** Stands in the source filter for articles whose publisher is not known. */
export const NO_SOURCE = "?";

/** A test of edges by the codes of a dictionary column. */
function edgeValueIn(column, values) {
  const wanted = codesIn(column, values);
  return (e) => !wanted[column.at[e]];
}

/** One byte a code of `column`, 1 for those of `values`. */
function codesIn(column, values) {
  const wanted = new Uint8Array(column.values.length + 1);
  for (const value of values) wanted[column.code(value)] = 1;
  wanted[0] = 0;
  return wanted;
}

/** Nodes of one kind with one of `values` as `attribute`, and what is tied to them; others of that kind are hidden. */
const keptByAttribute = (kind, attribute) => (model, values) => {
  const column = model.nodes.attributes.column(attribute);
  const wanted = codesIn(column, values);
  const code = model.nodes.kinds.code(kind);
  return { kinds: [kind], has: (node) => model.nodes.kinds.at[node] === code && wanted[column.at[node]] };
};

/**
 * Every filter, by the name it has in state.filters and in the address:
 * code: how its value stands in the address (codes.js);
 * hidesNode(model, value): a test of one node;
 * hidesEdge(model, value): a test of one edge; names of which then no fact is left are hidden with them, but those for
 *   which keepsBare(model, value) holds;
 * keeps(model, value): {kinds, has(node)}: of `kinds` those that `has` holds for are left, of other kinds what is tied to
 *   one of them by a fact, places also by an event;
 * reveal(model, value, node): the value with which `node` is shown; null takes the filter off.
 */
export const FILTERS = {
  /** Kinds that are not shown. */
  without: {
    code: words,
    hidesNode(model, kinds) {
      const { kinds: column } = model.nodes;
      const hidden = codesIn(column, kinds);
      return (node) => hidden[column.at[node]];
    },
    reveal(model, kinds, node) {
      const left = kinds.filter((kind) => kind !== model.nodes.kind(node));
      return left.length ? left : null;
    },
  },
  /** Words that the search finds. */
  found: {
    code: words,
    hidesNode(model, [typed]) {
      const found = searchOf(model).mask(typed);
      return (node) => !found[node];
    },
  },
  relation: { code: words, hidesEdge: (model, values) => edgeValueIn(model.edges.relations, values) },
  /** Roles at events and of posts. */
  role: { code: words, hidesEdge: (model, values) => edgeValueIn(model.edges.attributes.column("role"), values) },
  /** Types of events. */
  event: { code: words, keeps: keptByAttribute("event", "type") },
  rank: { code: words, keeps: keptByAttribute("person", "rank") },
  /** Units with their sub-units and the people in them. */
  unit: {
    code: nodeNumbers,
    keeps(model, units) {
      const found = unitsAndTheirPeople(model, units);
      return { kinds: ["unit", "person"], has: (node) => found[node] };
    },
  },
  /** Publishers: facts that an article of one of them tells. */
  source: {
    code: words,
    hidesEdge(model, publishers) {
      const { publishers: column } = model.articles;
      const wanted = codesIn(column, publishers.filter((one) => one !== NO_SOURCE));
      if (publishers.includes(NO_SOURCE)) wanted[0] = 1;
      const { start, items } = model.edges.articleLists;
      return (e) => {
        for (let i = start[e]; i < start[e + 1]; i++) if (wanted[column.at[items[i]]]) return false;
        return true;
      };
    },
  },
  /** The least confidence in per cent. */
  confidence: { code: number(1, 100), hidesEdge: (model, least) => (e) => model.edges.confidence(e) < least },
  /** [from, to] as partial ISO dates, and "undated" behind them where facts without a date are shown too. */
  when: {
    code: period,
    hidesEdge(model, value) {
      const { edgeFrom, edgeTo } = timesOf(model);
      return outside(value, edgeFrom, edgeTo);
    },
    keepsBare(model, value) {
      const { nodeFrom, nodeTo } = timesOf(model);
      const hides = outside(value, nodeFrom, nodeTo);
      return (node) => !model.degree(node) && !hides(node);
    },
  },
  /** Nodes that the reader has put out of sight one by one. */
  hidden: {
    code: nodeNumbers,
    hidesNode(model, nodes) {
      const hidden = new Set(nodes);
      return (node) => hidden.has(node);
    },
    reveal(model, nodes, node) {
      const left = nodes.filter((one) => one !== node);
      return left.length ? left : null;
    },
  },
};

/** A test of rows that lie wholly before or behind a period. */
function outside([from, to, undated], firsts, lasts) {
  const [start, end] = [firstDay(dayNumber(from)), lastDay(dayNumber(to))];
  return (row) => (firsts[row] ? lasts[row] < start || firsts[row] > end : undated !== "undated");
}
