// The command chart of a unit on a date: cards in rings, who held which post, and how sure that is.

import { draw, make, nodeButton } from "../dom.js";
import { isDate } from "../model/days.js";
import { newestPost } from "../model/as_of.js";
import { topOf } from "../model/subjects.js";
import { shownItems, unitTree, unitsAbove } from "../model/tree.js";
import { layOut } from "../model/tree_layout.js";
import { t } from "../words.js";
import { makeChartCards } from "./chart_cards.js";

const [PAD, SMALLEST, LARGEST] = [16, 0.4, 2];
/** Narrower windows show the chart in one column. */
const NARROW = 720;
const CERTAINTIES = ["certain", "likely", "unknown"];

export function makeChart(store, model, { actions }) {
  const box = document.getElementById("view-chart");
  const date = make("input", { id: "chart-date", type: "text", inputmode: "numeric", autocomplete: "off", spellcheck: "false", "aria-describedby": "chart-wrong" });
  const label = make("label", { for: "chart-date" });
  const wrong = make("span", { id: "chart-wrong", role: "status" });
  const years = make("div", { class: "years", role: "group" });
  const above = make("nav", { class: "above" });
  const legend = make("ul", { class: "sure" });
  const zooms = make("div", { class: "zooms" });
  const scroll = make("div", { class: "scroll" });
  const heading = make("h2", { id: "chart-heading" });
  box.replaceChildren(
    make("div", { class: "bar" }, heading, make("div", { class: "when" }, label, date, wrong), years, zooms),
    make("div", { class: "bar quiet" }, above, legend), scroll);
  const cards = makeChartCards(store, model, { actions });
  let zoom = 1;
  let size = { width: 1, height: 1 };
  let svg = null;

  date.addEventListener("change", () => {
    const typed = date.value.trim();
    const right = !typed || isDate(typed);
    wrong.textContent = right ? "" : t("chart.wrong");
    date.setAttribute("aria-invalid", String(!right));
    if (right) store.update({ on: typed });
  });

  /** A button a year in which anything is dated, so that a chart can be looked at through time. */
  function yearButtons(on) {
    const dates = model.edges.lasts.values.concat(model.edges.firsts.values).map((one) => Number(one.slice(0, 4))).filter(Boolean);
    const [first, last] = [dates.reduce((a, b) => Math.min(a, b), Infinity), dates.reduce((a, b) => Math.max(a, b), 0)];
    const wanted = Array.from({ length: Math.max(0, Math.min(last - first + 1, 60)) }, (_, n) => String(last - n)).reverse();
    years.setAttribute("aria-label", t("chart.years"));
    years.replaceChildren(...wanted.map((year) => make("button", {
      type: "button", "data-year": year, "aria-pressed": String(on.slice(0, 4) === year), click: () => store.update({ on: year }),
    }, year)));
    const chosen = years.querySelector("[aria-pressed=true]");
    if (chosen) years.scrollLeft = chosen.offsetLeft - years.clientWidth / 2;
  }

  function zoomBy(factor) {
    zoom = Math.min(LARGEST, Math.max(SMALLEST, zoom * factor));
    svg?.setAttribute("width", size.width * zoom);
    svg?.setAttribute("height", size.height * zoom);
  }

  function fit() {
    if (!svg || !scroll.clientWidth) return;
    zoom = 1;
    zoomBy(Math.min(1, Math.max(scroll.clientWidth - 4, 100) / size.width));
    scroll.scrollLeft = (scroll.scrollWidth - scroll.clientWidth) / 2;
  }

  scroll.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });

  store.watch(["mode", "top", "on", "folds", "picked", "lang"], (state, before) => {
    if (state.mode !== "chart") return;
    const unit = topOf(model, state);
    words(state, unit);
    if (unit < 0) return scroll.replaceChildren(make("p", { class: "empty" }, t("chart.none")));
    const on = state.on || newestPost(model, unit).slice(0, 4);
    yearButtons(on);
    const tree = unitTree(model, unit, on, state.folds);
    heading.replaceChildren(t("chart.heading", { unit: model.nodes.name(unit), date: on }));
    above.replaceChildren(...unitsAbove(model, unit, on).reverse().flatMap((one) => [nodeButton(model, one, (node) => actions.pick(node)), make("span", { "aria-hidden": "true" }, "›")]));
    const fresh = state === before || before.mode !== "chart" || topOf(model, before) !== unit || before.on !== state.on;
    paint(tree, state, fresh);
    return undefined;
  });

  function words({ on, lang }, unit) {
    label.textContent = t("chart.date");
    date.placeholder = unit < 0 ? "" : newestPost(model, unit).slice(0, 4);
    if (document.activeElement !== date || !wrong.textContent) date.value = on;
    date.lang = lang;
    above.setAttribute("aria-label", t("chart.above"));
    legend.setAttribute("aria-label", t("chart.sure"));
    legend.replaceChildren(...CERTAINTIES.map((one) => make("li", {}, cards.sureMark(one), t(`certainty.${one}`))));
    zooms.replaceChildren(...[["−", "chart.smaller", () => zoomBy(1 / 1.25)], ["+", "chart.larger", () => zoomBy(1.25)], ["⤢", "chart.fit", fit]].map(
      ([sign, key, click]) => make("button", { type: "button", "aria-label": t(key), title: t(key), click }, sign)));
  }

  function paint(tree, state, fresh) {
    const [left, topAt] = [scroll.scrollLeft, scroll.scrollTop];
    const focused = scroll.contains(document.activeElement) ? document.activeElement.dataset : null;
    const { cards: placed, lines, width, height } = layOut(tree, cards.sizeOf, { upright: box.clientWidth < NARROW });
    size = { width: width + 2 * PAD, height: height + 2 * PAD };
    svg = draw("svg", {
      viewBox: `${-PAD} ${-PAD} ${size.width} ${size.height}`, width: size.width * zoom, height: size.height * zoom,
      role: "tree", "aria-labelledby": "chart-heading",
    });
    const levels = new Map();
    const level = (item, depth) => { levels.set(item, depth); item.children.forEach((child) => level(child, depth + 1)); };
    level(tree, 1);
    const order = new Map(shownItems(tree).map((item, place) => [item, place]));
    placed.sort((a, b) => order.get(a.item) - order.get(b.item));
    // Sure lines over unsure ones, where they share a stretch.
    lines.sort((a, b) => CERTAINTIES.indexOf(b.item.tie) - CERTAINTIES.indexOf(a.item.tie));
    svg.append(
      draw("g", { class: "lines", "aria-hidden": "true" }, ...lines.map(({ item, points }) => draw("path", { d: `M${points.map((point) => point.join(" ")).join("L")}`, class: item.tie }))),
      ...placed.map((card) => cards.card(card, { level: levels.get(card.item), picked: state.picked.includes(card.item.unit), top: card.item === tree })));
    scroll.replaceChildren(svg);
    if (fresh) fit();
    else {
      scroll.scrollLeft = left;
      scroll.scrollTop = topAt;
    }
    if (focused) cards.refocus(svg, focused);
  }

  return { fit };
}
