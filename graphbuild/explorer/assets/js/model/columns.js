// The payload's columns as typed arrays with accessors; payload.py tells how they are written.
//
// Nodes, edges and articles are numbers from 0 on everywhere in the page; ids stand only in addresses and in search.

import { isoDate } from "../text.js";

const NONE = Object.freeze([]);

/** The narrowest array for numbers up to `most`. */
const typed = (most, count) => new (most < 256 ? Uint8Array : most < 65536 ? Uint16Array : Uint32Array)(count);

/**
 * A dictionary column: `at[row]` is 0 for none or the place of the value in `values`, counted from 1.
 * value(row): the value itself or null; text(row): as text, "" for none; day(row): yyyymmdd, 0 for none or no date;
 * code(value): the place of a value, 0 if no row has it.
 */
export function makeColumn(told, count) {
  const values = told?.values ?? NONE;
  const at = typed(values.length, count);
  if (told?.rows) told.rows.forEach((row, place) => { at[row] = told.at[place]; });
  else if (told) at.set(told.at);
  const isDate = told?.type === "date";
  const texts = isDate ? values.map(isoDate) : values.map(String);
  return {
    at, values: texts, isDate, days: isDate ? values : NONE,
    value: (row) => (at[row] ? (isDate ? texts : values)[at[row] - 1] : null),
    text: (row) => (at[row] ? texts[at[row] - 1] : ""),
    day: (row) => (isDate && at[row] ? values[at[row] - 1] : 0),
    code: (value) => texts.indexOf(String(value)) + 1,
  };
}

/** A column of lists: row r has items[start[r]] to items[start[r + 1]]. */
function makeLists({ counts, items }) {
  const start = starts(counts);
  return { start, items, of: (row) => items.slice(start[row], start[row + 1]) };
}

function starts(counts) {
  const start = new Uint32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++) start[row + 1] = start[row] + counts[row];
  return start;
}

/** Columns by name that rows may have; a name that no row has gives an empty column. */
function makeAttributes(told, count) {
  const columns = new Map(Object.entries(told).map(([name, column]) => [name, makeColumn(column, count)]));
  const empty = makeColumn(null, count);
  return { names: [...columns.keys()], column: (name) => columns.get(name) ?? empty };
}

/**
 * The edges at every node: node n has edge[start[n]] to edge[start[n + 1]], ascending, and `other` at the same place
 * is the node at its other end. A loop stands there once.
 */
export function makeAdjacency(count, source, target) {
  const degree = new Uint32Array(count);
  for (let e = 0; e < source.length; e++) {
    degree[source[e]]++;
    if (source[e] !== target[e]) degree[target[e]]++;
  }
  const start = starts(degree);
  const next = start.slice();
  const edge = new Uint32Array(start[count]);
  const other = new Uint32Array(start[count]);
  const put = (node, e, end) => {
    edge[next[node]] = e;
    other[next[node]++] = end;
  };
  for (let e = 0; e < source.length; e++) {
    put(source[e], e, target[e]);
    if (source[e] !== target[e]) put(target[e], e, source[e]);
  }
  return { start, edge, other };
}

/** How many facts touch each node; a loop counts twice. */
function factsAt(count, { source, target, isFact }) {
  const facts = new Uint32Array(count);
  for (let e = 0; e < source.length; e++) {
    if (!isFact(e)) continue;
    facts[source[e]]++;
    facts[target[e]]++;
  }
  return facts;
}

/**
 * The whole graph, read-only.
 *
 * nodes: count; id(n), name(n), kind(n), aliases(n), articles(n); kinds: column; attributes: names and column(name);
 *   text(name, n), value(name, n), day(name, n): an attribute; number(id): the node of an id or -1.
 * edges: count; source, target: typed arrays; isFact(e): false for POSSIBLY_SAME, as that two may be one is no fact;
 *   factCount: how many are; relation(e), articles(e), confidence(e) in per cent, first(e), last(e)
 *   as ISO text; claims[e]: how many are behind it; relations, firsts, lasts: columns; sources(e): numbers of
 *   articles, articleLists: the same as {start, items}; quoteStart; attributes, text,
 *   value, day as for nodes.
 * articles: count; document(a), title(a), address(a), published(a), publisher(a); publishers: column.
 * adjacency; edgesOf(n), neighbours(n): distinct, ascending; between(a, b): edges; otherEnd(e, n); degree(n): its facts.
 * groups: null, or in a large graph count; of: typed array with the group of each node; members(g): those with more
 *   facts first; head(g): the first of them.
 * byWeight: all nodes, those with more facts first; rules, conflicts, vocabulary, chunks: as payload.py has them.
 */
