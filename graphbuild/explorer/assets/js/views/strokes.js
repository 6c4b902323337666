// What is drawn under and over vis-network's marks and lines.

import { lineWidth } from "../model/lod.js";
import { FONT, onScreen } from "./labels.js";

/** From this scale down, and of so many at most, lines are drawn in a breadth that can be seen. */
const FINE_BELOW = 0.8;
const MOST_FINE_LINES = 3000;

/**
 * fineLines(ctx, marks, lines, colours): the lines of facts, where vis-network's shrink with the drawing to less than can
 * be seen; veil(ctx, colours): dims everything drawn so far; focusLines(ctx, pairs, colours): lines that are brought out,
 * with how many facts each stands for; rests(ctx, bubbles, colours): in each bubble, how many names it stands for.
 */
export function makeStrokes(network, box) {
  function fineLines(ctx, marks, lines, colours) {
    const scale = network.getScale();
    if (scale > FINE_BELOW || lines.length > MOST_FINE_LINES) return;
    const at = new Map(marks.map((mark) => [mark.key, mark]));
    ctx.beginPath();
    // Two that are only possibly the same have vis-network's dashed line alone: a fine one would look like a fact.
    for (const { from, to, facts } of lines) {
      if (!facts || !at.has(from) || !at.has(to)) continue;
      ctx.moveTo(at.get(from).x, at.get(from).y);
      ctx.lineTo(at.get(to).x, at.get(to).y);
    }
    Object.assign(ctx, { lineWidth: 0.8 / scale, strokeStyle: colours.quiet, globalAlpha: 0.4 });
    ctx.stroke();
    ctx.globalAlpha = 1;
  }

  /** One rectangle, however many marks there are. */
  function veil(ctx, colours) {
    const from = network.DOMtoCanvas({ x: 0, y: 0 });
    const to = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
    Object.assign(ctx, { globalAlpha: 0.86, fillStyle: colours.ground });
    ctx.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
    ctx.globalAlpha = 1;
  }

  function focusLines(ctx, pairs, colours) {
    const scale = network.getScale();
    ctx.strokeStyle = colours.accent;
    for (const { from, to, facts, strong } of pairs) {
      ctx.setLineDash(facts ? [] : [6 / scale, 4 / scale]);
      ctx.lineWidth = Math.min(lineWidth(facts || 1), 4) + (strong ? 3 : 0.3) / scale;
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
      if (facts > 1 && Math.hypot(from.x - to.x, from.y - to.y) * scale > 70) count(ctx, from, to, facts, colours);
    }
    ctx.setLineDash([]);
  }

  /** How many facts a line stands for, in its middle. */
  function count(ctx, a, b, facts, colours) {
    const scale = network.getScale();
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    ctx.beginPath();
    ctx.arc(x, y, 8 / scale, 0, 2 * Math.PI);
    ctx.fillStyle = colours.accent;
    ctx.fill();
    Object.assign(ctx, { font: `600 ${10 / scale}px ${FONT}`, textAlign: "center", textBaseline: "middle", fillStyle: colours.ground });
    ctx.fillText(String(facts), x, y + 0.5 / scale);
  }

  function rests(ctx, bubbles, colours) {
    const scale = network.getScale();
    onScreen(ctx, scale);
    Object.assign(ctx, { textAlign: "center", textBaseline: "middle", fillStyle: colours.ink });
    for (const mark of bubbles) {
      const text = String(mark.rest);
      const height = Math.floor(Math.min(13, (2.6 * mark.size * scale) / (text.length + 1)));
      if (height < 6) continue;
      const at = network.canvasToDOM(mark);
      ctx.font = `600 ${height}px ${FONT}`;
      ctx.fillText(text, at.x, at.y);
    }
    ctx.restore();
  }

  return { fineLines, veil, focusLines, rests };
}
