import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFilter, revealing, withFilter } from "../../../graphbuild/explorer/assets/js/model/filters.js";
import { AN, EVENT, REGION, town } from "./town.mjs";

const model = town();

test("without filters everything is shown", () => {
  const { nodeCount, edgeCount } = makeFilter(model)({});
  assert.deepEqual([nodeCount, edgeCount], [5, 5]);
});

test("a hidden kind takes its edges with it", () => {
  const { nodes, edges, nodeCount, edgeCount } = makeFilter(model)({ without: ["unit"] });
  assert.deepEqual([...nodes], [1, 1, 1, 0, 0]);
  assert.deepEqual([...edges], [0, 0, 1, 0, 0]);
  assert.deepEqual([nodeCount, edgeCount], [3, 1]);
});

test("filters that hide a node give way, others stay", () => {
  assert.deepEqual(revealing(model, { without: ["unit", "event"] }, [REGION]), { without: ["event"] });
  assert.deepEqual(revealing(model, { without: ["event"] }, [EVENT, AN]), {});
  assert.deepEqual(revealing(model, { without: ["event"] }, [AN]), { without: ["event"] });
});

test("a filter is set and taken off without touching the others", () => {
  assert.deepEqual(withFilter({ a: 1 }, "b", 2), { a: 1, b: 2 });
  assert.deepEqual(withFilter({ a: 1, b: 2 }, "b", null), { a: 1 });
});
