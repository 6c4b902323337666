// One person's career as a drawing through time: ranks and posts as bars, events as marks; what is not known fades.

import { draw, kindMark, make, nodeButton, pressed } from "../dom.js";
import { careerOf } from "../model/career.js";
import { personOf } from "../model/subjects.js";
import { wrap } from "../model/wrap.js";
import { listed } from "../text.js";
import { plain, roleWord, t } from "../words.js";
import { FONT } from "./labels.js";

/** Pixels: height of a lane and its bar, of the axis; how far a bar fades where nobody says when it began or ended. */
const [LANE, BAR, AXIS, FADE, LEAST] = [44, 20, 26, 30, 5];
const PAD = { left: 40, right: 40 };
const [NARROWEST, YEAR] = [560, 46];
const NAME = `12px ${FONT}`;

/** A colour that comes up from nothing, or goes down to it. */
const fade = (kind, way) => draw("linearGradient", { id: `${kind}-${way}`, class: kind, x1: way === "in" ? 0 : 1, x2: way === "in" ? 1 : 0, y1: 0, y2: 0 },
  draw("stop", { offset: 0, class: "gone" }), draw("stop", { offset: 1, class: "there" }));

/** Where the label of a rank must end: at the bar of the next one. */
const nextRank = (bar, x, width) => (bar.closes === "next" ? x(bar.to) : width);

