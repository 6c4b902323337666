// The panel: what is known of a node or of a line, and the sentences behind it.

import { NotServed } from "../chunks.js";
import { kindMark, make, nodeButton } from "../dom.js";
import { attributesOf, groupsOf } from "../model/describe.js";
import { listed, webAddress } from "../text.js";
import { plain, roleWord, sentences, span, t } from "../words.js";

/** The panel follows state.picked; `back` gets the focus when it closes. */
export function makePanel(store, model, { evidence, actions, back }) {
  const panel = document.getElementById("panel");
  const { nodes, edges } = model;
  const go = (node) => actions.pick(node);

  function close() {
    if (panel.hidden) return;
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    if (inside) back.focus();
  }

  store.watch(["picked", "lang"], ({ picked }, before) => {
    panel.setAttribute("aria-label", t("panel.label"));
    if (!picked.length) return close();
    const closer = make("button", { type: "button", class: "close", "aria-label": t("panel.close"), click: () => actions.pick() }, "×");
    const content = picked.length === 1 ? nodeContent(picked[0]) : pairContent(picked);
    panel.replaceChildren(closer, make("div", { class: "content" }, ...content));
    panel.hidden = false;
    if (picked !== before.picked || before === store.state) panel.querySelector("h2").focus({ preventScroll: true });
    return undefined;
  });

  /** Everything about a node. */
  function nodeContent(node) {
    const aliases = nodes.aliases(node);
    return [
      make("p", { class: "kind" }, kindMark(nodes.kind(node)), t(`kind.${nodes.kind(node)}`)),
      make("h2", { tabindex: "-1" }, nodes.name(node)),
      aliases.length ? make("p", { class: "also" }, t("panel.also"), aliases.join(" · ")) : null,
      attributeList(node),
      ...groupsOf(model, node).map((group) => groupSection(node, group)),
      model.edgesOf(node).length ? null : make("p", { class: "empty" }, t("panel.alone")),
    ].filter(Boolean);
  }

  /** Everything the articles say between two nodes. */
  function pairContent([a, b]) {
    const facts = model.between(a, b);
    const [before, behind] = t("panel.between", { facts: "\0" }).split("\0");
    return [
      make("p", { class: "kind" }, before, t("count.facts", { n: facts.filter(edges.isFact).length }), behind),
      make("h2", { tabindex: "-1", class: "pair" }, nodeButton(model, a, go), nodeButton(model, b, go)),
      make("ul", { class: "facts" }, ...facts.map((e) => make("li", {},
        make("p", {}, nodes.name(edges.source[e]), make("strong", {}, ` ${t(`verb.${edges.relation(e)}`)} `), nodes.name(edges.target[e])),
        details(e), quotesOf(e, true)))),
    ];
  }

  function attributeList(node) {
    const rows = attributesOf(model, node);
    return rows.length ? make("dl", {}, ...rows.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text)])) : null;
  }

  function groupSection(node, { heading, edges: found }) {
    const rows = found.map((e) => make("li", {}, nodeButton(model, model.otherEnd(e, node), go), details(e, node), quotesOf(e)));
    return make("section", {},
      make("h3", {}, heading, make("span", { class: "count" }, String(found.length))),
      make("ul", { class: "facts" }, ...rows));
  }

  /** One quiet line: title, role, status, rank, dates. Seen from an event, its own role is in the heading already. */
  function details(e, from) {
    if (!edges.isFact(e)) {
      const likelihood = t("panel.likelihood", { likelihood: edges.text("likelihood", e) });
      return make("p", { class: "details" }, listed([likelihood, edges.text("reasons", e)]));
    }
    const seen = span(edges.first(e), edges.last(e));
    const { source, target } = edges;
    if (edges.relation(e) !== "PARTICIPATES") {
      const status = edges.text("status", e);
      return make("p", { class: "details" }, listed([edges.text("title", e), status !== "current" && plain(status), edges.text("rank", e), seen]));
    }
    const role = target[e] === from ? "" : roleWord(edges.text("role", e));
    const date = from === source[e] ? nodes.text("date", target[e]) : "";
    return make("p", { class: "details" }, listed([role, date || seen]));
  }

  /** The sentences behind an edge, written into the page when they are first opened. */
  function quotesOf(e, open = false) {
    if (!edges.isFact(e)) return null;
    const count = evidence.count(e);
    if (!count) return make("p", { class: "empty" }, t("panel.no_sentence"));
    const box = make("div", { class: "quotes" });
    let asked = false;
    const fill = async () => {
      if (asked) return;
      asked = true;
      try {
        box.replaceChildren(...(await evidence.quotesOf(e)).map(quoteBox));
      } catch (error) {
        asked = false;
        box.replaceChildren(make("p", { class: "empty", role: "alert" }, unread(error, model.chunks.folder)));
      }
    };
    if (open) fill();
    return make("details", { open, toggle: fill }, make("summary", {}, sentences(count, edges.articles(e))), box);
  }
}

/** Why the sentences cannot be read, and what to do. */
export const unread = (error, folder) => (error instanceof NotServed ? t("panel.not_served", { folder }) : t("panel.unread", { what: error.message }));

/** One sentence with its marked words and its article. */
export function quoteBox(said) {
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
        said.caption ? make("span", { class: "caption" }, t("panel.caption")) : null,
        t("panel.rule", { rule: said.rule, confidence: (said.confidence / 100).toFixed(2) }))));
}
