// The panel: what is known of a node, or of two, and the sentences behind it.

import { make } from "../dom.js";
import { same } from "../model/state.js";
import { t } from "../words.js";
import { makeFacts } from "./facts.js";
import { makeNodeCard } from "./node_card.js";
import { makePairCard } from "./pair_card.js";
import { makeQuotes } from "./quotes.js";

/** The fields that the panel shows something of; a change of `picked` brings the focus to its heading. */
const SHOWN = ["picked", "lang", "reach", "ways", "way", "avoid", "filters"];

/**
 * The panel follows state.picked. When it closes, the focus goes back to where it came from, or to `back`.
 * nodeTools: an element with buttons for the picked node.
 */
export function makePanel(store, model, { evidence, actions, links, shown, nodeTools, back }) {
  const panel = document.getElementById("panel");
  const quotes = makeQuotes(model, evidence);
  const facts = makeFacts(model, { quotes, go: (node) => actions.pick(node) });
  const nodeCard = makeNodeCard(store, model, { facts, quotes, actions, shown });
  const pairCard = makePairCard(store, model, { facts, actions, links, shown });

  /** What had the focus before the panel took it. */
  let opener = null;

  function close() {
    if (panel.hidden) return;
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    if (inside) (opener?.isConnected && opener !== document.body ? opener : back).focus();
  }

  store.watch(SHOWN, (state, before) => {
    const { picked } = state;
    panel.setAttribute("aria-label", t("panel.label"));
    if (!picked.length) return close();
    const fresh = state === before || !same(picked, before.picked);
    const [focused, scrolled] = fresh ? [null, 0] : [keyOf(document.activeElement), panel.querySelector(".content")?.scrollTop ?? 0];
    const closer = make("button", { type: "button", class: "close", "aria-label": t("panel.close"), click: () => actions.pick() }, "×");
    const content = picked.length === 1 ? nodeCard(picked[0]) : pairCard(picked);
    if (!panel.contains(document.activeElement)) opener = document.activeElement;
    panel.replaceChildren(closer, make("div", { class: "content" }, ...content));
    if (picked.length === 1) panel.querySelector(".asks").append(nodeTools);
    panel.hidden = false;
    if (fresh) panel.querySelector("h2").focus({ preventScroll: true });
    else {
      panel.querySelector(".content").scrollTop = scrolled;
      if (focused) panel.querySelector(focused)?.focus({ preventScroll: true });
    }
    return undefined;
  });

  /** A selector for a control of the panel that is written anew, so that the focus comes back to it. */
  function keyOf(element) {
    if (!panel.contains(element)) return null;
    if (element.id) return `#${element.id}`;
    const [name, value] = Object.entries(element.dataset)[0] ?? [];
    return name ? `[data-${name}="${CSS.escape(value)}"]` : null;
  }
}
