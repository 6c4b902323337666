// Text without a page: search keys, cutting, dates.

const MARKS = /\p{Mn}/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Lower-case words without accents, đ as d; the same as text.search_key in Python. */
export function fold(text) {
  const bare = text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(MARKS, "");
  return (bare.match(WORD) ?? []).join(" ");
}

/** `fold` for many names: it remembers the words it has seen, as names are made of few of them. */
export function makeFolder() {
  const seen = new Map();
  const one = (word) => {
    let key = seen.get(word);
    if (key === undefined) seen.set(word, key = fold(word));
    return key;
  };
  return (text) => text.split(/\s+/).map(one).filter(Boolean).join(" ");
}

/** Cut at a blank so that at most `limit` characters and an ellipsis remain. */
export function shorten(text, limit) {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return `${cut.slice(0, cut.lastIndexOf(" ") > limit / 2 ? cut.lastIndexOf(" ") : limit).trimEnd()}…`;
}

/** Break a name into at most two lines of about `width` characters, of like length; a longer one ends in an ellipsis. */
export function twoLines(text, width) {
  if (text.length <= width) return [text];
  const shown = shorten(text, 2 * width);
  const blanks = [...shown.matchAll(/ /g)].map((found) => found.index);
  if (!blanks.length) return [shorten(text, width)];
  const middle = shown.length / 2;
  const border = blanks.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best));
  return [shown.slice(0, border), shown.slice(border + 1)];
}

/** What there is of `parts`, with dots between. */
export const listed = (parts) => parts.filter(Boolean).join(" · ");

const collator = new Intl.Collator("vi", { numeric: true });

/** Order of names as a Vietnamese reader expects it, numbers in them by their size. */
export const byName = (a, b) => collator.compare(a, b);

/** A date of a column as ISO text: 20241100 -> "2024-11", 0 -> "". */
export function isoDate(day) {
  if (!day) return "";
  const parts = [String(Math.floor(day / 10000)).padStart(4, "0")];
  for (const part of [Math.floor(day / 100) % 100, day % 100]) if (part) parts.push(String(part).padStart(2, "0"));
  return parts.join("-");
}

/** `address` if a browser may open it as a web page, else null. */
export function webAddress(address) {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}
