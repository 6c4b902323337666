// The view as data for export_svg.js: everything in the window, where it stands there.

import { listed } from "../text.js";
import { t } from "../words.js";
import { widthOf } from "./canvas.js";
import { FONT } from "./labels.js";

const KINDS = ["person", "unit", "event", "place"];

/** Returns a function that takes the picture of now. */
export function makePicture(store, model, { canvas, arranged, theme, shown }) {
  const box = document.getElementById("graph");
  const at = (point) => canvas.network.canvasToDOM(point);

  return function picture() {
    const { marks, lines, groups } = canvas.scene();
    const [width, height, scale] = [box.clientWidth, box.clientHeight, canvas.network.getScale()];
    const focus = canvas.focus();
    const [inFocus, isFocused] = [new Set(focus.marks), focus.marks.length > 0];
    const strong = new Set(focus.pairs.map(({ from, to }) => pairOf(from.key, to.key)));
    const placed = new Map(marks.map((mark) => [mark.key, { mark, ...at(mark), size: mark.size * scale }]));
    const seen = ({ x, y, size }) => x > -size && y > -size && x < width + size && y < height + size;
    const { nodeCount, edgeCount } = shown(store.state.filters);

    const drawn = lines.map((line) => {
      const [a, b] = [placed.get(line.from), placed.get(line.to)];
      const isStrong = strong.has(pairOf(line.from, line.to));
      return { x1: a.x, y1: a.y, x2: b.x, y2: b.y, width: Math.max(0.6, widthOf(line) * (isStrong ? 1 : scale)), strong: isStrong, faint: isFocused && !isStrong, isDashed: !line.facts };
    });
    return {
      width, height, font: FONT, colours: theme.colours(), title: document.title,
      caption: listed([t("count.names", { n: nodeCount }), t("count.facts", { n: edgeCount }), t("export.made")]),
      legend: KINDS.filter((kind) => marks.some((mark) => mark.kind === kind)).map((kind) => ({ kind, name: t(`kinds.${kind}`) })),
      discs: groups.map((group) => ({ ...at(group), radius: group.radius * scale })),
      headings: isFocused ? [] : arranged.headings().map(({ lines: told, box: { left, right, bottom } }) => ({ lines: told, x: (left + right) / 2, y: bottom })),
      lines: drawn, lineOpacity: canvas.lineOpacity,
      marks: [...placed.values()].filter(seen).map(({ mark, x, y, size }) => ({
        kind: mark.kind, x, y, size, rest: mark.rest || 0, faint: isFocused && !inFocus.has(mark), ringed: isFocused && mark === focus.marks[0],
      })),
      labels: canvas.labels().map(({ lines: told, box: { left, right, top } }) => ({ lines: told, x: (left + right) / 2, y: top })),
    };
  };
}

const pairOf = (a, b) => [a, b].sort().join(" ");
