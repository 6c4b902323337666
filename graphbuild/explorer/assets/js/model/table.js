// The graph as tables: one of each kind of node and one of the facts, their columns, rows and order.

import { fold, makeFolder } from "../text.js";
import { plain, roleWord, span, t } from "../words.js";
import { kept } from "./kept.js";
import { timesOf } from "./times.js";

/** The tables, in the order in which they are offered. */
export const TABLES = ["person", "unit", "event", "place", "fact"];

/**
 * tablesOf(model): {name: {count, columns, isFact}, ...}; rows are numbers of nodes, in the table of facts of edges.
 *
 * A column is {key, text(row), order(row), node(row), number, from, share, down}. order: a number, rows of 0 stand last
 * whatever the direction; node: whom a click on the cell opens, -1 for nobody; number: true for counts; from: the width
 * in pixels of the table from which on it is shown; width, or its share of what is left of it; down: true if the greatest comes first.
 */
export const tablesOf = kept((model) => {
  const ties = tiesOf(model);
  const counts = (kind) => model.nodes.kinds.at.reduce((sum, code) => sum + (code === model.nodes.kinds.code(kind)), 0);
  const nodes = (kind, columns, share = 3) => ({ count: counts(kind), isFact: false, columns: [nameColumn(model, share), ...columns, articlesColumn(model.nodes)] });
  return {
    person: nodes("person", personColumns(model, ties)),
    unit: nodes("unit", [typeColumn(model), nodeColumn(model, "parent", ties.parent, 720), ...countColumns(ties, "people", "events")]),
    event: nodes("event", [
      dayColumn("date", model.nodes.attributes.column("date"), 0), typeColumn(model, 560), nodeColumn(model, "place", ties.place, 1100),
      nodeColumn(model, "organiser", ties.organiser, 820), ...countColumns(ties, "participants"),
    ], 5),
    place: nodes("place", [typeColumn(model), ...countColumns(ties, "events")]),
    fact: { count: model.edges.factCount, isFact: true, columns: factColumns(model) },
  };
});

/** All rows of a table in the order of a column; equal ones stand ascending. The last answers are kept with the column. */
export function inOrder(model, name, column, down) {
  const way = down ? "falling" : "rising";
  column[way] ??= sorted(allRows(model, name), column, down);
  return column[way];
}

/** Those of `rows` in the table `name` that are shown, in their order. */
export function shownRows(rows, name, { nodes, edges }) {
  const mask = name === "fact" ? edges : nodes;
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) if (mask[rows[place]]) found[count++] = rows[place];
  return found.subarray(0, count);
}

function allRows({ nodes, edges }, name) {
  if (name === "fact") return Uint32Array.from({ length: edges.count }, (_, e) => e).filter(edges.isFact);
  const code = nodes.kinds.code(name);
  return Uint32Array.from({ length: nodes.count }, (_, n) => n).filter((n) => nodes.kinds.at[n] === code);
}

function sorted(rows, column, down) {
  const keys = Float64Array.from(rows, (row) => column.order(row));
  const highest = keys.reduce((a, b) => Math.max(a, b), 0);
  // Key and place in one number: the sort of a typed array needs no call for every two rows.
  const packed = keys.map((key, place) => (key === 0 ? highest + 1 : down ? highest - key : key) * rows.length + place);
  return Uint32Array.from(packed.sort(), (one) => rows[one % rows.length]);
}

/** How a reader's order stands in the state: "rank" or "-rank" for the greatest first; the column and its direction. */
export function orderOf(columns, sort) {
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ""));
  return column ? { column, down: sort.startsWith("-") } : { column: columns.find(({ down }) => down) ?? columns[0], down: true };
}

/** The place of every node's name in the alphabet without accents, from 1 on. */
const alphabetical = kept(({ nodes }) => {
  const folded = makeFolder();
  const named = Array.from({ length: nodes.count }, (_, n) => `${folded(nodes.name(n))}\0${nodes.name(n)}\0${n}`).sort();
  const places = new Uint32Array(nodes.count);
  named.forEach((one, place) => { places[Number(one.slice(one.lastIndexOf("\0") + 1))] = place + 1; });
  return places;
});

/** What the cells tell of a node's facts: main post, parent, place, organiser, -1 for none, and some counts. */
function tiesOf(model) {
  const { nodes, edges } = model;
  const none = () => new Int32Array(nodes.count).fill(-1);
  const ties = { post: none(), parent: none(), place: none(), organiser: none() };
  for (const name of ["people", "events", "participants"]) ties[name] = new Uint32Array(nodes.count);
  const is = Object.fromEntries(["HOLDS", "PART_OF", "HELD_AT", "ORGANISES", "PARTICIPATES"].map((name) => [name, edges.relations.code(name)]));
  const betterPost = postOrder(model);
  for (let e = 0; e < edges.count; e++) {
    const [relation, a, b] = [edges.relations.at[e], edges.source[e], edges.target[e]];
    if (relation === is.HOLDS) {
      ties.people[b]++;
      if (ties.post[a] < 0 || betterPost(e, ties.post[a])) ties.post[a] = e;
    } else if (relation === is.PART_OF) {
      if (ties.parent[a] < 0) ties.parent[a] = b;
    } else if (relation === is.HELD_AT) {
      ties.events[b]++;
      if (ties.place[a] < 0) ties.place[a] = b;
    } else if (relation === is.ORGANISES || relation === is.PARTICIPATES) {
      ties.events[a]++;
      if (relation === is.PARTICIPATES) ties.participants[b]++;
      else if (ties.organiser[b] < 0) ties.organiser[b] = a;
    }
  }
  return ties;
}

