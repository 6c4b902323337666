import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFilter, revealing, withFilter } from "../../../graphbuild/explorer/assets/js/model/filtering.js";
import { NO_SOURCE } from "../../../graphbuild/explorer/assets/js/model/filters.js";
import { readColumns } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { AN, BINH, DIVISION, EVENT, REGION, told, town } from "./town.mjs";

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

const shownBy = (filters, of = model) => {
  const { nodes, edges } = makeFilter(of)(filters);
  const numbers = (rows) => [...rows].flatMap((one, row) => (one ? [row] : []));
  return { nodes: numbers(nodes), edges: numbers(edges) };
};

test("a filter on facts leaves their names alone", () => {
  assert.deepEqual(shownBy({ relation: ["PARTICIPATES"] }), { nodes: [EVENT, AN], edges: [2] });
  assert.deepEqual(shownBy({ role: ["political"] }), { nodes: [BINH, DIVISION], edges: [3] });
  assert.deepEqual(shownBy({ confidence: 90 }), { nodes: [EVENT, AN, BINH, REGION, DIVISION], edges: [0, 2, 3] });
  assert.deepEqual(shownBy({ confidence: 95 }), { nodes: [EVENT, AN, REGION], edges: [0, 2] });
});

test("sources are the publishers of the articles behind a fact", () => {
  assert.deepEqual(shownBy({ source: ["bao.example"] }).edges, [0, 1, 2, 3]);
  assert.deepEqual(shownBy({ source: [NO_SOURCE] }), { nodes: [AN, REGION], edges: [0] });
});

test("a rank leaves those who have it and what they are tied to", () => {
  assert.deepEqual(shownBy({ rank: ["Đại tá"] }), { nodes: [BINH, DIVISION], edges: [3] });
  assert.deepEqual(shownBy({ rank: ["Đại tá", "Thiếu tướng"] }).edges, [0, 1, 2, 3, 4]);
});

test("a type of event leaves those events and who was there", () => {
  assert.deepEqual(shownBy({ event: ["conference"] }), { nodes: [EVENT, AN], edges: [2] });
  assert.deepEqual(shownBy({ event: ["exercise"] }), { nodes: [], edges: [] });
});

test("a unit comes with its sub-units, their people, and the events of these", () => {
  assert.deepEqual(shownBy({ unit: [REGION] }).nodes, [EVENT, AN, BINH, REGION, DIVISION]);
  assert.deepEqual(shownBy({ unit: [DIVISION] }).nodes, [EVENT, AN, BINH, DIVISION]);
  assert.deepEqual(shownBy({ unit: [DIVISION] }).edges, [1, 2, 3]);
});

test("filters combine: what is left has passed each of them", () => {
  assert.deepEqual(shownBy({ unit: [REGION], rank: ["Thiếu tướng"], relation: ["HOLDS"] }), { nodes: [AN, REGION, DIVISION], edges: [0, 1] });
  assert.deepEqual(shownBy({ without: ["unit"], relation: ["HOLDS"] }), { nodes: [], edges: [] });
});

test("words found are a filter too", () => {
  assert.deepEqual(shownBy({ found: ["dang binh"] }).nodes, [BINH]);
});

test("a period leaves the facts that touch it; undated ones only if wanted", () => {
  assert.deepEqual(shownBy({ when: ["2030", "2030"] }), { nodes: [AN, DIVISION], edges: [1] });
  assert.deepEqual(shownBy({ when: ["2031-01", "2031-01"] }).edges, [0, 2, 3]);
  assert.deepEqual(shownBy({ when: ["2031-03", "2031-03"] }).edges, [0, 3]);
  assert.deepEqual(shownBy({ when: ["2030", "2030", "undated"] }).edges, [1, 4]);
  assert.deepEqual(shownBy({ when: ["1999", "2001"] }), { nodes: [], edges: [] });
});

test("a dated event to which nothing is tied stays in its period", () => {
  const alone = { ...told, edges: { ...told.edges, target: { plain: [3, 4, 3, 4, 3] } } };
  assert.deepEqual(shownBy({ when: ["2031-01-03", "2031-01-04"] }, readColumns(alone)).nodes, [EVENT]);
  assert.deepEqual(shownBy({ when: ["2031-01-03", "2031-01-04"], relation: ["HOLDS"] }, readColumns(alone)).nodes, []);
});

test("no more filters give way than must", () => {
  assert.deepEqual(revealing(model, { rank: ["Đại tá"], confidence: 50 }, [AN]), { confidence: 50 });
  assert.deepEqual(revealing(model, { rank: ["Đại tá"], relation: ["PART_OF"] }, [AN]), {});
  assert.deepEqual(revealing(model, { unit: [DIVISION], without: ["event"] }, [BINH]), { unit: [DIVISION], without: ["event"] });
});

test("filters that hide a node give way, others stay", () => {
  assert.deepEqual(revealing(model, { without: ["unit", "event"] }, [REGION]), { without: ["event"] });
  assert.deepEqual(revealing(model, { without: ["event"] }, [EVENT, AN]), {});
  assert.deepEqual(revealing(model, { without: ["event"] }, [AN]), { without: ["event"] });
});

test("a filter is set and taken off without touching the others", () => {
  assert.deepEqual(withFilter({ a: 1 }, "b", 2), { a: 1, b: 2 });
  assert.deepEqual(withFilter({ a: 1, b: 2 }, "b", null), { a: 1 });
  assert.deepEqual(Object.entries(withFilter({ a: 1, b: 2 }, "a", 3)), [["a", 3], ["b", 2]]);
});

test("what was put out of sight one by one is hidden, and comes back when it is gone to", () => {
  const found = makeFilter(model)({ hidden: [AN, REGION] });
  assert.deepEqual([...found.nodes], [1, 0, 1, 0, 1]);
  assert.equal(found.edgeCount, 1);
  assert.deepEqual(revealing(model, { hidden: [AN, REGION] }, [AN]), { hidden: [REGION] });
  assert.deepEqual(revealing(model, { hidden: [AN] }, [AN]), {});
});
