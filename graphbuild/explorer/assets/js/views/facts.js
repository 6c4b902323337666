// Edges as a list of facts, each with its sentences.

import { make, nodeButton } from "../dom.js";
import { postTimes } from "../model/describe.js";
import { listed } from "../text.js";
import { plain, roleWord, span, t } from "../words.js";

/** So many rows of a list are written at once; the rest when the reader asks. */
const FIRST = 12;

/** list(rows): a list of which the first rows stand there and a button brings the rest; a row is made when it is needed. */
export function longList(rows, toItem, first = FIRST) {
  const items = rows.slice(0, rows.length <= first + 2 ? rows.length : first).map(toItem);
  const list = make("ul", { class: "facts" }, ...items);
  if (items.length === rows.length) return [list];
  const more = make("button", { type: "button", class: "more", click: () => {
    const rest = rows.slice(items.length).map(toItem);
    list.append(...rest);
    more.remove();
    rest[0].querySelector("button, summary")?.focus();
  } }, t("card.all", { n: rows.length }));
  return [list, more];
}

/** section(heading, count, ...content): a part of the panel under its heading. */
export const section = (heading, count, ...content) =>
  make("section", {}, make("h3", {}, heading, count === null ? null : make("span", { class: "count" }, String(count))), ...content);

/** row(e, from): a list item for an edge as seen from `from`; sentence(e): the edge as a sentence with both its ends. */
export function makeFacts(model, { quotes, go }) {
  const { nodes, edges } = model;

  function row(e, from) {
    const isPost = edges.relation(e) === "HOLDS";
    return make("li", {},
      isPost ? make("p", { class: "post" }, make("strong", { lang: "vi" }, edges.text("title", e))) : null,
      nodeButton(model, model.otherEnd(e, from), go),
      ...(isPost ? postDetails(e, from) : [details(e, from)]), quotes.ofEdge(e));
  }

  /** Status, rank and times of a post, and who held it before and after. */
  function postDetails(e, from) {
    const status = edges.text("status", e);
    const acting = edges.value("acting", e) && status !== "acting" ? plain("acting") : "";
    const lines = [make("p", { class: "details" }, listed([status !== "current" && plain(status), acting, edges.text("rank", e), postTimes(model, e)]))];
    for (const [name, key] of [["predecessor", "post.after"], ["successor", "post.before"]]) {
      const other = nodes.number(edges.text(name, e));
      if (other >= 0 && other !== from) lines.push(make("p", { class: "details inline" }, t(key), " ", nodeButton(model, other, go)));
    }
    return lines;
  }

  /** One quiet line: role, dates. Seen from an event, its own role is in the heading already. */
  function details(e, from) {
    const seen = span(edges.first(e), edges.last(e));
    const { source, target } = edges;
    if (edges.relation(e) !== "PARTICIPATES") {
      const date = nodes.kind(model.otherEnd(e, from)) === "event" ? nodes.text("date", model.otherEnd(e, from)) : "";
      return make("p", { class: "details" }, listed([tieTimes(e), date || seen]));
    }
    const date = from === source[e] ? nodes.text("date", target[e]) : "";
    return make("p", { class: "details" }, listed([from === source[e] ? plain(nodes.text("type", target[e])) : "", date || (target[e] === from ? "" : seen)]));
  }

  /** From when and until when a unit was part of another, where that is known besides sightings. */
  const tieTimes = (e) => listed([
    edges.text("valid_from", e) && t("post.from", { date: edges.text("valid_from", e) }),
    edges.text("valid_to", e) && t("post.until", { date: edges.text("valid_to", e) }),
  ]);

  /** "Bùi Hải Ẩn holds a post in Quân khu 96", with what is known of it. */
  function sentence(e, open = false) {
    const relation = edges.relation(e);
    const role = relation === "PARTICIPATES" ? roleWord(edges.text("role", e)) : t(`verb.${relation}`);
    return make("li", {},
      make("p", {}, nodes.name(edges.source[e]), make("strong", {}, ` ${role} `), nodes.name(edges.target[e])),
      relation === "HOLDS"
        ? make("p", { class: "details" }, listed([edges.text("title", e), edges.text("status", e) !== "current" && plain(edges.text("status", e)), edges.text("rank", e), postTimes(model, e)]))
        : details(e, edges.source[e]),
      quotes.ofEdge(e, open));
  }

  return { row, sentence };
}
