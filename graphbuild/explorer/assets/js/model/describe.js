// What there is to say about a node, as data: the line under its name, its attributes, its edges in groups.

import { listed } from "../text.js";
import { has, plain, roleWord, t } from "../words.js";

const OUT = ["HOLDS", "PART_OF", "LEADS", "MEMBER_OF", "PARTICIPATES", "ORGANISES", "HELD_AT", "SUCCEEDED_BY", "POSSIBLY_SAME"];
const IN = ["ORGANISES", "LEADS", "MEMBER_OF", "PART_OF", "HOLDS", "PARTICIPATES", "HELD_AT", "SUCCEEDED_BY", "POSSIBLY_SAME"];
const ATTRIBUTES = [
  "rank", "ranks", "type", "level", "known", "date", "date_source", "other_dates", "main", "first", "last",
  "posts_without_unit", "valid_from", "valid_to", "succeeded_by", "joined_because",
];

/** What tells namesakes apart, in a few words: rank and post, type and parent, date and place. */
export function subline(model, node) {
  const { nodes, edges } = model;
  const leaving = (relation) => [...model.edgesOf(node)].filter((e) => edges.relation(e) === relation && edges.source[e] === node);
  const name = (e) => (e === undefined ? "" : nodes.name(edges.target[e]));
  const kind = nodes.kind(node);
  if (kind === "person") {
    const former = (e) => edges.text("status", e) === "former";
    const [post] = leaving("HOLDS").sort((a, b) => former(a) - former(b) || edges.last(b).localeCompare(edges.last(a)));
    return listed([nodes.text("rank", node), post !== undefined && `${edges.text("title", post)} ${name(post)}`.trim()]);
  }
  const type = plain(nodes.text("type", node));
  if (kind === "unit") return listed([type, name(leaving("PART_OF")[0])]);
  if (kind === "event") return listed([type, nodes.text("date", node), name(leaving("HELD_AT")[0])]);
  return type;
}

/** Label and text of each attribute that a node has. */
export function attributesOf(model, node) {
  const names = ATTRIBUTES.concat(model.nodes.attributes.names.filter((name) => !ATTRIBUTES.includes(name)));
  return names
    .map((name) => [has(`attribute.${name}`) ? t(`attribute.${name}`) : plain(name), attributeText(name, model.nodes.value(name, node))])
    .filter(([, text]) => text);
}

function attributeText(name, value) {
  if (value === null) return "";
  if (name === "main") return value ? t("panel.this_event") : "";
  return plain(value);
}

/** A node's edges by relation and direction, participants also by role; each group latest first. */
export function groupsOf(model, node) {
  const { edges } = model;
  const groups = new Map();
  for (const [way, relations] of [["out", OUT], ["in", IN]]) {
    for (const relation of relations) {
      for (const e of model.edgesOf(node)) {
        if (edges.relation(e) !== relation || (way === "out" ? edges.source : edges.target)[e] !== node) continue;
        const role = way === "in" && relation === "PARTICIPATES" ? edges.text("role", e) : "";
        const heading = t(`${way}.${relation}`) + (role ? `: ${roleWord(role)}` : "");
        if (!groups.has(heading)) groups.set(heading, []);
        groups.get(heading).push(e);
      }
    }
  }
  return [...groups].map(([heading, found]) => ({ heading, edges: found.sort(latestFirst(model, node)) }));
}

/** Latest first, undated last, equal ones by name. */
const latestFirst = (model, node) => (a, b) => {
  const { nodes, edges, otherEnd } = model;
  const date = (e) => nodes.text("date", otherEnd(e, node)) || edges.last(e);
  return date(b).localeCompare(date(a)) || nodes.name(otherEnd(a, node)).localeCompare(nodes.name(otherEnd(b, node)), "vi");
};
