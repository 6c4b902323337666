// A small graph for the tests of the pure modules, as payload.py writes it; every name is invented.
//
// 0 event/hoi-nghi  1 person/an  2 person/binh  3 unit/quan-khu-96  4 unit/su-doan-9411
// edges: 0 an HOLDS quan-khu-96, 1 an HOLDS su-doan-9411 (former), 2 an PARTICIPATES hoi-nghi (chairs),
//        3 binh HOLDS su-doan-9411, 4 su-doan-9411 PART_OF quan-khu-96

import { readColumns } from "../../../graphbuild/explorer/assets/js/model/columns.js";

export const told = {
  nodes: {
    count: 5,
    id: { plain: ["event/hoi-nghi", "person/an", "person/binh", "unit/quan-khu-96", "unit/su-doan-9411"] },
    name: { plain: ["Hội nghị quân chính", "Bùi Hải Ẩn", "Đặng Ngọc Bính", "Quân khu 96", "Sư đoàn 9411"] },
    kind: { values: ["event", "person", "unit"], at: [1, 2, 2, 3, 3] },
    aliases: { counts: [0, 1, 0, 0, 2], items: ["đồng chí Ẩn", "Đoàn 9411", "Sư 9411"] },
    articles: { plain: [1, 2, 1, 2, 2] },
    attributes: {
      rank: { values: ["Thiếu tướng", "Đại tá"], rows: [1, 2], at: [1, 2] },
      date: { type: "date", values: [20310100], rows: [0], at: [1] },
      type: { values: ["conference", "quan_khu"], at: [1, 0, 0, 2, 0] },
      known: { values: [false, true], at: [0, 0, 0, 2, 1] },
    },
  },
  edges: {
    count: 5,
    source: { plain: [1, 1, 1, 2, 4] },
    target: { plain: [3, 4, 0, 4, 3] },
    relation: { values: ["HOLDS", "PARTICIPATES", "PART_OF"], at: [1, 1, 2, 1, 3] },
    articles: { values: [1, 2], at: [2, 1, 1, 1, 1] },
    claims: { values: [1, 2], at: [2, 1, 1, 1, 1] },
    first: { type: "date", values: [20300000, 20310105], at: [2, 1, 2, 2, 0] },
    last: { type: "date", values: [20300000, 20310302], at: [2, 1, 2, 2, 0] },
    confidence: { values: [80, 90, 95], at: [3, 1, 3, 2, 0] },
    sources: { counts: [2, 1, 1, 1, 0], items: [0, 1, 0, 0, 0] },
    quotes: { values: [1, 2], at: [2, 1, 1, 1, 0] },
    attributes: {
      title: { values: ["Chính ủy", "Sư đoàn trưởng", "Tư lệnh"], at: [3, 2, 0, 1, 0] },
      status: { values: ["current", "former"], at: [1, 2, 0, 1, 0] },
      role: { values: ["chairs", "commander", "political"], at: [2, 2, 1, 3, 0] },
    },
  },
  articles: {
    count: 2,
    document: { plain: ["bai/a.txt", "bai/b.txt"] },
    title: { plain: ["Bài a", ""] },
    address: { plain: ["https://bao.example/a", ""] },
    published: { type: "date", values: [20310106], at: [1, 0] },
    publisher: { values: ["bao.example"], at: [1, 0] },
  },
  rules: ["posting.comma"],
  conflicts: [],
  vocabulary: { ranks: ["Thiếu tướng", "Đại tá"], abbreviations: { qk: "quan khu", bchqs: "ban chi huy quan su" } },
  chunks: { quotes: 2, sentences: 2, folder: "" },
};

export const chunks = {
  "quotes-0": { sentence: [0, 2], start: [0, 3], end: [3, 6], rule: [0, 0], confidence: [95, 80] },
  "quotes-1": { sentence: [0, 1], start: [4, 0], end: [6, 2], rule: [0, 0], confidence: [80, 95] },
  "quotes-2": { sentence: [1], start: [0], end: [1], rule: [0], confidence: [90] },
  "sentences-0": { article: [0, 0], text: ["🎖b cde", "fghij"], caption: [0, 1] },
  "sentences-1": { article: [1], text: ["xyzuvw"], caption: [0] },
};

export const town = () => readColumns(told);
export const [EVENT, AN, BINH, REGION, DIVISION] = [0, 1, 2, 3, 4];
