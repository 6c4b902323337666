// Labels as on a map: the most important first, each only where it covers nothing.

import { twoLines } from "../text.js";

export const LABEL = { font: 12, line: 15, gap: 4, width: 24, most: 140, tried: 4000 };
export const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

/** Width in pixels of the squares in which marks that a label might cover are looked up. */
const CELL = 32;

const measured = new WeakMap();

/** Lines of a mark's label and its width in pixels on the screen, in the font that `ctx` has. */
function labelOf(mark, ctx) {
  let label = measured.get(mark);
  if (!label) {
    const lines = twoLines(mark.name, LABEL.width);
    label = { lines, width: Math.max(...lines.map((line) => ctx.measureText(line).width)) };
    measured.set(mark, label);
  }
  return label;
}

/**
 * Draw labels of the marks `candidates`, in their order, beside them, where they cover no other label, no box of `taken` and none of the
 * marks in `obstacles`; those in `first` may cover marks, as few as can be. Returns what was drawn: {mark, lines, box}, boxes in
 * pixels of the window.
 */
export function drawLabels(ctx, network, candidates, first, obstacles, colours, taken = []) {
  const scale = network.getScale();
  const { clientWidth: width, clientHeight: height } = network.canvas.frame;
  const covered = marksCovered(network, obstacles, scale, width, height);
  const drawn = [];
  onScreen(ctx, scale);
  Object.assign(ctx, {
    font: `${LABEL.font}px ${FONT}`, textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 4,
    strokeStyle: colours.ground, fillStyle: colours.ink,
  });
  let tried = 0;
  for (const mark of candidates) {
    if (drawn.length >= LABEL.most || tried++ > LABEL.tried) break;
    if (!mark.isNamed) continue;
    const at = network.canvasToDOM(mark);
    if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    const label = labelOf(mark, ctx);
    const boxes = boxesAround(at, label, mark.size * scale);
    const legible = boxes.filter((box) => box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2 && !taken.some((other) => overlaps(box, other)));
    const box = first.has(mark) ? leastOf(legible, (some) => covered(some, mark)) : legible.find((some) => !covered(some, mark));
    if (!box) continue;
    taken.push(box);
    drawn.push({ mark, lines: label.lines, box });
    writeLabel(ctx, label, box);
  }
  ctx.restore();
  return drawn;
}

/** A function of a box and its own mark: how many other marks of those in the window the box would cover. */
function marksCovered(network, marks, scale, width, height) {
  const cells = new Map();
  const cellsOf = function* ({ left, right, top, bottom }) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield `${x} ${y}`;
  };
  for (const mark of marks) {
    const { x, y } = network.canvasToDOM(mark);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const reach = mark.size * scale * 0.8;
    const disc = { mark, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
    for (const cell of cellsOf(disc)) cells.get(cell)?.push(disc) ?? cells.set(cell, [disc]);
  }
  return (box, own) => {
    const found = new Set();
    for (const cell of cellsOf(box)) for (const disc of cells.get(cell) ?? []) if (disc.mark !== own && overlaps(box, disc)) found.add(disc);
    return found.size;
  };
}

/** The box with the smallest number, the first of equal ones; undefined where there is none. */
function leastOf(boxes, number) {
  const [least] = boxes.map((box) => [number(box), box]).sort(([a], [b]) => a - b);
  return least?.[1];
}

/** Where a label may stand, best first: below its mark, above it, to the right, to the left, at a corner. */
function boxesAround(at, { width, lines }, reach) {
  const high = LABEL.line * lines.length;
  const away = reach + LABEL.gap;
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + high });
  return [
    box(at.x - width / 2, at.y + away), box(at.x - width / 2, at.y - away - high),
    box(at.x + away, at.y - high / 2), box(at.x - away - width, at.y - high / 2),
    box(at.x + reach, at.y + reach), box(at.x + reach, at.y - reach - high),
    box(at.x - reach - width, at.y + reach), box(at.x - reach - width, at.y - reach - high),
  ];
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Set `ctx` to pixels of the screen. Text is drawn in these: at a size that changes with every step of a zoom, the
 * browser would make every letter anew. To be followed by ctx.restore().
 */
export function onScreen(ctx, scale) {
  const ratio = ctx.getTransform().a / scale;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function writeLabel(ctx, { lines }, box) {
  const middle = (box.left + box.right) / 2;
  lines.forEach((line, place) => {
    const y = box.top + LABEL.line * place;
    ctx.strokeText(line, middle, y);
    ctx.fillText(line, middle, y);
  });
}
