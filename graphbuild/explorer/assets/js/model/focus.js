// What the drawing brings out for what is picked: a node with what lies around it, or the ways between two.

import { makePaths } from "./paths.js";
import { ringsAround } from "./rings.js";

/** Fields of the state that the focus depends on. */
export const FOCUS = ["picked", "reach", "ways", "way", "avoid", "filters"];

/** So many nodes at most are brought out around one, and so many of them brought into the drawing of a large graph. */
const MOST = 400;
const BROUGHT = 150;

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
 * {nodes, pairs} for a state: nodes, the picked ones first; pairs: [{from, to, facts, strong}] of nodes between which a
 * line is brought out: how many shown facts it stands for, 0 where the two may be one; strong for the way that is
 * followed.
 */
export function focusOf(model, state, shown, links) {
  const { picked, filters } = state;
  if (!picked.length) return { nodes: [], pairs: [] };
  const kept = shown(filters).edges;
  const { nodes, pairs } = picked.length === 1 ? around(model, state, kept) : between(state, links(state).ways);
  return { nodes, pairs: pairs.map((pair) => ({ ...pair, facts: factsBetween(model, pair, kept) })) };
}

function factsBetween(model, { from, to }, kept) {
  const [a, b] = model.degree(from) < model.degree(to) ? [from, to] : [to, from];
  return model.between(a, b).filter((e) => kept[e] && model.edges.isFact(e)).length;
}

function around(model, { picked: [node], reach }, kept) {
  const { edges } = model;
  const rings = [[node], ...ringsAround(model, node, Number(reach), kept)];
  const nodes = rings.flat().slice(0, MOST);
  const inside = new Set(nodes);
  const pairs = rings.slice(1).flatMap((ring, before) => {
    const nearer = new Set(rings[before]);
    return ring.filter((there) => inside.has(there))
      .flatMap((there) => model.neighbours(there).filter((here) => nearer.has(here) && inside.has(here)).map((here) => ({ from: here, to: there, strong: false })));
  });
  const maybe = [...model.edgesOf(node)].filter((e) => kept[e] && !edges.isFact(e)).map((e) => model.otherEnd(e, node)).filter((other) => !inside.has(other));
  return { nodes: [...nodes, ...maybe], pairs: [...pairs, ...maybe.map((to) => ({ from: node, to, strong: false }))] };
}

function between({ picked, way }, ways) {
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

/**
 * staged(state): the stage (lod.js) with what is in focus on it: in a large graph, names that are in no opening of the
 * reader's come beside their groups while they are in focus. The last answer is kept.
 */
export function makeStaged(model, stage, focus) {
  if (!model.groups) return stage;
  let last = null;
  return function staged(state) {
    if (last && FOCUS.every((name) => state[name] === last.state[name]) && state.expanded === last.state.expanded) return last.scene;
    const here = stage(state);
    const missing = focus(state).nodes.filter((node) => !here.byNode.has(node)).slice(0, BROUGHT);
    const scene = missing.length ? stage({ filters: state.filters, expanded: [...state.expanded, ...missing.map((node) => ["node", node, 0])] }) : here;
    last = { state, scene };
    return scene;
  };
}
