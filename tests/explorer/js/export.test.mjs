import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEvidence } from "../../../graphbuild/explorer/assets/js/model/evidence.js";
import { escaped, fileName, svgOf } from "../../../graphbuild/explorer/assets/js/model/export_svg.js";
import { csvOf, factRows, jsonOf, nameRows } from "../../../graphbuild/explorer/assets/js/model/export_tables.js";
import { makeFilter } from "../../../graphbuild/explorer/assets/js/model/filtering.js";
import { AN, chunks, town } from "./town.mjs";

const model = town();
const shown = makeFilter(model);

test("a CSV file begins with the mark of UTF-8, and quotes what has to be quoted", () => {
  assert.equal(csvOf([["a", 'b "c", d', 3], [null, "x\ny", true]]), '\ufeffa,"b ""c"", d",3\r\n,"x\ny",true\r\n');
});

test("no text of an article is a formula to a spreadsheet", () => {
  assert.equal(csvOf([["=1+1", "@SUM(A1)", "-2", "+3", "\t=4", -5]]), "\ufeff'=1+1,'@SUM(A1),'-2,'+3,'\t=4,-5\r\n");
});

test("names have a row each with all their attributes", () => {
  const [head, ...rows] = nameRows(model, shown({}));
  assert.deepEqual(head, ["id", "kind", "name", "aliases", "articles", "rank", "date", "type", "known"]);
  assert.deepEqual(rows[AN], ["person/an", "person", "Bùi Hải Ẩn", "đồng chí Ẩn", 2, "Thiếu tướng", null, null, null]);
  assert.equal(rows[4][3], "Đoàn 9411; Sư 9411");
});

test("facts have a row each with the articles that say so", () => {
  const [head, first] = factRows(model, shown({}));
  const row = Object.fromEntries(head.map((name, place) => [name, first[place]]));
  assert.deepEqual([row.source_name, row.relation, row.target_name, row.title, row.confidence], ["Bùi Hải Ẩn", "HOLDS", "Quân khu 96", "Tư lệnh", 0.95]);
  assert.deepEqual([row.article_titles, row.article_addresses, row.article_documents], ["Bài a", "https://bao.example/a", "bai/a.txt; bai/b.txt"]);
  assert.ok(factRows(model, shown({})).every((one) => one.length === head.length));
});

test("what the filters hide is in no table", async () => {
  const few = shown({ without: ["person"] });
  assert.equal(nameRows(model, few).length, 1 + 3);
  assert.equal(factRows(model, few).length, 1 + 1);
});

test("JSON has the sentences with their words and articles", async () => {
  const { names, facts } = await jsonOf(model, shown({}), makeEvidence(model, async (name) => chunks[name]).quotesOf);
  assert.equal(names.length, 5);
  assert.deepEqual(names[3], { id: "unit/quan-khu-96", kind: "unit", name: "Quân khu 96", aliases: [], articles: 2, type: "quan_khu", known: true });
  const [sentence] = facts[0].sentences;
  assert.equal(sentence.text.includes(sentence.words), true);
  assert.equal(sentence.article.document, "bai/a.txt");
  assert.deepEqual(facts[4].sentences, []);
});

const picture = {
  width: 400, height: 300, title: "<b>&\"'", caption: "2 names", font: "sans-serif", lineOpacity: 0.5,
  colours: { ground: "#fff", ink: "#000", quiet: "#555", line: "#ccc", accent: "#333", rule: "#ddd", sunk: "#eee", person: "#00f", unit: "#f80", bubble: "#def" },
  legend: [{ kind: "person", name: "Persons" }], discs: [{ x: 1, y: 2, radius: 30 }], headings: [{ lines: ["Sư đoàn", "9411"], x: 5, y: 9 }],
  lines: [{ x1: 0, y1: 0, x2: 9, y2: 9, width: 1, strong: true }],
  marks: [{ kind: "person", x: 5, y: 5, size: 4 }, { kind: "unit", x: 1.26, y: 5, size: 4, ringed: true }, { kind: "bubble", x: 1, y: 5, size: 9, rest: 120, faint: true }],
  labels: [{ lines: ["<script>alert(1)</script>"], x: 5, y: 12 }],
};

test("a picture is closed in itself: every tag ends, nothing runs, nothing is loaded", () => {
  const svg = svgOf(picture);
  const open = [];
  for (const [, end, name, own] of svg.replace(/<\?.*?\?>/, "").matchAll(/<(\/?)([\w]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end) assert.equal(open.pop(), name);
    else if (!own) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(svg, /<script|href|url\(|\son\w+=/);
  assert.match(svg, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.match(svg, /<rect x="-2.7" y="1" width="8" height="8" fill="#f80" stroke="#000" stroke-width="3"\/>/);
});

test("signs that XML does not allow are replaced, all others stay", () => {
  assert.equal(escaped("a\u0000b\ud800c\u{1f396}đ"), "a\ufffdb\ufffdc\u{1f396}đ");
});

test("names of files are plain", () => {
  assert.equal(fileName("graph/..\\build", "Bùi Hải Ẩn"), "graph-build-bui-hai-an");
  assert.equal(fileName("…"), "graph");
});
