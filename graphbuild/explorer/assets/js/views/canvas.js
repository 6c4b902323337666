// The drawing: vis-network draws marks and lines, this file what lies over them.

import { lineWidth, makeScene } from "../model/lod.js";
import { FOCUS } from "../model/focus.js";
import { same } from "../model/state.js";
import { boxOf, makeCamera } from "./camera.js";
import { FONT, drawLabels } from "./labels.js";

/** Sizes on the screen in pixels: the smallest mark of the first view, and the largest at scale 1. */
const SMALLEST = 3.2;
const LARGEST = 34;

/** So many of the most linked marks have their names in the first view even where it is crowded. */
const ALWAYS_NAMED = 8;

/**
 * fit(): look at everything; onCanvas(node): its mark or undefined; positionOf(node): its place in the window;
 * firstDrawn(listener): called once, when the first view is drawn.
 */
export function makeCanvas(store, model, { drawing, shown, theme, actions, focus }) {
  const box = document.getElementById("graph");
  const scene = makeScene(model, drawing);
  let { marks, lines, byNode } = scene(shown(store.state.filters));
  /** Where every node that has been on the canvas stood last. */
  const lastMarks = new Map(byNode);
  growMarks(marks, box);
  const lineOpacity = Math.min(1, Math.max(0.14, Math.sqrt(500 / (lines.length || 1))));
  const visNodes = new vis.DataSet(marks.map(visNode));
  const visEdges = new vis.DataSet(lines.map(visEdge));
  let colours = theme.colours();
  const network = new vis.Network(box, { nodes: visNodes, edges: visEdges }, { ...drawing.options, ...themeOptions() });
  const look = makeCamera(network, box);
  let hovered = null;
  /** Set while a click on the drawing itself picks something: then the view stays where it is. */
  let still = false;

  function themeOptions() {
    const group = (kind) => {
      const plainColour = { background: colours[kind], border: colours.ground };
      const raised = { background: colours[kind], border: colours.ink };
      return { shape: drawing.options.groups[kind].shape, color: { ...plainColour, highlight: raised, hover: raised } };
    };
    const edgeColour = { color: colours.line, highlight: colours.accent, hover: colours.accent, opacity: lineOpacity };
    return {
      groups: Object.fromEntries(Object.keys(drawing.options.groups).map((kind) => [kind, group(kind)])),
      edges: { ...drawing.options.edges, color: edgeColour },
    };
  }

  theme.changed(() => {
    colours = theme.colours();
    network.setOptions(themeOptions());
    // vis-network gives a changed group to its nodes only when they change themselves.
    visNodes.update(marks.map(visNode));
  });

  /** What is brought out: {marks, pairs of marks}, the picked ones first (model/focus.js). */
  let inFocus = focused(store.state);

  function focused(state) {
    const { nodes, pairs } = focus(state);
    return {
      marks: nodes.map((node) => byNode.get(node)).filter(Boolean),
      pairs: pairs.map(({ from, to, strong }) => ({ from: byNode.get(from), to: byNode.get(to), strong })).filter(({ from, to }) => from && to),
    };
  }

  network.on("afterDrawing", (ctx) => {
    const { picked } = store.state;
    if (picked.length) {
      drawVeil(ctx);
      drawFocusLines(ctx, inFocus.pairs);
      // vis-network's own drawing of one node; the vendored version is fixed, so this inner part stays as it is.
      for (const mark of inFocus.marks) network.body.nodes[mark.key].draw(ctx);
      drawLabels(ctx, network, inFocus.marks, new Set([...inFocus.marks.slice(0, picked.length), hovered]), inFocus.marks, colours);
    } else {
      const ordered = hovered ? [hovered, ...byImportance.filter((mark) => mark !== hovered)] : byImportance;
      drawLabels(ctx, network, ordered, new Set(ordered.slice(0, ALWAYS_NAMED)), marks, colours);
    }
  });

  /** Dims everything drawn so far: one rectangle, however many marks there are. */
  function drawVeil(ctx) {
    const from = network.DOMtoCanvas({ x: 0, y: 0 });
    const to = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
    ctx.globalAlpha = 0.86;
    ctx.fillStyle = colours.ground;
    ctx.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
    ctx.globalAlpha = 1;
  }

  function drawFocusLines(ctx, pairs) {
    const scale = network.getScale();
    const keep = shown(store.state.filters).edges;
    ctx.strokeStyle = colours.accent;
    for (const { from, to, strong } of pairs) {
      const count = model.between(from.node, to.node).filter((e) => keep[e]).length;
      if (!count) continue;
      ctx.lineWidth = Math.min(lineWidth(count), 4) + (strong ? 3 : 0.3) / scale;
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
      if (count > 1 && Math.hypot(from.x - to.x, from.y - to.y) * scale > 70) drawCount(ctx, from, to, count, scale);
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

  let byImportance = importantFirst();

  function importantFirst() {
    const order = new Uint32Array(model.nodes.count);
    model.byWeight.forEach((node, place) => { order[node] = place; });
    return [...marks].sort((a, b) => order[a.node] - order[b.node]);
  }

  const lookAtAll = () => look(marks);

  store.watch(["filters"], (state, before) => {
    if (state === before) return;
    ({ marks, lines, byNode } = scene(shown(state.filters)));
    byNode.forEach((mark, node) => lastMarks.set(node, mark));
    byImportance = importantFirst();
    if (!marks.includes(hovered)) hovered = null;
    exchange(visNodes, marks.map(visNode));
    exchange(visEdges, lines.map(visEdge));
  });

  store.watch(FOCUS, (state, before) => {
    const { picked } = state;
    inFocus = focused(state);
    if (state !== before && same(picked, before.picked) && same(state.reach, before.reach)) return network.redraw();
    const keys = picked.map((node) => byNode.get(node)?.key).filter((key) => key !== undefined);
    network.setSelection({ nodes: picked.length === 1 ? keys : [], edges: [] }, { unselectAll: true, highlightEdges: false });
    if (!still && picked.length) look(inFocus.marks, { most: 0.9, least: picked.length === 1 ? 0.35 : 0, middle: inFocus.marks[0] });
    return network.redraw();
  });

  /** Pick with the view left where it is. */
  function pickHere(...nodes) {
    still = true;
    actions.pick(...nodes);
    still = false;
  }

  network.on("click", ({ nodes: [key], edges: [line], event }) => {
    if (key !== undefined) return event.srcEvent.shiftKey ? actions.link(key) : pickHere(key);
    if (line === undefined) return pickHere();
    const { from, to } = visEdges.get(line);
    return pickHere(from, to);
  });
  const hover = (key) => {
    hovered = key === undefined ? null : byNode.get(key) ?? null;
    box.style.cursor = key === undefined ? "" : "pointer";
  };
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover());
  network.on("hoverEdge", () => { box.style.cursor = "pointer"; });
  network.on("blurEdge", () => { box.style.cursor = ""; });
  if (!store.state.picked.length) lookAtAll();

  return {
    fit: lookAtAll,
    onCanvas: (node) => byNode.get(node),
    firstDrawn: (listener) => network.once("afterDrawing", listener),
    /** Where a node stands or last stood in the window, in pixels. */
    positionOf(node) {
      const at = network.canvasToDOM(lastMarks.get(node));
      const frame = box.getBoundingClientRect();
      return { x: frame.left + at.x, y: frame.top + at.y };
    },
  };
}

/** In a large graph, marks would be specks in the first view: all grow, but not into each other. */
function growMarks(marks, box) {
  const most = Math.max(box.clientWidth, box.clientHeight);
  const { left, right, top, bottom } = boxOf(marks);
  const extent = Math.max(1, right - left, bottom - top);
  const factor = Math.min(2.2, Math.max(1, (SMALLEST * extent) / (8 * most)));
  for (const mark of marks) mark.size = Math.min(mark.size * factor, Math.max(LARGEST, mark.size));
}

const visNode = ({ key, kind, x, y, size }) => ({ id: key, group: kind, x, y, size });
const visEdge = ({ key, from, to, facts }) => ({ id: key, from, to, width: lineWidth(facts) });

/** Make `data` hold `items` and no others; the new come first, as every change is drawn at once. */
function exchange(data, items) {
  data.update(items);
  const wanted = new Set(items.map((item) => item.id));
  const gone = data.getIds().filter((id) => !wanted.has(id));
  if (gone.length) data.remove(gone);
}
