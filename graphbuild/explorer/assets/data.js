// The payload as objects: see payload.py for its rows.

const readJson = (id) => JSON.parse(document.getElementById(id).textContent);

const drawing = readJson("drawing");
const payload = readJson("payload");
const words = payload.words;

const nodes = payload.nodes.map(([id, kind, name, aliases, facts], index) => {
  const { x, y, size } = drawing.nodes[index];
  return { index, id, kind, name, aliases, facts, x, y, size, edges: [] };
});

const edges = payload.edges.map(([source, target, relation, facts, articles, first, last, quotes], index) => ({
  index, source: nodes[source], target: nodes[target], relation, facts, articles, first, last, quotes,
}));

for (const edge of edges) {
  edge.source.edges.push(edge);
  if (edge.target !== edge.source) edge.target.edges.push(edge);
}

const byId = new Map(nodes.map((node) => [node.id, node]));
/** That two may be the same is no fact. */
const isFact = (edge) => edge.relation !== "POSSIBLY_SAME";
const weight = (node) => node.edges.filter(isFact).length;
const byWeight = nodes.toSorted((a, b) => weight(b) - weight(a) || a.index - b.index);
const kinds = Object.keys(words.kinds).filter((kind) => nodes.some((node) => node.kind === kind));

const otherEnd = (edge, node) => (edge.source === node ? edge.target : edge.source);
const neighbours = (node) => new Set(node.edges.map((edge) => otherEnd(edge, node)));
const between = (a, b) => a.edges.filter((edge) => otherEnd(edge, a) === b);

/** A quote with its sentence cut into the words before, in and after the mark, and its article. */
function quote(place) {
  const [sentence, start, end, rule, confidence] = payload.quotes[place];
  const [article, text, caption] = payload.sentences[sentence];
  const [document, title, address, published] = payload.articles[article];
  return {
    before: text.slice(0, start), marked: text.slice(start, end), after: text.slice(end),
    rule: payload.rules[rule], confidence, caption: Boolean(caption), document, title, address, published,
  };
}

/** Words of the vocabulary as people write them: 'hands_over' -> 'hands over'. */
const plain = (value) => words.role[value] ?? String(value).replaceAll("_", " ");

const latestFirst = (a, b) => (b.last || "").localeCompare(a.last || "");

/** What tells namesakes apart, in a few words: rank and post, type and parent, date and place. */
function subline(node) {
  const ends = (relation) => node.edges.filter((edge) => edge.relation === relation && edge.source === node);
  const name = (edge) => edge?.target.name;
  if (node.kind === "person") {
    const post = ends("HOLDS").sort(latestFirst).sort((a, b) => (a.facts.status === "former") - (b.facts.status === "former"))[0];
    return listed([node.facts.rank, post && `${post.facts.title ?? ""} ${post.target.name}`.trim()]);
  }
  if (node.kind === "unit") return listed([plain(node.facts.type ?? ""), name(ends("PART_OF")[0])]);
  if (node.kind === "event") return listed([plain(node.facts.type ?? ""), node.facts.date, name(ends("HELD_AT")[0])]);
  return listed([plain(node.facts.type ?? "")]);
}

const listed = (parts) => parts.filter(Boolean).join(" · ");

/** '2021-07', or '2021-07 to 2024', or ''. */
const span = (first, last) => (first && last && first !== last ? `${first} to ${last}` : first || last || "");
