// The menu "Arrange": groups, pins, what is hidden; and the same for the picked node as buttons in the panel.

import { make } from "../dom.js";
import { GROUPINGS } from "../model/groups.js";
import { t } from "../words.js";
import { icon } from "./icons.js";
import { makeMenu } from "./menu.js";

const pins = ({ pinned }) => Object.keys(pinned).length;
const hidden = ({ filters }) => filters.hidden?.length ?? 0;
const isPinned = ({ picked, pinned }) => picked.length > 0 && picked.every((node) => node in pinned);

/** Returns the button of the menu. placeOf(node): where it stands in the drawing, [x, y], or undefined. */
export function makeArrangeMenu(store, model, { actions, placeOf }) {
  const flip = () => flipPins(store, actions, placeOf, store.state.picked);
  return makeMenu(store, {
    id: "arrange",
    content: [icon("arrange"), make("span", { class: "text", "data-t": "arrange.name" })],
    name: () => t("arrange.name"),
    items: [
      { heading: () => t("arrange.group") },
      ...GROUPINGS.map((grouped) => ({
        label: () => t(`arrange.group_${grouped || "none"}`),
        act: () => store.update({ grouped }),
        radio: (state) => state.grouped === grouped,
      })),
      { heading: () => t("arrange.marks") },
      { label: (state) => t(isPinned(state) ? "arrange.unpin" : "arrange.pin"), act: flip, can: ({ picked }) => picked.length > 0 },
      { label: () => t("arrange.hide"), act: () => actions.hide(...store.state.picked), can: ({ picked }) => picked.length > 0 },
      { label: (state) => t("arrange.unpin_all", { n: pins(state) }), act: () => store.update({ pinned: {} }), can: pins },
      { label: (state) => t("arrange.show_hidden", { n: hidden(state) }), act: () => actions.filter("hidden", null), can: hidden },
    ],
  });
}

/** Pin the nodes where they stand, or let them go where all are pinned. */
export function flipPins(store, actions, placeOf, nodes) {
  if (nodes.every((node) => node in store.state.pinned)) actions.unpin(...nodes);
  else actions.pin(Object.fromEntries(nodes.map((node) => [node, placeOf(node)]).filter(([, place]) => place)));
}

/** Buttons for the picked node: pin, hide. One element, which the panel takes into what it shows. */
export function makeNodeTools(store, { actions, placeOf }) {
  const [pinWord, hideWord] = [document.createTextNode(""), document.createTextNode("")];
  const pin = make("button", { type: "button", id: "pin", click: () => flipPins(store, actions, placeOf, store.state.picked) }, icon("pin"), pinWord);
  const hide = make("button", { type: "button", id: "hide", click: () => actions.hide(...store.state.picked) }, icon("hide"), hideWord);
  store.watch(["picked", "pinned", "lang"], (state) => {
    pinWord.data = t("arrange.pin");
    hideWord.data = t("arrange.hide");
    pin.setAttribute("aria-pressed", String(isPinned(state)));
  });
  return make("div", { class: "node-tools" }, pin, hide);
}
