// What links two nodes: the shortest way as graph/path.py finds it, and the next best ones.
//
// A way is [node, ...]. Of ways with as few steps, the one with most claims behind its edges is better, then the first
// by the nodes' ids (nodes are numbered in that order).

/** So many steps more than the shortest way may another have; longer ones tell nothing that a reader would follow. */
const DETOUR = 4;

/**
 * shortest(a, b): a way or null; ways(a, b, most): up to `most` ways without a circle, best first;
 * strongest(a, b): the edge between two neighbours that stands for their step; steps(way): those edges.
 *
 * That two names may be one is no step. avoid: relations and kinds of nodes over which no way may lead; both ends may be of such a kind.
 * kept: 1 for each edge that may be used (filters.js), null for all.
 */
export function makePaths(model, { avoid = [], kept = null } = {}) {
  const { adjacency, edges, nodes } = model;
  const { start, edge, other } = adjacency;
  const { source, claims } = edges;
  const shut = codesOf(edges.relations, avoid);
  const shutKinds = codesOf(nodes.kinds, avoid);
  const relation = edges.relations.at;
  const kind = nodes.kinds.at;
  const usable = (e) => !shut[relation[e]] && (!kept || kept[e]) && edges.isFact(e);
  // Steps from either end, 0 for a node not reached, else one more than its steps; reused by every search.
  const fromA = new Uint16Array(nodes.count);
  const fromB = new Uint16Array(nodes.count);
  const touched = [];

  /** The better of two edges between the same two nodes: more claims, then the first by relation and key. */
  function better(one, two) {
    if (two < 0 || claims[one] !== claims[two]) return two < 0 || claims[one] > claims[two];
    const [a, b] = [edges.relation(one), edges.relation(two)];
    return a === b ? one < two : a < b;
  }

  function strongest(a, b) {
    let best = -1;
    for (let at = start[a]; at < start[a + 1]; at++) {
      if (other[at] === b && usable(edge[at]) && better(edge[at], best)) best = edge[at];
    }
    return best;
  }

  /** The next ring of a search outwards; `closed` tells nodes and steps that may not be used. */
  function widen(ring, mine, step, end, closed) {
    const next = [];
    for (const here of ring) {
      for (let at = start[here]; at < start[here + 1]; at++) {
        const there = other[at];
        if (mine[there] || !usable(edge[at]) || closed(here, there)) continue;
        if (shutKinds[kind[there]] && there !== end) continue;
        mine[there] = step;
        touched.push(there);
        next.push(there);
      }
    }
    return next;
  }

  /** Search from both ends, ring by ring, the smaller ring first, until they meet. */
  function search(a, b, closed, longest = nodes.count) {
    for (const node of touched) fromA[node] = fromB[node] = 0;
    touched.length = 0;
    touched.push(a, b);
    fromA[a] = fromB[b] = 1;
    if (a === b) return [a];
    let [ringA, ringB, stepsA, stepsB] = [[a], [b], 1, 1];
    while (ringA.length && ringB.length && stepsA + stepsB < longest + 2) {
      const forward = ringA.length <= ringB.length;
      if (forward) ringA = widen(ringA, fromA, ++stepsA, b, closed);
      else ringB = widen(ringB, fromB, ++stepsB, a, closed);
      const met = (forward ? ringA : ringB).filter((node) => fromA[node] && fromB[node]);
      if (met.length) return bestThrough(met, a, b, closed);
    }
    return null;
  }

  /** The best of all shortest ways, which all lead through one of the nodes `met`. */
  function bestThrough(met, a, b, closed) {
    const total = fromA[met[0]] + fromB[met[0]];
    const rings = Array.from({ length: total - 1 }, () => new Set());
    for (const node of met) rings[fromA[node] - 1].add(node);
    const middle = fromA[met[0]] - 1;
    const trace = (place, mine, step) => {
      for (const here of rings[place]) {
        for (let at = start[here]; at < start[here + 1]; at++) {
          const there = other[at];
          if (mine[there] && mine[there] === mine[here] - 1 && usable(edge[at]) && !closed(here, there)) rings[place + step].add(there);
        }
      }
    };
    for (let place = middle; place > 0; place--) trace(place, fromA, -1);
    for (let place = middle; place < rings.length - 1; place++) trace(place, fromB, 1);
    let best = new Map([[a, { claims: 0, way: [a] }]]);
    for (const ring of rings.slice(1)) {
      const following = new Map();
      for (const [here, route] of best) {
        for (const there of new Set(other.subarray(start[here], start[here + 1]))) {
          if (!ring.has(there) || closed(here, there)) continue;
          const by = strongest(here, there);
          if (by < 0) continue;
          const found = { claims: route.claims + claims[by], way: [...route.way, there] };
          if (!following.has(there) || compare(found, following.get(there)) < 0) following.set(there, found);
        }
      }
      best = following;
    }
    return best.get(b).way;
  }

  const steps = (way) => way.slice(1).map((there, place) => strongest(way[place], there));
  const rated = (way) => ({ way, claims: steps(way).reduce((sum, e) => sum + claims[e], 0) });

  /** Yen's way: every next one leaves an earlier one at some node and goes on by a step not yet taken there. */
  function ways(a, b, most) {
    const first = search(a, b, () => false);
    if (!first) return [];
    const found = [rated(first)];
    const longest = first.length - 1 + DETOUR;
    const waiting = new Map();
    while (found.length < most) {
      const last = found.at(-1).way;
      for (let place = 0; place < last.length - 1; place++) {
        const root = last.slice(0, place + 1);
        const taken = new Set(found.map(({ way }) => way).filter((way) => root.every((node, n) => way[n] === node)).map((way) => way[place + 1]));
        const passed = new Set(root.slice(0, -1));
        const from = root[place];
        const closed = (here, there) => passed.has(there) || (here === from && taken.has(there)) || (there === from && taken.has(here));
        const rest = search(from, b, closed, longest - place);
        if (!rest) continue;
        const way = [...root.slice(0, -1), ...rest];
        waiting.set(way.join(), rated(way));
      }
      const [next] = [...waiting.values()].sort(compare);
      if (!next) break;
      waiting.delete(next.way.join());
      found.push(next);
    }
    return found.map(({ way }) => way);
  }

  return { shortest: (a, b) => search(a, b, () => false), ways, strongest, steps };
}

/** Which codes of a dictionary column stand for one of `values`. */
function codesOf(column, values) {
  const codes = new Uint8Array(column.values.length + 1);
  for (const value of values) codes[column.code(value)] = 1;
  codes[0] = 0;
  return codes;
}

/** Fewest steps, then most claims, then the first by ids. */
function compare(one, two) {
  if (one.way.length !== two.way.length) return one.way.length - two.way.length;
  if (one.claims !== two.claims) return two.claims - one.claims;
  const at = one.way.findIndex((node, place) => node !== two.way[place]);
  return at < 0 ? 0 : one.way[at] - two.way[at];
}
