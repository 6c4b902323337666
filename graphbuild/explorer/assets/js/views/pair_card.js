// The panel's content for two nodes: what is said of both, what they have in common, and the ways between them.

import { kindMark, make, nodeButton } from "../dom.js";
import { sharedOf } from "../model/shared.js";
import { listed } from "../text.js";
import { plain, roleWord, span, t } from "../words.js";
import { longList, section } from "./facts.js";

const WAYS = ["1", "3", "5", "10"];
/** So many of what two have in common stand there at once: the ways between them are not to be far below. */
const SHARED = 6;

export function makePairCard(store, model, { facts, actions, links, shown }) {
  const { nodes, edges } = model;
  const go = (node) => actions.pick(node);
  /** Kinds and relations of the graph over which a way may lead. */
  const relations = edges.relations.values.filter((one) => one !== "POSSIBLY_SAME");
  const kinds = nodes.kinds.values;

  return function pairCard([a, b]) {
    const direct = model.between(a, b).filter(edges.isFact);
    const told = direct.length ? t("panel.between", { facts: t("count.facts", { n: direct.length }) }) : t("card.not_direct");
    return [
      make("p", { class: "kind" }, told),
      make("h2", { tabindex: "-1", class: "pair" }, nodeButton(model, a, go), nodeButton(model, b, go)),
      ...(direct.length ? longList(direct, (e) => facts.sentence(e, direct.length < 4)) : []),
      ...sharedOf(model, a, b, keptEdges()).map((group) => common(a, b, group)),
      ways(a, b),
    ];
  };

  function keptEdges() {
    const { filters } = store.state;
    return Object.keys(filters).length ? shown(filters).edges : null;
  }

  /** "Both were there", "Events of both": one list a kind, each item with how either is tied to it. */
  function common(a, b, { kind, nodes: both }) {
    const heading = nodes.kind(a) === "event" && nodes.kind(b) === "event" && kind !== "place" ? `card.at_both_${kind}` : `card.common_${kind}`;
    return section(t(heading), both.length, ...longList(both, ({ node, ofA, ofB }) => make("li", {},
      nodeButton(model, node, go),
      make("p", { class: "details" }, nodes.text("date", node)),
      ties(a, ofA, b, ofB)), SHARED));
  }

  /** How either is tied to what they share; it opens to the sentences. */
  function ties(a, ofA, b, ofB) {
    const list = make("ul", { class: "facts" });
    const fill = () => {
      if (!list.children.length) list.append(...[...ofA, ...ofB].map((e) => facts.sentence(e, true)));
    };
    return make("details", { class: "both", toggle: fill },
      make("summary", {}, ...[[a, ofA], [b, ofB]].map(([end, tied]) => make("span", { class: "end" }, `${nodes.name(end)}: ${[...new Set(tied.map(tieWord))].join("; ")}`))), list);
  }

  /** An edge in a word or two: the role, the title, or the verb. */
  function tieWord(e) {
    const relation = edges.relation(e);
    if (relation === "PARTICIPATES") return roleWord(edges.text("role", e));
    if (relation === "HOLDS") return listed([edges.text("title", e), edges.text("status", e) !== "current" && plain(edges.text("status", e)), span(edges.first(e), edges.last(e))]);
    return t(`verb.${relation}`);
  }

  /** The ways between the two, with what they may lead over. */
  function ways(a, b) {
    const { state } = store;
    const found = links(state);
    const choose = make("select", { id: "ways", "aria-label": t("ways.number"), change: (event) => store.update({ ways: event.target.value, way: "1" }) },
      ...WAYS.map((n) => make("option", { value: n, selected: n === state.ways }, n)));
    const over = (value, ...label) => make("button", { type: "button", "data-over": value, "aria-pressed": String(!state.avoid.includes(value)), click: () => flip(value) }, ...label);
    return make("div", { class: "ways" },
      section(t("ways.heading"), found.ways.length,
        make("div", { class: "over" }, make("label", { for: "ways" }, t("ways.number")), choose),
        make("details", { open: state.avoid.length > 0 }, make("summary", {}, t("ways.over")),
          make("div", { class: "over", role: "group", "aria-label": t("ways.over") },
            ...kinds.map((kind) => over(kind, kindMark(kind), t(`kinds.${kind}`))),
            ...relations.map((relation) => over(relation, t(`verb.${relation}`))))),
        found.ways.length
          ? make("ol", { class: "chains" }, ...found.ways.map((way, place) => chain(way, place, found.steps(way))))
          : make("p", { class: "empty" }, t(state.avoid.length || Object.keys(state.filters).length ? "ways.none_so" : "ways.none"))));
  }

  function flip(value) {
    store.update(({ avoid }) => ({ avoid: avoid.includes(value) ? avoid.filter((one) => one !== value) : [...avoid, value], way: "1" }));
  }

  /** One way: its nodes with the words between them; chosen, it is the one that the drawing follows, with its sentences. */
  function chain(way, place, steps) {
    const number = String(place + 1);
    const chosen = store.state.way === number;
    const words = way.flatMap((node, n) => [
      n ? make("span", { class: "step" }, edges.source[steps[n - 1]] === node ? "← " : "→ ", tieWord(steps[n - 1])) : null,
      make("span", { class: "stop" }, kindMark(nodes.kind(node)), nodes.name(node)),
    ]);
    return make("li", { class: chosen ? "chosen" : null },
      make("button", { type: "button", class: "chain", "data-way": number, "aria-pressed": String(chosen), click: () => store.update({ way: number }) },
        make("span", { class: "count" }, t("ways.steps", { n: steps.length })), ...words),
      // The facts of a single step stand above already.
      chosen && steps.length > 1 ? make("ul", { class: "facts" }, ...steps.map((e) => facts.sentence(e))) : null);
  }
}
