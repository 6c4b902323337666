// What a filter on units reaches: a unit with everything below it, and who holds posts there.

/** One byte a node: 1 for `units` and all that are part of them, however deep. Circles are no trouble. */
export function subUnits(model, units) {
  const { nodes, edges, adjacency } = model;
  const partOf = edges.relations.code("PART_OF");
  const inside = new Uint8Array(nodes.count);
  const waiting = [...units];
  for (const unit of waiting) inside[unit] = 1;
  while (waiting.length) {
    const unit = waiting.pop();
    for (let i = adjacency.start[unit]; i < adjacency.start[unit + 1]; i++) {
      const child = adjacency.other[i];
      const e = adjacency.edge[i];
      if (inside[child] || edges.relations.at[e] !== partOf || edges.target[e] !== unit) continue;
      inside[child] = 1;
      waiting.push(child);
    }
  }
  return inside;
}

/** The same with everybody who holds or held a post in one of them. */
export function unitsAndTheirPeople(model, units) {
  const { edges } = model;
  const inside = subUnits(model, units);
  const holds = edges.relations.code("HOLDS");
  const found = inside.slice();
  for (let e = 0; e < edges.count; e++) {
    if (edges.relations.at[e] === holds && inside[edges.target[e]]) found[edges.source[e]] = 1;
  }
  return found;
}
