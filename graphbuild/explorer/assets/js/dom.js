// Elements of the page. All text enters it as text nodes, never as HTML.

/** make("p", {class: "note"}, "text", child): functions become listeners, strings text nodes, true a bare attribute. */
export function make(tag, attributes, ...children) {
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
export function kindMark(kind) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `mark ${kind}`);
  path.setAttribute("d", OUTLINES[kind] ?? OUTLINES.person);
  svg.append(path);
  return svg;
}

/** The JSON of a script element, null if there is no such element. */
export function readJson(id) {
  const element = document.getElementById(id);
  return element && JSON.parse(element.textContent);
}

/** A button for a node: its mark and name; `go` is called with its number. */
export function nodeButton(model, node, go) {
  return make("button", { type: "button", class: "to", click: () => go(node) },
    kindMark(model.nodes.kind(node)), make("span", {}, model.nodes.name(node)));
}

/** draw("rect", {x: 0, class: "bar"}, child): as make, for elements of SVG; strings become its text. */
export function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

/** Listeners that make an element of SVG a button: a click, Enter or the blank. */
export function pressed(act) {
  return {
    click: (event) => { event.stopPropagation(); act(event); },
    keydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      act(event);
    },
  };
}

/** So many milliseconds at a time: who types or clicks meanwhile does not wait. */
const SLICE = 12;

/** Call work(isTime) whenever the browser has nothing else to do, until it returns true; isTime() tells how long. */
export function inIdleTime(work) {
  const later = window.requestIdleCallback ?? ((call) => setTimeout(call, 20));
  later(() => {
    const end = performance.now() + SLICE;
    if (!work(() => performance.now() < end)) inIdleTime(work);
  });
}
