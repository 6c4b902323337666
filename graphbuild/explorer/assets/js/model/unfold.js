// Where nodes stand when groups and neighbours are opened in the overview of a large graph.
//
// An opening makes a hole in the drawing: everything else moves straight away from its middle, so that nothing comes
// to lie on another, and what is opened fills the hole. The places follow from the list of openings alone.

import { discLayout } from "./disc.js";

/** How large a node is drawn that has so many edges; network.py does the same for the first view. */
export const nodeSize = (degree) => Math.round(10 * Math.min(30, 8 + 2.6 * Math.sqrt(degree))) / 10;

/**
 * unfold(openings, keep) -> {stands: Map node -> {x, y, size}, bubbles: [{group, x, y, size}], opened}.
 * An opening is [what, node, most]: "group" brings in members of the node's group, "node" its neighbours and itself,
 * `most` at most, those with most edges first. keep: 1 a node that filters show. opened: for each opening
 * {what, node, here, of}: how many of its nodes are on the canvas, of how many that filters show.
 */
export function makeUnfold(model, names, circles) {
  const rank = new Uint32Array(model.nodes.count);
  model.byWeight.forEach((node, place) => { rank[node] = place; });

  const candidates = (what, node) => (what === "group"
    ? [...model.groups.members(model.groups.of[node])]
    : model.neighbours(node).filter((other) => other !== node).sort((a, b) => rank[a] - rank[b]));

  return function unfold(openings, keep) {
    const stands = new Map(names.filter(({ node }) => keep[node]).map(({ node, x, y, size }) => [node, { x, y, size }]));
    const bubbles = circles.map((circle) => ({ ...circle }));
    const opened = [];
    for (const [what, node, most] of openings) {
      if (!keep[node] && what === "node") continue;
      const wanted = candidates(what, node).filter((one) => keep[one]);
      const fresh = wanted.filter((one) => !stands.has(one)).slice(0, most);
      put(what, node, fresh, stands, bubbles);
      opened.push({ what, node, here: wanted.filter((one) => stands.has(one)).length, of: wanted.length });
    }
    return { stands, bubbles, opened };
  };

  function put(what, node, fresh, stands, bubbles) {
    const bubble = bubbles[model.groups.of[node]];
    const isNew = what === "node" && !stands.has(node);
    const middle = what === "group" ? bubble : stands.get(node) ?? beside(bubble, node);
    if (isNew) middle.size = nodeSize(model.degree(node));
    if (!fresh.length && !isNew) return;
    const { x, y, radius } = discLayout(fresh.length, linksAmong(fresh), middle.size);
    const [left, top] = [middle.x, middle.y];
    for (const one of [...stands.values(), ...bubbles]) if (one !== middle) pushAway(one, left, top, radius);
    if (isNew) stands.set(node, middle);
    fresh.forEach((one, n) => stands.set(one, { x: left + x[n], y: top + y[n], size: nodeSize(model.degree(one)) }));
  }

  function linksAmong(nodes) {
    const place = new Map(nodes.map((node, n) => [node, n]));
    const links = [];
    nodes.forEach((node, n) => {
      for (const other of model.neighbours(node)) if (place.get(other) > n) links.push([n, place.get(other)]);
    });
    return links;
  }
}

/** A place next to a bubble, in a direction of the node's own. */
const beside = ({ x, y, size }, node) => ({ x: x + Math.cos(node) * (size + 30), y: y + Math.sin(node) * (size + 30), size: 0 });

function pushAway(one, left, top, way) {
  const far = Math.hypot(one.x - left, one.y - top) || 1;
  one.x += ((one.x - left) / far) * way;
  one.y += ((one.y - top) / far) * way;
}
