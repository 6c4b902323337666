// Where marks stand when the reader arranges them: in groups side by side, and each pinned one where it was put.

import { makeGroups } from "./groups.js";

/** In pixels at scale 1: between the marks of a group, around a group, for the name over it. */
const SPACING = 92;
const MARGIN = 56;
const HEADING = 84;

/** Heads of the groups of what has none and of bubbles that have not been opened. */
export const NONE = -1;
export const CLOSED = -2;

/** Width of a screen by its height. */
const SCREEN = 1.6;

/**
 * arrange(scene, {grouped, pinned}): the scene (lod.js) with its marks moved, and `groups`: {node, x, y, radius} of
 * every disc that stands around a group, `node` its head, NONE or CLOSED. The marks are copies.
 */
export function makeArrange(model) {
  const groupsOf = makeGroups(model);
  /** A bubble is a community; of units it has many. */
  const headOfBubble = (grouped) => (group) => (grouped === "community" ? model.groups.head(group) : CLOSED);

  return function arrange(scene, { grouped, pinned }) {
    const marks = scene.marks.map((mark) => ({ ...mark }));
    const groups = grouped ? together(model, marks, groupsOf(grouped), headOfBubble(grouped)) : [];
    for (const mark of marks) {
      if (mark.node in pinned) [mark.x, mark.y] = pinned[mark.node];
    }
    return { ...scene, marks, groups, byNode: new Map(marks.filter(({ node }) => node >= 0).map((mark) => [mark.node, mark])) };
  };
}

/** Move `marks` so that those of a group stand around its head; what has no group comes last. */
function together(model, marks, heads, headOfBubble) {
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
  pack(groups);
  for (const { node, found, x, y } of groups) {
    found.sort((a, b) => (b.node === node) - (a.node === node) || degree(model, b) - degree(model, a));
    found.forEach((mark, place) => Object.assign(mark, sunflower(place, x, y)));
  }
  return groups.map(({ node, x, y, radius }) => ({ node, x, y, radius }));
}

const degree = (model, { node }) => (node >= 0 ? model.degree(node) : 0);

const radiusOf = (count) => 0.6 * SPACING * Math.sqrt(count - 1) + MARGIN;

/** The place of the nth mark of a group: the first in the middle, the next around it. */
function sunflower(place, x, y) {
  const [away, turn] = [0.6 * SPACING * Math.sqrt(place), place * Math.PI * (3 - Math.sqrt(5))];
  return { x: Math.round(x + away * Math.cos(turn)), y: Math.round(y + away * Math.sin(turn)) };
}

/** Give each group its middle: in rows, in their order, the whole about as wide to high as a screen, around (0, 0). */
function pack(groups) {
  const side = ({ radius }) => 2 * radius + MARGIN;
  const area = groups.reduce((all, one) => all + side(one) * (side(one) + HEADING), 0);
  const width = Math.max(Math.sqrt(area * SCREEN), ...groups.map(side));
  const rows = [];
  for (const group of groups) {
    if (!rows.length || rows.at(-1).wide + side(group) > width) rows.push({ wide: 0, high: side(group) + HEADING, members: [] });
    rows.at(-1).wide += side(group);
    rows.at(-1).members.push(group);
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
