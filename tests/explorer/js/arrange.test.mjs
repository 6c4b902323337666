import assert from "node:assert/strict";
import { test } from "node:test";
import { UNTIED, makeArrange } from "../../../graphbuild/explorer/assets/js/model/arrange.js";
import { strongest } from "../../../graphbuild/explorer/assets/js/model/communities.js";
import { makeAdjacency } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { makeGroups } from "../../../graphbuild/explorer/assets/js/model/groups.js";
import { graph, person, tie, unit } from "./graph.mjs";
import { AN, BINH, DIVISION, EVENT, REGION, town } from "./town.mjs";

const model = town();
const marks = [EVENT, AN, BINH, REGION, DIVISION].map((node) => ({ key: node, node, x: 10 * node, y: 0, size: 8 }));
const scene = { marks, lines: [], byNode: new Map(marks.map((mark) => [mark.node, mark])) };
const { arrange } = makeArrange(model);

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

test("in a high window the drawing is turned, and a pin keeps its place in the layout", () => {
  const { arrange: high, turned } = makeArrange(model, { isPortrait: true });
  const { byNode } = high(scene, { grouped: "", pinned: { [AN]: [7, 8] } });
  assert.deepEqual([byNode.get(BINH).x, byNode.get(BINH).y], [0, 20]);
  assert.deepEqual(turned(byNode.get(AN)), { x: 7, y: 8 });
});

test("names without a tie stand close together in a disc that tells how many they are", () => {
  const { model: lonely } = graph(Array.from({ length: 40 }, (_, n) => person(`p${n}`)), []);
  const spread = Array.from({ length: 40 }, (_, node) => ({ key: node, node, x: 300 * (node % 8), y: 300 * Math.floor(node / 8), size: 8 }));
  const { marks: moved, groups } = makeArrange(lonely).arrange({ ...scene, marks: spread }, { grouped: "", pinned: {} });
  assert.deepEqual(groups.map(({ node, count }) => [node, count]), [[UNTIED, 40]]);
  assert.ok(moved.every(({ x, y }) => Math.hypot(x - groups[0].x, y - groups[0].y) < groups[0].radius));
  assert.ok(groups[0].radius < 200);
});

for (const isPortrait of [false, true]) {
  test(`the disc of names without a tie stands clear of the others, however many there are (${isPortrait ? "high" : "wide"})`, () => {
    const people = Array.from({ length: 310 }, (_, n) => person(`p${n}`));
    const { model: some } = graph([...people, unit("u")], people.slice(0, 10).map(({ id }) => tie(id, "HOLDS", "u")));
    const laidOut = (node) => (node < 10 || node === 310 ? { x: 76 * (node % 11), y: 0 } : { x: 76 * (node % 11), y: 228 + 76 * Math.floor(node / 11) });
    const rows = Array.from({ length: 311 }, (_, node) => ({ key: node, node, size: 8, ...laidOut(node) }));
    const { marks: moved, groups: [disc] } = makeArrange(some, { isPortrait }).arrange({ ...scene, marks: rows }, { grouped: "", pinned: {} });
    assert.equal(disc.count, 300);
    for (const mark of moved.filter(({ node }) => some.edgesOf(node).length)) assert.ok(Math.hypot(mark.x - disc.x, mark.y - disc.y) > disc.radius + 40);
  });
}

test("a large last group pushes nothing over the others", () => {
  const people = Array.from({ length: 90 }, (_, n) => person(`p${n}`));
  const units = Array.from({ length: 12 }, (_, n) => unit(`u${n}`));
  const { model: many } = graph([...people, ...units], units.map(({ id }, n) => tie(`p${n}`, "HOLDS", id)));
  const spread = Array.from({ length: 102 }, (_, node) => ({ key: node, node, x: node, y: 0, size: 8 }));
  const { groups } = makeArrange(many).arrange({ ...scene, marks: spread }, { grouped: "unit", pinned: {} });
  assert.equal(groups.length, 13);
  for (const one of groups) for (const other of groups) {
    assert.ok(one === other || Math.hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius);
  }
});