export function makeCareer(store, model, { actions }) {
  const box = document.getElementById("view-career");
  const { nodes, edges } = model;
  const pen = document.createElement("canvas").getContext("2d");
  const measure = (text) => { pen.font = NAME; return pen.measureText(text).width; };

  store.watch(["mode", "career", "picked", "lang"], (state) => {
    if (state.mode === "career") paint(personOf(model, state));
  });
  new ResizeObserver(() => { if (store.state.mode === "career") paint(personOf(model, store.state)); }).observe(box);

  function paint(person) {
    if (person < 0) return box.replaceChildren(make("p", { class: "empty" }, t("career.none")));
    const told = careerOf(model, person);
    const [focused, left, top] = [keyOf(document.activeElement), box.querySelector(".scroll")?.scrollLeft ?? 0, box.scrollTop];
    box.replaceChildren(
      make("div", { class: "bar" }, make("h2", { id: "career-heading" }, nodeButton(model, person, (node) => actions.look(node))),
        make("p", { class: "quiet" }, listed([nodes.text("rank", person), t("career.posts", { n: told.posts.length + told.undated.posts.length }), t("career.events", { n: told.events.length + told.undated.events.length })]))),
      told.to ? make("div", { class: "scroll" }, drawing(person, told)) : make("p", { class: "empty" }, t("career.no_dates")),
      key(), ...undated(told.undated));
    const scroll = box.querySelector(".scroll");
    if (scroll) scroll.scrollLeft = left;
    box.scrollTop = top;
    if (focused) box.querySelector(focused)?.focus({ preventScroll: true });
    return undefined;
  }

  function drawing(person, told) {
    const years = told.to - told.from;
    const width = Math.max(Math.min(NARROWEST, years * YEAR + PAD.left + PAD.right), box.clientWidth - 32);
    const x = (time) => PAD.left + ((time - told.from) / years) * (width - PAD.left - PAD.right);
    const lanes = [
      ...told.ranks.map((bar) => ({ bar, kind: "rank" })),
      ...told.posts.map((bar) => ({ bar, kind: "post" })),
    ];
    const rows = eventRows(told.events, x);
    const rankRows = told.ranks.length ? 1 : 0;
    const height = AXIS + LANE * (rankRows + told.posts.length) + (rows.length ? 26 + 20 * rows.length : 0) + 12;
    const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-labelledby": "career-heading" },
      draw("defs", {}, ...["rank", "post"].flatMap((kind) => [fade(kind, "in"), fade(kind, "out")])), axis(told, x, width, height));
    let post = 0;
    for (const { bar, kind } of lanes) {
      const y = AXIS + LANE * (kind === "rank" ? 0 : rankRows + post++);
      svg.append(barGroup(person, bar, kind, x, y, width));
    }
    const below = AXIS + LANE * (rankRows + told.posts.length) + 14;
    rows.forEach((row, place) => row.forEach(({ event, at }) => svg.append(eventMark(event, at, below + 20 * place))));
    return svg;
  }

  function axis({ from, to }, x, width, height) {
    const every = Math.max(1, Math.ceil(40 / ((width - PAD.left - PAD.right) / (to - from))));
    const marks = [];
    for (let year = from; year <= to; year++) {
      marks.push(draw("line", { x1: x(year), x2: x(year), y1: AXIS - 8, y2: height, class: year % every ? "minor" : "year" }));
      if (!(year % every) && year < to) marks.push(draw("text", { x: x(year) + 4, y: 14 }, String(year)));
    }
    return draw("g", { class: "axis", "aria-hidden": "true" }, ...marks);
  }

  /** A bar: solid where the articles know, fading where nobody says when it began or ended, a tick for each sighting. */
  function barGroup(person, bar, kind, x, y, width) {
    const [from, to] = [x(bar.from), Math.max(x(bar.to), x(bar.from) + LEAST)];
    const top = y + LANE - BAR - 6;
    const label = kind === "rank" ? bar.label : listed([bar.label, nodes.name(bar.unit)]);
    const spoken = listed([label, bar.past ? t("post.past", { date: bar.dates }) : t(`career.${bar.opens}_${bar.closes}`, { dates: bar.dates }), kind === "post" && bar.status !== "current" && plain(bar.status)]);
    const until = bar.until > bar.to ? x(bar.until) - to : FADE;
    const parts = [
      bar.past ? null : draw("rect", { x: from, y: top, width: to - from, height: BAR, class: bar.closes === "next" ? "body next" : "body" }),
      bar.opens === "stated" ? null : draw("rect", { x: from - FADE, y: top, width: FADE, height: BAR, fill: `url(#${kind}-in)` }),
      bar.closes === "stated" || bar.closes === "next" || bar.past ? null : draw("rect", { x: to, y: top, width: until, height: BAR, fill: `url(#${kind}-out)` }),
      ...bar.seen.map(([one, other]) => draw("rect", { x: x(one), y: top, width: Math.max(2.5, x(other) - x(one)), height: BAR, class: "seen" })),
    ];
    const room = kind === "rank" ? nextRank(bar, x, width) - from - 8 : width - from - 6;
    const [shown] = wrap(label, Math.max(room, 40), 1, measure);
    const at = kind === "post" && measure(label) > room ? Math.max(4, Math.min(from, width - measure(label) - 6)) : from;
    const text = kind === "post" ? wrap(label, width - at - 4, 1, measure)[0] : shown;
    const group = draw("g", { class: kind, "aria-label": spoken }, draw("title", {}, spoken), ...parts, draw("text", { x: at, y: top - 5, lang: "vi" }, text));
    if (kind === "rank") {
      group.setAttribute("role", "img");
      return group;
    }
    for (const [name, value] of Object.entries({ role: "button", tabindex: 0, "data-edge": bar.edge })) group.setAttribute(name, value);
    for (const [name, listener] of Object.entries(pressed(() => actions.look(person, bar.unit)))) group.addEventListener(name, listener);
    return group;
  }

  /** Marks that would touch stand in rows below each other. */
  function eventRows(events, x) {
    const rows = [];
    for (const event of events) {
      const at = x((event.from + event.to) / 2);
      const row = rows.find((one) => at - one.at(-1).at > 15) ?? rows[rows.push([]) - 1];
      row.push({ event, at });
    }
    return rows;
  }

  function eventMark({ node, edges: found, date }, at, y) {
    const spoken = listed([nodes.name(node), date, found.map((e) => roleWord(edges.text("role", e))).join(", ")]);
    return draw("g", { class: "event", role: "button", tabindex: 0, "aria-label": spoken, "data-node": node, transform: `translate(${at} ${y})`, ...pressed(() => actions.look(node)) },
      draw("title", {}, spoken), draw("path", { d: "M0 -7l7 7-7 7-7-7Z" }));
  }

  /** What the forms of bars and marks mean. */
  function key() {
    const sample = (...parts) => draw("svg", { viewBox: "0 0 44 14", width: 44, height: 14, "aria-hidden": "true" }, ...parts);
    const item = (form, word) => make("li", {}, form, t(word));
    return make("ul", { class: "key", "aria-label": t("career.key") },
      item(sample(draw("g", { class: "post" }, draw("rect", { x: 4, y: 1, width: 36, height: 12, class: "body" }))), "career.stated"),
      item(sample(draw("g", { class: "post" }, draw("rect", { x: 16, y: 1, width: 12, height: 12, class: "body" }), draw("rect", { x: 0, y: 1, width: 16, height: 12, fill: "url(#post-in)" }), draw("rect", { x: 28, y: 1, width: 16, height: 12, fill: "url(#post-out)" }))), "career.fading"),
      item(sample(draw("g", { class: "post" }, draw("rect", { x: 4, y: 1, width: 36, height: 12, class: "body" }), draw("rect", { x: 20, y: 1, width: 3, height: 12, class: "seen" }))), "career.tick"),
      item(kindMark("event"), "career.mark"));
  }

  function undated({ ranks, posts, events }) {
    if (!ranks.length && !posts.length && !events.length) return [];
    const item = (node, ...words) => make("li", {}, nodeButton(model, node, (one) => actions.look(one)), make("span", { class: "quiet" }, listed(words)));
    return [make("section", { class: "undated" }, make("h3", {}, t("career.undated")), make("ul", {},
      ...ranks.map((rank) => make("li", {}, rank)),
      ...posts.map((e) => item(edges.target[e], edges.text("title", e), edges.text("status", e) !== "current" && plain(edges.text("status", e)))),
      ...events.map((node) => item(node))))];
  }

  function keyOf(element) {
    if (!box.contains(element)) return null;
    const [name, value] = Object.entries(element.dataset)[0] ?? [];
    return name ? `[data-${name}="${value}"]` : null;
  }
}