export function readColumns(told) {
  const nodes = readNodes(told.nodes);
  const edges = readEdges(told.edges);
  const adjacency = makeAdjacency(nodes.count, edges.source, edges.target);
  const { start, edge, other } = adjacency;
  const edgesOf = (node) => edge.subarray(start[node], start[node + 1]);
  const facts = factsAt(nodes.count, edges);
  const degree = (node) => facts[node];
  const byWeight = Uint32Array.from({ length: nodes.count }, (_, n) => n).sort((a, b) => degree(b) - degree(a) || a - b);
  return Object.freeze({
    nodes, edges: { ...edges, factCount: facts.reduce((sum, one) => sum + one, 0) / 2 }, articles: readArticles(told.articles),
    adjacency, edgesOf, degree, rules: told.rules, conflicts: told.conflicts, chunks: told.chunks, vocabulary: told.vocabulary,
    otherEnd: (e, node) => (edges.source[e] === node ? edges.target[e] : edges.source[e]),
    neighbours: (node) => [...new Set(other.subarray(start[node], start[node + 1]))].sort((a, b) => a - b),
    between: (a, b) => [...edgesOf(a)].filter((e) => (edges.source[e] === a ? edges.target[e] : edges.source[e]) === b),
    byWeight, groups: told.nodes.group ? readGroups(told.nodes.group.plain, byWeight) : null,
  });
}

function readGroups(told, byWeight) {
  const of = Uint16Array.from(told);
  const counts = new Uint32Array(of.reduce((most, group) => Math.max(most, group + 1), 0));
  for (const group of of) counts[group]++;
  const start = starts(counts);
  const next = start.slice();
  const members = new Uint32Array(of.length);
  for (const node of byWeight) members[next[of[node]]++] = node;
  return {
    count: counts.length, of,
    members: (group) => members.subarray(start[group], start[group + 1]),
    head: (group) => members[start[group]],
  };
}

const attributeAccess = (attributes) => ({
  attributes,
  text: (name, row) => attributes.column(name).text(row),
  value: (name, row) => attributes.column(name).value(row),
  day: (name, row) => attributes.column(name).day(row),
});

function readNodes(told) {
  const [ids, names, articles] = [told.id.plain, told.name.plain, told.articles.plain];
  const kinds = makeColumn(told.kind, told.count);
  const aliases = makeLists(told.aliases);
  let numbers = null;
  const number = (id) => {
    numbers ??= new Map(ids.map((one, n) => [one, n]));
    return numbers.get(id) ?? -1;
  };
  return {
    count: told.count, id: (n) => ids[n], name: (n) => names[n], kind: kinds.text, aliases: aliases.of,
    articles: (n) => articles[n], kinds, number, ...attributeAccess(makeAttributes(told.attributes, told.count)),
  };
}

function readEdges(told) {
  const relations = makeColumn(told.relation, told.count);
  const [firsts, lasts] = [makeColumn(told.first, told.count), makeColumn(told.last, told.count)];
  const number = (column) => (e) => column.value(e) ?? 0;
  const [quotes, claims] = [told.quotes, told.claims].map((column) => number(makeColumn(column, told.count)));
  const maybe = relations.code("POSSIBLY_SAME");
  const articleLists = makeLists(told.sources);
  return {
    count: told.count, source: Uint32Array.from(told.source.plain), target: Uint32Array.from(told.target.plain),
    isFact: (e) => !maybe || relations.at[e] !== maybe, relation: relations.text,
    articles: number(makeColumn(told.articles, told.count)), confidence: number(makeColumn(told.confidence, told.count)),
    claims: Uint16Array.from(told.source.plain, (_, e) => claims(e)), first: firsts.text, last: lasts.text, relations, firsts, lasts,
    sources: articleLists.of, articleLists, quoteStart: starts(told.source.plain.map((_, e) => quotes(e))),
    ...attributeAccess(makeAttributes(told.attributes, told.count)),
  };
}

function readArticles(told) {
  const [published, publishers] = [makeColumn(told.published, told.count), makeColumn(told.publisher, told.count)];
  return {
    count: told.count, document: (a) => told.document.plain[a], title: (a) => told.title.plain[a],
    address: (a) => told.address.plain[a], published: published.text, publisher: publishers.text, publishers,
  };
}
