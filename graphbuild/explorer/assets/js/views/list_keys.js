// A box with a list of options under it: arrows mark one, Enter or a click takes it, Escape folds the list.

import { make } from "../dom.js";

/**
 * show(contents, none): list the options, each a list of elements, the first one marked; `none` is told where there are
 * none. hide(): fold the list. take(place) is called with the option that the reader takes.
 */
export function makeListKeys(box, list, take) {
  let options = [];
  let active = -1;

  function show(contents, none = "") {
    options = contents.map((content, place) => make("li", {
      id: `${list.id}-${place}`, role: "option",
      // Not "click": the box would lose the focus first, and with it the list.
      mousedown: (event) => choose(event, place),
    }, ...content));
    list.replaceChildren(...options);
    if (!options.length && none) list.append(make("li", { class: "none", role: "option", "aria-disabled": "true" }, none));
    list.hidden = !list.children.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    mark(options.length ? 0 : -1);
  }

  function mark(place) {
    active = place;
    options.forEach((option, one) => option.setAttribute("aria-selected", String(one === place)));
    if (place < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", options[place].id);
    options[place]?.scrollIntoView({ block: "nearest" });
  }

  function hide() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function choose(event, place) {
    event.preventDefault();
    hide();
    take(place);
  }

  box.addEventListener("blur", hide);
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      if (!list.hidden) return mark((active + step + options.length) % options.length);
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      return mark(active);
    }
    if (event.key === "Enter" && !list.hidden && active >= 0) choose(event, active);
    else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      hide();
    }
    return undefined;
  });
  return { show, hide };
}
