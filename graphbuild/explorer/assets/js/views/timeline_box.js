// The timeline under the views: how many facts each month or year has, a brush over it, and playing it through.

import { make } from "../dom.js";
import { axisMarks, barsOf, endMoved, playStart, shifted, spanned, whenOf } from "../model/brush.js";
import { withFilter } from "../model/filtering.js";
import { makeHistogram } from "../model/histogram.js";
import { t } from "../words.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const small = matchMedia("(max-width: 720px), (max-height: 560px)");
/** Milliseconds that a step of playing stays. */
const BEAT = 900;
const SVG = "http://www.w3.org/2000/svg";
/** Height of the drawing of bars in its own units, and the least that a bar with a fact has of it. */
const [HIGH, LEAST] = [100, 4];

export function makeTimelineBox(store, model, { actions, shown }) {
  const box = document.getElementById("timeline");
  const histogram = makeHistogram(model);
  box.hidden = !histogram;
  if (!histogram) return;
  if (small.matches) store.update({ timeline: false });

  const fold = make("button", { type: "button", class: "fold", "aria-controls": "strip", click: () => store.update(({ timeline }) => ({ timeline: !timeline })) });
  const play = make("button", { type: "button", class: "play", click: () => (timer ? stop() : start()) });
  const period = make("span", { class: "period" });
  const undated = make("input", { type: "checkbox", change: keepUndated });
  const undatedWords = make("span", {});
  const undatedBox = make("label", { class: "undated" }, undated, undatedWords);
  const bars = document.createElementNS(SVG, "svg");
  const [everything, left] = ["everything", "left"].map(barsPath);
  const brushBox = make("div", { class: "brush" });
  const ends = [0, 1].map((end) => make("div", { class: "end", role: "slider", tabindex: "0", "data-end": end, keydown: (event) => endKey(event, end) }));
  const axis = make("div", { class: "axis", "aria-hidden": "true" });
  const strip = make("div", { id: "strip", pointerdown: press, pointermove: drag, pointerup: release, pointercancel: release, dblclick: clear }, bars, brushBox, ...ends, axis);
  box.append(make("div", { class: "controls" }, fold, play, period, undatedBox), strip);
  for (const mark of axisMarks(histogram, small.matches ? 5 : 12)) axis.append(make("span", { style: `left:${(100 * (mark.bar + 0.5)) / histogram.count}%` }, mark.text));

  const brush = () => barsOf(histogram, store.state.filters.when);
  const when = (bars_) => whenOf(histogram, bars_, store.state.filters.when);

  function barsPath(name) {
    bars.setAttribute("viewBox", `0 0 ${histogram.count} ${HIGH}`);
    bars.setAttribute("preserveAspectRatio", "none");
    bars.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    bars.append(path);
    return path;
  }

  /** What the other filters show; the bars are drawn anew when that changes. */
  let withoutWhen = null;
  const all = histogram.counts(new Uint8Array(model.edges.count).fill(1));
  const most = all.reduce((a, b) => Math.max(a, b), 1);

  function outline(counts) {
    return Array.from(counts, (count, bar) => {
      const high = count && Math.max(LEAST, (HIGH * count) / most);
      return high ? `M${bar + 0.08} ${HIGH}v${-high}h.84v${high}Z` : "";
    }).join("");
  }
  everything.setAttribute("d", outline(all));

  // Pressing an end moves it, pressing inside the brush moves that, pressing elsewhere begins a new one.
  let grip = null;
  const barAt = (event) => {
    const { left: start, width } = strip.getBoundingClientRect();
    return Math.floor(((event.clientX - start) / width) * histogram.count);
  };

  function press(event) {
    if (event.button) return;
    stop();
    strip.setPointerCapture(event.pointerId);
    const at = barAt(event);
    const now = brush();
    const end = event.target.dataset.end;
    const inside = store.state.filters.when && at >= now[0] && at <= now[1];
    grip = { at, from: now, moved: false, end: end === undefined ? null : Number(end), inside };
  }

  function drag(event) {
    if (!grip) return;
    const at = barAt(event);
    if (at === grip.at && !grip.moved) return;
    grip.moved = true;
    if (grip.end !== null) slide(endMoved(histogram, grip.from, grip.end, at));
    else slide(grip.inside ? shifted(histogram, grip.from, at - grip.at) : spanned(histogram, grip.at, at));
  }

  function release() {
    if (grip && !grip.moved && grip.end === null) slide(spanned(histogram, grip.at, grip.at));
    grip = null;
    actions.slid();
  }

  function slide(bars_) {
    place(bars_);
    actions.slide("when", when(bars_));
  }

  function clear() {
    stop();
    actions.filter("when", null);
  }

  function endKey(event, end) {
    const page = histogram.yearly ? 10 : 12;
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    stop();
    const now = brush();
    actions.filter("when", when(endMoved(histogram, now, end, now[end] + step)));
  }

  // Playing: a step a beat; for readers who want no motion, a step a press.
  let timer = null;

  function start() {
    const begin = playStart(histogram, brush());
    const fresh = String(begin) !== String(brush());
    slide(fresh ? begin : shifted(histogram, begin, 1));
    if (calm.matches) return actions.slid();
    timer = setInterval(() => {
      if (brush()[1] === histogram.count - 1) return stop();
      return slide(shifted(histogram, brush(), 1));
    }, BEAT);
    return label();
  }

  function stop() {
    if (!timer) return;
    clearInterval(timer);
    timer = null;
    actions.slid();
    label();
  }

  function label() {
    play.textContent = calm.matches ? "▸|" : timer ? "❚❚" : "▶";
    const words = t(calm.matches ? "time.step" : timer ? "time.pause" : "time.play");
    play.setAttribute("aria-label", words);
    play.title = words;
  }

  function keepUndated() {
    const [from, to] = store.state.filters.when;
    actions.filter("when", undated.checked ? [from, to, "undated"] : [from, to]);
  }

  /** Draw the brush over these bars. */
  function place([from, to]) {
    const percent = (bar) => `${(100 * bar) / histogram.count}%`;
    brushBox.style.left = percent(from);
    brushBox.style.width = percent(to + 1 - from);
    [from, to + 1].forEach((edge, end) => { ends[end].style.left = percent(edge); });
    [from, to].forEach((bar, end) => {
      ends[end].setAttribute("aria-valuenow", String(bar));
      ends[end].setAttribute("aria-valuetext", histogram.label(bar));
    });
    const [first, last] = [from, to].map(histogram.label);
    period.replaceChildren(make("b", {}, first === last ? first : t("panel.span", { first, last })));
  }

  store.watch(["filters", "lang", "timeline"], ({ filters, timeline }, before) => {
    fold.textContent = t("time.timeline");
    fold.setAttribute("aria-expanded", String(timeline));
    strip.hidden = !timeline;
    box.classList.toggle("folded", !timeline);
    box.setAttribute("aria-label", t("time.timeline"));
    ends.forEach((element, end) => {
      element.setAttribute("aria-label", t(end ? "time.last" : "time.first"));
      element.setAttribute("aria-valuemin", "0");
      element.setAttribute("aria-valuemax", String(histogram.count - 1));
    });
    label();
    const others = shown(withFilter(filters, "when", null));
    if (withoutWhen !== others) left.setAttribute("d", outline(histogram.counts(others.edges)));
    withoutWhen = others;
    brushBox.classList.toggle("on", Boolean(filters.when));
    if (!grip) place(barsOf(histogram, filters.when));
    if (filters.when) period.append(` · ${t("count.facts", { n: shown(filters).edgeCount })}`);
    const without = histogram.undated(others.edges);
    undatedBox.hidden = !without || (!timeline && !filters.when);
    undated.hidden = !filters.when;
    undated.checked = Boolean(filters.when?.[2]);
    undatedWords.textContent = t(filters.when ? "time.undated_shown" : "time.undated", { n: without });
    // A brush that others have changed is not played on.
    if (timer && !filters.when && before.filters.when) stop();
  });
}
