import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEvidence } from "../../../graphbuild/explorer/assets/js/model/evidence.js";
import { chunks, town } from "./town.mjs";

function reading() {
  const asked = [];
  const evidence = makeEvidence(town(), async (name) => {
    asked.push(name);
    return chunks[name];
  });
  return { asked, evidence };
}

test("nothing is read before somebody asks, and then only what is needed, once", async () => {
  const { asked, evidence } = reading();
  assert.equal(evidence.count(0), 2);
  assert.deepEqual(asked, []);
  await evidence.quotesOf(2);
  await evidence.quotesOf(2);
  assert.deepEqual(asked, ["quotes-1", "sentences-0"]);
});

test("a quote is cut at its mark and knows its article", async () => {
  const [first, second] = await reading().evidence.quotesOf(0);
  assert.deepEqual([first.before, first.marked, first.after], ["", "🎖b", " cde"]);
  assert.deepEqual([first.rule, first.confidence, first.document, first.published], ["posting.comma", 95, "bai/a.txt", "2031-01-06"]);
  assert.deepEqual([second.marked, second.document, second.title], ["uvw", "bai/b.txt", ""]);
});

test("quotes of one edge may lie in several chunks, and captions say so", async () => {
  const { asked, evidence } = reading();
  assert.deepEqual((await evidence.quotesOf(2)).map((said) => [said.marked, said.caption]), [["fg", true]]);
  await evidence.quotesOf(0);
  assert.deepEqual(asked, ["quotes-1", "sentences-0", "quotes-0", "sentences-1"]);
});

test("an edge without a sentence has no quotes", async () => {
  assert.deepEqual(await reading().evidence.quotesOf(4), []);
});

test("a chunk that could not be read is asked for again", async () => {
  let there = false;
  const evidence = makeEvidence(town(), async (name) => {
    if (!there) throw new Error("not there yet");
    return chunks[name];
  });
  await assert.rejects(evidence.quotesOf(0), /not there yet/);
  there = true;
  assert.equal((await evidence.quotesOf(0)).length, 2);
});
