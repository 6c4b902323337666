import assert from "node:assert/strict";
import { test } from "node:test";
import { axisMarks, barsOf, endMoved, playStart, shifted, spanned, whenOf } from "../../../graphbuild/explorer/assets/js/model/brush.js";
import { facetsOf } from "../../../graphbuild/explorer/assets/js/model/facets.js";
import { chipsOf, flipped } from "../../../graphbuild/explorer/assets/js/model/filter_words.js";
import { NO_SOURCE } from "../../../graphbuild/explorer/assets/js/model/filters.js";
import { makeHistogram } from "../../../graphbuild/explorer/assets/js/model/histogram.js";
import { makeSuggest } from "../../../graphbuild/explorer/assets/js/model/suggest.js";
import { fromAddress, toAddress } from "../../../graphbuild/explorer/assets/js/model/address.js";
import { makeStore } from "../../../graphbuild/explorer/assets/js/model/state.js";
import { REGION, town } from "./town.mjs";

const model = town();

test("facets list the values that there are, with how many have them", () => {
  const facets = facetsOf(model);
  const values = (name, group = "") => facets.find((one) => one.name === name && one.group === group)?.values;
  assert.deepEqual(values("relation"), [{ value: "HOLDS", count: 3 }, { value: "PARTICIPATES", count: 1 }, { value: "PART_OF", count: 1 }]);
  assert.deepEqual(values("event"), [{ value: "conference", count: 1 }]);
  assert.deepEqual(values("role", "events"), [{ value: "chairs", count: 1 }]);
  assert.deepEqual(values("role", "posts"), [{ value: "commander", count: 2 }, { value: "political", count: 1 }]);
  assert.deepEqual(values("rank").map(({ value }) => value), ["Thiếu tướng", "Đại tá"]);
  assert.deepEqual(values("source"), [{ value: "bao.example", count: 4 }, { value: NO_SOURCE, count: 1 }]);
});

test("each part of a filter is taken back alone", () => {
  const filters = { rank: ["Đại tá", "Thiếu tướng"], when: ["2031", "2031", "undated"], confidence: 80, unit: [REGION] };
  const left = chipsOf(model, filters).map((chip) => chip.filters);
  assert.equal(left.length, 6);
  assert.deepEqual(left[0], { ...filters, rank: ["Thiếu tướng"] });
  assert.deepEqual(left[2], { rank: filters.rank, confidence: 80, unit: [REGION] });
  assert.deepEqual(left[3], { ...filters, when: ["2031", "2031"] });
  assert.equal(left[5].unit, undefined);
});

test("a few names hidden by hand come back one by one, many together", () => {
  const left = (hidden) => chipsOf(model, { hidden }).map(({ filters }) => filters);
  assert.deepEqual(left([0, 1]), [{ hidden: [1] }, { hidden: [0] }]);
  assert.deepEqual(left([0, 1, 2, 3, 4]), [{}]);
});

test("a value goes in and out of its list", () => {
  assert.deepEqual(flipped(undefined, "a"), ["a"]);
  assert.deepEqual(flipped(["a"], "b"), ["a", "b"]);
  assert.equal(flipped(["a"], "a"), null);
});

test("all filters go into the address and come back", () => {
  const filters = {
    without: ["place"], found: ["bùi ~ sơn"], relation: ["HOLDS"], role: ["chairs"], event: ["conference"], rank: ["Đại tá"],
    unit: [REGION], source: ["bao.example", NO_SOURCE], confidence: 80, when: ["2031-01", "2031-03", "undated"],
  };
  const address = toAddress({ ...makeStore().state, filters }, model);
  assert.deepEqual(fromAddress(address, model).change.filters, filters);
  for (const broken of ["when=hom-qua", "when=", "confidence=101", "confidence=x", "rank=", "unit=unit/none"]) {
    assert.deepEqual(fromAddress(`#?${broken}`, model).change.filters, {});
  }
});

test("words typed suggest filters that fit", () => {
  const suggest = makeSuggest(model);
  const told = (typed, nodes = []) => suggest(typed, nodes).map(({ name, value }) => [name, ...value]);
  assert.deepEqual(told("dai ta"), [["rank", "Đại tá"]]);
  assert.deepEqual(told("2031"), [["when", "2031", "2031"]]);
  assert.deepEqual(told("quan khu", [REGION]), [["unit", REGION]]);
  assert.deepEqual(told("x"), []);
  assert.deepEqual(told(""), []);
});

test("the brush stands for a filter and the filter for a brush", () => {
  const histogram = makeHistogram(model);
  assert.deepEqual(barsOf(histogram, undefined), [0, 14]);
  assert.deepEqual(barsOf(histogram, ["2031", "2031"]), [12, 14]);
  assert.deepEqual(whenOf(histogram, [12, 13], ["1999", "2000", "undated"]), ["2031-01", "2031-02", "undated"]);
  assert.equal(whenOf(histogram, [0, 14]), null);
});

test("the brush stays within the bars and its ends in their order", () => {
  const histogram = makeHistogram(model);
  assert.deepEqual(endMoved(histogram, [3, 6], 0, 9), [6, 6]);
  assert.deepEqual(endMoved(histogram, [3, 6], 1, 99), [3, 14]);
  assert.deepEqual(endMoved(histogram, [3, 6], 0, -Infinity), [0, 6]);
  assert.deepEqual(shifted(histogram, [3, 6], 20), [11, 14]);
  assert.deepEqual(shifted(histogram, [3, 6], -20), [0, 3]);
  assert.deepEqual(spanned(histogram, 9, -2), [0, 9]);
  assert.deepEqual(playStart(histogram, [0, 14]), [0, 0]);
  assert.deepEqual(playStart(histogram, [12, 14]), [0, 2]);
  assert.deepEqual(playStart(histogram, [3, 6]), [3, 6]);
});

test("the axis names years, not too many", () => {
  const histogram = makeHistogram(model);
  assert.deepEqual(axisMarks(histogram, 12), [{ bar: 0, text: "2030" }, { bar: 12, text: "2031" }]);
  assert.deepEqual(axisMarks({ count: 100, yearly: true, label: (bar) => String(1931 + bar) }, 5).map(({ text }) => text), ["1940", "1960", "1980", "2000", "2020"]);
});
