import assert from "node:assert/strict";
import { before, test } from "node:test";
import { attributesOf, groupsOf, possiblySame, postTimes, subline } from "../../../graphbuild/explorer/assets/js/model/describe.js";
import { speak, t, plain, span } from "../../../graphbuild/explorer/assets/js/words.js";
import { graph, person, tie, unit } from "./graph.mjs";
import { AN, BINH, DIVISION, EVENT, town } from "./town.mjs";

const model = town();
const tables = {
  en: { "out.HOLDS": "Posts", "out.PARTICIPATES": "Takes part in", "in.PARTICIPATES": "Participants", "out.PART_OF": "Part of", "card.command": "In command",
    "post.seen": "seen {span}|seen {span} ({n})", "post.from": "from {date}", "post.until": "until {date}", "post.over_by": "over by {date}", "post.past": "past on {date}", "attribute.rank": "Rank",
    "count.facts": "{n} fact|{n} facts", "panel.span": "{first} to {last}", "value.chairs": "chairs" },
  vi: { "count.facts": "{n} dữ kiện" },
};
before(() => speak(tables, "en"));

test("a person is told by rank and present post, a unit by its parent, an event by its date", () => {
  assert.equal(subline(model, AN), "Thiếu tướng · Tư lệnh Quân khu 96");
  assert.equal(subline(model, BINH), "Đại tá · Chính ủy Sư đoàn 9411");
  assert.equal(subline(model, DIVISION), "Quân khu 96");
  assert.equal(subline(model, EVENT), "conference · 2031-01");
});

test("edges stand in groups by relation and way, events and participants by role, those in command first", () => {
  const told = (node) => groupsOf(model, node).map(({ heading, edges }) => [heading, edges]);
  assert.deepEqual(told(AN), [["Posts", [0, 1]], ["Takes part in: chairs", [2]]]);
  assert.deepEqual(told(EVENT), [["Participants: chairs", [2]]]);
  assert.deepEqual(told(DIVISION), [["Part of", [4]], ["In command", [3, 1]]]);
});

test("a post tells when it began and ended, as stated, and when it was seen", () => {
  assert.equal(postTimes(model, 0), "seen 2031-01-05 to 2031-03-02 (2)");
  const { model: other } = graph([person("an"), unit("k")], [
    tie("an", "HOLDS", "k", { first: "2020", last: "2021", start: "2020", end: "2021" }),
    tie("an", "HOLDS", "k", { first: "2019", left_by: "2020" }), tie("an", "HOLDS", "k", { first: "2018", past_only: true }),
  ]);
  assert.deepEqual([0, 1, 2].map((e) => postTimes(other, e)), ["from 2020 · until 2021 · seen 2020 to 2021 (2)", "seen 2019 · over by 2020", "past on 2018"]);
});

test("who may be the same is told, the likeliest first, and is no fact", () => {
  const { model: other, at } = graph([person("a"), person("b"), person("c")], [
    tie("a", "POSSIBLY_SAME", "b", { likelihood: 0.4, reasons: "one name (+2.0); other unit (-1.0)" }),
    tie("a", "POSSIBLY_SAME", "c", { likelihood: 0.6, reasons: "one name" }),
  ]);
  assert.deepEqual(possiblySame(other, at("a")), [
    { node: at("c"), likelihood: 0.6, reasons: ["one name"] }, { node: at("b"), likelihood: 0.4, reasons: ["one name (+2.0)", "other unit (-1.0)"] },
  ]);
  assert.deepEqual(groupsOf(other, at("a")), []);
  assert.deepEqual([other.degree(at("a")), other.edges.factCount], [0, 0]);
});

test("attributes have labels, those without one their own name", () => {
  assert.deepEqual(attributesOf(model, AN), [["Rank", "Thiếu tướng"]]);
  assert.deepEqual(attributesOf(model, EVENT), [["type", "conference"], ["date", "2031-01"]]);
});

test("labels are filled in, by number and by language", () => {
  assert.deepEqual([1, 2000].map((n) => t("count.facts", { n })), ["1 fact", "2,000 facts"]);
  assert.deepEqual([plain("hands_over"), span("2031", "2031"), span("2030", "2031")], ["hands over", "2031", "2030 to 2031"]);
  assert.equal(t("no.such"), "no.such");
  speak(tables, "vi");
  assert.equal(t("count.facts", { n: 1 }), "1 dữ kiện");
  speak(tables, "en");
});
