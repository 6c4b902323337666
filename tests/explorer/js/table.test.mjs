import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFilter } from "../../../graphbuild/explorer/assets/js/model/filtering.js";
import { TABLES, inOrder, orderOf, shownRows, tablesOf } from "../../../graphbuild/explorer/assets/js/model/table.js";
import { AN, BINH, DIVISION, EVENT, REGION, town } from "./town.mjs";

const model = town();
const tables = tablesOf(model);
const shown = makeFilter(model);
const ordered = (name, key, down) => [...inOrder(model, name, column(name, key), down)];
const rowsOf = (name, filters) => [...shownRows(inOrder(model, name, tables[name].columns[0], false), name, shown(filters))].sort();
const column = (name, key) => tables[name].columns.find((one) => one.key === key);
const cells = (name, row) => Object.fromEntries(tables[name].columns.map((one) => [one.key, one.text(row)]));

test("there is a table of each kind and one of facts", () => {
  assert.deepEqual(TABLES.map((name) => tables[name].count), [2, 2, 1, 0, 5]);
  assert.deepEqual(rowsOf("person", {}), [AN, BINH]);
  assert.deepEqual(rowsOf("fact", {}), [0, 1, 2, 3, 4]);
});

test("filters leave the same rows as marks", () => {
  assert.deepEqual(rowsOf("person", { rank: ["Đại tá"] }), [BINH]);
  assert.deepEqual(rowsOf("unit", { rank: ["Đại tá"] }), [DIVISION]);
  assert.deepEqual(rowsOf("fact", { rank: ["Đại tá"] }), [3]);
});

test("a person's row has rank, present post and unit", () => {
  const { name, rank, post, unit, facts, articles } = cells("person", AN);
  assert.deepEqual([name, rank, post, unit, facts, articles], ["Bùi Hải Ẩn", "Thiếu tướng", "Tư lệnh", "Quân khu 96", "3", "2"]);
  assert.equal(column("person", "unit").node(AN), REGION);
});

test("units have their parent, events their date, facts both ends and their time", () => {
  assert.equal(cells("unit", DIVISION).parent, "Quân khu 96");
  assert.deepEqual([cells("unit", DIVISION).people, cells("unit", REGION).people], ["2", "1"]);
  assert.equal(cells("event", EVENT).date, "2031-01");
  assert.deepEqual([cells("fact", 0).source, cells("fact", 0).fact, cells("fact", 0).target], ["Bùi Hải Ẩn", "Tư lệnh", "Quân khu 96"]);
  assert.equal(cells("fact", 2).when, "2031-01");
  assert.equal(cells("fact", 0).confidence, "0.95");
  assert.equal(cells("fact", 4).confidence, "");
});

test("rows are ordered both ways, those without a value last", () => {
  assert.deepEqual(ordered("person", "rank", true), [AN, BINH]);
  assert.deepEqual(ordered("person", "rank", false), [BINH, AN]);
  assert.deepEqual(ordered("fact", "when", true), [0, 3, 2, 1, 4]);
  assert.deepEqual(ordered("fact", "when", false), [1, 2, 0, 3, 4]);
  assert.deepEqual(ordered("unit", "parent", true), [DIVISION, REGION]);
  assert.deepEqual(ordered("place", "name", true), []);
});

test("names stand in the order of the alphabet without accents", () => {
  assert.deepEqual(ordered("person", "name", false), [AN, BINH]);
});

test("the order of the state names a column and its direction", () => {
  const { columns } = tables.person;
  assert.deepEqual(orderOf(columns, "-rank"), { column: column("person", "rank"), down: true });
  assert.deepEqual(orderOf(columns, "name"), { column: column("person", "name"), down: false });
  assert.deepEqual(orderOf(columns, "no such"), { column: column("person", "facts"), down: true });
});
