// What there is to say about a node, as data: the line under its name, its attributes, its edges in groups.

import { byName, listed } from "../text.js";
import { has, plain, roleWord, span, t } from "../words.js";
import { seenOn } from "./as_of.js";

/** Relations and ways in the order in which a card tells them: what it is part of, who held it, what it took part in. */
const ORDER = [
  "out.HOLDS", "out.PART_OF", "in.SUCCEEDED_BY", "out.SUCCEEDED_BY", "in.HOLDS", "in.PART_OF", "out.LEADS", "in.LEADS", "out.MEMBER_OF", "in.MEMBER_OF",
  "out.HELD_AT", "in.ORGANISES", "in.PARTICIPATES", "out.ORGANISES", "out.PARTICIPATES", "in.HELD_AT",
];
const COMMAND = ["head", "commander", "political"];
const EVENT_ROLES = ["chairs", "attends", "speaks", "directs", "reports", "awards", "receives", "hosts", "visits", "hands_over", "takes_over", "other"];
/** Not in the list of attributes: told in a section of its own. */
const ELSEWHERE = ["ranks", "joined_because"];
const ATTRIBUTES = [
  "rank", "type", "level", "known", "date", "date_source", "other_dates", "main", "first", "last",
  "posts_without_unit", "valid_from", "valid_to", "succeeded_by",
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
  const names = ATTRIBUTES.concat(model.nodes.attributes.names.filter((name) => !ATTRIBUTES.includes(name) && !ELSEWHERE.includes(name)));
  return names
    .map((name) => [has(`attribute.${name}`) ? t(`attribute.${name}`) : plain(name), attributeText(name, model.nodes.value(name, node))])
    .filter(([, text]) => text);
}

function attributeText(name, value) {
  if (value === null) return "";
  if (name === "main") return value ? t("panel.this_event") : "";
  return plain(value);
}

/**
 * A node's edges in groups [{key, heading, edges}]: by relation and way, events and participants by role, the holders
 * of a unit's posts with those in command first; each group latest first.
 */
export function groupsOf(model, node) {
  const { edges } = model;
  const groups = new Map();
  for (const e of model.edgesOf(node)) {
    if (!edges.isFact(e)) continue;
    const key = groupKey(model, e, edges.source[e] === node ? "out" : "in");
    if (!groups.has(key)) groups.set(key, { key, heading: headingOf(key), edges: [] });
    groups.get(key).edges.push(e);
  }
  const found = [...groups.values()].sort((a, b) => placeOf(a.key) - placeOf(b.key));
  for (const group of found) group.edges.sort(latestFirst(model, node));
  return found;
}

/** "out.HOLDS", "in.PARTICIPATES chairs", "in.HOLDS command". */
function groupKey({ edges }, e, way) {
  const relation = edges.relation(e);
  if (relation === "PARTICIPATES") return `${way}.${relation} ${edges.text("role", e)}`;
  if (relation === "HOLDS" && way === "in") return COMMAND.includes(edges.text("role", e)) ? "in.HOLDS command" : "in.HOLDS";
  return `${way}.${relation}`;
}

function headingOf(key) {
  const [relation, ...role] = key.split(" ");
  if (relation === "in.HOLDS" && role.length) return t("card.command");
  return role.join("") ? `${t(relation)}: ${roleWord(role.join(" "))}` : t(relation);
}

/** Groups as ORDER has them, those it does not know last; roles in the order of the vocabulary. */
function placeOf(key) {
  const [relation, role = ""] = key.split(" ");
  const place = ORDER.indexOf(relation) < 0 ? ORDER.length : ORDER.indexOf(relation);
  const within = relation === "in.HOLDS" ? Number(!role) : EVENT_ROLES.indexOf(role);
  return place * 100 + (within < 0 ? EVENT_ROLES.length : within);
}

/** Latest first, undated last, equal ones by name. */
const latestFirst = (model, node) => (a, b) => {
  const { nodes, edges, otherEnd } = model;
  const date = (e) => nodes.text("date", otherEnd(e, node)) || edges.last(e);
  return (date(a) < date(b) ? 1 : -Number(date(a) > date(b))) || byName(nodes.name(otherEnd(a, node)), nodes.name(otherEnd(b, node)));
};

/** What is known of the time of a post, in words: when it began and ended, as stated; when it was seen; by when it was over. */
export function postTimes(model, e) {
  const { edges } = model;
  const [start, end, leftBy] = ["start", "end", "left_by"].map((name) => edges.text(name, e));
  const seen = seenOn(model, e);
  return listed([
    start && t("post.from", { date: start }), end && t("post.until", { date: end }),
    seen.length > 0 && t("post.seen", { span: span(seen[0], seen.at(-1)), n: seen.length }),
    !end && leftBy && t("post.over_by", { date: leftBy }),
    edges.value("past_only", e) && !leftBy && t("post.past", { date: edges.first(e) }),
  ]);
}

/** The nodes that may be the same as `node`, the likeliest first: [{node, likelihood (0 to 1), reasons: [text, ...]}]. */
export function possiblySame(model, node) {
  const { edges } = model;
  return [...model.edgesOf(node)].filter((e) => !edges.isFact(e)).map((e) => ({
    node: model.otherEnd(e, node), likelihood: Number(edges.value("likelihood", e) ?? 0), reasons: edges.text("reasons", e).split("; ").filter(Boolean),
  })).sort((a, b) => b.likelihood - a.likelihood || a.node - b.node);
}
