import assert from "node:assert/strict";
import { test } from "node:test";
import { newestPost } from "../../../graphbuild/explorer/assets/js/model/as_of.js";
import { largestUnit, shownItems, tieOn, unitTree, unitsAbove } from "../../../graphbuild/explorer/assets/js/model/tree.js";
import { layOut } from "../../../graphbuild/explorer/assets/js/model/tree_layout.js";
import { graph, person, tie, unit } from "./graph.mjs";

const { model, at } = graph(
  [unit("corps", { level: 9 }), unit("division", { level: 8 }), unit("regiment", { level: 7 }), unit("old", { valid_to: "2020-06-01" }), unit("new", { valid_from: "2020-06-01" }),
    person("an"), person("binh"), person("cam")],
  [
    tie("division", "PART_OF", "corps", { first: "2019", last: "2022" }),
    tie("regiment", "PART_OF", "division", { first: "2021-05" }), tie("regiment", "PART_OF", "corps", { first: "2021-05" }),
    tie("old", "PART_OF", "corps", { first: "2018" }), tie("new", "PART_OF", "corps", { first: "2021" }), tie("old", "SUCCEEDED_BY", "new"),
    tie("an", "HOLDS", "corps", { title: "Tư lệnh", role: "commander", sole: "Tư lệnh", first: "2019", last: "2021" }),
    tie("binh", "HOLDS", "corps", { title: "Chính ủy", role: "political", sole: "Chính ủy", first: "2023" }),
    tie("cam", "HOLDS", "division", { title: "Sư đoàn trưởng", role: "commander", sole: "Sư đoàn trưởng", first: "2018", end: "2019-01-01" }),
  ],
);
const [corps, division, regiment, old, fresh] = ["corps", "division", "regiment", "old", "new"].map(at);
const between = (a, b) => model.between(a, b)[0];
const names = (items) => items.map(({ unit: one }) => model.nodes.id(one));

test("a unit of two parents stands under the one that is itself under the other", () => {
  const tree = unitTree(model, corps, "2021");
  assert.deepEqual(names(tree.children), ["division", "new"]);
  assert.deepEqual(names(tree.children[0].children), ["regiment"]);
  assert.deepEqual([tree.below, tree.open], [3, true]);
});

test("units stand there only while they were", () => {
  assert.deepEqual(names(unitTree(model, corps, "2018").children), ["division", "old"]);
  assert.deepEqual(names(unitTree(model, corps, "2021").children), ["division", "new"]);
});

test("a place is certain when it was seen, likely between sightings, else not told", () => {
  assert.deepEqual(["2019", "2020", "2023", "2018"].map((on) => tieOn(model, between(division, corps), on)), ["certain", "likely", "unknown", "unknown"]);
});

test("posts tell who is certain or likely there, and which nobody is seen in", () => {
  const [top, below] = shownItems(unitTree(model, corps, "2020"));
  const told = (item) => item.posts.map(({ title, seen, holders }) => [title, seen, holders.map(({ certainty }) => certainty)]);
  assert.deepEqual(told(top), [["Tư lệnh", true, ["likely"]], ["Chính ủy", false, ["unknown"]]]);
  assert.deepEqual(told(below), [["Sư đoàn trưởng", false, []]]);
});

test("a unit that is gone names what it became", () => {
  const tree = unitTree(model, old, "2022");
  assert.deepEqual([tree.posts, tree.successors, tree.until], [[], [fresh], "2020-06-01"]);
});

test("a chart begins on the newest day of the unit's own posts, or of the whole graph where there is none", () => {
  assert.deepEqual([division, corps, regiment].map((one) => newestPost(model, one)), ["2018", "2023", "2023"]);
});

test("units are opened and closed by hand, and the units above are found", () => {
  assert.deepEqual(names(shownItems(unitTree(model, corps, "2021", [division]))), ["corps", "division", "new"]);
  assert.deepEqual(names(shownItems(unitTree(model, corps, "2021", [corps, division]))), ["corps"]);
  assert.deepEqual(unitsAbove(model, regiment, "2021").map(model.nodes.id), ["division", "corps"]);
  assert.equal(largestUnit(model), corps);
});

test("units that are said to be part of each other do not go round for ever", () => {
  const circle = graph([unit("a"), unit("b"), unit("c")], [tie("b", "PART_OF", "a"), tie("b", "PART_OF", "c"), tie("c", "PART_OF", "b"), tie("a", "PART_OF", "b")]);
  assert.deepEqual(shownItems(unitTree(circle.model, circle.at("a"))).map(({ unit: one }) => one), [0, 1, 2]);
  assert.deepEqual(unitsAbove(circle.model, circle.at("c")), [1, 0]);
});

test("a cluster without parts shows its members", () => {
  const cluster = graph([unit("a"), unit("b"), unit("cluster")], [tie("a", "LEADS", "cluster"), tie("b", "MEMBER_OF", "cluster")]);
  assert.deepEqual(unitTree(cluster.model, cluster.at("cluster")).children.map(({ unit: one }) => one), [0, 1]);
});

/** A tree by its number of children in each ring, all open. */
function wide(counts) {
  const children = counts.length ? Array.from({ length: counts[0] }, () => wide(counts.slice(1))) : [];
  return { children, open: children.length > 0 };
}

for (const upright of [false, true]) {
  test(`cards cover no card and a parent stands above its children, ${upright ? "in one column" : "spread"}`, () => {
    for (const counts of [[], [1], [3, 2], [9], [2, 9, 1], [30], [1, 1, 1, 5]]) {
      const { cards, lines, width, height } = layOut(wide(counts), ({ children }) => ({ width: 100, height: 40 + 10 * (children.length % 3) }), { upright });
      const place = new Map(cards.map((card) => [card.item, card]));
      assert.equal(lines.length, cards.length - 1);
      for (const a of cards) {
        assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width + 0.01 && a.y + a.height <= height + 0.01);
        for (const child of a.item.children) assert.ok(place.get(child).y >= a.y + a.height);
        for (const b of cards) assert.ok(a === b || a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y);
      }
    }
  });
}
