import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSearch } from "../../../graphbuild/explorer/assets/js/model/search.js";
import { readColumns } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { AN, BINH, DIVISION, EVENT, REGION, told, town } from "./town.mjs";

const { find, mask, count } = makeSearch(town());

test("accents, case and order of words do not matter", () => {
  for (const typed of ["bui hai an", "AN bui", "Bùi Hải Ẩn", "dong chi an"]) assert.deepEqual(find(typed), [AN]);
});

test("words are found by how they begin, whole names first", () => {
  assert.deepEqual(find("quan"), [REGION, EVENT, AN, DIVISION]);
  assert.deepEqual(find("94"), [DIVISION, AN, BINH]);
});

test("ranks, types and dates lead to their nodes", () => {
  assert.deepEqual(find("dai ta"), [BINH]);
  assert.deepEqual(find("conference 2031 01"), [EVENT]);
});

test("posts lead to who holds them, units to what is in them", () => {
  assert.deepEqual(find("tu lenh"), [AN]);
  assert.deepEqual(find("su doan truong 9411"), [AN]);
  assert.deepEqual(find("quan khu 96").slice(0, 1), [REGION]);
});

test("abbreviations and initials find the names they stand for", () => {
  assert.deepEqual(find("QK 96"), find("quan khu 96"));
  assert.deepEqual(find("qk96")[0], REGION);
  assert.deepEqual(find("sd9"), [DIVISION]);
});

test("the mask and the count are of all that is found", () => {
  assert.deepEqual([...mask("quan")], [1, 1, 0, 1, 1]);
  assert.equal(count("quan"), 4);
  assert.equal(count(" "), 0);
  assert.deepEqual([...mask("")], [0, 0, 0, 0, 0]);
});

test("the index can be made in pieces, and a search makes the rest", () => {
  const slow = makeSearch(town());
  assert.equal(slow.prepare(() => false), false);
  assert.deepEqual(slow.find("bui"), [AN]);
  assert.equal(slow.prepare(), true);
});

test("nothing typed finds nothing, and the number of hits has a limit", () => {
  assert.deepEqual(find(" - "), []);
  assert.equal(find("d", 1).length, 1);
});

test("BCHQS finds both what the gazetteer says it means and what has these initials", () => {
  const named = (name) => makeSearch(readColumns({
    ...told,
    nodes: { ...told.nodes, name: { plain: [...told.nodes.name.plain.slice(0, 4), name] } },
    vocabulary: { ranks: [], abbreviations: { chqs: "chi huy quan su", bchqs: "ban chi huy quan su" } },
  }));
  for (const name of ["Ban Chỉ huy quân sự huyện Sơn Khê", "Bộ CHQS tỉnh Sơn Khê", "Bộ Chỉ huy quân sự tỉnh Sơn Khê", "Ban CHQS Sơn Khê"]) {
    assert.equal(named(name).find("BCHQS Son Khe")[0], DIVISION, name);
  }
  assert.equal(named("Ban CHQS Sơn Khê").find("ban chi huy quan su son khe")[0], DIVISION);
});
