// The drawing: vis-network draws marks and lines, this file what lies over them.

import { makeArrange, pinKey } from "../model/arrange.js";
import { FOCUS } from "../model/focus.js";
import { lineWidth } from "../model/lod.js";
import { same } from "../model/state.js";
import { boxOf, makeCamera } from "./camera.js";
import { drawLabels } from "./labels.js";
import { makeStrokes } from "./strokes.js";

/** Sizes on the screen in pixels: the smallest mark of the first view, and the largest at scale 1. */
const SMALLEST = 3.2;
const LARGEST = 34;

/** So many of the most linked marks have their names in the first view even where it is crowded. */
const ALWAYS_NAMED = 8;

/** From this height by width on, the drawing is turned to fill the window better. */
const PORTRAIT = 1.15;

/**
 * fit(): look at everything; onCanvas(node): its mark or undefined; placeOf(mark): its place in the window in pixels;
 * positionOf(node): that of a node, or where it stood last;
 * firstDrawn(listener): called once, when the first view is drawn.
 *
 * For the views that lie over the drawing: network, of vis-network; scene(): {marks, lines, byNode, groups} as they
 * stand now (model/arrange.js); labels(): those drawn last (labels.js); focus(): what is
 * brought out, {marks, pairs}; lineOpacity; redraw();
 * painted(when, paint): call paint(ctx) in each drawing "before" all else, "named" before the labels, then it returns
 * boxes in the window that labels must leave free, or "after" all else; in pixels of the drawing.
 */
