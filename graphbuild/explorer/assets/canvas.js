// The drawing: vis-network draws nodes and lines, this file what lies over them, and moves the view.

const canvasBox = document.getElementById("graph");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Sizes on the screen in pixels: the smallest mark of the first view, and the largest at scale 1. */
const SMALLEST = 3.2;
const LARGEST = 34;

/** So many of the most linked nodes have their names in the first view even where it is crowded. */
const ALWAYS_NAMED = 8;

// Not Math.min(...values): that fails for some ten thousand values.
const lowest = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
const highest = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** In a large graph, marks would be specks in the first view: all grow, but not into each other. */
function growMarks() {
  const most = Math.max(canvasBox.clientWidth, canvasBox.clientHeight);
  const extent = Math.max(1, ...["x", "y"].map((axis) => highest(nodes.map((node) => node[axis])) * 2));
  const factor = Math.min(2.2, Math.max(1, (SMALLEST * extent) / (8 * most)));
  for (const node of nodes) {
    node.size = Math.min(node.size * factor, Math.max(LARGEST, node.size));
    drawing.nodes[node.index].size = node.size;
  }
}

growMarks();
/** Thousands of lines would be one grey mat: the more there are, the fainter each. */
const lineOpacity = Math.min(1, Math.max(0.14, Math.sqrt(500 / (drawing.edges.length || 1))));
const hiddenKinds = new Set();
const visNodes = new vis.DataSet(drawing.nodes);
const shownNodes = new vis.DataView(visNodes, { filter: (item) => !hiddenKinds.has(item.group) });
const network = new vis.Network(canvasBox, { nodes: shownNodes, edges: new vis.DataSet(drawing.edges) }, {
  ...drawing.options,
  ...themeOptions(),
});

let colours = readColours();
/** What is looked at: {node} or {pair: [node, node]}, null for all. */
let focus = null;
let hovered = null;

/** The palette is in page.css alone; the canvas reads it from there. */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ground", "ink", "line", "accent", "person", "unit", "event", "place"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function themeOptions() {
  const own = readColours();
  const group = (kind) => {
    const plainColour = { background: own[kind], border: own.ground };
    const raised = { background: own[kind], border: own.ink };
    return { shape: drawing.options.groups[kind].shape, color: { ...plainColour, highlight: raised, hover: raised } };
  };
  return {
    groups: Object.fromEntries(Object.keys(drawing.options.groups).map((kind) => [kind, group(kind)])),
    edges: { ...drawing.options.edges, color: { color: own.line, highlight: own.accent, hover: own.accent, opacity: lineOpacity } },
  };
}

dark.addEventListener("change", () => {
  colours = readColours();
  network.setOptions(themeOptions());
  // vis-network gives a changed group to its nodes only when they change themselves.
  visNodes.update(drawing.nodes);
});

/** The nodes in focus: the node and its neighbours, or the two ends of a line. */
function focusNodes() {
  return focus.pair ?? [focus.node, ...[...neighbours(focus.node)].filter((node) => node !== focus.node)];
}

const isShown = (node) => !hiddenKinds.has(node.kind);

network.on("afterDrawing", (ctx) => {
  if (focus) {
    const inFocus = focusNodes().filter(isShown);
    drawVeil(ctx);
    drawFocusLines(ctx);
    // vis-network's own drawing of one node; the vendored version is fixed, so this inner part stays as it is.
    for (const node of inFocus) network.body.nodes[node.index].draw(ctx);
    drawLabels(ctx, network, inFocus, new Set([inFocus[0], hovered]), inFocus, colours);
  } else {
    const shown = byWeight.filter(isShown);
    const ordered = hovered ? [hovered, ...shown.filter((node) => node !== hovered)] : shown;
    drawLabels(ctx, network, ordered, new Set(ordered.slice(0, ALWAYS_NAMED)), shown, colours);
  }
});

/** Dims everything drawn so far: one rectangle, however many nodes there are. */
function drawVeil(ctx) {
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  const to = network.DOMtoCanvas({ x: canvasBox.clientWidth, y: canvasBox.clientHeight });
  ctx.globalAlpha = 0.86;
  ctx.fillStyle = colours.ground;
  ctx.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
  ctx.globalAlpha = 1;
}

function drawFocusLines(ctx) {
  const scale = network.getScale();
  const lines = focus.pair ? [focus.pair] : [...neighbours(focus.node)].map((other) => [focus.node, other]);
  ctx.strokeStyle = colours.accent;
  for (const [a, b] of lines) {
    if (!isShown(a) || !isShown(b)) continue;
    const count = between(a, b).length;
    ctx.lineWidth = Math.min(1 + 0.6 * (count - 1), 4) + (focus.pair ? 1.5 : 0.3) / scale;
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
    ctx.stroke();
    if (count > 1 && Math.hypot(a.x - b.x, a.y - b.y) * scale > 70) drawCount(ctx, a, b, count, scale);
  }
}

/** How many facts a line stands for, in its middle. */
function drawCount(ctx, a, b, count, scale) {
  const [x, y, radius] = [(a.x + b.x) / 2, (a.y + b.y) / 2, 8 / scale];
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = colours.accent;
  ctx.fill();
  ctx.font = `600 ${10 / scale}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colours.ground;
  ctx.fillText(String(count), x, y + 0.5 / scale);
}

/** Pixels of the drawing that the open panel covers, at the right or at the bottom. */
function covered() {
  const panel = document.getElementById("panel");
  if (panel.hidden) return { right: 0, bottom: 0 };
  const sheet = panel.offsetWidth >= canvasBox.clientWidth;
  return sheet ? { right: 0, bottom: panel.offsetHeight } : { right: panel.offsetWidth, bottom: 0 };
}

/** Move the view so that `group` fills the part of the drawing that is not covered, no larger than `most`. */
function look(group, most, least = 0, middle = null) {
  if (!group.length) return;
  const xs = group.map((node) => node.x);
  const ys = group.map((node) => node.y);
  const [left, right, top, bottom] = [lowest(xs), highest(xs), lowest(ys), highest(ys)];
  const hidden = covered();
  const width = Math.max(canvasBox.clientWidth - hidden.right, 80);
  const height = Math.max(canvasBox.clientHeight - hidden.bottom, 80);
  // Labels keep their size on the screen: 150 pixels at the sides, 90 above and below.
  const fitting = Math.min((width - Math.min(150, width / 3)) / (right - left || 1), (height - 90) / (bottom - top || 1));
  const scale = Math.max(Math.min(fitting, most), least);
  const centre = fitting < least && middle ? middle : { x: (left + right) / 2, y: (top + bottom) / 2 };
  network.moveTo({
    position: { x: centre.x, y: centre.y },
    scale,
    offset: { x: -hidden.right / 2, y: -hidden.bottom / 2 - 10 },
    animation: calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
}

const lookAtAll = () => look(nodes.filter(isShown), 1.2);

/** Show or hide all nodes of a kind with their lines. */
function showKind(kind, shown) {
  if (shown) hiddenKinds.delete(kind);
  else hiddenKinds.add(kind);
  shownNodes.refresh();
  network.redraw();
}
