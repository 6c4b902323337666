// Labels as on a map: the most important first, each only where it covers nothing.

import { twoLines } from "../text.js";

export const LABEL = { font: 12, line: 15, gap: 4, width: 24, most: 140, crowded: 40, tried: 4000, obstacles: 400 };
export const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

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
 * marks in `obstacles`; those in `first` may cover marks. Returns what was drawn: {mark, lines, box}, boxes in
 * pixels of the window.
 */
export function drawLabels(ctx, network, candidates, first, obstacles, colours, taken = []) {
  const scale = network.getScale();
  const { clientWidth: width, clientHeight: height } = network.canvas.frame;
  const discs = discsOf(network, obstacles, scale, width, height);
  const most = discs ? LABEL.most : LABEL.crowded;
  const drawn = [];
  onScreen(ctx, scale);
  Object.assign(ctx, {
    font: `${LABEL.font}px ${FONT}`, textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 4,
    strokeStyle: colours.ground, fillStyle: colours.ink,
  });
  let tried = 0;
  for (const mark of candidates) {
    if (drawn.length >= most || tried++ > LABEL.tried) break;
    if (!mark.isNamed) continue;
    const at = network.canvasToDOM(mark);
    if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    const label = labelOf(mark, ctx);
    const boxes = boxesAround(at, label, mark.size * scale);
    const legible = boxes.filter((box) => box.left > 2 && box.right < width - 2 && !taken.some((other) => overlaps(box, other)));
    const free = (box) => !discs?.some((disc) => disc.mark !== mark && overlaps(box, disc));
    const box = legible.find(free) ?? (first.has(mark) ? legible[0] : null);
    if (!box) continue;
    taken.push(box);
    drawn.push({ mark, lines: label.lines, box });
    writeLabel(ctx, label, box);
  }
  ctx.restore();
  return drawn;
}

/** Boxes of the marks that stand in the window, or null above some hundred: then few labels, and they may cover marks. */
function discsOf(network, obstacles, scale, width, height) {
  const discs = [];
  for (const mark of obstacles) {
    const { x, y } = network.canvasToDOM(mark);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const reach = mark.size * scale * 0.8;
    discs.push({ mark, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
    if (discs.length > LABEL.obstacles) return null;
  }
  return discs;
}

/** Where a label may stand, best first: below its mark, above it, to the right, to the left. */
function boxesAround(at, { width, lines }, reach) {
  const high = LABEL.line * lines.length;
  const away = reach + LABEL.gap;
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + high });
  return [
    box(at.x - width / 2, at.y + away), box(at.x - width / 2, at.y - away - high),
    box(at.x + away, at.y - high / 2), box(at.x - away - width, at.y - high / 2),
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
