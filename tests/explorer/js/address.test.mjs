import assert from "node:assert/strict";
import { test } from "node:test";
import { fromAddress, toAddress } from "../../../graphbuild/explorer/assets/js/model/address.js";
import { numbers, places, words } from "../../../graphbuild/explorer/assets/js/model/codes.js";
import { makeStore } from "../../../graphbuild/explorer/assets/js/model/state.js";
import { AN, DIVISION, town } from "./town.mjs";

const model = town();

test("the first view has no address, a node has its id", () => {
  const store = makeStore();
  assert.equal(toAddress(store.state, model), "");
  store.update({ picked: [AN] });
  assert.equal(toAddress(store.state, model), "#person/an");
});

test("every state comes back from its address", () => {
  for (const change of [
    { picked: [AN] }, { picked: [AN, DIVISION] }, { filters: { without: ["unit", "event"] } }, { lang: "vi", theme: "dark" },
    { picked: [DIVISION], filters: { without: ["person"] }, lang: "vi" },
  ]) {
    const store = makeStore();
    store.update(change);
    const other = makeStore();
    other.reset(fromAddress(toAddress(store.state, model), model).change);
    assert.deepEqual({ ...other.state }, { ...store.state });
  }
});

test("an address of nothing, a broken one and one of another graph are told, not followed", () => {
  for (const [address, unknown] of [["#person/nobody", "person/nobody"], ["#%E0%A4%A", "%E0%A4%A"], ["#<img src=x>", "<img src=x>"]]) {
    const read = fromAddress(address, model);
    assert.deepEqual([read.change.picked, read.unknown], [[], [unknown]]);
  }
  assert.deepEqual(fromAddress("#?lang=xx&nosuch=1&without=", model).change, { picked: [], filters: {}, lang: "en" });
});

test("the codes write what they read, separators in texts included", () => {
  const texts = ["a~b", "c&d=e?f#g", "Đại tá", "50%"];
  assert.deepEqual(words.read(words.write(texts)), texts);
  assert.doesNotMatch(words.write(texts), /[&?#=]/);
  assert.deepEqual(numbers.read(numbers.write([20300101, 0.5])), [20300101, 0.5]);
  assert.deepEqual(places.read(places.write({ [AN]: [-10.4, 3] }, model), model), { [AN]: [-10, 3] });
  assert.deepEqual(places.read("person/nobody,1,2~person/an,x,2", model), {});
  assert.deepEqual(places.read("group.person/an,1,2", model), {});
  const grouped = { ...model, groups: { of: { [AN]: 3 }, head: (group) => ({ 3: AN })[group] } };
  assert.equal(places.write({ g3: [1, 2] }, grouped), "group.person/an,1,2");
  assert.deepEqual(places.read("group.person/an,1,2", grouped), { g3: [1, 2] });
});
