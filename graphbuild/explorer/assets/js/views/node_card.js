// The panel's content for one node: what is known of it, contradictions, and what may be asked from here.

import { kindMark, make, nodeButton } from "../dom.js";
import { ranksOf } from "../model/career.js";
import { attributesOf, groupsOf, possiblySame } from "../model/describe.js";
import { reasonWords } from "../model/reasons.js";
import { MOST_RINGS, ringsAround } from "../model/rings.js";
import { listed } from "../text.js";
import { t } from "../words.js";
import { longList, section } from "./facts.js";

/** Where the panel is a sheet over the view, as in panel.css. */
const sheet = matchMedia("(max-width: 720px)");

export function makeNodeCard(store, model, { facts, quotes, actions, shown }) {
  const { nodes, edges } = model;
  const go = (node) => actions.pick(node);

  return function nodeCard(node) {
    const aliases = nodes.aliases(node);
    const kind = nodes.kind(node);
    const articles = nodes.articles(node);
    return [
      make("p", { class: "kind" }, kindMark(kind), listed([t(`kind.${kind}`), articles ? t("count.articles", { n: articles }) : ""])),
      make("h2", { tabindex: "-1", lang: "vi" }, nodes.name(node)),
      aliases.length ? make("p", { class: "also" }, t("panel.also"), aliases.join(" · ")) : null,
      make("div", { class: "asks", role: "group", "aria-label": t("ask.label") }, ...asks(node, kind)),
      model.degree(node) ? around(node) : null,
      attributeList(node),
      conflicts(node),
      kind === "person" ? ranks(node) : null,
      ...groupsOf(model, node).map((group) => section(group.heading, group.edges.length, ...longList(group.edges, (e) => facts.row(e, node)))),
      maybeSame(node),
      whyOne(node),
      model.edgesOf(node).length ? null : make("p", { class: "empty" }, t("panel.alone")),
    ].filter(Boolean);
  };

  /** What can be asked of a node, as buttons. */
  function asks(node, kind) {
    const ask = (id, key, click) => make("button", { type: "button", "data-ask": id, click }, t(key));
    return [
      ask("link", "ask.link", () => store.update({ linking: [node] })),
      kind === "unit" ? ask("only", "filter.only_below", () => actions.filter("unit", [node])) : null,
      kind === "unit" ? ask("chart", "ask.chart", () => turn({ mode: "chart", top: [node], folds: [] })) : null,
      kind === "person" ? ask("career", "ask.career", () => turn({ mode: "career", career: [node] })) : null,
      kind === "event" && nodes.text("date", node) ? ask("calendar", "ask.calendar", () => turn({ mode: "calendar", month: nodes.text("date", node).slice(0, 7) })) : null,
    ].filter(Boolean);
  }

  /** Turn to another view; on a phone the panel would lie over it. */
  function turn(change) {
    store.update({ ...change, ...(sheet.matches ? { picked: [] } : {}) });
  }

  /** What lies 1, 2 and 3 steps around, to be brought out in the drawing. */
  function around(node) {
    const { reach, filters } = store.state;
    const rings = ringsAround(model, node, MOST_RINGS, shown(filters).edges);
    const steps = rings.map((ring, place) => {
      const hops = String(place + 1);
      const count = rings.slice(0, place + 1).reduce((sum, one) => sum + one.length, 0);
      return make("button", { type: "button", "data-reach": hops, "aria-pressed": String(hops === reach), click: () => store.update({ reach: hops, mode: "graph" }) },
        t("ask.steps", { n: place + 1 }), make("span", { class: "count" }, count.toLocaleString(store.state.lang)));
    });
    const farther = rings.slice(1, Number(reach)).map((ring, place) => section(t("ask.ring", { n: place + 2 }), ring.length,
      ...longList(ring, (one) => make("li", {}, nodeButton(model, one, go)))));
    return make("div", { class: "around" }, make("div", { class: "steps", role: "group", "aria-label": t("ask.around") }, make("span", {}, t("ask.around")), ...steps), ...farther);
  }

  function attributeList(node) {
    const rows = attributesOf(model, node);
    return rows.length ? make("dl", {}, ...rows.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text)])) : null;
  }

  /** Ranks by the day each was first seen on, latest first, with the sentences that call the person so. */
  function ranks(node) {
    const found = ranksOf(model, node).reverse();
    if (!found.length) return null;
    const forms = [nodes.name(node), ...nodes.aliases(node)];
    return section(t("card.ranks"), found.length, ...longList(found, ({ rank, date }) => make("li", {},
      make("p", { class: "post" }, make("strong", { lang: "vi" }, rank)),
      make("p", { class: "details" }, date ? t("card.first_seen", { date }) : t("card.undated")),
      quotes.naming([...model.edgesOf(node)], forms.map((form) => `${rank} ${form}`)))));
  }

  /** Why several records were taken for one person. */
  function whyOne(node) {
    const reasons = nodes.text("joined_because", node).split("; ").filter(Boolean);
    if (!reasons.length) return null;
    return make("details", { class: "why" }, make("summary", {}, t("attribute.joined_because")),
      make("ul", { class: "reasons" }, ...reasons.map((reason) => make("li", {}, reasonWords(reason)))));
  }

  /** What cannot be true together, both sentences side by side. */
  function conflicts(node) {
    const found = model.conflicts.filter((one) => one.about === node);
    if (!found.length) return null;
    return make("div", { class: "conflicts" }, section(t("card.conflicts"), found.length,
      ...longList(found, ({ kind, sides }) => make("li", {},
        make("p", { class: "post" }, make("strong", {}, t(`conflict.${kind}`))),
        make("div", { class: "sides" }, ...sides.map(({ words, date, quote }) => make("div", {},
          make("p", { class: "side" }, make("span", { lang: "vi" }, words), date ? make("time", { datetime: date }, date) : null),
          quotes.ofSide(quote)))))), 4));
  }

  /** Who may be the same, how likely, and why. */
  function maybeSame(node) {
    const found = possiblySame(model, node);
    if (!found.length) return null;
    return make("div", { class: "doubts" }, section(t("card.possibly_same"), found.length,
      ...longList(found, ({ node: other, likelihood, reasons }) => make("li", {},
        nodeButton(model, other, go),
        make("p", { class: "likelihood" }, make("meter", { min: 0, max: 1, value: likelihood, "aria-hidden": "true" }), t("card.likelihood", { per_cent: Math.round(100 * likelihood) })),
        make("ul", { class: "reasons" }, ...reasons.map((reason) => make("li", {}, reasonWords(reason)))),
        make("button", { type: "button", class: "more", click: () => actions.pick(node, other) }, t("card.compare"))))));
  }
}
