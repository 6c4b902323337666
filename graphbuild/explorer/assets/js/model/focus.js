// What the drawing brings out for what is picked: a node with what lies around it, or the ways between two.

import { makePaths } from "./paths.js";
import { ringsAround } from "./rings.js";

/** Fields of the state that the focus depends on. */
export const FOCUS = ["picked", "reach", "ways", "way", "avoid", "filters"];

/** So many nodes at most are brought out around one. */
const MOST = 400;

/**
 * links(state): {ways: [[node, ...], ...], steps(way): edges} between the two picked nodes, within what is shown and
 * what may be used; kept until something that it depends on changes.
 */
export function makeLinks(model, shown) {
  let last = null;
  return function links({ picked: [a, b], ways, avoid, filters }) {
    const kept = Object.keys(filters).length ? shown(filters).edges : null;
    const wanted = [a, b, ways, avoid, filters];
    if (!last || wanted.some((value, place) => value !== last.wanted[place])) {
      const paths = makePaths(model, { avoid, kept });
      last = { wanted, ways: paths.ways(a, b, Number(ways)), steps: paths.steps };
    }
    return last;
  };
}

/**
 * {nodes, pairs} for a state: nodes, the picked ones first; pairs: [{from, to, strong}] of nodes between which a line
 * is brought out; strong for the way that is followed.
 */
export function focusOf(model, state, shown, links) {
  const { picked } = state;
  if (!picked.length) return { nodes: [], pairs: [] };
  return picked.length === 1 ? around(model, state, shown(state.filters).edges) : between(model, state, links(state).ways);
}

function around(model, { picked: [node], reach }, kept) {
  const rings = [[node], ...ringsAround(model, node, Number(reach), kept)];
  const nodes = rings.flat().slice(0, MOST);
  const inside = new Set(nodes);
  const pairs = rings.slice(1).flatMap((ring, before) => {
    const nearer = new Set(rings[before]);
    return ring.filter((there) => inside.has(there))
      .flatMap((there) => model.neighbours(there).filter((here) => nearer.has(here) && inside.has(here)).map((here) => ({ from: here, to: there, strong: false })));
  });
  return { nodes, pairs };
}

function between(model, { picked, way }, ways) {
  const followed = ways[Number(way) - 1] ?? [];
  const pairs = new Map();
  for (const one of [followed, ...ways]) {
    one.slice(1).forEach((to, place) => {
      const key = `${Math.min(one[place], to)} ${Math.max(one[place], to)}`;
      if (!pairs.has(key)) pairs.set(key, { from: one[place], to, strong: one === followed });
    });
  }
  return { nodes: [...new Set([...picked, ...followed, ...ways.flat()])], pairs: [...pairs.values()] };
}
