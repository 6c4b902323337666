// Which nodes stand together when the drawing is grouped: by the unit they belong to, or by community.

import { strongest } from "./communities.js";

/** The ways to group; "" leaves the drawing as it was laid out. */
export const GROUPINGS = ["", "unit", "community"];

/**
 * groupsOf(grouping): for every node the node at the head of its group, -1 for none. Worked out when first asked for.
 *
 * unit: a person goes to the unit of the latest post, an event to its organiser or else to the unit most of its
 * participants are of, a place to the unit of most of its events; a unit heads a group, one that nobody stands with
 * goes to the unit above it. community: as communities.js finds them; the head is the unit with most edges, or
 * else the node; a large graph comes with its communities.
 */
export function makeGroups(model) {
  const found = new Map();
  const work = { unit: byUnit, community: byCommunity };
  return function groupsOf(grouping) {
    if (!found.has(grouping)) found.set(grouping, work[grouping](model));
    return found.get(grouping);
  };
}

function byUnit(model) {
  const { nodes, edges } = model;
  const head = new Int32Array(nodes.count).fill(-1);
  const of = (kind) => Array.from({ length: nodes.count }, (_, node) => node).filter((node) => nodes.kind(node) === kind);
  const leaving = (node, relation) => ends(model, node, relation, edges.source, edges.target);
  const entering = (node, relation) => ends(model, node, relation, edges.target, edges.source);
  for (const person of of("person")) head[person] = latestUnit(model, person);
  for (const event of of("event")) {
    const [organiser] = entering(event, "ORGANISES");
    const present = entering(event, "PARTICIPATES").map((node) => (nodes.kind(node) === "unit" ? node : head[node]));
    head[event] = organiser ?? mostOf(present);
  }
  for (const place of of("place")) head[place] = mostOf(entering(place, "HELD_AT").map((event) => head[event]));
  const peopled = new Set(head);
  for (const unit of of("unit")) head[unit] = above(unit, peopled, (one) => leaving(one, "PART_OF")[0]);
  return head;
}

/** The other ends of a node's edges of one relation, where `here` is the node's own end. */
function ends(model, node, relation, here, there) {
  const found = [];
  for (const e of model.edgesOf(node)) if (here[e] === node && model.edges.relation(e) === relation) found.push(there[e]);
  return found;
}

/** The unit of the post that was seen last, a former one only where there is no other; -1 for none. */
function latestUnit(model, person) {
  const { edges } = model;
  const posts = [...model.edgesOf(person)].filter((e) => edges.source[e] === person && edges.relation(e) === "HOLDS");
  const former = (e) => Number(edges.text("status", e) === "former");
  const [best] = posts.sort((a, b) => former(a) - former(b) || edges.last(b).localeCompare(edges.last(a)) || a - b);
  return best === undefined ? -1 : edges.target[best];
}

/** What stands most often in `values`, the first of equals; -1 does not count. */
function mostOf(values) {
  const counts = new Map();
  for (const value of values) if (value >= 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0])[0];
}

/** The first of a unit and the units above it that has somebody with it; the unit itself where none has. */
function above(unit, peopled, parentOf) {
  const seen = new Set();
  for (let one = unit; one !== undefined && !seen.has(one); one = parentOf(one)) {
    if (peopled.has(one)) return one;
    seen.add(one);
  }
  return parentOf(unit) === undefined ? unit : [...seen].at(-1);
}

/** Nodes without a tie have no community. */
function byCommunity(model) {
  const { groups } = model;
  if (groups) return Int32Array.from(groups.of, (group, node) => (model.degree(node) ? groups.head(group) : -1));
  const { start, other } = model.adjacency;
  const community = strongest(start, other);
  const heads = new Map();
  // A unit says more about a community than a person or an event does.
  const ordered = [...model.byWeight];
  const units = ordered.filter((node) => model.nodes.kind(node) === "unit");
  for (const node of [...units, ...ordered]) if (!heads.has(community[node])) heads.set(community[node], node);
  return Int32Array.from(community, (one, node) => (model.degree(node) ? heads.get(one) : -1));
}
