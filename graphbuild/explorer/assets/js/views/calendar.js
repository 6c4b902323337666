// Events on a strip of months; a month opens the list of its events.

import { make, nodeButton } from "../dom.js";
import { eventsOfMonth, monthsOf, newestMonth } from "../model/calendar.js";
import { subline } from "../model/describe.js";
import { t } from "../words.js";
import { longList } from "./facts.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -13, ArrowDown: 13 };
/** So many shades of a month, by how many events it has. */
const SHADES = 4;

export function makeCalendar(store, model, { actions, shown }) {
  const box = document.getElementById("view-calendar");

  store.watch(["mode", "month", "filters", "lang", "picked"], (state, before) => {
    if (state.mode !== "calendar") return;
    const told = monthsOf(model, shown(state.filters).nodes);
    const month = state.month || newestMonth(told);
    const top = box.scrollTop;
    const focused = box.contains(document.activeElement) ? document.activeElement.dataset.month : undefined;
    box.replaceChildren(
      make("div", { class: "bar" }, make("h2", { id: "calendar-heading" }, t("calendar.heading"))),
      make("div", { class: "columns" }, strip(told, month, state.lang), list(told, month, state)));
    box.scrollTop = top;
    if (focused) box.querySelector(`[data-month="${focused}"]`)?.focus({ preventScroll: true });
    else if (before.mode !== "calendar" || before === state) box.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  });

  const choose = (month) => store.update({ month });

  function strip(told, month, lang) {
    const names = Array.from({ length: 12 }, (_, n) => new Date(Date.UTC(2001, n, 1)));
    const short = (date) => (lang === "vi" ? `T${date.getUTCMonth() + 1}` : date.toLocaleDateString("en", { month: "short", timeZone: "UTC" }));
    const head = make("tr", {}, make("th", { scope: "col" }, make("span", { class: "unseen" }, t("calendar.year"))),
      ...names.map((date) => make("th", { scope: "col" }, short(date))), make("th", { scope: "col", class: "whole" }, t("calendar.whole")));
    const rows = told.years.map(({ year, months, loose }) => make("tr", {}, make("th", { scope: "row" }, String(year)),
      ...months.map((events, n) => cell(events, `${year}-${String(n + 1).padStart(2, "0")}`, month, told.most)),
      cell([...months.flat(), ...loose], String(year), month, Infinity, "whole")));
    const undated = told.undated.length ? make("button", { type: "button", class: "none", "data-month": "none", "aria-current": month === "none" ? "true" : null, click: () => choose("none") },
      t("calendar.undated", { n: told.undated.length })) : null;
    const table = make("table", { "aria-labelledby": "calendar-heading" }, make("thead", {}, head), make("tbody", {}, ...rows));
    table.addEventListener("keydown", move);
    return make("div", { class: "strip" }, table, undated);
  }

  function cell(events, month, chosen, most, kind = "") {
    if (!events.length) return make("td", { class: kind });
    const shade = Math.ceil((SHADES * events.length) / most);
    return make("td", { class: kind }, make("button", {
      type: "button", class: `shade-${shade}`, "data-month": month, "aria-current": month === chosen ? "true" : null,
      "aria-label": `${month}: ${t("calendar.events", { n: events.length })}`, click: () => choose(month),
    }, String(events.length)));
  }

  /** Arrows go to the next month that has events, sideways through all of them, up and down in the same column. */
  function move(event) {
    const step = STEPS[event.key];
    const here = event.target.closest("td");
    if (!step || !here) return;
    event.preventDefault();
    const cells = [...event.currentTarget.querySelectorAll("tbody td")];
    for (let at = cells.indexOf(here) + step; at >= 0 && at < cells.length; at += step) {
      const button = cells[at].querySelector("button");
      if (button) return button.focus();
    }
  }

  function list(told, month, { picked }) {
    const events = month ? eventsOfMonth(told, month) : [];
    const title = month === "none" ? t("calendar.without_date") : month;
    return make("section", { class: "events", "aria-live": "polite" },
      make("h3", {}, title, make("span", { class: "count" }, t("calendar.events", { n: events.length }))),
      ...longList(events, (node) => make("li", { class: picked.includes(node) ? "picked" : null },
        make("time", {}, month.length === 4 ? model.nodes.text("date", node).slice(5) : model.nodes.text("date", node).slice(8)), make("div", {}, nodeButton(model, node, (one) => actions.pick(one)), make("p", { class: "details" }, subline(model, node)))), 60));
  }
}
