// While the reader looks for the other end of "from here to ...": says so, and lets them stop.

import { make } from "../dom.js";
import { t } from "../words.js";

export function makeLinking(store, model, { searchBox }) {
  const bar = document.getElementById("linking");
  store.watch(["linking", "lang"], ({ linking }, before) => {
    bar.hidden = !linking.length;
    if (!linking.length) return bar.replaceChildren();
    bar.replaceChildren(make("p", {}, t("ask.linking", { name: model.nodes.name(linking[0]) })),
      make("button", { type: "button", click: () => store.update({ linking: [] }) }, t("ask.stop")));
    if (!before.linking.length) {
      searchBox.value = "";
      searchBox.focus();
    }
    return undefined;
  });
}
