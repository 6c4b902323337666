// The panel: what is known of a node or of a line, and the sentences behind it.

/** Everything about a node. `go` opens another node. */
function nodePanel(node, go) {
  return [
    make("p", { class: "kind" }, kindMark(node.kind), words.kind[node.kind]),
    make("h2", { tabindex: "-1" }, node.name),
    node.aliases.length ? make("p", { class: "also" }, "Also written: ", node.aliases.join(" · ")) : null,
    attributeList(node),
    ...groupsOf(node).map((group) => groupSection(node, group, go)),
    node.edges.length ? null : make("p", { class: "empty" }, "Nothing ties it to another name."),
  ].filter(Boolean);
}

/** Everything the articles say between two nodes. */
function pairPanel([a, b], go) {
  const facts = between(a, b);
  return [
    make("p", { class: "kind" }, plural(facts.filter(isFact).length, "fact"), " between"),
    make("h2", { tabindex: "-1", class: "pair" }, nodeButton(a, go), nodeButton(b, go)),
    make("ul", { class: "facts" }, ...facts.map((edge) => make("li", {},
      make("p", {}, edge.source.name, make("strong", {}, ` ${words.verb[edge.relation]} `), edge.target.name),
      details(edge), quotesOf(edge, true)))),
  ];
}

function attributeList(node) {
  const rows = Object.entries(words.attribute)
    .filter(([name]) => name in node.facts)
    .concat(Object.keys(node.facts).filter((name) => !(name in words.attribute)).map((name) => [name, plain(name)]))
    .map(([name, label]) => [label, attributeText(name, node.facts[name])])
    .filter(([, text]) => text);
  if (!rows.length) return null;
  return make("dl", {}, ...rows.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text)]));
}

function attributeText(name, value) {
  if (name === "main") return value ? "this event" : "";
  if (value === true) return "yes";
  if (value === false) return "no";
  return plain(value);
}

/** A node's edges by relation and direction, participants also by role, in the order of the words' tables. */
function groupsOf(node) {
  const groups = new Map();
  for (const way of ["out", "in"]) {
    for (const relation of Object.keys(words[way])) {
      const found = node.edges.filter((edge) => edge.relation === relation && (way === "out" ? edge.source : edge.target) === node);
      for (const edge of found) {
        const role = way === "in" && relation === "PARTICIPATES" ? edge.facts.role : "";
        const heading = role ? `${words[way][relation]}: ${plain(role)}` : words[way][relation];
        if (!groups.has(heading)) groups.set(heading, []);
        groups.get(heading).push(edge);
      }
    }
  }
  return [...groups].map(([heading, found]) => ({ heading, edges: found.sort(inOrder(node)) }));
}

/** Latest first; undated and equal ones by name. */
const inOrder = (node) => (a, b) => {
  const date = (edge) => otherEnd(edge, node).facts.date || edge.last || "";
  return date(b).localeCompare(date(a)) || otherEnd(a, node).name.localeCompare(otherEnd(b, node).name, "vi");
};

function groupSection(node, { heading, edges: found }, go) {
  const rows = found.map((edge) => make("li", {}, nodeButton(otherEnd(edge, node), go), details(edge, node), quotesOf(edge)));
  return make("section", {},
    make("h3", {}, heading, make("span", { class: "count" }, String(found.length))),
    make("ul", { class: "facts" }, ...rows));
}

function nodeButton(node, go) {
  return make("button", { type: "button", class: "to", click: () => go(node) }, kindMark(node.kind), make("span", {}, node.name));
}

/** One quiet line: title, role, status, rank, dates. Seen from an event, its own role is in the heading already. */
function details(edge, from) {
  if (!isFact(edge)) return make("p", { class: "details" }, listed([`likelihood ${edge.facts.likelihood}`, edge.facts.reasons]));
  const { title, role, status, rank } = edge.facts;
  const event = from && edge.relation === "PARTICIPATES" && edge.target !== from ? edge.target : null;
  const parts = edge.relation === "PARTICIPATES"
    ? [edge.target === from ? "" : plain(role ?? ""), event?.facts.date || span(edge.first, edge.last)]
    : [title, status && status !== "current" ? plain(status) : "", rank, span(edge.first, edge.last)];
  return make("p", { class: "details" }, listed(parts));
}

/** The sentences behind an edge, written into the page when they are first opened. */
function quotesOf(edge, open = false) {
  if (!isFact(edge)) return "";
  if (!edge.quotes.length) return make("p", { class: "empty" }, "No sentence is stored for this.");
  const box = make("div", { class: "quotes" });
  const fill = () => box.children.length || box.append(...edge.quotes.map((place) => quoteBox(quote(place))));
  if (open) fill();
  const label = `${plural(edge.quotes.length, "sentence")}${edge.articles > 1 ? ` in ${plural(edge.articles, "article")}` : ""}`;
  return make("details", { open, toggle: fill }, make("summary", {}, label), box);
}

function quoteBox(said) {
  const address = webAddress(said.address);
  const title = said.title || said.document;
  return make("figure", {},
    make("blockquote", { lang: "vi" }, said.before, make("mark", {}, said.marked), said.after),
    make("figcaption", {},
      address
        ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer", lang: "vi" }, title)
        : make("span", { class: "title", lang: "vi" }, title),
      make("span", { class: "from" }, listed([said.published, said.document, address ? "" : said.address])),
      make("span", { class: "rule" },
        said.caption ? make("span", { class: "caption" }, "caption") : null,
        `rule ${said.rule} · confidence ${said.confidence}`)));
}
