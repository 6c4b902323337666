// A unit with the units under it on a date, and who held its posts: the command chart as data.

import { CERTAIN, LIKELY, UNKNOWN, asOf, edgesFrom, edgesTo, newestDate, roleOrder } from "./as_of.js";
import { byName } from "../text.js";
import { before, earliest, latest, within } from "./days.js";

/** So many cards are opened by themselves, ring by ring; the rest waits for the reader. */
const OPENED = 12;

/** Posts whose holder is missed where nobody is seen in them. */
const COMMAND = ["head", "commander", "political"];

/**
 * How sure it is that a tie held on a date: seen then, or between dates stated; seen before and after; null where it
 * had ended or had not begun.
 */
export function tieOn(model, e, on) {
  const { edges } = model;
  const [from, to, first, last] = [edges.text("valid_from", e), edges.text("valid_to", e), edges.first(e), edges.last(e)];
  if (before(to, on) || before(on, from)) return null;
  if ([first, last].some((date) => within(date, on))) return CERTAIN;
  if (from && to && latest(from) <= earliest(on) && latest(on) <= earliest(to)) return CERTAIN;
  const [began, ended] = [before(from || first, on), before(on, to || last)];
  return began && ended ? LIKELY : UNKNOWN;
}

/** False where a unit was gone by the date, or was formed behind it. */
const wasThere = ({ nodes }, unit, on) => !before(nodes.text("valid_to", unit), on) && !before(on, nodes.text("valid_from", unit));

/** Ties to the units right under `unit`: PART_OF, and for a cluster that has none, those who lead it and are its members. */
function tiesUnder(model, unit, top) {
  const parts = edgesTo(model, unit, "PART_OF");
  return parts.length || !top ? parts : [...edgesTo(model, unit, "LEADS"), ...edgesTo(model, unit, "MEMBER_OF")];
}

/**
 * {unit, on, tie, edge, posts, successors, children, below, open}: `unit` with all units under it on the date `on`.
 * tie: how sure its place is ("certain" for the top); edge: the tie itself; below: how many units are under it in all;
 * open: whether its children are to be seen. A unit with several parents stands under the one that is itself under
 * the others. `flipped`: units that the reader has opened or closed against what they are by themselves.
 */
export function unitTree(model, top, on = "", flipped = []) {
  const date = on || newestDate(model);
  const under = childrenByParent(model, top, date);
  const grow = (unit, tie, edge) => {
    const children = (under.get(unit) ?? []).map((one) => grow(one.unit, one.tie, one.edge));
    return { unit, on: date, tie, edge, children, below: children.reduce((sum, one) => sum + 1 + one.below, 0) };
  };
  const tree = grow(top, CERTAIN, -1);
  openRings(tree, new Set(flipped));
  for (const item of shownItems(tree)) Object.assign(item, holdersOf(model, item.unit, date));
  return tree;
}

/** For each unit under `top` the one parent it stands under, as Map parent -> [{unit, tie, edge}] in the order of command. */
function childrenByParent(model, top, on) {
  const ties = new Map();
  const found = new Set([top]);
  for (const unit of found) {
    for (const e of tiesUnder(model, unit, unit === top)) {
      const child = model.edges.source[e];
      const tie = tieOn(model, e, on);
      if (!tie || child === top || !wasThere(model, child, on)) continue;
      found.add(child);
      ties.set(child, [...(ties.get(child) ?? []), { parent: unit, unit: child, tie, edge: e }]);
    }
  }
  const above = (unit) => (ties.get(unit) ?? []).map(({ parent }) => parent);
  const chosen = new Map([...ties].map(([unit, options]) => [unit, nearest(options, above)]));
  mendCircles(chosen, ties, top);
  const under = new Map();
  for (const one of chosen.values()) under.set(one.parent, [...(under.get(one.parent) ?? []), one]);
  for (const children of under.values()) children.sort((a, b) => byCommand(model, a, b));
  return under;
}

/** The tie to the parent that is under the other parents; then the surest. */
function nearest(options, above) {
  if (options.length === 1) return options[0];
  const over = new Set();
  for (const { parent } of options) {
    const seen = new Set([parent]);
    for (const unit of seen) for (const next of above(unit)) if (!seen.has(next)) { seen.add(next); over.add(next); }
  }
  const left = options.filter(({ parent }) => !over.has(parent));
  return (left.length ? left : options).reduce((best, one) => (sureness(one) < sureness(best) ? one : best));
}

