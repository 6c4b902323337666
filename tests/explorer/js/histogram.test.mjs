import assert from "node:assert/strict";
import { test } from "node:test";
import { readColumns } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { makeHistogram } from "../../../graphbuild/explorer/assets/js/model/histogram.js";
import { dayNumber, firstDay, isoMonth, lastDay, monthOf, timesOf } from "../../../graphbuild/explorer/assets/js/model/times.js";
import { told, town } from "./town.mjs";

test("a partial date reaches from its first to its last day", () => {
  assert.deepEqual([firstDay(20240000), lastDay(20240000)], [20240101, 20241231]);
  assert.deepEqual([firstDay(20241100), lastDay(20241100)], [20241101, 20241131]);
  assert.deepEqual([firstDay(20241105), lastDay(20241105)], [20241105, 20241105]);
  assert.deepEqual(["2024", "2024-11", "2024-11-05", "hôm qua"].map(dayNumber), [20240000, 20241100, 20241105, 0]);
});

test("months are counted on over the years", () => {
  assert.equal(monthOf(20250101) - monthOf(20241201), 1);
  for (const month of ["1999-12", "2024-01"]) assert.equal(isoMonth(monthOf(dayNumber(month))), month);
});

test("facts about an event have its date, others their sightings", () => {
  const { edgeFrom, edgeTo } = timesOf(town());
  assert.deepEqual([...edgeFrom], [20310105, 20300101, 20310101, 20310105, 0]);
  assert.deepEqual([...edgeTo], [20310302, 20301231, 20310131, 20310302, 0]);
});

test("a bar counts the facts that touch its month", () => {
  const histogram = makeHistogram(town());
  assert.equal(histogram.count, 15);
  assert.deepEqual([0, 11, 12, 14].map(histogram.label), ["2030-01", "2030-12", "2031-01", "2031-03"]);
  assert.deepEqual([...histogram.counts(new Uint8Array(5).fill(1))], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 2, 2]);
  assert.equal(histogram.undated(new Uint8Array(5).fill(1)), 1);
  assert.equal(histogram.undated(new Uint8Array(5)), 0);
  assert.deepEqual([19000101, 20310105, 20990101].map(histogram.barOf), [0, 12, 14]);
});

test("long times have a bar a year", () => {
  const first = { type: "date", values: [19450902, 20310302], at: [1, 1, 2, 2, 0] };
  const histogram = makeHistogram(readColumns({ ...told, edges: { ...told.edges, first, last: first } }));
  assert.equal(histogram.yearly, true);
  assert.equal(histogram.count, 87);
  assert.deepEqual([0, 86].map(histogram.label), ["1945", "2031"]);
});

test("without a date there is no timeline", () => {
  const none = { values: [], at: [0, 0, 0, 0, 0] };
  const undated = readColumns({
    ...told, nodes: { ...told.nodes, attributes: {} }, edges: { ...told.edges, first: none, last: none },
  });
  assert.equal(makeHistogram(undated), null);
});
