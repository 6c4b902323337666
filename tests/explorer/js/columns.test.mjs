import assert from "node:assert/strict";
import { test } from "node:test";
import { makeAdjacency, makeColumn } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { AN, BINH, DIVISION, EVENT, REGION, town } from "./town.mjs";

const model = town();

test("a dictionary column gives values, texts and codes", () => {
  const column = makeColumn({ values: [false, true], rows: [2], at: [2] }, 4);
  assert.deepEqual([column.value(2), column.text(2), column.value(0), column.text(0)], [true, "true", null, ""]);
  assert.equal(column.code(true), 2);
  assert.equal(column.code("no such value"), 0);
});

test("dates are read as days and as text, months and days only where they are known", () => {
  const column = makeColumn({ type: "date", values: [20300000, 20310100, 20310105], at: [1, 2, 3, 0] }, 4);
  assert.deepEqual([0, 1, 2, 3].map(column.text), ["2030", "2031-01", "2031-01-05", ""]);
  assert.deepEqual([0, 3].map(column.day), [20300000, 0]);
});

test("a name that no row has gives an empty column", () => {
  assert.equal(model.nodes.text("no_such", AN), "");
  assert.equal(model.edges.value("no_such", 0), null);
});

test("nodes know their id, name, kind, other forms and attributes", () => {
  const { nodes } = model;
  assert.deepEqual([nodes.id(AN), nodes.kind(AN), nodes.aliases(DIVISION)], ["person/an", "person", ["Đoàn 9411", "Sư 9411"]]);
  assert.deepEqual([nodes.text("rank", BINH), nodes.day("date", EVENT), nodes.value("known", REGION)], ["Đại tá", 20310100, true]);
  assert.deepEqual([nodes.number("unit/quan-khu-96"), nodes.number("unit/none")], [REGION, -1]);
});

test("every edge stands at both its ends", () => {
  assert.deepEqual([...model.edgesOf(DIVISION)], [1, 3, 4]);
  assert.deepEqual(model.neighbours(AN), [EVENT, REGION, DIVISION]);
  assert.deepEqual(model.between(DIVISION, REGION), [4]);
  assert.equal(model.otherEnd(4, REGION), DIVISION);
  assert.deepEqual([...model.byWeight].slice(0, 2), [AN, DIVISION]);
});

test("parallel edges are kept, a loop stands at its node once", () => {
  const { start, edge, other } = makeAdjacency(3, Uint32Array.of(0, 0, 2), Uint32Array.of(1, 1, 2));
  assert.deepEqual([...start], [0, 2, 4, 5]);
  assert.deepEqual([...edge], [0, 1, 0, 1, 2]);
  assert.deepEqual([...other], [1, 1, 0, 0, 2]);
});

test("edges know their articles and articles their publisher", () => {
  assert.deepEqual([...model.edges.sources(0)], [0, 1]);
  assert.deepEqual([model.articles.publisher(0), model.articles.published(0), model.articles.publisher(1)], ["bao.example", "2031-01-06", ""]);
});