const sureness = ({ tie }) => [CERTAIN, LIKELY, UNKNOWN].indexOf(tie);

/** Units that articles make part of each other would hang on nothing: they go back to the parent they were found by. */
function mendCircles(chosen, ties, top) {
  for (const [unit, options] of ties) {
    const seen = new Set();
    let at = unit;
    while (at !== top && !seen.has(at)) { seen.add(at); at = chosen.get(at).parent; }
    if (at !== top) chosen.set(unit, options[0]);
  }
}

/** Higher units first, then by name with numbers in their order. */
function byCommand({ nodes }, a, b) {
  const level = (unit) => Number(nodes.value("level", unit) ?? 0);
  return level(b.unit) - level(a.unit) || byName(nodes.name(a.unit), nodes.name(b.unit)) || a.unit - b.unit;
}

/** Open rings of the tree while no more than `OPENED` cards are to be seen; the first ring always. */
function openRings(tree, flipped) {
  let ring = [tree];
  let shown = 1;
  let opens = true;
  while (ring.length) {
    const next = ring.flatMap((item) => item.children);
    opens = opens && (ring[0] === tree || shown + next.length <= OPENED);
    for (const item of ring) item.open = item.children.length > 0 && opens !== flipped.has(item.unit);
    shown += next.length;
    ring = next;
  }
}

/** The items that are to be seen, each before those under it. */
export function shownItems(item) {
  return [item, ...(item.open ? item.children.flatMap(shownItems) : [])];
}

/**
 * posts: [{title, role, holders, seen}], command first: the holders of each post that articles name; `seen` is false
 * where nobody is certainly or likely in it, and holders then tells who was last or first. A post of command that
 * nobody is seen in stands there too. successors: of a unit that is gone, what it became.
 */
function holdersOf(model, unit, on) {
  const chart = asOf(model, unit, on);
  const posts = new Map();
  const post = (title, role) => {
    if (!posts.has(title)) posts.set(title, { title, role, holders: [], seen: false });
    return posts.get(title);
  };
  for (const holder of chart.holders) {
    const one = post(holder.title, holder.role);
    if (holder.certainty === UNKNOWN && one.seen) continue;
    one.holders.push(holder);
    one.seen ||= holder.certainty !== UNKNOWN;
  }
  if (!chart.successors.length) {
    for (const e of edgesTo(model, unit, "HOLDS")) {
      const [title, role] = [model.edges.text("title", e), model.edges.text("role", e)];
      if (COMMAND.includes(role)) post(title, role);
    }
  }
  const sorted = [...posts.values()].sort((a, b) => roleOrder(a.role) - roleOrder(b.role) || b.seen - a.seen || (a.title < b.title ? -1 : 1));
  return { posts: sorted, successors: chart.successors.map((next) => next.unit), until: chart.to };
}

/** The units above `unit` up to the top, nearest first. */
export function unitsAbove(model, unit, on = "") {
  const date = on || newestDate(model);
  const found = [];
  for (let at = unit; at !== undefined && found.length < 12;) {
    const ties = edgesFrom(model, at, "PART_OF").map((edge) => ({ edge, unit: model.edges.target[edge], tie: tieOn(model, edge, date) }));
    const valid = ties.filter((one) => one.tie && one.unit !== unit && !found.includes(one.unit) && wasThere(model, one.unit, date));
    at = valid.sort((a, b) => sureness(a) - sureness(b) || model.edges.claims[b.edge] - model.edges.claims[a.edge])[0]?.unit;
    if (at !== undefined) found.push(at);
  }
  return found;
}

/** The unit with most units under it, which the chart shows first; -1 if there is none. */
export function largestUnit(model) {
  const { edges, nodes } = model;
  const partOf = edges.relations.code("PART_OF");
  const parts = new Uint32Array(nodes.count);
  for (let e = 0; e < edges.count; e++) if (edges.relations.at[e] === partOf) parts[edges.target[e]]++;
  let best = -1;
  for (const node of model.byWeight) {
    if (nodes.kind(node) === "unit" && (best < 0 || parts[node] > parts[best])) best = node;
  }
  return best;
}