/** True if the first post tells more of a person today: not a former one, then the one seen last, then not a Party post. */
function postOrder({ edges }) {
  const status = edges.attributes.column("status");
  const former = status.code("former");
  const role = edges.attributes.column("role");
  const party = role.code("party");
  const worth = (e) => (status.at[e] === former ? 0 : 1e9) + edges.lasts.day(e) * 10 + (role.at[e] === party ? 0 : 1);
  return (a, b) => worth(a) > worth(b);
}

const nobody = () => -1;

function nameColumn(model, share) {
  return { key: "name", text: model.nodes.name, order: (node) => alphabetical(model)[node], node: (node) => node, from: 0, share };
}

const typeColumn = (model, from = 0) => valueColumn("type", model.nodes.attributes.column("type"), { from, share: 1.4, word: plain });

/** A column of texts that repeat; `order` gives the place of a value, else it is that of the alphabet. */
function valueColumn(key, column, { from = 0, share = 1, word = (text) => text, order = null }) {
  const sorted = [...column.values].sort((a, b) => (fold(a) < fold(b) ? -1 : 1));
  const places = column.values.map((value) => (order ? order(value) : sorted.indexOf(value) + 1));
  return {
    key, from, share, node: nobody, text: (row) => (column.at[row] ? word(column.text(row)) : ""),
    order: (row) => (column.at[row] ? places[column.at[row] - 1] : 0),
  };
}

const dayColumn = (key, column, from) => ({ key, from, width: "92px", node: nobody, text: column.text, order: column.day, down: true });

/** A column that names another node: `other` has its number, -1 for none. */
const nodeColumn = (model, key, other, from) => ({
  key, from, share: 2, node: (row) => other[row], text: (row) => (other[row] < 0 ? "" : model.nodes.name(other[row])),
  order: (row) => (other[row] < 0 ? 0 : alphabetical(model)[other[row]]),
});

const countColumn = (key, count, from = 480) => ({ key, from, width: "96px", number: true, down: true, node: nobody, text: (row) => String(count(row)), order: count });

const countColumns = (ties, ...keys) => keys.map((key) => countColumn(key, (row) => ties[key][row]));

const articlesColumn = (rows) => countColumn("articles", rows.articles, 620);

function personColumns(model, ties) {
  const { nodes, edges } = model;
  const ranks = model.vocabulary.ranks;
  const titles = valueColumn("post", edges.attributes.column("title"), {});
  const post = (node) => ties.post[node];
  const unit = Int32Array.from(ties.post, (e) => (e < 0 ? -1 : edges.target[e]));
  const former = (e) => edges.text("status", e) === "former";
  return [
    valueColumn("rank", nodes.attributes.column("rank"), { share: 1.1, order: (rank) => ranks.length - ranks.indexOf(rank) }),
    {
      key: "post", from: 720, share: 1.8, node: nobody,
      text: (node) => (post(node) < 0 ? "" : former(post(node)) ? `${plain("former")} ${titles.text(post(node))}` : titles.text(post(node))),
      order: (node) => (post(node) < 0 ? 0 : titles.order(post(node))),
    },
    nodeColumn(model, "unit", unit, 600),
    { ...dayColumn("first", nodes.attributes.column("first"), 980), down: false },
    { ...dayColumn("last", nodes.attributes.column("last"), 860), down: false },
    countColumn("facts", model.degree, 520),
  ];
}

function factColumns(model) {
  const { nodes, edges } = model;
  const { edgeTo } = timesOf(model);
  const relations = valueColumn("fact", edges.relations, { share: 2 });
  const name = (end) => (e) => nodes.name(end[e]);
  const place = (end) => (e) => alphabetical(model)[end[e]];
  return [
    { key: "source", from: 0, share: 2, node: (e) => edges.source[e], text: name(edges.source), order: place(edges.source) },
    { ...relations, text: (e) => factWords(model, e) },
    { key: "target", from: 0, share: 2.2, node: (e) => edges.target[e], text: name(edges.target), order: place(edges.target) },
    { key: "when", from: 700, width: "190px", node: nobody, text: (e) => factTime(model, e), order: (e) => edgeTo[e], down: true },
    { ...countColumn("confidence", (e) => edges.confidence(e), 860), down: false, text: (e) => (edges.confidence(e) ? (edges.confidence(e) / 100).toFixed(2) : "") },
    { ...articlesColumn(edges), down: false },
  ];
}

/** What a fact says between its ends: title and status of a post, role at an event, else the verb. */
export function factWords({ edges }, e) {
  const relation = edges.relation(e);
  if (relation === "PARTICIPATES") return roleWord(edges.text("role", e));
  const title = edges.text("title", e);
  if (relation !== "HOLDS" || !title) return t(`verb.${relation}`);
  const status = edges.text("status", e);
  return status && status !== "current" ? `${title} (${plain(status)})` : title;
}

/** When a fact was: its event's date, a post's stated begin and end, or when articles saw it. */
function factTime(model, e) {
  const { nodes, edges } = model;
  const date = nodes.text("date", edges.target[e]) || nodes.text("date", edges.source[e]);
  return date || span(edges.text("start", e) || edges.first(e), edges.text("end", e) || edges.last(e));
}
