// Walking over the drawing by keyboard: which mark comes next in a direction.

/** Arrow keys as steps on the screen, y downwards. */
export const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The mark nearest to `from` in the direction of `way` ([dx, dy] of WAYS); null where none lies there. What lies aside
 * of the way counts as farther off, and what lies more aside than ahead is in another direction: the four together
 * see all around.
 */
export function nextMark(marks, from, [dx, dy]) {
  let [best, least] = [null, Infinity];
  for (const mark of marks) {
    if (mark === from) continue;
    const [x, y] = [mark.x - from.x, mark.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0 || aside > ahead) continue;
    const far = ahead + 2 * aside;
    if (far < least || (far === least && mark.key < best.key)) [best, least] = [mark, far];
  }
  return best;
}

/** The mark nearest to a point, null if there is none. */
export function nearestMark(marks, { x, y }) {
  const far = (mark) => Math.hypot(mark.x - x, mark.y - y);
  return marks.reduce((best, mark) => (best && far(best) <= far(mark) ? best : mark), null);
}
