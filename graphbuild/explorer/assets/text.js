// Text and elements. All text enters the page as text nodes, never as HTML.

const MARKS = /\p{Mn}/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Lower-case words without accents, đ as d; the same as text.search_key in Python. */
function fold(text) {
  const bare = text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(MARKS, "");
  return (bare.match(WORD) ?? []).join(" ");
}

/** Cut at a blank so that at most `limit` characters and an ellipsis remain. */
function shorten(text, limit) {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return `${cut.slice(0, cut.lastIndexOf(" ") > limit / 2 ? cut.lastIndexOf(" ") : limit).trimEnd()}…`;
}

/** Break a name into at most two lines of about `width` characters, of like length; a longer one ends in an ellipsis. */
function twoLines(text, width) {
  if (text.length <= width) return [text];
  const shown = shorten(text, 2 * width);
  const blanks = [...shown.matchAll(/ /g)].map((found) => found.index);
  if (!blanks.length) return [shorten(text, width)];
  const middle = shown.length / 2;
  const border = blanks.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best));
  return [shown.slice(0, border), shown.slice(border + 1)];
}

/** make("p", {class: "note"}, "text", child): functions become listeners, strings text nodes, true a bare attribute. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  person: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z",
  unit: "M3 3h10v10H3Z",
  event: "M8 1l7 7-7 7-7-7Z",
  place: "M8 2l7 12H1Z",
};

/** The mark of a kind, the same shape and colour as in the drawing. */
function kindMark(kind) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `mark ${kind}`);
  path.setAttribute("d", OUTLINES[kind] ?? OUTLINES.person);
  svg.append(path);
  return svg;
}

/** `address` if a browser may open it as a web page, else null. */
function webAddress(address) {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
