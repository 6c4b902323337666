// One person's ranks, posts and events through time, with what is not known kept apart from what is.

import { edgesFrom, seenOn } from "./as_of.js";
import { endOf, startOf, undatedLast } from "./days.js";

const SEPARATOR = "; ";

/** [{rank, date}] of the attribute `ranks`, oldest first, as resolve/ranks.py writes it. */
export function ranksOf(model, person) {
  const line = model.nodes.text("ranks", person);
  return line.split(SEPARATOR).filter(Boolean).map((part) => {
    const [date, ...rank] = part.split(" ");
    return /^\d/.test(date) ? { rank: rank.join(" "), date } : { rank: part, date: "" };
  });
}

/**
 * {from, to, ranks, posts, events, undated} of `person`; from and to are whole years around all of it, both 0 where
 * nothing is dated. Points of time are in years (days.js).
 *
 * A rank or post: {label, from, to, opens, closes, ...}: what is known lies between `from` and `to`; opens and closes
 * tell how it ends there: "stated" (an article gives the day), "seen" (nobody says when it began or ended), "next"
 * (until the next rank was seen). seen: points of time at which it was seen. A post has edge, unit, until (by when it
 * was over, or 0) and past (true if it is only told of as a past one). An event has node, edges, date, from, to.
 * undated: {posts, events}: edges of which no article gives a time.
 */
export function careerOf(model, person) {
  const posts = edgesFrom(model, person, "HOLDS").map((e) => postBar(model, e));
  const ranks = rankBars(model, person);
  const attended = eventsOf(model, person);
  const dated = { posts: posts.filter((one) => one.from), events: attended.filter((one) => one.date) };
  const points = [...ranks, ...dated.posts, ...dated.events].flatMap((one) => [one.from, one.to]);
  return {
    from: points.length ? Math.floor(Math.min(...points)) : 0,
    to: points.length ? Math.ceil(Math.max(...points)) : 0,
    ranks,
    posts: dated.posts.sort((a, b) => a.from - b.from || a.to - b.to || a.edge - b.edge),
    events: dated.events,
    undated: {
      ranks: ranksOf(model, person).filter((one) => !one.date).map((one) => one.rank),
      posts: posts.filter((one) => !one.from).map((one) => one.edge),
      events: attended.filter((one) => !one.date).map((one) => one.node),
    },
  };
}

function postBar(model, e) {
  const { edges } = model;
  const [start, end, leftBy] = ["start", "end", "left_by"].map((name) => edges.text(name, e));
  const seen = seenOn(model, e);
  const [first, last] = [start || seen[0] || "", end || seen.at(-1) || start || ""];
  const told = { edge: e, label: edges.text("title", e), unit: edges.target[e], status: edges.text("status", e), seen: seen.map((date) => [startOf(date), endOf(date)]) };
  const by = leftBy || (first ? "" : edges.first(e));
  const until = by ? endOf(by) : 0;
  if (!first) return { ...told, from: until, to: until, opens: "seen", closes: "seen", until, past: true, dates: by };
  return {
    ...told, from: startOf(first), to: Math.max(endOf(last), startOf(first)), opens: start ? "stated" : "seen", closes: end ? "stated" : "seen",
    until: leftBy && !end ? until : 0, past: false, dates: first === last ? first : `${first} – ${last}`,
  };
}

function rankBars(model, person) {
  const ranks = ranksOf(model, person).filter((one) => one.date).sort((a, b) => undatedLast(a.date, b.date));
  const last = model.nodes.text("last", person);
  return ranks.map(({ rank, date }, place) => {
    const next = ranks[place + 1];
    const from = startOf(date);
    const to = Math.max(endOf(date), next ? startOf(next.date) : last ? endOf(last) : 0);
    return { label: rank, from, to, opens: "seen", closes: next ? "next" : "seen", seen: [[from, endOf(date)]], dates: date };
  });
}

/** One entry an event, with every role in it, by date. */
function eventsOf(model, person) {
  const { nodes, edges } = model;
  const byNode = new Map();
  for (const e of edgesFrom(model, person, "PARTICIPATES")) byNode.set(edges.target[e], [...(byNode.get(edges.target[e]) ?? []), e]);
  return [...byNode].map(([node, found]) => {
    const date = nodes.text("date", node);
    return { node, edges: found, date, from: date ? startOf(date) : 0, to: date ? endOf(date) : 0 };
  }).sort((a, b) => undatedLast(a.date, b.date) || a.node - b.node);
}

/** The person with most posts, whose career is shown first; -1 if there is none. */
export function busiestPerson(model) {
  return [...model.byWeight].find((node) => model.nodes.kind(node) === "person") ?? -1;
}
