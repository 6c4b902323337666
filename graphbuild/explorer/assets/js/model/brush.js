// The brush on the timeline, as its first and last bar [from, to], and the filter `when` that it stands for.

import { dayNumber, firstDay, lastDay } from "./times.js";

/** The bars that a filter covers; all of them without one. */
export function barsOf(histogram, when) {
  if (!when) return [0, histogram.count - 1];
  const [from, to] = when;
  return [histogram.barOf(firstDay(dayNumber(from))), histogram.barOf(lastDay(dayNumber(to)))];
}

/** The filter of a brush; null where it covers everything. `before` is the filter so far: it says if undated facts stay. */
export function whenOf(histogram, [from, to], before) {
  if (from === 0 && to === histogram.count - 1) return null;
  return [histogram.label(from), histogram.label(to), ...(before?.slice(2) ?? [])];
}

const within = (histogram, bar) => Math.min(Math.max(bar, 0), histogram.count - 1);

/** The brush with one end (0 the first, 1 the last) moved to a bar; the ends never pass each other. */
export function endMoved(histogram, brush, end, bar) {
  const to = within(histogram, bar);
  return end === 0 ? [Math.min(to, brush[1]), brush[1]] : [brush[0], Math.max(to, brush[0])];
}

/** The brush moved by so many bars, of the same length. */
export function shifted(histogram, [from, to], by) {
  const step = Math.min(Math.max(by, -from), histogram.count - 1 - to);
  return [from + step, to + step];
}

/** The brush over the bars between two, in either order. */
export const spanned = (histogram, a, b) => [Math.min(a, b), Math.max(a, b)].map((bar) => within(histogram, bar));

/** Where playing begins: a twelfth of the whole time, a brush that has come to the end at the start again. */
export function playStart(histogram, [from, to]) {
  const last = histogram.count - 1;
  if (from === 0 && to === last) return [0, Math.max(0, Math.round(histogram.count / 12) - 1)];
  return to === last ? [0, to - from] : [from, to];
}

/** Bars with a mark on the axis, about `most` of them at the starts of years: [{bar, text}]. */
export function axisMarks(histogram, most) {
  const perYear = histogram.yearly ? 1 : 12;
  const years = histogram.count / perYear;
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((one) => years / one <= most) ?? 1000;
  const marks = [];
  for (let bar = 0; bar < histogram.count; bar++) {
    const [year, month = "01"] = histogram.label(bar).split("-");
    if (month === "01" && Number(year) % step === 0) marks.push({ bar, text: year });
  }
  return marks.length ? marks : [{ bar: 0, text: histogram.label(0) }];
}
