import assert from "node:assert/strict";
import { test } from "node:test";
import { WAYS, nearestMark, nextMark } from "../../../graphbuild/explorer/assets/js/model/walk.js";

const marks = [[0, 0], [10, 1], [30, 0], [0, -12], [-4, 9]].map(([x, y], key) => ({ key, x, y }));
const step = (from, arrow) => nextMark(marks, marks[from], WAYS[arrow])?.key ?? null;

test("an arrow goes to the nearest mark on that side", () => {
  assert.deepEqual(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"].map((key) => step(0, key)), [1, null, 3, 4]);
  assert.equal(step(1, "ArrowRight"), 2);
  assert.equal(step(2, "ArrowRight"), null);
});

test("the walk begins at the mark nearest to a point", () => {
  assert.equal(nearestMark(marks, { x: 25, y: 5 }).key, 2);
  assert.equal(nearestMark([], { x: 0, y: 0 }), null);
});

test("from any mark, arrows lead to almost any other", () => {
  let seed = 7;
  const chance = () => { seed = (seed * 48271) % 2147483647; return seed / 2147483647; };
  const many = Array.from({ length: 300 }, (_, key) => ({ key, x: 1600 * chance(), y: 1000 * chance() }));
  const reached = new Set([many[0]]);
  for (const mark of reached) for (const way of Object.values(WAYS)) { const next = nextMark(many, mark, way); if (next) reached.add(next); }
  assert.ok(reached.size > 290, `${reached.size} of 300`);
});
