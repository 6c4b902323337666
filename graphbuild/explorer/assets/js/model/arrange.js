// Where marks stand: as they were laid out, or in groups side by side, and each pinned one where it was put.

import { makeGroups } from "./groups.js";

/** In pixels at scale 1: between the marks of a group, around a group, for the name over it. */
const SPACING = 92;
const MARGIN = 56;
const HEADING = 84;

/** In the place of a head: of what has none, of bubbles that have not been opened, of names without a tie. */
export const NONE = -1;
export const CLOSED = -2;
export const UNTIED = -3;

/** So many names without a tie are put aside, so far from each other. */
const ASIDE = { least: 5, spacing: 40 };

/** Width of a screen by its height. */
const SCREEN = 1.6;

/** By what the place of a mark is kept: its node, or the key of a bubble. */
export const pinKey = ({ node, key }) => (node >= 0 ? node : key);

/**
 * arrange(scene, {grouped, pinned}): the scene (lod.js) with its marks moved, and `groups`: {node, x, y, radius, count}
 * of every disc that stands around a group, `node` its head, NONE, CLOSED or UNTIED. The marks are copies.
 *
 * isPortrait: the window is high, so the drawing, laid out for a wide one, is turned. turned({x, y}): a place of the
 * layout on the canvas, and back; pinned places are kept as places of the layout, whatever window they were put in.
 */
export function makeArrange(model, { isPortrait = false } = {}) {
  const groupsOf = makeGroups(model);
  /** A bubble is a community; of units it has many. */
  const headOfBubble = (grouped) => (group) => (grouped === "community" ? model.groups.head(group) : CLOSED);
  const turned = ({ x, y }) => (isPortrait ? { x: y, y: x } : { x, y });
  const shape = isPortrait ? 1 / SCREEN : SCREEN;

  function arrange(scene, { grouped, pinned }) {
    const marks = scene.marks.map((mark) => ({ ...mark, ...turned(mark) }));
    const groups = grouped ? together(model, marks, groupsOf(grouped), headOfBubble(grouped), shape) : aside(model, marks);
    for (const mark of marks) {
      const [x, y] = pinned[pinKey(mark)] ?? [];
      if (x !== undefined) Object.assign(mark, turned({ x, y }));
    }
    return { ...scene, marks, groups, byNode: new Map(marks.filter(({ node }) => node >= 0).map((mark) => [mark.node, mark])) };
  }
  return { arrange, turned };
}

/** Names without a tie say little and would take the room of many: close together, in a disc of their own beside the others. */
function aside(model, marks) {
  const [found, tied] = [[], []];
  for (const mark of marks) (mark.node >= 0 && !model.edgesOf(mark.node).length ? found : tied).push(mark);
  if (found.length < ASIDE.least) return [];
  const middle = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const radius = 0.6 * ASIDE.spacing * Math.sqrt(found.length) + ASIDE.spacing / 2;
  const at = Object.fromEntries(["x", "y"].map((axis) => [axis, middle(found.map((mark) => mark[axis]))]));
  // They were laid out beyond the others, on one axis; a disc is higher than their rows, and has its name over it.
  for (const axis of tied.length ? ["x", "y"] : []) {
    const edge = tied.reduce((most, mark) => Math.max(most, mark[axis] + mark.size), -Infinity);
    if (at[axis] > edge) at[axis] = Math.max(at[axis], edge + radius + HEADING);
  }
  const [x, y] = [at.x, at.y].map(Math.round);
  const away = new Map(found.map((mark) => [mark, Math.hypot(mark.x - x, mark.y - y)]));
  found.sort((a, b) => away.get(a) - away.get(b)).forEach((mark, place) => Object.assign(mark, sunflower(place, x, y, ASIDE.spacing)));
  return [{ node: UNTIED, x, y, radius, count: found.length }];
}

/** Move `marks` so that those of a group stand around its head; what has no group comes last. */
function together(model, marks, heads, headOfBubble, shape) {
  const members = new Map();
  for (const mark of marks) {
    const head = mark.node >= 0 ? heads[mark.node] : headOfBubble(mark.group);
    if (!members.has(head)) members.set(head, []);
    members.get(head).push(mark);
  }
  // A head that is alone needs no disc of its own.
  for (const [head, found] of members) {
    if (head >= 0 && found.length === 1) {
      members.delete(head);
      members.set(NONE, [...(members.get(NONE) ?? []), ...found]);
    }
  }
  const groups = [...members].map(([node, found]) => ({ node, found, radius: radiusOf(found.length) }));
  groups.sort((a, b) => (a.node < 0) - (b.node < 0) || b.found.length - a.found.length || b.node - a.node);
  pack(groups, shape);
  for (const { node, found, x, y } of groups) {
    found.sort((a, b) => (b.node === node) - (a.node === node) || degree(model, b) - degree(model, a));
    found.forEach((mark, place) => Object.assign(mark, sunflower(place, x, y, SPACING)));
  }
  return groups.map(({ node, x, y, radius, found }) => ({ node, x, y, radius, count: found.length }));
}

const degree = (model, { node }) => (node >= 0 ? model.degree(node) : 0);

const radiusOf = (count) => 0.6 * SPACING * Math.sqrt(count - 1) + MARGIN;

/** The place of the nth mark of a group: the first in the middle, the next around it. */
function sunflower(place, x, y, spacing) {
  const [away, turn] = [0.6 * spacing * Math.sqrt(place), place * Math.PI * (3 - Math.sqrt(5))];
  return { x: Math.round(x + away * Math.cos(turn)), y: Math.round(y + away * Math.sin(turn)) };
}

/** Give each group its middle: in rows, in their order, `shape` the width of the whole by its height, around (0, 0). */
function pack(groups, shape) {
  const side = ({ radius }) => 2 * radius + MARGIN;
  const area = groups.reduce((all, one) => all + side(one) * (side(one) + HEADING), 0);
  const width = Math.max(Math.sqrt(area * shape), ...groups.map(side));
  const rows = [];
  for (const group of groups) {
    if (!rows.length || rows.at(-1).wide + side(group) > width) rows.push({ wide: 0, high: 0, members: [] });
    const row = rows.at(-1);
    row.wide += side(group);
    // What has no group comes last and may be the largest of its row.
    row.high = Math.max(row.high, side(group) + HEADING);
    row.members.push(group);
  }
  let y = -rows.reduce((all, { high }) => all + high, 0) / 2;
  for (const { wide, high, members } of rows) {
    let x = -wide / 2;
    for (const group of members) {
      group.x = Math.round(x + side(group) / 2);
      group.y = Math.round(y + high - side(group) / 2);
      x += side(group);
    }
    y += high;
  }
}
