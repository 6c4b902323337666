import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, isoDate, shorten, twoLines, webAddress } from "../../../graphbuild/explorer/assets/js/text.js";

test("folding drops accents, case and signs", () => {
  assert.equal(fold("Bùi Hải Sơn, Đoàn 969"), "bui hai son doan 969");
});

test("long names are cut at a blank and broken into two lines of like length", () => {
  assert.equal(shorten("Hội nghị quân chính", 12), "Hội nghị…");
  assert.deepEqual(twoLines("Hội nghị quân chính toàn đơn vị", 20), ["Hội nghị quân", "chính toàn đơn vị"]);
  assert.deepEqual(twoLines("Quân khu 96", 20), ["Quân khu 96"]);
});

test("a date is told as far as it is known", () => {
  assert.deepEqual([0, 20240000, 20241100, 20241101].map(isoDate), ["", "2024", "2024-11", "2024-11-01"]);
});

test("only addresses of the web are links", () => {
  assert.equal(webAddress("https://bao.example/a"), "https://bao.example/a");
  for (const other of ["javascript:alert(1)", "data:text/html,x", "file:///etc", "bao.example", ""]) assert.equal(webAddress(other), null);
});
