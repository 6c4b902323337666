import assert from "node:assert/strict";
import { test } from "node:test";
import { focusOf, makeLinks } from "../../../graphbuild/explorer/assets/js/model/focus.js";
import { makePaths } from "../../../graphbuild/explorer/assets/js/model/paths.js";
import { ringsAround } from "../../../graphbuild/explorer/assets/js/model/rings.js";
import { sharedOf } from "../../../graphbuild/explorer/assets/js/model/shared.js";
import { event, graph, person, tie, unit } from "./graph.mjs";

// an and binh: both at the event m (few claims), both in the unit k (many); and a longer way over c and d.
const { model, at } = graph(
  [person("an"), person("binh"), unit("c"), unit("d"), unit("k"), event("m", "2031-02"), event("n", "2030"), person("lone")],
  [
    tie("an", "PARTICIPATES", "m", { role: "chairs" }), tie("an", "PARTICIPATES", "n", { role: "attends" }),
    tie("an", "HOLDS", "k", { claims: 4, title: "Tư lệnh" }), tie("an", "HOLDS", "c", { title: "Trợ lý" }), tie("an", "POSSIBLY_SAME", "binh", { likelihood: 0.5 }),
    tie("binh", "PARTICIPATES", "m", { role: "attends" }), tie("binh", "PARTICIPATES", "n", { role: "speaks" }),
    tie("binh", "HOLDS", "k", { claims: 2, title: "Chính ủy" }), tie("binh", "HOLDS", "d", { title: "Trợ lý" }),
    tie("binh", "POSSIBLY_SAME", "lone", { likelihood: 0.5 }), tie("c", "PART_OF", "d"),
  ],
);
const [an, binh, c, d, k, m, n, lone] = ["an", "binh", "c", "d", "k", "m", "n", "lone"].map(at);

test("of ways as short the one with most claims comes first, then the first by ids, then longer ones", () => {
  const { ways, shortest } = makePaths(model);
  assert.deepEqual(shortest(an, binh), [an, k, binh]);
  assert.deepEqual(ways(an, binh, 5), [[an, k, binh], [an, m, binh], [an, n, binh], [an, c, d, binh]]);
  assert.deepEqual(ways(binh, an, 1), [[binh, k, an]]);
  assert.deepEqual(shortest(an, an), [an]);
});

test("a way leads over no kind and no relation that is to be avoided, and over nothing that is hidden", () => {
  assert.deepEqual(makePaths(model, { avoid: ["unit"] }).ways(an, binh, 5), [[an, m, binh], [an, n, binh]]);
  assert.deepEqual(makePaths(model, { avoid: ["PARTICIPATES", "PART_OF"] }).ways(an, binh, 5), [[an, k, binh]]);
  assert.deepEqual(makePaths(model, { avoid: ["person"] }).shortest(an, binh), [an, k, binh]);
  const kept = new Uint8Array(model.edges.count).fill(1);
  kept[2] = 0;
  assert.deepEqual(makePaths(model, { kept }).shortest(an, binh), [an, m, binh]);
});

test("that two may be one is no step of a way and no neighbour", () => {
  assert.equal(makePaths(model).shortest(an, lone), null);
  assert.deepEqual(makePaths(model).ways(lone, an, 3), []);
  assert.deepEqual(ringsAround(model, lone, 3), []);
});

test("rings hold each node once, those first of which more is said", () => {
  assert.deepEqual(ringsAround(model, an, 3), [[c, k, m, n], [binh, d]].map((ring) => ring));
  assert.deepEqual(ringsAround(model, an, 1), [[c, k, m, n]]);
});

test("what two share is told by kind, events by date, with the edges of both", () => {
  const shared = sharedOf(model, an, binh);
  assert.deepEqual(shared.map(({ kind, nodes }) => [kind, nodes.map(({ node }) => node)]), [["event", [n, m]], ["unit", [k]]]);
  assert.deepEqual(shared[0].nodes[1], { node: m, ofA: [0], ofB: [5] });
  assert.deepEqual(sharedOf(model, m, n).map(({ kind, nodes }) => [kind, nodes.map(({ node }) => node)]), [["person", [an, binh]]]);
});

test("every way of many is simple, made of edges, and none comes twice or before a shorter one", () => {
  const size = 60;
  let seed = 5;
  const chance = (most) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % most; };
  const names = Array.from({ length: size }, (_, place) => `p${String(place).padStart(2, "0")}`);
  const { model: crowd } = graph(names.map((id) => person(id)), Array.from({ length: 150 }, () => tie(names[chance(size)], "HOLDS", names[chance(size)], { claims: 1 + chance(3) })));
  const { ways, steps } = makePaths(crowd);
  for (let turn = 0; turn < 40; turn++) {
    const [a, b] = [chance(size), chance(size)];
    const found = ways(a, b, 8);
    assert.equal(new Set(found.map(String)).size, found.length);
    found.forEach((way, place) => {
      assert.deepEqual([way[0], way.at(-1)], [a, b]);
      assert.equal(new Set(way).size, way.length);
      assert.ok(steps(way).every((e) => e >= 0));
      assert.ok(!place || found[place - 1].length <= way.length);
    });
  }
});

test("what is picked is brought out with its neighbours, two with the ways between them", () => {
  const shown = () => ({ edges: new Uint8Array(model.edges.count).fill(1) });
  const links = makeLinks(model, shown);
  const state = { picked: [an], reach: "1", ways: "3", way: "1", avoid: [], filters: {} };
  const one = focusOf(model, state, shown, links);
  assert.deepEqual(one.nodes, [an, c, k, m, n, binh]);
  assert.deepEqual(one.pairs.map(({ to, facts }) => [to, facts]), [[c, 1], [k, 1], [m, 1], [n, 1], [binh, 0]]);
  const two = focusOf(model, { ...state, picked: [an, binh], way: "2" }, shown, links);
  assert.deepEqual(two.nodes, [an, binh, m, k, n]);
  assert.deepEqual(two.pairs.filter(({ strong }) => strong).map(({ from, to }) => [from, to]), [[an, m], [m, binh]]);
  assert.deepEqual(focusOf(model, { ...state, picked: [] }, shown, links), { nodes: [], pairs: [] });
});
