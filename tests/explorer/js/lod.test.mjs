import assert from "node:assert/strict";
import { test } from "node:test";
import { makeActions } from "../../../graphbuild/explorer/assets/js/actions.js";
import { readColumns } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { discLayout } from "../../../graphbuild/explorer/assets/js/model/disc.js";
import { makeFilter } from "../../../graphbuild/explorer/assets/js/model/filtering.js";
import { makeStage } from "../../../graphbuild/explorer/assets/js/model/lod.js";
import { makeStore } from "../../../graphbuild/explorer/assets/js/model/state.js";
import { fromAddress, toAddress } from "../../../graphbuild/explorer/assets/js/model/address.js";
import { AN, BINH, DIVISION, EVENT, REGION, told } from "./town.mjs";

/** Two groups: An, the event and the region; Bính and the division. Only the region stands there by name. */
const model = readColumns({ ...told, nodes: { ...told.nodes, group: { plain: [0, 0, 1, 0, 1] } } });
const drawing = {
  nodes: [
    { id: "g0", group: "bubble", x: 0, y: 0, size: 20 }, { id: "g1", group: "bubble", x: 300, y: 0, size: 20 },
    { id: REGION, group: "unit", x: 0, y: -60, size: 12 },
  ],
  edges: [],
};

function opened() {
  const store = makeStore();
  const shown = makeFilter(model);
  const stage = makeStage(model, drawing, shown);
  return { store, stage, scene: () => stage(store.state), actions: makeActions(store, model, shown, stage) };
}

const gaps = (marks) => marks.flatMap((a, i) => marks.slice(0, i).map((b) => Math.hypot(a.x - b.x, a.y - b.y) - a.size - b.size));

test("bubbles stand for who has no name of their own", () => {
  const { marks, lines } = opened().scene();
  assert.deepEqual(marks.map(({ key, rest, isNamed }) => [key, rest, isNamed]), [[REGION, 0, true], ["g0", 2, true], ["g1", 2, true]]);
  // Between the bubbles An's post in the division; between region and its own bubble An's; not region to another bubble.
  assert.deepEqual(lines.map(({ key, facts }) => [key, facts]).sort(), [["3 g0", 1], ["g0 g1", 1]]);
});

test("an opened group gives way to its members, and comes back when it is closed", () => {
  const { scene, actions } = opened();
  const before = scene().marks;
  actions.open("group", DIVISION);
  const { marks, byNode, opened: told } = scene();
  assert.deepEqual(marks.map(({ key }) => key), [REGION, DIVISION, BINH, "g0"]);
  assert.deepEqual(told, [{ what: "group", node: DIVISION, here: 2, of: 2 }]);
  assert.ok(byNode.has(BINH));
  assert.ok(Math.min(...gaps(marks)) > 0);
  actions.close("group", DIVISION);
  assert.deepEqual(scene().marks, before);
});

test("who is not on the canvas comes with their neighbours when picked, who is comes alone", () => {
  const { store, scene, actions } = opened();
  actions.pick(REGION);
  assert.deepEqual(store.state.expanded, []);
  actions.pick(AN);
  assert.deepEqual([...scene().byNode.keys()].sort(), [EVENT, AN, REGION, DIVISION].sort());
  assert.equal(store.state.picked[0], AN);
  actions.pick(DIVISION);
  assert.equal(store.state.expanded.length, 1);
});

test("opening again brings in more of the same", () => {
  const { store, actions } = opened();
  actions.open("group", DIVISION);
  actions.open("group", DIVISION);
  assert.deepEqual(store.state.expanded, [["group", DIVISION, 300]]);
});

test("what is opened is in the address, and comes back from it", () => {
  const { store, actions } = opened();
  actions.open("group", DIVISION);
  actions.open("node", AN);
  const other = makeStore();
  other.reset(fromAddress(toAddress(store.state, model), model).change);
  assert.deepEqual({ ...other.state }, { ...store.state });
  assert.deepEqual(fromAddress("#?expanded=group.9.unit/none~what.1.person/an~x", model).change.expanded, []);
});

test("an address of one who is not on the canvas brings them in", () => {
  const { store, scene, actions } = opened();
  actions.arrive(fromAddress("#person/binh", model).change);
  assert.ok(scene().byNode.has(BINH));
  assert.deepEqual(store.state.picked, [BINH]);
});

test("filters count down the bubbles and take them away when nothing is left", () => {
  const { scene, actions } = opened();
  actions.filter("without", ["person"]);
  assert.deepEqual(scene().marks.map(({ key, rest }) => [key, rest]), [[REGION, 0], ["g0", 1], ["g1", 1]]);
  actions.filter("without", ["person", "event"]);
  assert.deepEqual(scene().marks.map(({ key }) => key), [REGION, "g1"]);
});

test("the places of a disc are the same every time and none lies on another or on the core", () => {
  for (const count of [1, 2, 40, 300]) {
    const links = Array.from({ length: count }, (_, n) => [n, (n * 7) % count]).filter(([a, b]) => a !== b);
    const { x, y, radius } = discLayout(count, links, 30);
    assert.deepEqual(discLayout(count, links, 30), { x, y, radius });
    const marks = Array.from({ length: count }, (_, n) => ({ x: x[n], y: y[n], size: 25 }));
    assert.ok(Math.min(...gaps([...marks, { x: 0, y: 0, size: 30 }])) > 0, `${count} items`);
    assert.ok(marks.every((mark) => Math.hypot(mark.x, mark.y) < radius));
  }
});
