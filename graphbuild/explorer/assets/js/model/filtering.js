// The filters at work: which nodes and edges are shown, and how filters are set and give way.

import { FILTERS } from "./filters.js";
import { same } from "./state.js";

/** So many answers are kept: the present one, and those of the timeline, which leaves its own filter out. */
const KEPT = 3;

/**
 * shown(filters): {nodes, edges: Uint8Array with 1 for what is shown, nodeCount, edgeCount: how many facts}. An edge is
 * shown where both its ends are. The last answers are kept, so that every view may ask.
 */
export function makeFilter(model, filters = FILTERS) {
  let answers = [];
  return function shown(wanted) {
    let answer = answers.find((one) => same(one.wanted, wanted));
    if (!answer) {
      answer = { wanted, ...work(model, filters, wanted) };
      answers = [answer, ...answers].slice(0, KEPT);
    }
    return answer;
  };
}

function work(model, filters, wanted) {
  const nodes = new Uint8Array(model.nodes.count).fill(1);
  const edges = new Uint8Array(model.edges.count).fill(1);
  const asked = Object.entries(wanted).map(([name, value]) => [filters[name], value]);
  for (const [{ hidesNode, hidesEdge }, value] of asked) {
    if (hidesNode) strike(nodes, hidesNode(model, value));
    if (hidesEdge) strike(edges, hidesEdge(model, value));
  }
  dropLoose(model, nodes, edges);
  const narrowing = asked.filter(([{ keeps }]) => keeps);
  const reached = narrowing.map(([{ keeps }, value]) => reach(model, edges, keeps(model, value)));
  for (const kept of reached) for (let n = 0; n < nodes.length; n++) nodes[n] &= kept[n];
  if (reached.length) dropLoose(model, nodes, edges);
  dropBare(model, nodes, edges, asked.filter(([{ hidesEdge }]) => hidesEdge));
  return { nodes, edges, nodeCount: total(nodes), edgeCount: total(edges, model.edges.isFact) };
}

function strike(rows, hides) {
  for (let row = 0; row < rows.length; row++) if (rows[row] && hides(row)) rows[row] = 0;
}

/** Hide the edges that have lost one of their ends. */
function dropLoose({ edges: { source, target } }, nodes, edges) {
  for (let e = 0; e < edges.length; e++) edges[e] &= nodes[source[e]] & nodes[target[e]];
}

/** Hide the names of which the filters on facts left no fact. */
function dropBare(model, nodes, edges, onFacts) {
  if (!onFacts.length) return;
  const { source, target } = model.edges;
  const told = new Uint8Array(nodes.length);
  for (let e = 0; e < edges.length; e++) if (edges[e]) told[source[e]] = told[target[e]] = 1;
  const stays = onFacts.map(([{ keepsBare }, value]) => keepsBare?.(model, value) ?? (() => false));
  for (let n = 0; n < nodes.length; n++) if (nodes[n] && !told[n] && !stays.every((test) => test(n))) nodes[n] = 0;
}

/** One byte a node: those of `kinds` that `has` holds for, and what is tied to them; places through events too. */
function reach(model, edges, { kinds, has }) {
  const { nodes, edges: { source, target, relations } } = model;
  const judged = new Uint8Array(nodes.kinds.values.length + 1);
  for (const kind of kinds) judged[nodes.kinds.code(kind)] = 1;
  const found = new Uint8Array(nodes.count);
  for (let n = 0; n < found.length; n++) found[n] = has(n) ? 1 : 0;
  const reached = found.slice();
  const heldAt = relations.code("HELD_AT");
  const held = [];
  for (let e = 0; e < edges.length; e++) {
    if (!edges[e]) continue;
    const [a, b] = [source[e], target[e]];
    if (found[a] && !judged[nodes.kinds.at[b]]) reached[b] = 1;
    if (found[b] && !judged[nodes.kinds.at[a]]) reached[a] = 1;
    if (relations.at[e] === heldAt) held.push(e);
  }
  for (const e of held) if (reached[source[e]]) reached[target[e]] = 1;
  return reached;
}

const total = (rows, counts = () => true) => {
  let sum = 0;
  for (let row = 0; row < rows.length; row++) if (rows[row] && counts(row)) sum++;
  return sum;
};

/**
 * The filters with which all of `wanted` nodes are shown: a filter gives way in part where it can, else as a whole, and no
 * more of them than must.
 */
export function revealing(model, filters, wanted, known = FILTERS) {
  let left = filters;
  for (const node of wanted) {
    const isShown = (some) => work(model, known, some).nodes[node] === 1;
    for (const [name, value] of Object.entries(left)) {
      if (known[name].hidesNode?.(model, value)(node)) left = withFilter(left, name, known[name].reveal?.(model, value, node) ?? null);
    }
    while (Object.keys(left).length && !isShown(left)) {
      const names = Object.keys(left);
      const culprit = names.find((name) => isShown(withFilter(left, name, null))) ?? names.at(-1);
      left = withFilter(left, culprit, null);
    }
  }
  return left;
}

/** The filters with `name` set to `value`, in its place among them; null takes it off. */
export function withFilter(filters, name, value) {
  const { [name]: _, ...left } = filters;
  return value === null ? left : { ...filters, [name]: value };
}
