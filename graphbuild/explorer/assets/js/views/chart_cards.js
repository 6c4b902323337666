// The cards of the command chart: a unit with its posts, drawn so that the chart can be taken away as a picture.

import { draw, pressed } from "../dom.js";
import { reason } from "../model/because.js";
import { wrap } from "../model/wrap.js";
import { listed } from "../text.js";
import { t } from "../words.js";
import { FONT } from "./labels.js";

const CARD = { width: 248, pad: 10, name: 17, row: 15, gap: 7, most: 7, foot: 22 };
const FONTS = { name: `650 13.5px ${FONT}`, title: `11.5px ${FONT}`, who: `600 12.5px ${FONT}` };
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export function makeChartCards(store, model, { actions }) {
  const { nodes } = model;
  const pen = document.createElement("canvas").getContext("2d");
  const measure = (font) => (text) => { pen.font = font; return pen.measureText(text).width; };
  const fitted = (text, font, width, most = 1) => wrap(text, width, most, measure(font));
  const inner = CARD.width - 2 * CARD.pad;

  /** Everything on a card as lines with their heights, worked out once an item and language. */
  const faces = new WeakMap();
  function face(item) {
    const known = faces.get(item);
    if (known?.lang === store.state.lang) return known;
    const lines = fitted(nodes.name(item.unit), FONTS.name, inner, 2).map((text) => ({ text, kind: "name", high: CARD.name }));
    if (item.successors.length) {
      lines.push({ text: t("chart.gone", { date: item.until }), kind: "quiet", high: CARD.row + CARD.gap });
      for (const node of item.successors) lines.push({ text: fitted(nodes.name(node), FONTS.who, inner)[0], kind: "who", node, high: CARD.row });
    } else lines.push(...postLines(item.posts));
    const height = CARD.pad + lines.reduce((sum, line) => sum + line.high, 0) + CARD.pad + (item.children.length ? CARD.foot : 0);
    const made = { lang: store.state.lang, lines, size: { width: CARD.width, height } };
    faces.set(item, made);
    return made;
  }

  function postLines(posts) {
    const told = posts.flatMap(({ title, holders, seen }) => [
      ...holders.filter((one) => !seen || one.certainty !== "unknown").map((holder) => ({ title, holder, seen })),
      ...(holders.length ? [] : [{ title, holder: null, seen }]),
    ]);
    const lines = told.slice(0, CARD.most).flatMap(({ title, holder, seen }) => {
      const head = { text: fitted(listed([title, holder?.acting && t("value.acting"), !seen && t("certainty.unknown")]), FONTS.title, inner - 14)[0], kind: "title", sure: holder?.certainty ?? "unknown", high: CARD.row + CARD.gap, hint: holder ? reason(holder.because) : t("chart.nobody") };
      if (!holder) return [head];
      const [alone, ranked] = [nodes.name(holder.person), listed([nodes.name(holder.person), holder.rank])];
      const who = seen && measure(FONTS.who)(ranked) <= inner - 14 ? ranked : alone;
      const name = { text: fitted(seen ? who : `(${who})`, FONTS.who, inner - 14)[0], kind: seen ? "who" : "who faint", node: holder.person, high: CARD.row, hint: reason(holder.because) };
      return seen ? [head, name] : [head, name, { text: fitted(reason(holder.because), FONTS.title, inner - 14)[0], kind: "because", high: CARD.row - 1 }];
    });
    if (told.length > CARD.most) lines.push({ text: t("chart.more_posts", { n: told.length - CARD.most }), kind: "quiet", high: CARD.row + CARD.gap });
    if (!told.length) lines.push({ text: t("chart.no_posts"), kind: "quiet", high: CARD.row + CARD.gap });
    return lines;
  }

  /** A filled, half-filled or open disc: certain, likely, not seen. */
  function sure(certainty, x, y) {
    return draw("g", { class: `sure-mark ${certainty}`, transform: `translate(${x} ${y})`, "aria-hidden": "true" },
      draw("circle", { r: 4 }), certainty === "likely" ? draw("path", { d: "M0 -4a4 4 0 0 1 0 8Z" }) : null);
  }

  function card({ item, x, y, width, height }, { level, picked, top }) {
    const { lines } = face(item);
    const name = nodes.name(item.unit);
    const tie = item.tie === "certain" || top ? "" : t(`tie.${item.tie}`);
    const group = draw("g", {
      class: `card ${item.tie}${picked ? " picked" : ""}${top ? " top" : ""}`, transform: `translate(${x} ${y})`, role: "treeitem", tabindex: 0,
      "aria-level": level, "aria-expanded": item.children.length ? String(item.open) : null, "aria-selected": String(picked),
      "aria-label": listed([name, tie, ...lines.filter((line) => line.kind !== "name").map((line) => line.text)]), "data-unit": item.unit,
      ...pressed(() => actions.look(item.unit)),
    }, draw("title", {}, listed([name, tie])), draw("rect", { width, height, rx: 7 }));
    group.addEventListener("keydown", (event) => move(event, item));
    let at = CARD.pad;
    for (const line of lines) {
      at += line.high;
      const base = at - 4;
      if (line.sure) group.append(sure(line.sure, CARD.pad + 4, base - 4));
      const text = draw("text", { x: CARD.pad + (line.kind === "name" || line.kind === "quiet" || item.successors.length ? 0 : 14), y: base, class: line.kind, lang: line.kind === "quiet" || line.kind === "because" ? null : "vi" }, line.text);
      if (line.hint) text.append(draw("title", {}, line.hint));
      if (line.node === undefined) group.append(text);
      else group.append(draw("g", { class: "to", role: "button", tabindex: 0, "aria-label": listed([nodes.name(line.node), line.hint]), "data-person": line.node, ...pressed(() => actions.look(line.node)) }, text));
    }
    if (item.children.length) group.append(foot(item, width, height));
    return group;
  }

  /** Opens and closes what is under a unit. */
  function foot(item, width, height) {
    const text = item.open ? t("chart.close") : t("chart.open", { n: item.below });
    return draw("g", { class: "foot", role: "button", tabindex: 0, "aria-label": `${text}: ${nodes.name(item.unit)}`, "data-fold": item.unit, ...pressed(() => fold(item)) },
      draw("rect", { x: 0.5, y: height - CARD.foot, width: width - 1, height: CARD.foot - 0.5, rx: 6 }),
      draw("text", { x: width / 2, y: height - 7, "text-anchor": "middle" }, `${item.open ? "−" : "+"} ${text}`));
  }

  const fold = ({ unit }) => store.update(({ folds, top, picked }) => ({
    folds: folds.includes(unit) ? folds.filter((one) => one !== unit) : [...folds, unit], top, picked,
  }));

  /** Arrows as in a tree: up and down through the cards, right opens, left closes. */
  function move(event, item) {
    if (event.target !== event.currentTarget) return;
    if ((event.key === "ArrowRight" && item.children.length && !item.open) || (event.key === "ArrowLeft" && item.open)) {
      event.preventDefault();
      fold(item);
    } else if (STEPS[event.key]) {
      event.preventDefault();
      const all = [...event.currentTarget.parentNode.querySelectorAll(".card")];
      all[all.indexOf(event.currentTarget) + STEPS[event.key]]?.focus();
    }
  }

  return {
    card,
    sizeOf: (item) => face(item).size,
    sureMark: (certainty) => draw("svg", { viewBox: "-6 -6 12 12", width: 14, height: 14, "aria-hidden": "true" }, sure(certainty, 0, 0)),
    /** Give the focus back to the control that had it before the chart was drawn anew. */
    refocus(svg, { unit, person, fold: folded }) {
      const wanted = folded !== undefined ? `[data-fold="${folded}"]` : unit !== undefined ? `[data-unit="${unit}"]` : `[data-person="${person}"]`;
      svg.querySelector(wanted)?.focus({ preventScroll: true });
    },
  };
}
