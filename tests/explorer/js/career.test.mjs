import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOfMonth, monthsOf, newestMonth } from "../../../graphbuild/explorer/assets/js/model/calendar.js";
import { careerOf, ranksOf } from "../../../graphbuild/explorer/assets/js/model/career.js";
import { before, earliest, endOf, isDate, latest, startOf, within } from "../../../graphbuild/explorer/assets/js/model/days.js";
import { wrap } from "../../../graphbuild/explorer/assets/js/model/wrap.js";
import { event, graph, person, tie, unit } from "./graph.mjs";

const { model, at } = graph(
  [person("an", { ranks: "2019-01-01 Đại tá; 2021 Thiếu tướng; Trung tá", last: "2022-12-31" }), unit("k"), unit("l"),
    event("e1", "2021-02-03"), event("e2", "2021"), event("e3", "2021-02-01"), event("e4"), event("e5", "2023-11")],
  [
    tie("an", "HOLDS", "k", { title: "Tư lệnh", first: "2020-07-01", last: "2022", start: "2020-07-01", seen: "2020-07-01; 2021; 2022", status: "current" }),
    tie("an", "HOLDS", "l", { title: "Trợ lý", first: "2019-06-01", last: "2019-06-01", left_by: "2020-01-01", status: "current" }),
    tie("an", "HOLDS", "l", { title: "Phó", first: "2018-06-01", last: "2018-06-01", past_only: true, status: "former" }),
    tie("an", "HOLDS", "l", { title: "Học viên", status: "former" }),
    tie("an", "PARTICIPATES", "e1", { role: "chairs" }), tie("an", "PARTICIPATES", "e1", { role: "speaks" }),
    tie("an", "PARTICIPATES", "e4", { role: "attends" }), tie("an", "PARTICIPATES", "e2", { role: "attends" }),
  ],
);

test("ranks are read as they were written", () => {
  assert.deepEqual(ranksOf(model, at("an")), [{ rank: "Đại tá", date: "2019-01-01" }, { rank: "Thiếu tướng", date: "2021" }, { rank: "Trung tá", date: "" }]);
});

test("a rank lasts until the next one was seen, the last until the person was seen last", () => {
  const [colonel, general] = careerOf(model, at("an")).ranks;
  assert.deepEqual([colonel.from, colonel.to, colonel.closes], [2019, 2021, "next"]);
  assert.deepEqual([general.from, general.to, general.closes], [2021, 2023, "seen"]);
});

test("a post tells which of its ends are stated, which only seen, and by when it was over", () => {
  const { posts, undated, from, to } = careerOf(model, at("an"));
  assert.deepEqual(posts.map(({ label, opens, closes, past }) => [label, opens, closes, past]),
    [["Phó", "seen", "seen", true], ["Trợ lý", "seen", "seen", false], ["Tư lệnh", "stated", "seen", false]]);
  assert.equal(posts[1].until, endOf("2020-01-01"));
  assert.deepEqual(posts[2].seen.map(([one]) => one), [2020.5, 2021, 2022]);
  assert.deepEqual([undated.posts, undated.ranks, undated.events.map(model.nodes.id)], [[3], ["Trung tá"], ["e4"]]);
  assert.deepEqual([from, to], [2018, 2023]);
});

test("an event stands there once, with every role", () => {
  const { events } = careerOf(model, at("an"));
  assert.deepEqual(events.map(({ node, edges }) => [model.nodes.id(node), edges.length]), [["e2", 1], ["e1", 2]]);
});

test("events are counted by month; years without any stand between", () => {
  const told = monthsOf(model);
  assert.deepEqual(told.years.map(({ year, count }) => [year, count]), [[2021, 3], [2022, 0], [2023, 1]]);
  assert.deepEqual(eventsOfMonth(told, "2021-02").map(model.nodes.id), ["e3", "e1"]);
  assert.deepEqual(eventsOfMonth(told, "2021").map(model.nodes.id), ["e3", "e1", "e2"]);
  assert.deepEqual(eventsOfMonth(told, "none").map(model.nodes.id), ["e4"]);
  assert.deepEqual([eventsOfMonth(told, "1999"), eventsOfMonth(told, "2021-13")], [[], []]);
  assert.deepEqual([newestMonth(told), told.most], ["2023-11", 2]);
  const kept = new Uint8Array(model.nodes.count);
  assert.deepEqual(monthsOf(model, kept).years, []);
  assert.equal(newestMonth(monthsOf(model, kept)), "");
});

test("partial dates are compared as the library compares them", () => {
  assert.deepEqual([earliest("2020-07"), latest("2020"), latest("2020-07"), latest("2020-07-05"), latest("")], ["2020-07-01", "2020-12-31", "2020-07-31", "2020-07-05", ""]);
  assert.deepEqual([before("2019", "2020-07"), before("2020", "2020-07"), before("", "2020")], [true, false, false]);
  assert.deepEqual([within("2020-07-05", "2020-07"), within("2020", "2020-07")], [true, false]);
  assert.deepEqual(["2021", "2021-02-28", "2024-02-29", "2021-02-29", "2021-13", "2021-00", "21", "0000", "x"].map(isDate), [true, true, true, false, false, false, false, false, false]);
  assert.deepEqual([startOf("2020"), endOf("2020"), endOf("2020-12-31")], [2020, 2021, 2021]);
});

test("text is broken into lines that fit", () => {
  const measure = (text) => text.length;
  assert.deepEqual(wrap("một hai ba bốn", 7, 2, measure), ["một hai", "ba bốn"]);
  assert.deepEqual(wrap("một hai ba bốn năm", 7, 2, measure), ["một hai", "ba bốn…"]);
  assert.deepEqual(wrap("một hai ba bốn năm", 7, 1, measure), ["một ha…"]);
  assert.deepEqual(wrap("dài-quá-một-dòng", 7, 2, measure), ["dài-qu…"]);
  assert.deepEqual(wrap("", 7, 2, measure), []);
});
