// The search box: suggestions while typing, arrows to move, Enter to go, Escape to close.

import { kindMark, make } from "../dom.js";
import { subline } from "../model/describe.js";
import { fold, listed } from "../text.js";
import { t } from "../words.js";

/** Returns the box itself, for others to focus. */
export function makeSearchBox(store, model, { find, actions }) {
  const box = document.getElementById("search");
  const list = document.getElementById("suggestions");
  let found = [];
  let active = -1;

  function show() {
    found = find(box.value);
    active = found.length ? 0 : -1;
    list.replaceChildren(...found.map(option));
    if (!found.length && fold(box.value)) {
      list.append(make("li", { class: "none", role: "option", "aria-disabled": "true" }, t("search.none")));
    }
    list.hidden = !list.children.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function option(node, place) {
    const kind = model.nodes.kind(node);
    return make("li", { id: `found-${place}`, role: "option", mousedown: (event) => pick(event, place) },
      kindMark(kind),
      make("span", { class: "name" }, model.nodes.name(node)),
      make("span", { class: "sub" }, listed([t(`kind.${kind}`), subline(model, node)])));
  }

  function pick(event, place) {
    event.preventDefault();
    hide();
    actions.pick(found[place]);
  }

  function mark() {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", `found-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function hide() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", () => box.value && show());
  box.addEventListener("blur", hide);
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      if (list.hidden) return show();
      active = (active + step + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      pick(event, active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      hide();
    }
    return undefined;
  });
  return box;
}
