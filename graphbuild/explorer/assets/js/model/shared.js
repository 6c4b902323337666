// What two nodes have in common: who was at both of two events, at which events two people were, in which units.

import { undatedLast } from "./days.js";

const KINDS = ["event", "unit", "person", "place"];

/**
 * [{kind, nodes: [{node, ofA, ofB}]}]: the nodes that both `a` and `b` are tied to, by kind, with the edges to each;
 * events by date, others those first that more is said of. `kept` has 1 for each edge that may be used (filters.js).
 */
export function sharedOf(model, a, b, kept = null) {
  const { nodes, edges } = model;
  const isFact = (e) => edges.isFact(e) && (!kept || kept[e]);
  const around = (node) => {
    const found = new Map();
    for (const e of model.edgesOf(node)) {
      const end = model.otherEnd(e, node);
      if (isFact(e) && end !== a && end !== b) found.set(end, [...(found.get(end) ?? []), e]);
    }
    return found;
  };
  const [ofA, ofB] = [around(a), around(b)];
  const both = [...ofA.keys()].filter((node) => ofB.has(node));
  const said = (node) => [...ofA.get(node), ...ofB.get(node)].reduce((sum, e) => sum + edges.articles(e), 0);
  const byDate = (one, two) => undatedLast(nodes.text("date", one), nodes.text("date", two)) || one - two;
  const byArticles = (one, two) => said(two) - said(one) || one - two;
  return KINDS.map((kind) => ({
    kind,
    nodes: both.filter((node) => nodes.kind(node) === kind).sort(kind === "event" ? byDate : byArticles)
      .map((node) => ({ node, ofA: ofA.get(node), ofB: ofB.get(node) })),
  })).filter((group) => group.nodes.length);
}
