// Answers the questions of standard input, {"columns", "paths": [[a, b], ...], "charts": [[unit, date], ...], "around": [id, ...]},
// as the page does: the tests of Python compare them with the library's own answers.

import { readFileSync } from "node:fs";
import { asOf } from "../../../graphbuild/explorer/assets/js/model/as_of.js";
import { readColumns } from "../../../graphbuild/explorer/assets/js/model/columns.js";
import { makePaths } from "../../../graphbuild/explorer/assets/js/model/paths.js";
import { ringsAround } from "../../../graphbuild/explorer/assets/js/model/rings.js";
import { speak } from "../../../graphbuild/explorer/assets/js/words.js";
import { reason } from "../../../graphbuild/explorer/assets/js/model/because.js";

const { columns, words, paths, charts, around } = JSON.parse(readFileSync(0, "utf8"));
const model = readColumns(columns);
const { nodes, edges } = model;
speak(words, "en");
const { shortest, steps } = makePaths(model);

function way([a, b]) {
  const found = shortest(nodes.number(a), nodes.number(b));
  return found && { nodes: found.map(nodes.id), steps: steps(found).map((e) => [nodes.id(edges.source[e]), edges.relation(e), edges.text("title", e) || edges.text("role", e)]) };
}

const chart = ({ unit, on, from, to, holders, successors }) => ({
  unit: nodes.id(unit), on, from, to, successors: successors.map(chart),
  holders: holders.map((one) => [nodes.id(one.person), one.title, one.rank, one.acting, one.certainty, reason(one.because)]),
});

console.log(JSON.stringify({
  paths: paths.map(way),
  charts: charts.map(([unit, on]) => chart(asOf(model, nodes.number(unit), on))),
  around: around.map((id) => ringsAround(model, nodes.number(id), 3).map((ring) => ring.map(nodes.id))),
}));
