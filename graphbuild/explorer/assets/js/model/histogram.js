// How many facts there are in each month or year: the bars of the timeline.

import { isoDate } from "../text.js";
import { isoMonth, monthOf, timesOf } from "./times.js";

/** Above so many months a bar is a year. */
const MOST_MONTHS = 144;

/**
 * makeHistogram(model): {count, yearly, label(bar), barOf(day), counts(edges), undated(edges)}, or null if
 * nothing is dated.
 *
 * Bars are numbered from 0. label: a bar's time as ISO text ("2024-11" or "2024"). barOf: of a day yyyymmdd,
 * kept within the bars. counts(edges), for one byte an edge: of each bar, the facts that touch it - as many as a reader
 * sees who brushes just this bar. undated(edges): the facts without a date.
 */
export function makeHistogram(model) {
  const { edgeFrom, edgeTo } = timesOf(model);
  let [first, last] = [Infinity, 0];
  for (let e = 0; e < edgeFrom.length; e++) {
    if (!edgeFrom[e]) continue;
    if (edgeFrom[e] < first) first = edgeFrom[e];
    if (edgeTo[e] > last) last = edgeTo[e];
  }
  if (!last) return null;
  const yearly = monthOf(last) - monthOf(first) >= MOST_MONTHS;
  const step = (day) => (yearly ? Math.floor(day / 10000) : monthOf(day));
  const start = step(first);
  const count = step(last) - start + 1;
  const label = (bar) => (yearly ? isoDate((start + bar) * 10000) : isoMonth(start + bar));
  const [edgeBar, edgeLast] = [edgeFrom, edgeTo].map((days) => Int32Array.from(days, (day) => (day ? step(day) - start : -1)));

  return {
    count, yearly, label,
    barOf: (day) => Math.min(Math.max(step(day) - start, 0), count - 1),
    counts(edges) {
      const change = new Int32Array(count + 1);
      for (let e = 0; e < edges.length; e++) {
        if (!edges[e] || edgeBar[e] < 0) continue;
        change[edgeBar[e]]++;
        change[edgeLast[e] + 1]--;
      }
      let sum = 0;
      return change.slice(0, count).map((one) => { sum += one; return sum; });
    },
    undated(edges) {
      let found = 0;
      for (let e = 0; e < edges.length; e++) if (edges[e] && edgeBar[e] < 0 && model.edges.isFact(e)) found++;
      return found;
    },
  };
}
