// What lies around a node, ring by ring, as graph/neighbours.py tells it.

/** How many rings a reader may ask for. */
export const MOST_RINGS = 3;

/**
 * [[node, ...], ...]: the nodes at 1, 2, ... `hops` steps, those first that have most articles behind their edges to
 * the ring before, then by id; empty rings are left out. `kept` has 1 for edges that may be used (filters.js).
 */
export function ringsAround(model, node, hops, kept = null) {
  const { start, edge, other } = model.adjacency;
  const { edges } = model;
  const usable = (e) => (!kept || kept[e]) && edges.isFact(e);
  const seen = new Set([node]);
  const rings = [];
  let ring = [node];
  while (rings.length < hops && ring.length) {
    const weights = new Map();
    for (const here of ring) {
      for (let at = start[here]; at < start[here + 1]; at++) {
        const there = other[at];
        if (!seen.has(there) && usable(edge[at])) weights.set(there, (weights.get(there) ?? 0) + edges.articles(edge[at]));
      }
    }
    ring = [...weights.keys()].sort((a, b) => weights.get(b) - weights.get(a) || a - b);
    ring.forEach((there) => seen.add(there));
    if (ring.length) rings.push(ring);
  }
  return rings;
}
