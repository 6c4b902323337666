// The labels of the page in the language of the reader; they come from words.toml.

const spoken = { tables: {}, language: "en" };

/** Take the labels of `language` from now on; `tables` is {language: {key: text}}. */
export function speak(tables, language) {
  spoken.tables = tables;
  spoken.language = language in tables ? language : "en";
}

/** The language of the labels. */
export const language = () => spoken.language;

/** True if there is a label of this key. */
export const has = (key) => key in (spoken.tables[spoken.language] ?? {});

/**
 * The label of a key, with {name} filled in: t("count.facts", {n: 3}) -> "3 facts". Of a text with "|", the part
 * before it is for an n of one. A key that no table has is shown itself, so that its lack is seen.
 */
export function t(key, values = {}) {
  const text = spoken.tables[spoken.language]?.[key] ?? key;
  const [one, many = one] = text.split("|");
  return (values.n === 1 ? one : many).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
}

const shown = (value) => (typeof value === "number" ? value.toLocaleString(spoken.language) : String(value));

/** A value of the vocabulary as people write it: "hands_over" -> "hands over"; other values as they are. */
export function plain(value) {
  if (value === true || value === false) return t(value ? "value.yes" : "value.no");
  return has(`value.${value}`) ? t(`value.${value}`) : String(value ?? "").replaceAll("_", " ");
}

/** A role at an event, in a word. */
export const roleWord = (role) => (has(`role.${role}`) ? t(`role.${role}`) : plain(role));

/** "2021-07", or "2021-07 to 2024", or "". */
export const span = (first, last) => (first && last && first !== last ? t("panel.span", { first, last }) : first || last || "");

/** "3 sentences in 2 articles". */
export function sentences(count, articles) {
  const told = t("count.sentences", { n: count });
  return articles > 1 ? t("count.sentences_in", { sentences: told, articles: t("count.articles", { n: articles }) }) : told;
}
