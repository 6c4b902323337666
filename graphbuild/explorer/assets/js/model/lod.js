// What stands on the canvas: up to 1,000 nodes all of them; above, bubbles for groups and nodes that are named or
// were opened. One line stands for all facts between two marks.

import { makeUnfold } from "./unfold.js";

/** So many are brought in at a time. */
export const AT_A_TIME = 150;

/** A bubble shows so many of its ties to other bubbles; overview.py has the same. */
const STRONGEST = 2;

/** Width of a line that stands for so many facts. */
export const lineWidth = (facts) => Math.round(10 * Math.min(5, 1 + 0.6 * (facts - 1))) / 10;

/**
 * stage({filters, expanded}) -> {marks, lines, byNode, opened}; the last answer is kept.
 * A mark is {key, node, group, kind, name, isNamed, rest, x, y, size}: a bubble has the node -1, the kind "bubble", in
 * `name` that of its most linked node and in `rest` how many nodes it stands for; other marks have the group -1.
 * isNamed: whether its name is to be read beside it; a bubble next to the very node it is named after needs none.
 * A line is {key, from, to, facts}: keys of two marks and how many shown facts there are between them.
 * byNode: Map from a node to its mark; opened: see unfold.js.
 *
 * `drawing` is the first view as Python laid it out; `shown` is as makeFilter gives it.
 */
export function makeStage(model, drawing, shown) {
  const scene = model.groups ? makeOverview(model, drawing) : makeWhole(model, drawing);
  let last = null;
  return function stage({ filters, expanded }) {
    if (last?.filters !== filters || last.expanded !== expanded) last = { filters, expanded, ...scene(shown(filters), expanded) };
    return last;
  };
}

const nodeMark = (model, node, { x, y, size }) => ({
  key: node, node, group: -1, kind: model.nodes.kind(node), name: model.nodes.name(node), isNamed: true, rest: 0, x, y, size,
});

const byNodes = (marks) => new Map(marks.filter(({ node }) => node >= 0).map((mark) => [mark.node, mark]));

/** All nodes, where Python put them. */
function makeWhole(model, drawing) {
  const marks = drawing.nodes.map((place) => nodeMark(model, place.id, place));
  const lines = drawing.edges.map(({ id, from, to }) => ({ key: id, from, to }));
  const lineOf = linesOfEdges(model, lines);
  return (shown) => {
    const facts = new Uint32Array(lines.length);
    const drawnAtAll = new Uint8Array(lines.length);
    for (let e = 0; e < lineOf.length; e++) {
      drawnAtAll[lineOf[e]] |= shown.edges[e];
      facts[lineOf[e]] += shown.edges[e] && model.edges.isFact(e);
    }
    const kept = marks.filter((mark) => shown.nodes[mark.node]);
    const drawn = lines.filter((line) => drawnAtAll[line.key]).map((line) => ({ ...line, facts: facts[line.key] }));
    return { marks: kept, lines: drawn, byNode: byNodes(kept), opened: [] };
  };
}

/** For each edge the key of the line that stands for it. */
function linesOfEdges(model, lines) {
  const { source, target, count } = model.edges;
  const pair = (a, b) => Math.min(a, b) * model.nodes.count + Math.max(a, b);
  const keys = new Map(lines.map(({ key, from, to }) => [pair(from, to), key]));
  return Uint32Array.from({ length: count }, (_, e) => keys.get(pair(source[e], target[e])));
}

/** Bubbles and names, with what is opened. */
function makeOverview(model, drawing) {
  const { groups } = model;
  const names = drawing.nodes.filter(({ group }) => group !== "bubble").map(({ id, x, y, size }) => ({ node: id, x, y, size }));
  const named = new Set(names.map(({ node }) => node));
  const circles = drawing.nodes.filter(({ group }) => group === "bubble").map(({ x, y, size }, group) => ({ group, x, y, size }));
  const unfold = makeUnfold(model, names, circles);
  return (shown, expanded) => {
    const { stands, bubbles, opened } = unfold(expanded, shown.nodes);
    const rest = new Uint32Array(groups.count);
    const markOf = new Int32Array(model.nodes.count).fill(-1);
    const marks = [...stands].map(([node, place]) => nodeMark(model, node, place));
    marks.forEach((mark, place) => { markOf[mark.node] = place; });
    for (let n = 0; n < markOf.length; n++) rest[groups.of[n]] += shown.nodes[n] && markOf[n] < 0;
    const bubbleAt = new Int32Array(groups.count).fill(-1);
    for (const { group, x, y, size } of bubbles) {
      if (!rest[group]) continue;
      bubbleAt[group] = marks.length;
      const head = groups.head(group);
      const name = model.nodes.name(head);
      marks.push({ key: `g${group}`, node: -1, group, kind: "bubble", name, isNamed: !stands.has(head), rest: rest[group], x, y, size });
    }
    for (let n = 0; n < markOf.length; n++) if (shown.nodes[n] && markOf[n] < 0) markOf[n] = bubbleAt[groups.of[n]];
    return { marks, lines: thinned(marks, ties(model, marks, markOf, shown), groups, named), byNode: byNodes(marks), opened };
  };
}

/** How many shown facts there are between the marks, 0 where two may be one, by pair of places, the smaller first. */
function ties(model, marks, markOf, shown) {
  const { source, target, count } = model.edges;
  const found = new Map();
  for (let e = 0; e < count; e++) {
    if (!shown.edges[e]) continue;
    const [a, b] = [markOf[source[e]], markOf[target[e]]];
    if (a === b || a < 0 || b < 0) continue;
    const key = a < b ? a * marks.length + b : b * marks.length + a;
    found.set(key, (found.get(key) ?? 0) + model.edges.isFact(e));
  }
  return found;
}

/**
 * The lines that are drawn: all between names, those of a name of the first view to its own bubble, and of each bubble
 * the strongest to other bubbles.
 */
function thinned(marks, found, groups, named) {
  const lines = [];
  const ofBubble = new Map();
  for (const [key, facts] of found) {
    const [a, b] = [Math.floor(key / marks.length), key % marks.length];
    const [one, other] = [marks[a], marks[b]];
    const line = { key: `${one.key} ${other.key}`, from: one.key, to: other.key, facts, a, b };
    // Names come before bubbles among the marks.
    if (other.node >= 0 || (facts && named.has(one.node) && groups.of[one.node] === other.group)) lines.push(line);
    else if (one.node < 0 && facts) for (const end of [a, b]) ofBubble.set(end, [...(ofBubble.get(end) ?? []), line]);
  }
  const kept = new Set(lines);
  for (const all of ofBubble.values()) {
    for (const line of all.sort((p, q) => q.facts - p.facts || p.a - q.a || p.b - q.b).slice(0, STRONGEST)) kept.add(line);
  }
  return [...kept].map(({ key, from, to, facts }) => ({ key, from, to, facts }));
}
