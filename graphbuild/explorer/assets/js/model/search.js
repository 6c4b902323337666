// Search without accents: words in any order, each by how it begins, over names, other forms, ranks, posts, units, types
// and dates; abbreviations stand for what they mean, and initials for a unit's name.
//
// The index is a table from word to nodes, so that a search looks at what it finds and not at every name.

import { fold } from "../text.js";
import { kept } from "./kept.js";
import { ASIDE, START, WITHIN, makeIndex, meaningsOf } from "./search_index.js";

/** Above so many nodes found, a name is not compared as a whole: the place of its words decides. */
const MOST_COMPARED = 4000;

/**
 * makeSearch(model): {find(typed, most, wanted), mask(typed), count(typed), prepare(isTime)}.
 *
 * find: at most `most` nodes, best first, only those that wanted(node) holds for. mask: one byte a node. count: how many there are. prepare: make the index
 * while isTime() holds, true when it is done; the others make what is missing.
 */
export function makeSearch(model) {
  const { abbreviations } = model.vocabulary;
  const making = makeIndex(model, abbreviations);
  let index = null;

  function prepare(isTime = () => true) {
    while (!index && isTime()) {
      const { done, value } = making.next();
      if (done) index = value;
    }
    return index !== null;
  }

  /** The last answer: a view asks for the best ones, and then how many there are. */
  let last = { key: "", found: null };

  function places(words) {
    const key = words.join(" ");
    if (last.key !== key) last = { key, found: work(words) };
    return last.found;
  }

  /** Of each place in model.byWeight where all words typed stand at worst; 0 if one is not there. */
  function work(words) {
    prepare();
    let found = null;
    for (const word of words) {
      const here = index.withStart(word);
      for (const meaning of meaningsOf(word, abbreviations)) {
        const there = meaning.map(index.withWord).reduce(both);
        for (let p = 0; p < here.length; p++) if (there[p] > here[p]) here[p] = there[p];
      }
      found = found ? both(found, here) : here;
    }
    return found;
  }

  const wordsOf = (typed) => fold(typed).split(" ").filter(Boolean);

  return {
    prepare,
    count(typed) {
      const words = wordsOf(typed);
      return words.length ? places(words).reduce((sum, place) => sum + (place > 0), 0) : 0;
    },
    mask(typed) {
      const mask = new Uint8Array(model.nodes.count);
      const words = wordsOf(typed);
      if (words.length) places(words).forEach((place, p) => { if (place) mask[model.byWeight[p]] = 1; });
      return mask;
    },
    find(typed, most = 12, wanted = () => true) {
      const words = wordsOf(typed);
      if (!words.length) return [];
      const found = places(words);
      const hits = [];
      for (let p = 0; p < found.length; p++) if (found[p] && wanted(model.byWeight[p])) hits.push(p);
      const score = hits.length > MOST_COMPARED ? (p) => 2 * found[p] : scorer(typed, words);
      return bestOf(hits, most, (p) => score(p, found[p])).map((p) => model.byWeight[p]);
    },
  };

  /** 2 * START and above where a name is or begins with what is typed; half of it is for accents typed as they stand. */
  function scorer(typed, words) {
    const keys = [words.join(" "), words.map((word) => meaningsOf(word, abbreviations)[0]?.join(" ") ?? word).join(" ")];
    const wanted = typed.trim().toLowerCase().normalize("NFC");
    return (p, place) => {
      const forms = index.forms[p];
      const asTyped = model.nodes.name(model.byWeight[p]).toLowerCase().includes(wanted) ? 1 : 0;
      const worth = (key) => {
        if (forms.includes(`\n${key}\n`)) return 2 * START + 2;
        if (forms.includes(`\n${key}`)) return 2 * START;
        return forms.includes(` ${key}`) ? 2 * WITHIN + 1 : place >= WITHIN ? 2 * WITHIN - 1 : ASIDE;
      };
      return Math.max(...keys.map(worth)) * 2 + asTyped;
    };
  }
}

/** The search of a model, made once. */
export const searchOf = kept(makeSearch);

function both(a, b) {
  const least = new Uint8Array(a.length);
  for (let p = 0; p < a.length; p++) least[p] = Math.min(a[p], b[p]);
  return least;
}

/** The first `most` of `hits`, those of a higher score before others, else in their order. */
function bestOf(hits, most, scoreOf) {
  const byScore = [];
  for (const hit of hits) {
    const score = scoreOf(hit);
    byScore[score] ??= [];
    if (byScore[score].length < most) byScore[score].push(hit);
  }
  return byScore.reverse().flat().slice(0, most);
}

