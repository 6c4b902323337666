// The drawing: vis-network draws marks and lines, this file what lies over them.

import { makeArrange } from "../model/arrange.js";
import { lineWidth, makeScene } from "../model/lod.js";
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
 *
 * For the views that lie over the drawing: network, of vis-network; scene(): {marks, lines, byNode, groups} as they
 * stand now (model/arrange.js); labels(): those drawn last (labels.js); focus(): marks of
 * what is picked and its neighbours; lineOpacity; redraw();
 * painted(when, paint): call paint(ctx) in each drawing "before" all else, "named" before the labels, then it returns
 * boxes in the window that labels must leave free, or "after" all else; in pixels of the drawing.
 */
export function makeCanvas(store, model, { drawing, shown, theme, actions }) {
  const box = document.getElementById("graph");
  growMarks(drawing.nodes, box);
  const sceneOf = makeScene(model, drawing);
  const arrange = makeArrange(model);
  let { marks, lines, byNode, groups } = arrange(sceneOf(shown(store.state.filters)), store.state);
  let labels = [];
  /** Where every node that has been on the canvas stood last. */
  const lastMarks = new Map(byNode);
  const lineOpacity = Math.min(1, Math.max(0.14, Math.sqrt(500 / (lines.length || 1))));
  const visNodes = new vis.DataSet(marks.map(visNode));
  const visEdges = new vis.DataSet(lines.map(visEdge));
  let colours = theme.colours();
  const network = new vis.Network(box, { nodes: visNodes, edges: visEdges }, { ...drawing.options, ...themeOptions() });
  const look = makeCamera(network, box);
  const painters = { before: [], named: [], after: [] };
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

  /** The marks in focus: the picked node and its neighbours, or the two ends of a line. */
  function focusMarks({ picked }) {
    const nodes = picked.length === 1 ? [picked[0], ...model.neighbours(picked[0]).filter((node) => node !== picked[0])] : picked;
    return nodes.map((node) => byNode.get(node)).filter(Boolean);
  }

  network.on("afterDrawing", (ctx) => {
    const { picked } = store.state;
    if (picked.length) {
      const inFocus = focusMarks(store.state);
      drawVeil(ctx);
      drawFocusLines(ctx, picked, inFocus);
      // vis-network's own drawing of one node; the vendored version is fixed, so this inner part stays as it is.
      for (const mark of inFocus) network.body.nodes[mark.key].draw(ctx);
      labels = drawLabels(ctx, network, inFocus, new Set([inFocus[0], hovered]), inFocus, colours);
    } else {
      const ordered = hovered ? [hovered, ...byImportance.filter((mark) => mark !== hovered)] : byImportance;
      labels = drawLabels(ctx, network, ordered, new Set(ordered.slice(0, ALWAYS_NAMED)), marks, colours, painters.named.flatMap((paint) => paint(ctx)));
    }
    painters.after.forEach((paint) => paint(ctx));
  });
  network.on("beforeDrawing", (ctx) => painters.before.forEach((paint) => paint(ctx)));

  /** Dims everything drawn so far: one rectangle, however many marks there are. */
  function drawVeil(ctx) {
    const from = network.DOMtoCanvas({ x: 0, y: 0 });
    const to = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
    ctx.globalAlpha = 0.86;
    ctx.fillStyle = colours.ground;
    ctx.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
    ctx.globalAlpha = 1;
  }

  function drawFocusLines(ctx, picked, inFocus) {
    const scale = network.getScale();
    const keep = shown(store.state.filters).edges;
    ctx.strokeStyle = colours.accent;
    for (const mark of inFocus.slice(1)) {
      const count = model.between(inFocus[0].node, mark.node).filter((e) => keep[e]).length;
      if (!count) continue;
      ctx.lineWidth = Math.min(lineWidth(count), 4) + (picked.length === 2 ? 1.5 : 0.3) / scale;
      ctx.beginPath();
      ctx.moveTo(inFocus[0].x, inFocus[0].y);
      ctx.lineTo(mark.x, mark.y);
      ctx.stroke();
      if (count > 1 && Math.hypot(inFocus[0].x - mark.x, inFocus[0].y - mark.y) * scale > 70) drawCount(ctx, inFocus[0], mark, count, scale);
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

  /** All marks, and the discs of groups with their names. */
  const lookAtAll = () => look([...marks, ...groups.flatMap(({ x, y, radius }) => [
    { x: x - radius, y: y - 1.15 * radius - 40 }, { x: x + radius, y: y + radius },
  ])]);

  store.watch(["filters", "pinned", "grouped"], (state, before) => {
    if (state === before) return;
    ({ marks, lines, byNode, groups } = arrange(sceneOf(shown(state.filters)), state));
    byNode.forEach((mark, node) => lastMarks.set(node, mark));
    byImportance = importantFirst();
    if (!marks.includes(hovered)) hovered = null;
    exchange(visNodes, marks.map(visNode));
    exchange(visEdges, lines.map(visEdge));
    if (state.grouped !== before.grouped) lookAtAll();
  });

  function selectPicked({ picked }) {
    const keys = picked.map((node) => byNode.get(node)?.key).filter((key) => key !== undefined);
    network.setSelection({ nodes: picked.length === 1 ? keys : [], edges: [] }, { unselectAll: true, highlightEdges: false });
  }

  store.watch(["picked"], (state) => {
    const { picked } = state;
    selectPicked(state);
    if (!still && picked.length === 1) {
      const [middle] = focusMarks(state);
      look(focusMarks(state), { most: 0.9, least: 0.35, middle });
    }
    network.redraw();
  });

  /** Pick with the view left where it is. */
  function pickHere(...nodes) {
    still = true;
    actions.pick(...nodes);
    still = false;
  }

  network.on("click", ({ nodes: [key], edges: [line] }) => {
    if (key !== undefined) return pickHere(key);
    if (line === undefined) return pickHere();
    const { from, to } = visEdges.get(line);
    return pickHere(from, to);
  });
  /** The dragged mark takes its label and its lines along; where it is let go, it is pinned. */
  const dragged = (keys) => keys.map((key) => marks.find((mark) => mark.key === key)).filter(Boolean);
  network.on("dragging", ({ nodes }) => {
    for (const mark of dragged(nodes)) Object.assign(mark, network.getPosition(mark.key));
  });
  network.on("dragEnd", ({ nodes }) => {
    const moved = dragged(nodes).filter(({ node }) => node >= 0);
    if (moved.length) actions.pin(Object.fromEntries(moved.map(({ node, key }) => [node, Object.values(network.getPosition(key))])));
    selectPicked(store.state);
  });
  const hover = (key) => {
    hovered = key === undefined ? null : byNode.get(key) ?? null;
    box.style.cursor = key === undefined ? "" : "pointer";
  };
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover());
  network.on("hoverEdge", () => { box.style.cursor = "pointer"; });
  network.on("blurEdge", () => { box.style.cursor = ""; });
  lookAtAll();

  return {
    fit: lookAtAll,
    onCanvas: (node) => byNode.get(node),
    firstDrawn: (listener) => network.once("afterDrawing", listener),
    network,
    scene: () => ({ marks, lines, byNode, groups }),
    labels: () => labels,
    focus: () => focusMarks(store.state),
    lineOpacity,
    redraw: () => network.redraw(),
    painted: (when, paint) => painters[when].push(paint),
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
