// Whose chart and whose career is shown.

import { busiestPerson } from "./career.js";
import { largestUnit } from "./tree.js";

const pickedOf = (model, { picked }, kind) => picked.find((node) => model.nodes.kind(node) === kind);

/** The unit at the top of the chart: the one it stays with, else the picked one, else the largest; -1 without units. */
export const topOf = (model, state) => state.top[0] ?? pickedOf(model, state, "unit") ?? largestUnit(model);

/** The person whose career is shown, in the same order; -1 without persons. */
export const personOf = (model, state) => state.career[0] ?? pickedOf(model, state, "person") ?? busiestPerson(model);
