// What the filters let through, as one byte a node and one an edge.

import { words } from "./codes.js";

/**
 * Every filter, by the name it has in state.filters and in the address:
 * code: how its value stands in the address (codes.js);
 * hidesNode(model, value), hidesEdge(model, value): give a test of one node or edge; a filter has one or both;
 * reveal(model, value, node): the value with which `node` is shown; null takes the filter off.
 */
export const FILTERS = {
  /** Kinds that are not shown. */
  without: {
    code: words,
    hidesNode(model, kinds) {
      const { kinds: column } = model.nodes;
      const hidden = new Set(kinds.map(column.code));
      return (node) => hidden.has(column.at[node]);
    },
    reveal(model, kinds, node) {
      const left = kinds.filter((kind) => kind !== model.nodes.kind(node));
      return left.length ? left : null;
    },
  },
};

/**
 * shown(filters): {nodes, edges: Uint8Array with 1 for what is shown, nodeCount, edgeCount}. An edge is shown where both
 * its ends are. The last answer is kept, so that every view may ask.
 */
export function makeFilter(model, filters = FILTERS) {
  let last = null;
  return function shown(wanted) {
    if (last?.wanted !== wanted) last = { wanted, ...work(model, filters, wanted) };
    return last;
  };
}

function work(model, filters, wanted) {
  const { source, target } = model.edges;
  const nodes = new Uint8Array(model.nodes.count).fill(1);
  const edges = new Uint8Array(model.edges.count).fill(1);
  for (const [name, value] of Object.entries(wanted)) {
    const hidesNode = filters[name].hidesNode?.(model, value);
    const hidesEdge = filters[name].hidesEdge?.(model, value);
    if (hidesNode) for (let n = 0; n < nodes.length; n++) if (nodes[n] && hidesNode(n)) nodes[n] = 0;
    if (hidesEdge) for (let e = 0; e < edges.length; e++) if (edges[e] && hidesEdge(e)) edges[e] = 0;
  }
  let edgeCount = 0;
  for (let e = 0; e < edges.length; e++) {
    edges[e] &= nodes[source[e]] & nodes[target[e]];
    edgeCount += edges[e];
  }
  return { nodes, edges, edgeCount, nodeCount: nodes.reduce((sum, one) => sum + one, 0) };
}

/** The filters with which all of `wanted` nodes are shown: those that hide one of them give way. */
export function revealing(model, filters, wanted, known = FILTERS) {
  let left = filters;
  for (const node of wanted) {
    for (const [name, value] of Object.entries(left)) {
      if (known[name].hidesNode?.(model, value)(node)) left = withFilter(left, name, known[name].reveal?.(model, value, node) ?? null);
    }
  }
  return left;
}

/** The filters with `name` set to `value`; null takes it off. */
export function withFilter(filters, name, value) {
  const { [name]: _, ...left } = filters;
  return value === null ? left : { ...left, [name]: value };
}
