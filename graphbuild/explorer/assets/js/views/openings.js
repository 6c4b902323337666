// In a large graph: which groups there are and what was opened of them, how much of it, with buttons for more and less.

import { make } from "../dom.js";
import { AT_A_TIME } from "../model/lod.js";
import { t } from "../words.js";

export function makeOpenings(store, model, { stage, actions }) {
  if (!model.groups) return;
  const list = make("ul", {});
  const [title, groups] = [make("summary"), make("ul", {})];
  const box = make("section", { id: "openings" }, list, make("details", { toggle: listGroups }, title, groups));
  document.querySelector("main").append(box);
  const { nodes } = model;

  function row({ what, node, here, of }, isOpen) {
    const left = Math.min(AT_A_TIME, of - here);
    return make("li", {},
      make("span", { role: "status" }, t(`bubble.opened_${what}`, { name: nodes.name(node), here, of })),
      left ? button("more", t("bubble.next", { n: left }), () => actions.open(what, node)) : null,
      isOpen ? button("less", t("bubble.collapse"), () => actions.close(what, node)) : null);
  }

  /** What was opened, and the picked node whose neighbours are not all there. */
  function rows(state) {
    const { opened, byNode } = stage(state);
    const told = opened.map((one) => row(one, true));
    const [node] = state.picked;
    if (state.picked.length !== 1 || opened.some((one) => one.what === "node" && one.node === node)) return told;
    const around = model.neighbours(node).filter((other) => other !== node);
    const here = around.filter((other) => byNode.has(other)).length;
    return here < around.length ? [...told, row({ what: "node", node, here, of: around.length }, false)] : told;
  }

  function listGroups() {
    const bubbles = stage(store.state).marks.filter((mark) => mark.rest);
    groups.replaceChildren(...bubbles.map(({ group, name, rest }) =>
      make("li", {}, button("group", t("bubble.open_group", { name, n: rest - 1 }), () => actions.open("group", model.groups.head(group))))));
  }

  store.watch(["expanded", "filters", "picked", "lang"], (state) => {
    title.textContent = t("bubble.groups");
    list.replaceChildren(...rows(state));
    if (groups.parentElement.open) listGroups();
  });
}

const button = (name, text, click) => make("button", { type: "button", class: name, click }, text);
