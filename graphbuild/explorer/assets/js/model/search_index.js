// The index of the search: a table from words to the places where they stand in the names, and beside them.
//
// A node stands in it by its place in model.byWeight, so that what is found comes in that order.

import { makeFolder } from "../text.js";

/** Where a word stands: only in what is known of the node, within a name, at the start of a name. */
export const ASIDE = 1;
export const WITHIN = 2;
export const START = 3;
/** Nodes between two looks at the clock while the index is made. */
const STRIDE = 400;

/** What a typed word may be short for, as lists of words: "qk7" -> [["quan", "khu", "7"]]. */
export function meaningsOf(word, abbreviations) {
  const [, letters, digits] = /^([a-z]+)(\d*)$/.exec(word) ?? [];
  const meaning = letters && Object.hasOwn(abbreviations, letters) ? abbreviations[letters] : null;
  return meaning ? [[...meaning.split(" "), digits].filter(Boolean)] : [];
}

/** Yields now and then while it works; returns {forms, withStart(word), withWord(word)}. */
export function* makeIndex(model, abbreviations) {
  const { byWeight, nodes } = model;
  const lexicon = makeLexicon();
  const spelledOut = makeSpelling(abbreviations);
  const addAside = makeAside(model, lexicon);
  const forms = [];
  for (let p = 0; p < byWeight.length; p++) {
    const node = byWeight[p];
    const own = spelledOut([nodes.name(node), ...nodes.aliases(node)].map(lexicon.folded));
    for (const name of own) lexicon.wordsOf(name).forEach((word, at) => lexicon.add(word, p, at ? WITHIN : START));
    if (nodes.kind(node) === "unit") for (const name of own) lexicon.add(lexicon.word(initials(name)), p, WITHIN);
    addAside(node, p);
    forms.push(`\n${own.join("\n")}\n`);
    if (p % STRIDE === STRIDE - 1) yield;
  }
  return { forms, ...lexicon.table(byWeight.length) };
}

/** spelledOut(names): folded names, and with its abbreviations spelled out each that has some. */
function makeSpelling(abbreviations) {
  const long = new Map();
  const meaning = (word) => {
    if (!long.has(word)) long.set(word, meaningsOf(word, abbreviations)[0]?.join(" ") ?? word);
    return long.get(word);
  };
  return function spelledOut(names) {
    const all = [];
    for (const name of names) {
      if (!name || all.includes(name)) continue;
      all.push(name);
      const whole = name.split(" ").map(meaning).join(" ");
      if (whole !== name) all.push(whole);
    }
    return all;
  };
}

/** "bchqstld" of "bo chi huy quan su tinh lam dong"; numbers stay whole. */
const initials = (name) => name.split(" ").map((word) => (/^\d/.test(word) ? word : word[0])).join("");

/**
 * Words by number, and where they stand. folded(text): as `fold`; word(key), wordsOf(keys): numbers; add(word, p, place):
 * the word stands at `place` of p; table(count): in the end, the table from word to all p.
 */
function makeLexicon() {
  const numbers = new Map();
  const [words, codes] = [[], []];
  const word = (text) => {
    let found = numbers.get(text);
    if (found === undefined) numbers.set(text, found = numbers.size);
    return found;
  };
  return {
    folded: makeFolder(),
    word,
    wordsOf: (text) => (text ? text.split(" ").map(word) : []),
    add(number, p, place) {
      words.push(number);
      codes.push(p * 4 + place);
    },
    table: (count) => makeTable(numbers, words, codes, count),
  };
}

/** The table, packed: the w-th word in the order of the alphabet has sorted[start[w]] to sorted[start[w + 1]]. */
function makeTable(numbers, words, codes, count) {
  const alphabet = [...numbers.keys()].sort();
  const rank = new Uint32Array(alphabet.length);
  alphabet.forEach((key, w) => { rank[numbers.get(key)] = w; });
  const start = new Uint32Array(alphabet.length + 1);
  for (const number of words) start[rank[number] + 1]++;
  for (let w = 0; w < alphabet.length; w++) start[w + 1] += start[w];
  const next = start.slice();
  const sorted = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) sorted[next[rank[words[i]]]++] = codes[i];

  const firstFrom = (wanted) => {
    let [low, high] = [0, alphabet.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (alphabet[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const read = (from, to) => {
    const found = new Uint8Array(count);
    for (let i = start[from]; i < start[to]; i++) {
      const p = sorted[i] >>> 2;
      const place = sorted[i] & 3;
      if (place > found[p]) found[p] = place;
    }
    return found;
  };
  return {
    withStart: (key) => read(firstFrom(key), firstFrom(`${key}\uffff`)),
    withWord(key) {
      const at = firstFrom(key);
      return read(at, alphabet[at] === key ? at + 1 : at);
    },
  };
}

/** add(node, p): what a node is found by besides its names: rank, type, date; posts and their units; above a unit; about an event. */
function makeAside({ nodes, edges, adjacency }, lexicon) {
  const byValue = (column) => ({ at: column.at, words: column.values.map((text) => lexicon.wordsOf(lexicon.folded(text))) });
  const own = ["rank", "type", "date"].map((name) => byValue(nodes.attributes.column(name)));
  const titles = byValue(edges.attributes.column("title"));
  const [holds, partOf, organises, heldAt] = ["HOLDS", "PART_OF", "ORGANISES", "HELD_AT"].map(edges.relations.code);
  const named = new Array(nodes.count);
  const nameOf = (node) => named[node] ??= lexicon.wordsOf(lexicon.folded(nodes.name(node)));
  return function add(node, p) {
    const addAll = (words) => { for (const word of words) lexicon.add(word, p, ASIDE); };
    const addValue = ({ at, words }, row) => { if (at[row]) addAll(words[at[row] - 1]); };
    for (const column of own) addValue(column, node);
    for (let i = adjacency.start[node]; i < adjacency.start[node + 1]; i++) {
      const e = adjacency.edge[i];
      const relation = edges.relations.at[e];
      if (edges.source[e] !== node) {
        if (relation === organises) addAll(nameOf(edges.source[e]));
      } else if (relation === holds || relation === partOf || relation === heldAt) {
        addAll(nameOf(edges.target[e]));
        if (relation === holds) addValue(titles, e);
      }
    }
  };
}
