// How values of the state stand in the page's address: write(value, model) -> text, read(text, model) -> value.
//
// `read` passes over what the graph does not have (an address may be older than the graph), and never throws.

const SEPARATOR = "~";

const quoted = (text) => encodeURIComponent(text).replaceAll("%2F", "/").replaceAll(SEPARATOR, "%7E");

/** The words that were quoted, as they stand where the quoting is broken. */
export function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const parts = (text) => text.split(SEPARATOR).filter(Boolean).map(unquoted);

/** A list of texts. */
export const words = {
  write: (value) => value.map(quoted).join(SEPARATOR),
  read: parts,
};

/** One text. */
export const text = { write: quoted, read: unquoted };

/** A list of numbers. */
export const numbers = {
  write: (value) => value.join(SEPARATOR),
  read: (text) => parts(text).map(Number).filter(Number.isFinite),
};

/** A list of nodes, by their ids. */
export const nodeNumbers = {
  write: (value, model) => value.map((node) => quoted(model.nodes.id(node))).join(SEPARATOR),
  read: (text, model) => parts(text).map(model.nodes.number).filter((node) => node >= 0),
};

/** Points by mark (pinKey in arrange.js): {7: [x, y], g3: [x, y]}; a bubble is told by the node that leads it. */
export const places = {
  write: (value, model) => Object.entries(value)
    .map(([key, [x, y]]) => `${markId(key, model)},${Math.round(x)},${Math.round(y)}`).join(SEPARATOR),
  read: (text, model) => Object.fromEntries(text.split(SEPARATOR)
    .map((part) => part.split(","))
    .map(([id, x, y]) => [markKey(id, model), [Number(x), Number(y)]])
    .filter(([key, point]) => key !== null && point.every(Number.isFinite))),
};

const BUBBLE = "group.";

const markId = (key, model) => (key.startsWith("g") ? BUBBLE + quoted(model.nodes.id(model.groups.head(Number(key.slice(1))))) : quoted(model.nodes.id(key)));

function markKey(id, model) {
  const isBubble = id.startsWith(BUBBLE) && model.groups;
  const node = model.nodes.number(unquoted(isBubble ? id.slice(BUBBLE.length) : id));
  if (node < 0) return null;
  return isBubble ? `g${model.groups.of[node]}` : node;
}

/** What was opened: [what, node, most] each, "group.150.unit/quan-khu-96". */
export const openings = {
  write: (value, model) => value.map(([what, node, most]) => `${what}.${most}.${quoted(model.nodes.id(node))}`).join(SEPARATOR),
  read: (text, model) => text.split(SEPARATOR)
    .map((part) => part.split("."))
    .map(([what, most, ...id]) => [what, model.nodes.number(unquoted(id.join("."))), Number(most)])
    .filter(([what, node, most]) => ["group", "node"].includes(what) && node >= 0 && most >= 0),
};

/** One of a few words. */
export const choice = (...allowed) => ({
  write: (value) => value,
  read: (text) => (allowed.includes(text) ? text : allowed[0]),
});

/** A text for which `right(text)` holds, "" for any other. */
export const matching = (right) => ({
  write: (value) => value,
  read: (text) => (right(text) ? text : ""),
});

/** {name: value} for named parts that have a code each: a part is a key of its own in the address. */
export const tagged = (named) => ({ parts: named });

/** A whole number from `least` to `most`; others are not read. */
export const number = (least, most) => ({
  write: String,
  read: (text) => (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null),
});

const PARTIAL_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** [from, to] as partial ISO dates, with "undated" behind them or not. */
export const period = {
  write: (value) => value.join(SEPARATOR),
  read(text) {
    const [from, to = from, ...more] = text.split(SEPARATOR);
    if (!PARTIAL_DATE.test(from) || !PARTIAL_DATE.test(to)) return null;
    return more.includes("undated") ? [from, to, "undated"] : [from, to];
  },
};
