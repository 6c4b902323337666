import assert from "node:assert/strict";
import { before, test } from "node:test";
import { attributesOf, groupsOf, subline } from "../../../graphbuild/explorer/assets/js/model/describe.js";
import { speak, t, plain, span } from "../../../graphbuild/explorer/assets/js/words.js";
import { AN, BINH, DIVISION, EVENT, town } from "./town.mjs";

const model = town();
const tables = {
  en: { "out.HOLDS": "Posts", "out.PARTICIPATES": "Takes part in", "in.PARTICIPATES": "Participants", "attribute.rank": "Rank",
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

test("edges stand in groups by relation and way, participants by role", () => {
  assert.deepEqual(groupsOf(model, AN).map(({ heading, edges }) => [heading, edges]), [["Posts", [0, 1]], ["Takes part in", [2]]]);
  assert.deepEqual(groupsOf(model, EVENT).map(({ heading }) => heading), ["Participants: chairs"]);
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
