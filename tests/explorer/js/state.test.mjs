import assert from "node:assert/strict";
import { test } from "node:test";
import { FIELDS, makeStore, same } from "../../../graphbuild/explorer/assets/js/model/state.js";

test("an update makes a new frozen state and tells those who watch its fields", () => {
  const store = makeStore();
  const seen = [];
  store.watch(["picked"], ({ picked }) => seen.push(picked.join("~")));
  const before = store.state;
  store.update({ picked: [3, 4] });
  store.update({ filters: { without: ["unit"] } });
  assert.deepEqual(seen, ["", "3~4"]);
  assert.deepEqual(before.picked, []);
  assert.throws(() => store.state.picked.push(5), TypeError);
  assert.throws(() => { store.state.filters.without = []; }, TypeError);
});

test("an update that changes nothing is none", () => {
  const store = makeStore();
  let calls = 0;
  store.watch(["picked", "filters"], () => { calls++; });
  store.update({ picked: [], filters: {} });
  assert.deepEqual([calls, store.canUndo()], [1, false]);
});

test("a field that nobody knows is refused", () => {
  assert.throws(() => makeStore().update({ pickd: [1] }), /no such field of the state: pickd/);
});

test("what was done can be undone and done again, language and theme apart", () => {
  const store = makeStore();
  store.update({ picked: [1] });
  store.update({ lang: "vi" });
  store.update(({ picked }) => ({ picked: [...picked, 2] }));
  store.undo();
  assert.deepEqual([store.state.picked, store.state.lang], [[1], "vi"]);
  store.undo();
  assert.deepEqual([store.state.picked, store.canUndo()], [[], false]);
  store.undo();
  store.redo();
  store.redo();
  assert.deepEqual([store.state.picked, store.state.lang, store.canRedo()], [[1, 2], "vi", false]);
});

test("a new step after an undo takes the place of what was undone", () => {
  const store = makeStore();
  store.update({ picked: [1] });
  store.undo();
  store.update({ picked: [2] });
  assert.equal(store.canRedo(), false);
  store.undo();
  assert.deepEqual(store.state.picked, []);
});

test("an update aside belongs to the step before", () => {
  const store = makeStore();
  store.update({ picked: [1] });
  store.update({ picked: [2] });
  store.update({ picked: [3] }, { aside: true });
  store.undo();
  assert.deepEqual(store.state.picked, [1]);
  store.redo();
  assert.deepEqual(store.state.picked, [3]);
});

test("reset keeps what lasts and brings all else back to the start", () => {
  const store = makeStore();
  const start = store.state;
  store.update({ picked: [1], filters: { without: ["unit"] }, lang: "vi", mode: "table" });
  store.reset({ picked: [2] });
  assert.deepEqual({ ...store.state }, { ...start, picked: [2], lang: "vi" });
});

test("same compares what values say", () => {
  assert.ok(same({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }));
  assert.ok(!same([1], [1, 2]));
  assert.ok(!same({ a: undefined }, { b: undefined }));
  assert.ok(!same(null, {}));
});
