// A picture of the view as SVG text, drawn from the model: shapes, lines, names.

import { fold } from "../text.js";

/** What XML 1.0 does not allow, whatever is written for it: control characters and halves of pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in XML, between tags or in quotes. */
export const escaped = (text) => String(text).replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

const number = (value) => String(Math.round(value * 10) / 10);

/** `<name a="1">content</name>`; values are escaped, content is XML already. */
function tag(name, attributes, content = "") {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : escaped(value)}"`)
    .join("");
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

/** The outline of a mark, as vis-network draws it; a kind without one of its own is a disc. */
function outline({ kind, x, y, size }, paint) {
  const points = (...list) => tag("polygon", { points: list.map(([px, py]) => `${number(px)},${number(py)}`).join(" "), ...paint });
  if (kind === "unit") return tag("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, ...paint });
  if (kind === "event") return points([x, y - size], [x + size, y], [x, y + size], [x - size, y]);
  if (kind === "place") {
    const [half, foot] = [1.15 * size, y + 0.275 * 1.15 * size + (Math.sqrt(3) / 3) * 1.15 * size];
    return points([x, foot - Math.sqrt(3) * half], [x + half, foot], [x - half, foot]);
  }
  return tag("circle", { cx: x, cy: y, r: size, ...paint });
}

const LINE = 15;
/** The foot: title and legend in one line, or in a narrow picture below each other. */
const FOOT = 40;
const NARROW = 700;

/**
 * picture, in pixels of the window:
 * width, height; title; caption: a line of text at the foot; legend: [{kind, name}];
 * colours: by name, as in theme.js; font;
 * discs: [{x, y, radius}]; headings: [{lines, x, y}], y the foot of the last line;
 * lines: [{x1, y1, x2, y2, width, strong, faint, isDashed}]; lineOpacity;
 * marks: [{kind, x, y, size, rest, faint, ringed}], rest: a number written on it, 0 for none;
 * labels: [{lines, x, y}], y the top of the first line.
 */
export function svgOf(picture) {
  const { width, height, title, caption, legend, colours, font } = picture;
  const foot = width < NARROW ? FOOT + 22 : FOOT;
  const whole = height + foot;
  const text = (line, x, y, more = {}) => tag("text", { x, y, ...more }, escaped(line));
  const over = { "text-anchor": "middle", fill: colours.ink, stroke: colours.ground, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag("svg", {
    xmlns: "http://www.w3.org/2000/svg", width, height: whole, viewBox: `0 0 ${number(width)} ${number(whole)}`, "font-family": font, "font-size": 12, role: "img",
  }, [
    tag("title", {}, escaped(title)),
    tag("rect", { width, height: whole, fill: colours.ground }),
    ...picture.discs.map(({ x, y, radius }) => tag("circle", { cx: x, cy: y, r: radius, fill: colours.sunk, stroke: colours.rule })),
    tag("g", { stroke: colours.line, "stroke-opacity": picture.lineOpacity }, picture.lines.filter(({ strong }) => !strong).map(stroke).join("")),
    tag("g", { stroke: colours.accent }, picture.lines.filter(({ strong }) => strong).map(stroke).join("")),
    ...picture.marks.map((mark) => markOf(mark, colours)),
    tag("g", { ...over, "font-size": 13, "font-weight": 650 }, picture.headings.flatMap(({ lines, x, y }) =>
      lines.map((line, place) => text(line, x, y - (lines.length - 1 - place) * LINE - 3))).join("")),
    tag("g", over, picture.labels.flatMap(({ lines, x, y }) =>
      lines.map((line, place) => text(line, x, y + place * LINE + 11))).join("")),
    footOf(width, height, { title, caption, legend, colours, text }),
  ].join("\n"))}\n`;
}

const stroke = ({ x1, y1, x2, y2, width, faint, isDashed }) =>
  tag("line", { x1, y1, x2, y2, "stroke-width": width, opacity: faint ? 0.14 : null, "stroke-dasharray": isDashed ? "6 4" : null });

function markOf(mark, colours) {
  const isBubble = mark.kind === "bubble";
  const paint = {
    fill: colours[mark.kind], opacity: mark.faint ? 0.14 : null,
    stroke: mark.ringed ? colours.ink : isBubble ? colours.quiet : null, "stroke-width": mark.ringed ? 3 : null,
  };
  const count = mark.rest && { x: mark.x, y: mark.y + 4, "text-anchor": "middle", "font-weight": 600, fill: colours.ink };
  return outline(mark, paint) + (count ? tag("text", count, escaped(mark.rest)) : "");
}

/** The line at the foot: what this is, and what the shapes mean. */
function footOf(width, top, { title, caption, legend, colours, text }) {
  const middle = top + FOOT / 2;
  const wide = legend.map(({ name }) => 7 * name.length + 26);
  let x = width < NARROW ? 20 : width - 8 - wide.reduce((all, one) => all + one, 0);
  const y = width < NARROW ? middle + 24 : middle;
  const keys = legend.map(({ kind, name }, place) => {
    const key = outline({ kind, x, y, size: 5 }, { fill: colours[kind] }) + text(name, x + 12, y + 4);
    x += wide[place];
    return key;
  });
  const ground = tag("rect", { y: top, width, height: 2 * FOOT, fill: colours.ground });
  const line = tag("line", { x1: 0, y1: top, x2: width, y2: top, stroke: colours.rule });
  const head = tag("text", { x: 14, y: middle + 4 }, tag("tspan", { "font-weight": 650, fill: colours.ink }, escaped(title)) + escaped(`  ${caption}`));
  return ground + line + tag("g", { fill: colours.quiet }, head + keys.join(""));
}

/** A name for a file: letters, digits and hyphens of `parts`. */
export const fileName = (...parts) => parts.map((part) => fold(part).replaceAll(" ", "-").slice(0, 60)).filter(Boolean).join("-") || "graph";
