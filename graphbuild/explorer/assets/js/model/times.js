// When facts and names are dated, as first and last day yyyymmdd; 0 for what has no date.

import { isoDate } from "../text.js";
import { kept } from "./kept.js";

/** The first and the last day of a partial date: 2024-11 as 20241100 -> 20241101 and 20241131. */
export const firstDay = (day) => (day % 10000 === 0 ? day + 101 : day % 100 === 0 ? day + 1 : day);
export const lastDay = (day) => (day % 10000 === 0 ? day + 1231 : day % 100 === 0 ? day + 31 : day);

/** A partial ISO date as yyyymmdd with 00 for what it leaves open; 0 if it is none. */
export function dayNumber(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  return found ? Number(found.slice(1).map((part) => part ?? "00").join("")) : 0;
}

/** Months since the year 0, of a day with its month known. */
export const monthOf = (day) => Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100) - 1;

/** "2024-11" of a month counted from the year 0. */
export const isoMonth = (month) => isoDate((Math.floor(month / 12) * 100 + (month % 12) + 1) * 100);

/**
 * timesOf(model): {edgeFrom, edgeTo, nodeFrom, nodeTo}, the first and last day of every edge and node; 0 and 0 if undated.
 *
 * A fact about an event has the event's date if that is known; else a post's stated start and end; else the first and
 * last sighting. A node has its own date, or its first and last sighting.
 */
export const timesOf = kept((model) => {
  const { nodes, edges } = model;
  const own = spans(nodes.count, [nodes.attributes.column("date"), nodes.attributes.column("first")],
    [nodes.attributes.column("date"), nodes.attributes.column("last")]);
  const said = spans(edges.count, [edges.attributes.column("start"), edges.firsts], [edges.attributes.column("end"), edges.lasts]);
  const event = nodes.kinds.code("event");
  const dates = nodes.attributes.column("date");
  for (let e = 0; e < edges.count; e++) {
    for (const end of [edges.target[e], edges.source[e]]) {
      if (nodes.kinds.at[end] !== event || !dates.day(end)) continue;
      said.from[e] = own.from[end];
      said.to[e] = own.to[end];
    }
  }
  return { edgeFrom: said.from, edgeTo: said.to, nodeFrom: own.from, nodeTo: own.to };
});

/** Of each row the first of `starts` and the first of `ends` that has a date; one stands in for the other. */
function spans(count, starts, ends) {
  const [from, to] = [new Int32Array(count), new Int32Array(count)];
  const first = (columns, row) => columns.reduce((day, column) => day || column.day(row), 0);
  for (let row = 0; row < count; row++) {
    const [start, end] = [first(starts, row), first(ends, row)];
    if (!start && !end) continue;
    const [a, b] = [firstDay(start || end), lastDay(end || start)];
    from[row] = Math.min(a, b);
    to[row] = Math.max(a, b);
  }
  return { from, to };
}
