// Why two may be one, in the language of the reader; resolution words its reasons in English.

import { has, t } from "../words.js";

/** "same rank, within 2 years (+1.3)": phrases, what they are about behind ": ", and their weight in bits. */
const REASON = /^(.*?)(?:: (.*?))?( \([+-][\d.]+\))?$/s;

/** A reason of a doubt or of a join in words; a phrase that is not known stays as it is. */
export function reasonWords(reason) {
  const [, phrases, about, weight = ""] = REASON.exec(reason);
  const words = phrases.split(", ").map(phraseWords).join(", ");
  return (about ? `${words}: ${about.replaceAll(" and ", ` ${t("reason.and")} `)}` : words) + weight;
}

function phraseWords(phrase) {
  const [a, b] = phrase.match(/\d+(\.\d+)?/g) ?? [];
  const key = `reason.${phrase.replace(/\d+(\.\d+)?/g, "#")}`;
  return has(key) ? t(key, { a, b }) : phrase;
}
