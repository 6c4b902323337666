import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { reasonWords } from "../../../graphbuild/explorer/assets/js/model/reasons.js";
import { speak } from "../../../graphbuild/explorer/assets/js/words.js";

const vi = {
  "reason.same rank": "cùng quân hàm", "reason.# to # years apart": "cách nhau {a} đến {b} năm", "reason.and": "và",
  "reason.days apart": "lệch nhau số ngày", "reason.different units": "đơn vị khác nhau",
};

afterEach(() => speak({}, "en"));

test("a reason is told phrase by phrase, with its numbers and its weight", () => {
  speak({ vi }, "vi");
  assert.equal(reasonWords("same rank, 2 to 5 years apart (+0.5)"), "cùng quân hàm, cách nhau 2 đến 5 năm (+0.5)");
  assert.equal(reasonWords("days apart: 1 (-1.5)"), "lệch nhau số ngày: 1 (-1.5)");
  assert.equal(reasonWords("different units: Sư đoàn 3 and Sư đoàn 4"), "đơn vị khác nhau: Sư đoàn 3 và Sư đoàn 4");
});

test("what no table knows stays as it is", () => {
  for (const odd of ["", "something new (+1.0)", "two\nlines: (x)", "a (-) b"]) assert.equal(reasonWords(odd), odd);
});
