// Communities of a graph by the Louvain method: nodes move to the neighbouring community that gains most modularity,
// then the communities are taken as nodes and move in their turn. Nodes move in their order: the same graph, the same answer.

const MOST_LEVELS = 8;
const MOST_ROUNDS = 12;

/** start, other: the adjacency of columns.js, each tie at both its ends. Returns the community of each node, from 0 on. */
export function strongest(start, other) {
  const count = start.length - 1;
  let level = { start, other, weight: new Float64Array(other.length).fill(1), own: new Float64Array(count) };
  let community = Int32Array.from({ length: count }, (_, node) => node);
  for (let turn = 0; turn < MOST_LEVELS; turn++) {
    const { home, communities } = settled(level);
    community = community.map((one) => home[one]);
    if (communities === level.own.length) break;
    level = joined(level, home, communities);
  }
  return community;
}

/** Where the nodes of one level settle: their communities, numbered by their first member. */
function settled({ start, other, weight, own }) {
  const count = own.length;
  const degree = own.map((loops, node) => loops + sum(weight, start[node], start[node + 1]));
  const whole = degree.reduce((a, b) => a + b, 0) || 1;
  const home = Int32Array.from({ length: count }, (_, node) => node);
  const total = degree.slice();
  const tied = new Float64Array(count);
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (let node = 0; node < count; node++) {
      const near = [home[node]];
      for (let i = start[node]; i < start[node + 1]; i++) {
        if (other[i] === node) continue;
        if (!tied[home[other[i]]] && home[other[i]] !== home[node]) near.push(home[other[i]]);
        tied[home[other[i]]] += weight[i];
      }
      total[home[node]] -= degree[node];
      const gain = (one) => tied[one] - (degree[node] * total[one]) / whole;
      const best = near.reduce((a, b) => (gain(b) > gain(a) + 1e-9 ? b : a));
      for (const one of near) tied[one] = 0;
      total[best] += degree[node];
      if (best !== home[node]) moved = true;
      home[node] = best;
    }
  }
  const numbers = new Map();
  for (const one of home) if (!numbers.has(one)) numbers.set(one, numbers.size);
  return { home: home.map((one) => numbers.get(one)), communities: numbers.size };
}

/** The graph in which communities are the nodes; ties inside one are its own weight. */
function joined({ start, other, weight, own }, home, communities) {
  const ties = Array.from({ length: communities }, () => new Map());
  const inside = new Float64Array(communities);
  for (let node = 0; node < own.length; node++) {
    const here = home[node];
    inside[here] += own[node];
    for (let i = start[node]; i < start[node + 1]; i++) {
      const there = home[other[i]];
      if (there === here) inside[here] += weight[i];
      else ties[here].set(there, (ties[here].get(there) ?? 0) + weight[i]);
    }
  }
  const starts = new Uint32Array(communities + 1);
  ties.forEach((one, n) => { starts[n + 1] = starts[n] + one.size; });
  return {
    start: starts, own: inside,
    other: Uint32Array.from(ties.flatMap((one) => [...one.keys()])),
    weight: Float64Array.from(ties.flatMap((one) => [...one.values()])),
  };
}

function sum(values, from, to) {
  let all = 0;
  for (let i = from; i < to; i++) all += values[i];
  return all;
}
