// A small layout for what is opened: items around a core, linked ones near each other, none on another.

const GAP = 62;

/** How far from the core's rim, in gaps, the nearest items stand. */
const RIM = 0.8;

/** Steps of springs, fewer where there are many items, and at most so many to part what still overlaps. */
const STEPS = 60;
const MOST_WORK = 1_500_000;
const PARTING = 150;

/**
 * Places for `count` items around a core of radius `core` in (0, 0), about `gap` apart: {x, y: Float64Array, radius},
 * where radius is that of the disc they need. `links` are pairs of item numbers. The same items get the same places.
 */
export function discLayout(count, links, core, gap = GAP) {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const turn = Math.PI * (3 - Math.sqrt(5));
  for (let i = 0; i < count; i++) {
    const away = Math.sqrt((core + gap * RIM) ** 2 + i * gap * gap * 0.42);
    x[i] = away * Math.cos(i * turn);
    y[i] = away * Math.sin(i * turn);
  }
  const steps = Math.min(STEPS, Math.ceil(MOST_WORK / (count * count + 1)));
  for (let step = 0; step < steps; step++) pull(x, y, links, gap, gap * (1 - step / steps));
  for (let step = 0; step < PARTING && part(x, y, core, gap); step++);
  let radius = core;
  for (let i = 0; i < count; i++) radius = Math.max(radius, Math.hypot(x[i], y[i]) + gap / 2);
  return { x, y, radius };
}

/** One step of springs: all push each other, linked ones pull, and all are drawn to the middle a little. */
function pull(x, y, links, gap, heat) {
  const dx = new Float64Array(x.length);
  const dy = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [wide, high] = [x[i] - x[j], y[i] - y[j]];
      const far = wide * wide + high * high;
      if (far > 16 * gap * gap) continue;
      const push = (gap * gap) / (far + 1);
      dx[i] += wide * push; dy[i] += high * push;
      dx[j] -= wide * push; dy[j] -= high * push;
    }
    dx[i] -= x[i] * 0.15; dy[i] -= y[i] * 0.15;
  }
  for (const [i, j] of links) {
    const [wide, high] = [x[i] - x[j], y[i] - y[j]];
    const draw = (0.4 * Math.hypot(wide, high)) / gap;
    dx[i] -= wide * draw; dy[i] -= high * draw;
    dx[j] += wide * draw; dy[j] += high * draw;
  }
  for (let i = 0; i < x.length; i++) {
    const scale = Math.min(1, heat / (Math.hypot(dx[i], dy[i]) || 1));
    x[i] += dx[i] * scale; y[i] += dy[i] * scale;
  }
}

/** Push apart what is nearer than `gap`, and out of the core; false if nothing is. */
function part(x, y, core, gap) {
  let moved = false;
  for (let i = 0; i < x.length; i++) {
    const away = Math.hypot(x[i], y[i]) || 1;
    if (away < core + gap * RIM - 1) {
      moved = true;
      x[i] *= (core + gap * RIM) / away; y[i] *= (core + gap * RIM) / away;
    }
    for (let j = 0; j < i; j++) {
      const [wide, high] = [x[i] - x[j], y[i] - y[j]];
      if (Math.abs(wide) >= gap || Math.abs(high) >= gap) continue;
      const far = Math.hypot(wide, high);
      if (far >= gap - 1) continue;
      moved = true;
      // Two on one spot part in a direction of their own.
      const [cos, sin] = far > 0.01 ? [wide / far, high / far] : [Math.cos(i), Math.sin(i)];
      const push = (gap - far) * 0.52;
      x[i] += cos * push; y[i] += sin * push;
      x[j] -= cos * push; y[j] -= sin * push;
    }
  }
  return moved;
}
