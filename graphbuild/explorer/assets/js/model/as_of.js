// Who held which post of a unit at a time; the same answers as graphbuild/graph/as_of.py, rule for rule.

import { before, earliest, latest, undatedLast, within } from "./days.js";

export const CERTAIN = "certain";
export const LIKELY = "likely";
export const UNKNOWN = "unknown";
const CERTAINTIES = [CERTAIN, LIKELY, UNKNOWN];
const ROLES = ["head", "commander", "deputy", "political", "deputy political", "political staff", "staff", "party", "member"];

/** Place of a post's role in the order of command. */
export const roleOrder = (role) => (ROLES.indexOf(role) + 1 || ROLES.length + 1);

/** The newest date on which somebody was seen in a post of the unit; that of the whole graph where nobody was. */
export function newestPost(model, unit) {
  const { edges } = model;
  const seen = [...model.edgesOf(unit)].filter((e) => edges.target[e] === unit && edges.relation(e) === "HOLDS").map(edges.last);
  return seen.reduce((a, b) => (a > b ? a : b), "") || newestDate(model);
}

/** The newest date of the whole graph, "" if nothing is dated. */
export const newestDate = (model) => model.edges.lasts.values.reduce((a, b) => (a > b ? a : b), "");

/** The dates on which a HOLDS edge says that the post was held, sorted. */
export function seenOn(model, e) {
  const { edges } = model;
  if (edges.value("past_only", e)) return [];
  const seen = edges.text("seen", e);
  if (seen) return seen.split("; ");
  return [...new Set([edges.first(e), edges.last(e)])].filter(Boolean).sort();
}

/** The edges of one relation that end in `node`, first sighting first. */
export function edgesTo(model, node, relation) {
  const { edges } = model;
  return [...model.edgesOf(node)].filter((e) => edges.target[e] === node && edges.relation(e) === relation)
    .sort((a, b) => undatedLast(edges.first(a), edges.first(b)) || undatedLast(edges.last(a), edges.last(b)) || a - b);
}

/** The edges of one relation that leave `node`, first sighting first. */
export function edgesFrom(model, node, relation) {
  const { edges } = model;
  return [...model.edgesOf(node)].filter((e) => edges.source[e] === node && edges.relation(e) === relation)
    .sort((a, b) => undatedLast(edges.first(a), edges.first(b)) || undatedLast(edges.last(a), edges.last(b)) || a - b);
}

/**
 * {unit, on, from, to, holders, successors}: the posts of `unit` on the date `on` ("" is the newest of the graph).
 * A holder is {person, title, role, rank, acting, certainty, because, edge}; because: {word, ...dates}, which
 * because.js puts into words. Certain ones come first, then likely ones, then those of whom nobody knows.
 * successors: where the unit was gone by then, the same of the units that followed it.
 */
export function asOf(model, unit, on = "", asked = []) {
  const { nodes, edges } = model;
  const date = on || newestDate(model);
  const [from, to] = [nodes.text("valid_from", unit), nodes.text("valid_to", unit)];
  const gone = before(to, date);
  const path = [...asked, unit];
  const following = gone ? edgesFrom(model, unit, "SUCCEEDED_BY").map((e) => edges.target[e]).filter((next) => !path.includes(next)) : [];
  const postings = gone ? [] : edgesTo(model, unit, "HOLDS").map((e) => posting(model, e));
  const holders = postings.map((one) => holderOf(one, date, postings)).filter(Boolean);
  return {
    unit, on: date, from, to,
    holders: holders.sort((a, b) => order(model, a, b)),
    successors: following.map((next) => asOf(model, next, date, path)),
  };
}

const words = (a, b) => (a < b ? -1 : Number(a > b));

function order({ nodes, edges }, a, b) {
  return CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty)
    || roleOrder(a.role) - roleOrder(b.role) || words(a.title, b.title)
    || undatedLast(edges.first(a.edge), edges.first(b.edge)) || words(nodes.name(a.person), nodes.name(b.person)) || a.person - b.person;
}

function posting(model, e) {
  const { edges } = model;
  return {
    edge: e, person: edges.source[e], seen: seenOn(model, e), start: edges.text("start", e), end: edges.text("end", e),
    leftBy: edges.text("left_by", e), acting: Boolean(edges.value("acting", e)), sole: edges.text("sole", e),
    title: edges.text("title", e), role: edges.text("role", e), rank: edges.text("rank", e),
  };
}

function holderOf(one, on, others) {
  const known = certain(one, on) ?? (over(one, on) ? null : likely(one, on) ?? unknown(one, on, others));
  if (!known) return null;
  const { person, title, role, rank, acting, edge } = one;
  return { person, title, role, rank, acting, edge, certainty: known[0], because: known[1] };
}

/** What is known of one date: {word: "seen", date}. */
const told = (one, date) => ({ word: date === one.end ? "left" : date === one.start ? "appointed" : "seen", date });

function certain(one, on) {
  const seen = one.seen.find((date) => within(date, on));
  if (seen) return [CERTAIN, told(one, seen)];
  if (within(one.end, on)) return [CERTAIN, { word: "left", date: one.end }];
  const between = one.start && one.end && latest(one.start) <= earliest(on) && latest(on) <= earliest(one.end);
  return between ? [CERTAIN, { word: "stated", start: one.start, end: one.end }] : null;
}

/** Ended before, or began after. */
const over = (one, on) => before(one.end, on) || before(one.leftBy, on) || before(on, one.start);

const earlier = (one, on) => one.seen.filter((date) => before(date, on));
const later = (one, on) => [...new Set([...one.seen, one.end])].filter((date) => before(on, date)).sort();

function likely(one, on) {
  const [then, next] = [earlier(one, on), later(one, on)];
  if (then.length && next.length) return [LIKELY, { word: "between", one: told(one, then.at(-1)), other: told(one, next[0]) }];
  const around = one.seen.find((date) => within(on, date));
  return around ? [LIKELY, { word: "seen_in", date: around }] : null;
}

/** Seen only on one side of the date, unless somebody else is known to have been in the post by then. */
function unknown(one, on, others) {
  const [then, next] = [earlier(one, on), later(one, on)];
  const rivals = others
    .filter((other) => one.sole && other.sole === one.sole && !other.acting && (one.acting || other.person !== one.person))
    .flatMap((other) => other.seen);
  if (then.length && !rivals.some((date) => before(then.at(-1), date) && !before(on, date))) {
    return [UNKNOWN, { word: one.leftBy ? "last_over" : "last", what: told(one, then.at(-1)), by: one.leftBy }];
  }
  if (next.length && !then.length && !rivals.some((date) => !before(date, on) && before(date, next[0]))) {
    return [UNKNOWN, next[0] === one.end ? { word: "left", date: one.end } : { word: "first", what: told(one, next[0]) }];
  }
  return null;
}
