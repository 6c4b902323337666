// The sentences behind an edge or a side of a contradiction.

import { NotServed } from "../chunks.js";
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

/** What stands in the place of sentences that cannot be read: why not, and what to do. */
export function unread(error) {
  const told = error instanceof NotServed ? t("panel.not_served", { folder: error.message }) : t("panel.unread", { what: error.message });
  return make("p", { class: "empty", role: "alert" }, told);
}

/** Boxes of those quotes that have one of `words` in them, each sentence once. */
function having(quotes, words) {
  const said = new Map();
  for (const quote of quotes) {
    const whole = (quote.before + quote.marked + quote.after).toLowerCase();
    if (words.some((word) => whole.includes(word.toLowerCase()))) said.set(`${quote.article} ${whole}`, quote);
  }
  return [...said.values()].map(quoteBox);
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
      box.replaceChildren(...await evidence.quotesOf(e).then((said) => said.map(quoteBox), (error) => [unread(error)]));
    };
    if (open) fill();
    return make("details", { open, toggle: fill }, make("summary", {}, sentences(count, model.edges.articles(e))), box);
  }

  function ofSide(number) {
    if (number < 0) return make("p", { class: "empty" }, t("panel.no_sentence"));
    const box = make("div", { class: "quotes" });
    evidence.quote(number).then(quoteBox, unread).then((told) => box.replaceChildren(told));
    return box;
  }

  function naming(found, words) {
    const box = make("div", { class: "quotes" });
    let asked = false;
    const fill = async () => {
      if (asked) return;
      asked = true;
      const told = await Promise.all(found.map(evidence.quotesOf)).then((quotes) => having(quotes.flat(), words), (error) => [unread(error)]);
      box.replaceChildren(...(told.length ? told : [make("p", { class: "empty" }, t("panel.no_sentence"))]));
    };
    return make("details", { toggle: fill }, make("summary", {}, t("card.sentences")), box);
  }

  return { ofEdge, ofSide, naming };
}
