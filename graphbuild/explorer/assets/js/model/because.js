// What an answer about a post rests on, in words; in English the same words as graph/as_of.py gives.

import { t } from "../words.js";

/** `because` of a holder (as_of.js): {word: "between", one: {word: "seen", date}, other: {...}} -> "seen 2019 and left 2021". */
export function reason(because) {
  const filled = Object.entries(because).map(([name, value]) => [name, value && typeof value === "object" ? reason(value) : value]);
  return t(`because.${because.word}`, Object.fromEntries(filled));
}
