// What stands on the canvas: marks for nodes, and one line for all facts between two marks.

/** Width of a line that stands for so many facts. */
export const lineWidth = (facts) => Math.round(10 * Math.min(5, 1 + 0.6 * (facts - 1))) / 10;

/**
 * scene(shown): {marks, lines, byNode} for what the filters show (filters.js).
 * A mark is {key, node, kind, name, x, y, size}, a line {key, from, to, facts}: the numbers of two marks' keys and how
 * many facts are shown between them; byNode: Map from a node to its mark.
 *
 * `drawing` is the first view as Python laid it out: nodes with x, y, size.
 */
export function makeScene(model, drawing) {
  const marks = drawing.nodes.map(({ id, x, y, size }) => ({
    key: id, node: id, kind: model.nodes.kind(id), name: model.nodes.name(id), x, y, size,
  }));
  const lines = drawing.edges.map(({ id, from, to }) => ({ key: id, from, to }));
  const lineOf = linesOfEdges(model, lines);

  return function scene(shown) {
    const facts = new Uint32Array(lines.length);
    for (let e = 0; e < lineOf.length; e++) facts[lineOf[e]] += shown.edges[e];
    const kept = marks.filter((mark) => shown.nodes[mark.node]);
    return {
      marks: kept,
      lines: lines.filter((line) => facts[line.key]).map((line) => ({ ...line, facts: facts[line.key] })),
      byNode: new Map(kept.map((mark) => [mark.node, mark])),
    };
  };
}

/** For each edge the key of the line that stands for it. */
function linesOfEdges(model, lines) {
  const { source, target, count } = model.edges;
  const pair = (a, b) => Math.min(a, b) * model.nodes.count + Math.max(a, b);
  const keys = new Map(lines.map(({ key, from, to }) => [pair(from, to), key]));
  return Uint32Array.from({ length: count }, (_, e) => keys.get(pair(source[e], target[e])));
}
