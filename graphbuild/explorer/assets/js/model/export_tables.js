// What is shown as tables for spreadsheets and as JSON for programs.

const BOM = "\ufeff";

/** A cell that begins so would be worked out as a formula by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180) in UTF-8 with the mark that tells spreadsheets so. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */
export function csvOf(rows) {
  return BOM + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const kept = (bytes) => [...bytes.keys()].filter((row) => bytes[row]);

/** The edges shown, those apart that only say that two may be one. */
const facts = (model, shown) => kept(shown.edges).filter(model.edges.isFact);

const NAME_FIELDS = ["id", "kind", "name", "aliases", "articles"];
const FACT_FIELDS = ["source", "relation", "target", "first", "last", "articles", "confidence"];

/** The names shown (filters.js), a row each: id, kind, name, aliases, number of articles, and every attribute. */
export function nameRows(model, shown) {
  const { nodes } = model;
  const attributes = nodes.attributes.names.filter((name) => !NAME_FIELDS.includes(name));
  return [
    [...NAME_FIELDS, ...attributes],
    ...kept(shown.nodes).map((node) => [
      nodes.id(node), nodes.kind(node), nodes.name(node), nodes.aliases(node).join("; "), nodes.articles(node),
      ...attributes.map((name) => nodes.value(name, node)),
    ]),
  ];
}

/** The facts shown, a row each, with ids and names of both ends, every attribute, and the articles that say so. */
export function factRows(model, shown) {
  const { nodes, edges, articles } = model;
  const attributes = edges.attributes.names.filter((name) => !FACT_FIELDS.includes(name));
  const told = (e, tell) => edges.sources(e).map(tell).filter(Boolean).join("; ");
  return [
    ["source", "source_name", "relation", "target", "target_name", ...attributes, "first", "last", "articles", "confidence",
      "article_titles", "article_publishers", "article_dates", "article_addresses", "article_documents"],
    ...facts(model, shown).map((e) => {
      const [source, target] = [edges.source[e], edges.target[e]];
      return [
        nodes.id(source), nodes.name(source), edges.relation(e), nodes.id(target), nodes.name(target),
        ...attributes.map((name) => edges.value(name, e)), edges.first(e), edges.last(e), edges.articles(e), edges.confidence(e) / 100,
        ...[articles.title, articles.publisher, articles.published, articles.address, articles.document].map((tell) => told(e, tell)),
      ];
    }),
  ];
}

/**
 * The names and facts shown, each fact with its sentences: {names: [...], facts: [{..., sentences: [{text, words,
 * rule, confidence, article: {...}}]}], possibly_same: [{one, other, ...}]}. `quotesOf(edge)`: promise of its quotes (evidence.js).
 */
export async function jsonOf(model, shown, quotesOf) {
  const { nodes, edges } = model;
  const names = kept(shown.nodes).map((node) => ({
    id: nodes.id(node), kind: nodes.kind(node), name: nodes.name(node), aliases: [...nodes.aliases(node)], articles: nodes.articles(node),
    ...valuesOf(nodes, node),
  }));
  const told = [];
  for (const e of facts(model, shown)) {
    told.push({
      source: nodes.id(edges.source[e]), relation: edges.relation(e), target: nodes.id(edges.target[e]), ...valuesOf(edges, e),
      first: edges.first(e), last: edges.last(e), articles: edges.articles(e), confidence: edges.confidence(e) / 100,
      sentences: (await quotesOf(e)).map(sentenceOf),
    });
  }
  const maybe = kept(shown.edges).filter((e) => !edges.isFact(e));
  const ends = (e) => ({ one: nodes.id(edges.source[e]), other: nodes.id(edges.target[e]) });
  return { names, facts: told, possibly_same: maybe.map((e) => ({ ...ends(e), ...valuesOf(edges, e) })) };
}

const valuesOf = (rows, row) => Object.fromEntries(rows.attributes.names
  .map((name) => [name, rows.value(name, row)])
  .filter(([, value]) => value !== null));

const sentenceOf = ({ before, marked, after, rule, confidence, caption, document, title, address, published, publisher }) => ({
  text: before + marked + after, words: marked, caption, rule, confidence: confidence / 100,
  article: { document, title, publisher, published, address },
});
