// A button with a menu under it: arrows move, Enter does, Escape closes and gives the focus back.

import { make } from "../dom.js";

/**
 * Returns the button. items: {label(state), act(), can(state), radio(state)}: `can` tells whether it can be done now,
 * `radio` makes it one of a choice and tells whether it is chosen; an item {heading(state)} names those behind it.
 * content: what stands on the button; name(): its label.
 */
export function makeMenu(store, { id, content, name, items }) {
  const menu = make("div", { id: `${id}-menu`, class: "menu", role: "menu", hidden: true });
  const button = make("button", {
    type: "button", id, "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": menu.id,
    click: () => (menu.hidden ? open(0) : close()),
  }, ...content);
  document.querySelector("header").append(menu);
  const rows = items.map((item) => ({ item, row: rowOf(item) }));
  menu.append(...rows.map(({ row }) => row));

  function rowOf(item) {
    if (item.heading) return make("p", { class: "heading", role: "presentation" });
    const done = () => {
      close();
      item.act();
    };
    return make("button", { type: "button", role: item.radio ? "menuitemradio" : "menuitem", tabindex: "-1", click: done });
  }

  function write(state) {
    for (const { item, row } of rows) {
      row.textContent = (item.heading ?? item.label)(state);
      if (item.radio) row.setAttribute("aria-checked", String(item.radio(state)));
      // Not `disabled`, which would take it out of the arrows' way unsaid.
      if (!item.heading) row.setAttribute("aria-disabled", String(!(item.can?.(state) ?? true)));
    }
    menu.setAttribute("aria-label", name());
  }

  const actable = () => rows.filter(({ item }) => !item.heading).map(({ row }) => row);

  function open(place) {
    write(store.state);
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    const at = button.getBoundingClientRect();
    menu.style.top = `${Math.round(at.bottom + 6)}px`;
    menu.style.left = `${Math.round(Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8)))}px`;
    actable().at(place).focus();
  }

  function close() {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  }

  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? 0 : -1);
  });
  menu.addEventListener("keydown", (event) => {
    const all = actable();
    const place = all.indexOf(document.activeElement);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) all.at(to % all.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.stopPropagation();
    if (event.key !== "Tab") event.preventDefault();
  });
  menu.addEventListener("click", (event) => {
    if (event.target.closest("[aria-disabled=true]")) event.stopPropagation();
  }, true);
  addEventListener("pointerdown", (event) => {
    if (menu.hidden || menu.contains(event.target) || button.contains(event.target)) return;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
  });
  addEventListener("resize", close);
  store.watch(["lang"], () => {
    button.setAttribute("aria-label", name());
    button.title = name();
  });
  return button;
}
