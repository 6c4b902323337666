// The drawing: vis-network draws marks and lines, this file what lies over them.

import { lineWidth } from "../model/lod.js";
import { boxOf, makeCamera } from "./camera.js";
import { FONT, drawLabels } from "./labels.js";

/** Sizes on the screen in pixels: the smallest mark of the first view, and the largest at scale 1. */
const SMALLEST = 3.2;
const LARGEST = 34;

/** So many of the most linked marks have their names in the first view even where it is crowded. */
const ALWAYS_NAMED = 8;

/**
 * fit(): look at everything; onCanvas(node): its mark or undefined; placeOf(mark): its place in the window in pixels;
 * positionOf(node): that of a node, or where it stood last;
 * firstDrawn(listener): called once, when the first view is drawn.
 */
export function makeCanvas(store, model, { drawing, stage, shown, theme, actions }) {
  const box = document.getElementById("graph");
  let { marks, lines, byNode } = stage(store.state);
  if (!model.groups) growMarks(marks, box);
  const lineOpacity = Math.min(1, Math.max(0.14, Math.sqrt(500 / (lines.length || 1))));
  const visNodes = new vis.DataSet(marks.map(visNode));
  const visEdges = new vis.DataSet(lines.map(visEdge));
  let colours = theme.colours();
  const network = new vis.Network(box, { nodes: visNodes, edges: visEdges }, { ...drawing.options, ...themeOptions() });
  const look = makeCamera(network, box);
  /** Where every node that has been on the canvas stood last. */
  const lastMarks = new Map(byNode);
  let byImportance = importantFirst();
  let focus = focusOf(store.state);
  let hovered = null;
  /** Set while a click on the drawing itself picks something: then the view stays where it is. */
  let still = false;

  function themeOptions() {
    const group = (kind) => {
      const plainColour = { background: colours[kind], border: kind === "bubble" ? colours.quiet : colours.ground };
      const raised = { background: colours[kind], border: colours.ink };
      return { borderWidth: kind === "bubble" ? 1.5 : 0, shape: drawing.options.groups[kind].shape, color: { ...plainColour, highlight: raised, hover: raised } };
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

  /**
   * What is picked: `marks` of the node and its neighbours, or of the two ends of a line, and `ties`, [mark, facts] for
   * each but the first; null where nothing is picked, or what is picked is not on the canvas.
   */
  function focusOf({ picked, filters }) {
    const first = byNode.get(picked[0]);
    if (!first) return null;
    const { edges } = shown(filters);
    const facts = new Map();
    for (const e of model.edgesOf(picked[0])) {
      const other = model.otherEnd(e, picked[0]);
      if (edges[e] && other !== picked[0]) facts.set(other, (facts.get(other) ?? 0) + model.edges.isFact(e));
    }
    const ties = [...facts].map(([node, count]) => [byNode.get(node), count])
      .filter(([mark]) => mark && (picked.length === 1 || mark.node === picked[1]));
    return { marks: [first, ...ties.map(([mark]) => mark)], ties };
  }

  network.on("afterDrawing", (ctx) => {
    if (focus) {
      drawVeil(ctx);
      drawFocusLines(ctx, store.state.picked.length === 2);
      // vis-network's own drawing of one node; the vendored version is fixed, so this inner part stays as it is.
      for (const mark of focus.marks) network.body.nodes[mark.key]?.draw(ctx);
      drawLabels(ctx, network, focus.marks, new Set([focus.marks[0], hovered]), focus.marks, colours);
    } else {
      drawRests(ctx);
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

  function drawFocusLines(ctx, isPair) {
    const scale = network.getScale();
    const [first] = focus.marks;
    ctx.strokeStyle = colours.accent;
    for (const [mark, count] of focus.ties) {
      ctx.setLineDash(count ? [] : [6 / scale, 4 / scale]);
      ctx.lineWidth = Math.min(lineWidth(count || 1), 4) + (isPair ? 1.5 : 0.3) / scale;
      ctx.beginPath();
      ctx.moveTo(first.x, first.y);
      ctx.lineTo(mark.x, mark.y);
      ctx.stroke();
      if (count > 1 && Math.hypot(first.x - mark.x, first.y - mark.y) * scale > 70) drawCount(ctx, first, mark, count, scale);
    }
    ctx.setLineDash([]);
  }

  /** In each bubble, how many names it stands for. */
  function drawRests(ctx) {
    const scale = network.getScale();
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = colours.ink;
    for (const { rest, x, y, size } of marks) {
      const text = rest ? rest.toLocaleString(store.state.lang) : "";
      const height = Math.min(13, (2.6 * size * scale) / (text.length + 1));
      if (!rest || height < 6) continue;
      ctx.font = `600 ${height / scale}px ${FONT}`;
      ctx.fillText(text, x, y);
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

  /** Bubbles, the largest first, then nodes, those with most edges first. */
  function importantFirst() {
    return [...marks].sort((a, b) => b.rest - a.rest || model.degree(b.node) - model.degree(a.node) || a.node - b.node);
  }

  const lookAtAll = () => look(marks);

  store.watch(["filters", "expanded"], (state, before) => {
    if (state === before) return;
    const stood = byNode;
    ({ marks, lines, byNode } = stage(state));
    byNode.forEach((mark, node) => lastMarks.set(node, mark));
    byImportance = importantFirst();
    focus = focusOf(state);
    hovered = hovered && (marks.find((mark) => mark.key === hovered.key) ?? null);
    exchange(visNodes, marks.map(visNode));
    exchange(visEdges, lines.map(visEdge));
    if (state.expanded !== before.expanded) look(marks.filter((mark) => mark.node >= 0 && !stood.has(mark.node)), { most: 1 });
  });

  store.watch(["picked"], (state) => {
    const { picked } = state;
    focus = focusOf(state);
    const keys = picked.length === 1 && focus ? [focus.marks[0].key] : [];
    network.setSelection({ nodes: keys, edges: [] }, { unselectAll: true, highlightEdges: false });
    if (!still && picked.length === 1 && focus) look(focus.marks, { most: 0.9, least: 0.35, middle: focus.marks[0] });
    network.redraw();
  });

  store.watch(["lang"], () => network.redraw());

  /** Pick with the view left where it is. */
  function pickHere(...nodes) {
    still = true;
    actions.pick(...nodes);
    still = false;
  }

  network.on("click", ({ nodes: [key], edges: [line] }) => {
    if (key !== undefined) {
      const { node, group } = marks.find((mark) => mark.key === key);
      return node < 0 ? actions.open("group", model.groups.head(group)) : pickHere(node);
    }
    if (line === undefined) return pickHere();
    const { from, to } = visEdges.get(line);
    return byNode.has(from) && byNode.has(to) ? pickHere(from, to) : undefined;
  });
  const hover = (key) => {
    hovered = marks.find((mark) => mark.key === key) ?? null;
    box.style.cursor = key === undefined ? "" : "pointer";
  };
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover());
  network.on("hoverEdge", () => { box.style.cursor = "pointer"; });
  network.on("blurEdge", () => { box.style.cursor = ""; });
  lookAtAll();

  function placeOf(mark) {
    const at = network.canvasToDOM(mark);
    const frame = box.getBoundingClientRect();
    return { x: frame.left + at.x, y: frame.top + at.y };
  }

  return {
    fit: lookAtAll,
    onCanvas: (node) => byNode.get(node),
    firstDrawn: (listener) => network.once("afterDrawing", listener),
    placeOf,
    positionOf: (node) => placeOf(lastMarks.get(node)),
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
/** Lines of bubbles stand for hundreds of facts and would lie over everything: they stay thin. */
const visEdge = ({ key, from, to, facts }) => {
  const isThin = typeof from === "string" || typeof to === "string";
  return { id: key, from, to, width: isThin ? 0.8 : lineWidth(facts || 1), dashes: !facts };
};

/** Make `data` hold `items` and no others; the new come first, as every change is drawn at once. */
function exchange(data, items) {
  data.update(items);
  const wanted = new Set(items.map((item) => item.id));
  const gone = data.getIds().filter((id) => !wanted.has(id));
  if (gone.length) data.remove(gone);
}
