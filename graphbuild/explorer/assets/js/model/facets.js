// What one can narrow to: the values of each filter that has a list of them, with how many names or facts have each.

import { NO_SOURCE } from "./filters.js";
import { kept } from "./kept.js";

/**
 * facetsOf(model): [{name, group, values: [{value, count}]}, ...] for the filters relation, event, role, rank, source. Roles come in two
 * groups, "events" and "posts"; other filters have the group "". Ranks come from the highest down, others by their
 * number. Only values that the graph has; a facet without values is left out.
 */
export const facetsOf = kept((model) => {
  const { nodes, edges } = model;
  const [participates, holds] = ["PARTICIPATES", "HOLDS"].map(edges.relations.code);
  const kind = nodes.kinds.code;
  const roles = edges.attributes.column("role");
  const ofKind = (name, attribute) => tally(nodes.attributes.column(attribute), (node) => nodes.kinds.at[node] === kind(name));
  const rank = new Map(model.vocabulary.ranks.map((one, place) => [one, place]));
  return [
    { name: "relation", values: tally(edges.relations, edges.isFact) },
    { name: "event", values: ofKind("event", "type") },
    { name: "role", group: "events", values: tally(roles, (e) => edges.relations.at[e] === participates) },
    { name: "role", group: "posts", values: tally(roles, (e) => edges.relations.at[e] === holds) },
    { name: "rank", values: ofKind("person", "rank").sort((a, b) => rank.get(a.value) - rank.get(b.value)) },
    { name: "source", values: publishers(model) },
  ].map((facet) => ({ group: "", ...facet })).filter(({ values }) => values.length);
});

const mostFirst = (found) => found.filter(({ count }) => count).sort((a, b) => b.count - a.count);

function tally(column, counts = () => true) {
  const sums = new Uint32Array(column.values.length + 1);
  column.at.forEach((code, row) => { if (code && counts(row)) sums[code]++; });
  return mostFirst(column.values.map((value, place) => ({ value, count: sums[place + 1] })));
}

/** How many facts each publisher tells. */
function publishers({ articles, edges }) {
  const { publishers: column } = articles;
  const { start, items } = edges.articleLists;
  const sums = new Uint32Array(column.values.length + 1);
  const lastFact = new Int32Array(sums.length).fill(-1);
  for (let e = 0; e < edges.count; e++) {
    for (let i = start[e]; i < start[e + 1]; i++) {
      const code = column.at[items[i]];
      if (lastFact[code] === e) continue;
      lastFact[code] = e;
      sums[code]++;
    }
  }
  return mostFirst([NO_SOURCE, ...column.values].map((value, code) => ({ value, count: sums[code] })));
}