export function makeCanvas(store, model, { drawing, stage, theme, actions, focus }) {
  const box = document.getElementById("graph");
  // All of them, the ones that filters hide now too: they may come back.
  if (!model.groups) growMarks(stage({ ...store.state, picked: [], filters: {}, expanded: [] }).marks, box);
  const { arrange, turned } = makeArrange(model, { isPortrait: box.clientHeight > PORTRAIT * box.clientWidth });
  /** What stage gave last; the marks on the canvas are copies, moved to where the reader wants them. */
  let staged = stage(store.state).byNode;
  let { marks, lines, byNode, groups } = arrange(stage(store.state), store.state);
  let labels = [];
  const lineOpacity = Math.min(1, Math.max(0.14, Math.sqrt(500 / (lines.length || 1))));
  const [visNodes, visEdges] = [new vis.DataSet(), new vis.DataSet()];
  /** What the two hold, by id. */
  let heldNodes = exchange(visNodes, new Map(), marks.map(visNode));
  let heldEdges = exchange(visEdges, new Map(), lines.map(visEdge));
  let colours = theme.colours();
  const network = new vis.Network(box, { nodes: visNodes, edges: visEdges }, { ...drawing.options, ...themeOptions() });
  const look = makeCamera(network, box);
  const strokes = makeStrokes(network, box);
  const painters = { before: [], named: [], after: [] };
  /** Where every node that has been on the canvas stood last. */
  const lastMarks = new Map(byNode);
  let byImportance = importantFirst();
  let bubbles = marks.filter((mark) => mark.rest);
  let inFocus = focused(store.state);
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
   * What is brought out for what is picked (model/focus.js): `marks`, the picked ones first, and `pairs` of marks with how
   * many facts are between them; null where nothing is picked, or what is picked is not on the canvas.
   */
  function focused(state) {
    const { nodes, pairs } = focus(state);
    if (!byNode.has(nodes[0])) return null;
    const markOf = (node) => byNode.get(node);
    return {
      marks: nodes.map(markOf).filter(Boolean),
      pairs: pairs.map((pair) => ({ ...pair, from: markOf(pair.from), to: markOf(pair.to) })).filter(({ from, to }) => from && to),
    };
  }

  network.on("afterDrawing", (ctx) => {
    if (inFocus) {
      const { marks: raised, pairs } = inFocus;
      strokes.veil(ctx, colours);
      strokes.focusLines(ctx, pairs, colours);
      // vis-network's own drawing of one node; the vendored version is fixed, so this inner part stays as it is.
      for (const mark of raised) network.body.nodes[mark.key]?.draw(ctx);
      labels = drawLabels(ctx, network, raised, new Set([...raised.slice(0, store.state.picked.length), hovered]), raised, colours);
    } else {
      strokes.rests(ctx, bubbles, colours);
      const ordered = hovered ? [hovered, ...byImportance.filter((mark) => mark !== hovered)] : byImportance;
      labels = drawLabels(ctx, network, ordered, new Set(ordered.slice(0, ALWAYS_NAMED)), marks, colours, painters.named.flatMap((paint) => paint(ctx)));
    }
    painters.after.forEach((paint) => paint(ctx));
  });
  network.on("beforeDrawing", (ctx) => {
    painters.before.forEach((paint) => paint(ctx));
    strokes.fineLines(ctx, marks, lines, colours);
  });

  /** Bubbles, the largest first, then nodes, those with most edges first. */
  function importantFirst() {
    return [...marks].sort((a, b) => b.rest - a.rest || model.degree(b.node) - model.degree(a.node) || a.node - b.node);
  }

  /** All marks, and the discs of groups with their names. */
  const lookAtAll = () => look([...marks, ...groups.flatMap(({ x, y, radius }) => [
    { x: x - radius, y: y - 1.15 * radius - 40 }, { x: x + radius, y: y + radius },
  ])]);

  function isInWindow(mark) {
    const { x, y } = network.canvasToDOM(mark);
    return x > 0 && y > 0 && x < box.clientWidth && y < box.clientHeight;
  }

  /** Put on the canvas what stands there now; where the filters leave nothing in the window, what they leave is looked for. */
  function restage(state, before) {
    const stood = byNode;
    staged = stage(state).byNode;
    ({ marks, lines, byNode, groups } = arrange(stage(state), state));
    byNode.forEach((mark, node) => lastMarks.set(node, mark));
    byImportance = importantFirst();
    bubbles = marks.filter((mark) => mark.rest);
    hovered = hovered && (marks.find((mark) => mark.key === hovered.key) ?? null);
    heldNodes = exchange(visNodes, heldNodes, marks.map(visNode));
    const isLoose = ({ from, to }) => !model.groups && !(heldNodes.has(from) && heldNodes.has(to));
    heldEdges = exchange(visEdges, heldEdges, lines.map(visEdge), isLoose);
    if (state.grouped !== before.grouped) lookAtAll();
    else if (state.filters !== before.filters && !marks.some(isInWindow)) lookAtAll();
    else if (state.expanded !== before.expanded) look(marks.filter((mark) => mark.node >= 0 && !stood.has(mark.node)), { most: 1 });
  }

  function selectPicked({ picked }) {
    const keys = picked.length === 1 && inFocus ? [inFocus.marks[0].key] : [];
    network.setSelection({ nodes: keys, edges: [] }, { unselectAll: true, highlightEdges: false });
  }

  store.watch([...FOCUS, "expanded", "pinned", "grouped"], (state, before) => {
    const isMoved = !same(state.pinned, before.pinned) || state.grouped !== before.grouped;
    if (isMoved || stage(state).byNode !== staged) restage(state, before);
    const { picked } = state;
    inFocus = focused(state);
    if (state === before || !same(picked, before.picked) || state.reach !== before.reach) {
      selectPicked(state);
      if (!still && inFocus) look(inFocus.marks, { most: 0.9, least: picked.length === 1 ? 0.35 : 0, middle: inFocus.marks[0] });
    }
    network.redraw();
  });

  store.watch(["lang"], () => network.redraw());

  /** Pick with the view left where it is. */
  function pickHere(...nodes) {
    still = true;
    actions.pick(...nodes);
    still = false;
  }

  function clicked({ nodes: [key], edges: [line], event }) {
    if (key !== undefined) {
      const { node, group } = marks.find((mark) => mark.key === key);
      if (node >= 0 && event.srcEvent.shiftKey) return actions.link(node);
      return node < 0 ? actions.open("group", model.groups.head(group)) : pickHere(node);
    }
    if (line === undefined) return pickHere();
    const { from, to } = visEdges.get(line);
    return byNode.has(from) && byNode.has(to) ? pickHere(from, to) : undefined;
  }
  /** vis-network tells a click as soon as a button is held down; whether a drag begins so, letting go tells. */
  let held = null;
  network.on("click", (at) => {
    if (at.event.type === "press") held = at;
    else clicked(at);
  });
  network.on("dragStart", () => { held = null; });
  network.on("release", () => {
    if (held) clicked(held);
    held = null;
  });
  /** The dragged mark takes its label and its lines along; where it is let go, it is pinned. */
  const dragged = (keys) => keys.map((key) => marks.find((mark) => mark.key === key)).filter(Boolean);
  network.on("dragging", ({ nodes }) => {
    for (const mark of dragged(nodes)) Object.assign(mark, network.getPosition(mark.key));
  });
  network.on("dragEnd", ({ nodes }) => {
    const moved = dragged(nodes);
    if (moved.length) actions.pin(Object.fromEntries(moved.map((mark) => [pinKey(mark), homeOf(network.getPosition(mark.key))])));
    selectPicked(store.state);
  });
  const hover = (key) => {
    hovered = marks.find((mark) => mark.key === key) ?? null;
    box.style.cursor = key === undefined ? "" : "pointer";
  };
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover());
  network.on("hoverEdge", () => { box.style.cursor = "pointer"; });
  network.on("blurEdge", () => { box.style.cursor = ""; });
  if (!store.state.picked.length) lookAtAll();

  /** Where something on the canvas stands in the layout, [x, y]: what a pin keeps. */
  const homeOf = (point) => Object.values(turned(point));

  function placeOf(mark) {
    const at = network.canvasToDOM(mark);
    const frame = box.getBoundingClientRect();
    return { x: frame.left + at.x, y: frame.top + at.y };
  }

  return {
    fit: lookAtAll,
    onCanvas: (node) => byNode.get(node),
    firstDrawn: (listener) => network.once("afterDrawing", listener),
    network,
    scene: () => ({ marks, lines, byNode, groups }),
    labels: () => labels,
    focus: () => inFocus ?? { marks: [], pairs: [] },
    lineOpacity,
    redraw: () => network.redraw(),
    painted: (when, paint) => painters[when].push(paint),
    placeOf, homeOf,
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
/** Dashed where there is no fact and the two are only possibly the same. */
const visEdge = (line) => ({ id: line.key, from: line.from, to: line.to, width: widthOf(line), dashes: !line.facts });

/** Lines of bubbles stand for hundreds of facts and would lie over everything: they stay thin. */
export const widthOf = ({ from, to, facts }) => (typeof from === "string" || typeof to === "string" ? 0.8 : lineWidth(facts || 1));

/**
 * Make `data` hold `items`, of which `held` are those it holds; the new come first, as every change is drawn at once.
 * What is gone goes, but for items of which `mayStay(item)`: vis-network takes long to make a line anew, and draws none
 * without both its ends. Returns what is held then.
 */
function exchange(data, held, items, mayStay = () => false) {
  const next = new Map(items.map((item) => [item.id, item]));
  const changed = items.filter((item) => !same(item, held.get(item.id)));
  if (changed.length) data.update(changed);
  const gone = [];
  for (const [id, item] of held) {
    if (next.has(id)) continue;
    if (mayStay(item)) next.set(id, item);
    else gone.push(id);
  }
  if (gone.length) data.remove(gone);
  return next;
}
