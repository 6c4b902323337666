// Over and under the drawing: discs around groups with their names, a pin at every pinned mark.

import { CLOSED, NONE, UNTIED, pinKey } from "../model/arrange.js";
import { twoLines } from "../text.js";
import { t } from "../words.js";
import { FONT } from "./labels.js";

/** A group's name on the screen in pixels; with fewer letters in a line it is left out. */
const HEADING = { font: 13, line: 15, letter: 7.2, fewest: 8, away: 4, room: 1.9, whole: 40 };

function groupName(model, { node, count }) {
  if (node === UNTIED) return t("arrange.untied", { n: count });
  if (node === NONE) return t("arrange.no_group");
  return node === CLOSED ? t("arrange.closed") : model.nodes.name(node);
}

/** headings(): the names of groups as they are drawn. */
export function makeArranged(store, model, { canvas, theme }) {
  const { network } = canvas;

  canvas.painted("before", (ctx) => {
    const { sunk, rule } = theme.colours();
    ctx.lineWidth = 1 / network.getScale();
    for (const { x, y, radius } of canvas.scene().groups) {
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fillStyle = sunk;
      ctx.fill();
      ctx.strokeStyle = rule;
      ctx.stroke();
    }
  });

  canvas.painted("named", (ctx) => {
    const scale = network.getScale();
    const { ink, ground } = theme.colours();
    ctx.font = `650 ${HEADING.font / scale}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "bottom";
    ctx.lineWidth = 4 / scale;
    ctx.strokeStyle = ground;
    ctx.fillStyle = ink;
    return headings().map(({ lines, x, y, box }) => {
      lines.forEach((line, place) => {
        const foot = y - ((lines.length - 1 - place) * HEADING.line) / scale;
        ctx.strokeText(line, x, foot);
        ctx.fillText(line, x, foot);
      });
      return box;
    });
  });

  /** Names of the groups that have room for one: its lines, the foot of the last in the drawing, their box in the window. */
  function headings() {
    const scale = network.getScale();
    return canvas.scene().groups.flatMap((group) => {
      const letters = group.node === UNTIED ? HEADING.whole : Math.floor((HEADING.room * group.radius * scale) / HEADING.letter);
      if (letters < HEADING.fewest) return [];
      const lines = twoLines(groupName(model, group), letters);
      const [x, y] = [group.x, group.y - group.radius - HEADING.away / scale];
      const foot = network.canvasToDOM({ x, y });
      const half = (Math.max(...lines.map((line) => line.length)) * HEADING.letter) / 2;
      return [{ lines, x, y, box: { left: foot.x - half, right: foot.x + half, top: foot.y - HEADING.line * lines.length - 2, bottom: foot.y } }];
    });
  }

  canvas.painted("after", (ctx) => {
    const { pinned } = store.state;
    const { marks } = canvas.scene();
    const scale = network.getScale();
    const { ink, ground } = theme.colours();
    ctx.lineWidth = 1.5 / scale;
    ctx.fillStyle = ink;
    ctx.strokeStyle = ground;
    for (const mark of marks) {
      if (!(pinKey(mark) in pinned)) continue;
      ctx.beginPath();
      ctx.arc(mark.x + 0.75 * mark.size, mark.y - 0.75 * mark.size, 3.5 / scale, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }
  });

  return { headings };
}
