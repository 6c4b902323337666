// The sentences behind an edge or a side of a contradiction.

import { make } from "../dom.js";
import { listed, webAddress } from "../text.js";
import { sentences, t } from "../words.js";

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
      make("span", { class: "from" }, listed([said.published, said.publisher, said.document, address ? "" : said.address])),
      make("span", { class: "rule" },
        said.caption ? make("span", { class: "caption" }, t("panel.caption")) : null,
        t("panel.rule", { rule: said.rule, confidence: (said.confidence / 100).toFixed(2) }))));
}

/**
 * ofEdge(e, open): what opens to the sentences behind an edge, written into the page when they are first asked for;
 * ofSide(number): the sentence of one side of a contradiction; naming(found, words): what opens to those sentences
 * behind the edges `found` that have one of `words` in them.
 */
export function makeQuotes(model, evidence) {
  function ofEdge(e, open = false) {
    const count = evidence.count(e);
    if (!count) return make("p", { class: "empty" }, t("panel.no_sentence"));
    const box = make("div", { class: "quotes" });
    let asked = false;
    const fill = async () => {
      if (asked) return;
      asked = true;
      box.replaceChildren(...(await evidence.quotesOf(e)).map(quoteBox));
    };
    if (open) fill();
    return make("details", { open, toggle: fill }, make("summary", {}, sentences(count, model.edges.articles(e))), box);
  }

  function ofSide(number) {
    if (number < 0) return make("p", { class: "empty" }, t("panel.no_sentence"));
    const box = make("div", { class: "quotes" });
    evidence.quote(number).then((said) => box.replaceChildren(quoteBox(said)));
    return box;
  }

  function naming(found, words) {
    const box = make("div", { class: "quotes" });
    let asked = false;
    const fill = async () => {
      if (asked) return;
      asked = true;
      const said = new Map();
      for (const quote of (await Promise.all(found.map(evidence.quotesOf))).flat()) {
        const whole = (quote.before + quote.marked + quote.after).toLowerCase();
        if (words.some((word) => whole.includes(word.toLowerCase()))) said.set(`${quote.article} ${whole}`, quote);
      }
      box.replaceChildren(...(said.size ? [...said.values()].map(quoteBox) : [make("p", { class: "empty" }, t("panel.no_sentence"))]));
    };
    return make("details", { toggle: fill }, make("summary", {}, t("card.sentences")), box);
  }

  return { ofEdge, ofSide, naming };
}
