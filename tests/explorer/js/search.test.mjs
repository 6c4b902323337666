import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSearch } from "../../../graphbuild/explorer/assets/js/model/search.js";
import { AN, BINH, DIVISION, EVENT, REGION, town } from "./town.mjs";

const find = makeSearch(town());

test("accents, case and order of words do not matter", () => {
  for (const typed of ["bui hai an", "AN bui", "Bùi Hải Ẩn", "dong chi an"]) assert.deepEqual(find(typed), [AN]);
});

test("words are found by how they begin, whole names first", () => {
  assert.deepEqual(find("quan"), [REGION, EVENT]);
  assert.deepEqual(find("94"), [DIVISION]);
});

test("ranks, types and dates lead to their nodes", () => {
  assert.deepEqual(find("dai ta"), [BINH]);
  assert.deepEqual(find("conference 2031 01"), [EVENT]);
});

test("nothing typed finds nothing, and the number of hits has a limit", () => {
  assert.deepEqual(find(" - "), []);
  assert.equal(find("d", 1).length, 1);
});
