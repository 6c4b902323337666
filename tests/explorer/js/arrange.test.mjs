import assert from "node:assert/strict";
import { test } from "node:test";
import { makeArrange } from "../../../graphbuild/explorer/assets/js/model/arrange.js";
import { strongest } from "../../../graphbuild/explorer/assets/js/model/communities.js";
import { makeAdjacency } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { makeGroups } from "../../../graphbuild/explorer/assets/js/model/groups.js";
import { AN, BINH, DIVISION, EVENT, REGION, town } from "./town.mjs";

const model = town();
const marks = [EVENT, AN, BINH, REGION, DIVISION].map((node) => ({ key: node, node, x: 10 * node, y: 0, size: 8 }));
const scene = { marks, lines: [], byNode: new Map(marks.map((mark) => [mark.node, mark])) };
const arrange = makeArrange(model);

test("by unit, persons stand with their latest post, events with those present, units on their own", () => {
  const head = makeGroups(model)("unit");
  assert.deepEqual([...head], [REGION, REGION, DIVISION, REGION, DIVISION]);
});

test("by community, the member with most edges heads it and nodes without ties have none", () => {
  const { start, other } = makeAdjacency(7, Uint32Array.from([0, 1, 2, 3, 4, 2]), Uint32Array.from([1, 2, 0, 4, 5, 3]));
  const found = strongest(start, other);
  assert.deepEqual([found[0] === found[1], found[1] === found[2], found[3] === found[4], found[2] === found[3]], [true, true, true, false]);
  assert.equal(new Set(found).size, 3);
});

test("communities of many cliques in a ring are the cliques", () => {
  const [size, cliques, source, target] = [6, 40, [], []];
  for (let c = 0; c < cliques; c++) {
    for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) { source.push(c * size + a); target.push(c * size + b); }
    source.push(c * size);
    target.push(((c + 1) % cliques) * size + 1);
  }
  const { start, other } = makeAdjacency(size * cliques, Uint32Array.from(source), Uint32Array.from(target));
  const found = strongest(start, other);
  for (let c = 0; c < cliques; c++) for (let a = 1; a < size; a++) assert.equal(found[c * size + a], found[c * size]);
  assert.ok(new Set(found).size >= cliques / 3);
});

test("as laid out, only pinned marks move and nothing of the scene changes", () => {
  const arranged = arrange(scene, { grouped: "", pinned: { [BINH]: [500, -20] } });
  assert.deepEqual(arranged.marks.map(({ x, y }) => [x, y]), [[0, 0], [10, 0], [500, -20], [30, 0], [40, 0]]);
  assert.equal(arranged.byNode.get(BINH).x, 500);
  assert.equal(marks[BINH].x, 20);
  assert.deepEqual(arranged.groups, []);
});

test("groups stand apart, each mark inside the disc of its own, its head in the middle", () => {
  const { groups, byNode } = arrange(scene, { grouped: "unit", pinned: {} });
  assert.deepEqual(groups.map(({ node }) => node), [REGION, DIVISION]);
  const [one, two] = groups;
  assert.ok(Math.hypot(one.x - two.x, one.y - two.y) > one.radius + two.radius);
  for (const [group, nodes] of [[one, [REGION, EVENT, AN]], [two, [DIVISION, BINH]]]) {
    assert.deepEqual([byNode.get(nodes[0]).x, byNode.get(nodes[0]).y], [group.x, group.y]);
    for (const node of nodes) assert.ok(Math.hypot(byNode.get(node).x - group.x, byNode.get(node).y - group.y) <= group.radius);
  }
});

test("what is pinned stays there in groups too", () => {
  assert.equal(arrange(scene, { grouped: "community", pinned: { [AN]: [7, 8] } }).byNode.get(AN).x, 7);
});
