// Labels as on a map: the most linked first, each only where it covers nothing.

const LABEL = { font: 12, line: 15, gap: 4, width: 24, most: 140, crowded: 40, tried: 4000, obstacles: 400 };
const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

const measured = new Map();

/** Lines of a node's label and its width in pixels on the screen. */
function labelOf(node, ctx) {
  let label = measured.get(node);
  if (!label) {
    const lines = twoLines(node.name, LABEL.width);
    ctx.font = `${LABEL.font}px ${FONT}`;
    label = { lines, width: Math.max(...lines.map((line) => ctx.measureText(line).width)) };
    measured.set(node, label);
  }
  return label;
}

/**
 * Draw labels of `candidates`, in their order, beside their nodes, where they cover no other label and none of the
 * nodes in `obstacles`; those in `first` may cover nodes.
 */
function drawLabels(ctx, network, candidates, first, obstacles, colours) {
  const scale = network.getScale();
  const { clientWidth: width, clientHeight: height } = network.canvas.frame;
  const discs = discsOf(network, obstacles, scale, width, height);
  const most = discs ? LABEL.most : LABEL.crowded;
  const taken = [];
  ctx.lineJoin = "round";
  let tried = 0;
  for (const node of candidates) {
    if (taken.length >= most || tried++ > LABEL.tried) break;
    const at = network.canvasToDOM(node);
    if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    const label = labelOf(node, ctx);
    const boxes = boxesAround(at, label, node.size * scale);
    const legible = boxes.filter((box) => box.left > 2 && box.right < width - 2 && !taken.some((other) => overlaps(box, other)));
    const free = (box) => !discs?.some((disc) => disc.node !== node && overlaps(box, disc));
    const box = legible.find(free) ?? (first.has(node) ? legible[0] : null);
    if (!box) continue;
    taken.push(box);
    writeLabel(ctx, network, label, box, scale, colours);
  }
}

/** Boxes of the nodes that stand in the window, or null above some hundred: then few labels, and they may cover nodes. */
function discsOf(network, obstacles, scale, width, height) {
  const discs = [];
  for (const node of obstacles) {
    const { x, y } = network.canvasToDOM(node);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const reach = node.size * scale * 0.8;
    discs.push({ node, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
    if (discs.length > LABEL.obstacles) return null;
  }
  return discs;
}

/** Where a label may stand, best first: below its node, above it, to the right, to the left. */
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

/** The canvas is scaled, so sizes are divided by the scale to stay the same on the screen. */
function writeLabel(ctx, network, { lines }, box, scale, colours) {
  const middle = network.DOMtoCanvas({ x: (box.left + box.right) / 2, y: box.top });
  ctx.font = `${LABEL.font / scale}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineWidth = 4 / scale;
  ctx.strokeStyle = colours.ground;
  ctx.fillStyle = colours.ink;
  lines.forEach((line, place) => {
    const y = middle.y + (LABEL.line * place) / scale;
    ctx.strokeText(line, middle.x, y);
    ctx.fillText(line, middle.x, y);
  });
}
