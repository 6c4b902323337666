// Makes a model from plain records, for tests that need a graph of their own; every name is invented.

import { readColumns } from "../../../graphbuild/explorer/assets/js/model/columns.js";

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const OWN_OF_NODES = ["id", "kind", "name", "articles"];
const OWN_OF_EDGES = ["source", "target", "relation", "first", "last", "claims", "articles", "confidence"];

function column(values) {
  const distinct = [...new Set(values.filter((value) => value !== undefined && value !== ""))].sort();
  const days = distinct.map((value) => DAY.exec(value));
  const at = values.map((value) => distinct.indexOf(value) + 1);
  if (!distinct.length || !days.every(Boolean)) return { values: distinct, at };
  return { type: "date", values: days.map(([, year, month = "00", day = "00"]) => Number(year + month + day)), at };
}

function attributes(rows, own) {
  const names = [...new Set(rows.flatMap(Object.keys))].filter((name) => !own.includes(name)).sort();
  return Object.fromEntries(names.map((name) => [name, column(rows.map((row) => row[name]))]));
}

const plain = (rows, name, otherwise) => ({ plain: rows.map((row) => row[name] ?? otherwise) });
const numbers = (rows, name, otherwise) => column(rows.map((row) => row[name] ?? otherwise));
const none = (rows) => ({ counts: rows.map(() => 0), items: [] });

/**
 * graph(nodes, edges): a model; nodes: {id, kind, ...attributes}, edges: {source, target (ids), relation, first, last,
 * claims, articles, ...attributes}. Nodes are numbered by their ids, edges in the order given; `at` finds a node.
 */
export function graph(nodes, edges) {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const number = new Map(sorted.map(({ id }, place) => [id, place]));
  const model = readColumns({
    nodes: {
      count: sorted.length, id: plain(sorted, "id"), name: { plain: sorted.map(({ id, name }) => name ?? id) },
      kind: column(sorted.map(({ kind }) => kind)), aliases: none(sorted), articles: plain(sorted, "articles", 1), attributes: attributes(sorted, OWN_OF_NODES),
    },
    edges: {
      count: edges.length, source: { plain: edges.map(({ source }) => number.get(source)) }, target: { plain: edges.map(({ target }) => number.get(target)) },
      relation: column(edges.map(({ relation }) => relation)), articles: numbers(edges, "articles", 1), claims: numbers(edges, "claims", 1),
      first: column(edges.map(({ first }) => first)), last: column(edges.map(({ first, last }) => last ?? first)),
      confidence: numbers(edges, "confidence", 90), sources: none(edges), quotes: numbers(edges, "quotes", 0), attributes: attributes(edges, OWN_OF_EDGES),
    },
    articles: { count: 0, document: { plain: [] }, title: { plain: [] }, address: { plain: [] }, published: { values: [], at: [] }, publisher: { values: [], at: [] } },
    rules: [], conflicts: [], chunks: { quotes: 2, sentences: 2, folder: "" },
  });
  return { model, at: (id) => number.get(id) };
}

export const unit = (id, more = {}) => ({ id, kind: "unit", ...more });
export const person = (id, more = {}) => ({ id, kind: "person", ...more });
export const event = (id, date) => ({ id, kind: "event", date });
export const tie = (source, relation, target, more = {}) => ({ source, target, relation, ...more });
