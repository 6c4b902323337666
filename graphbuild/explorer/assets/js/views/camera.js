// Where the view of the drawing stands and what it fits.

const calm = matchMedia("(prefers-reduced-motion: reduce)");

// Not Math.min(...values): that fails for some ten thousand values.
const lowest = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
const highest = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** The box around marks: {left, right, top, bottom}. */
export function boxOf(marks) {
  const [xs, ys] = [marks.map((mark) => mark.x), marks.map((mark) => mark.y)];
  return { left: lowest(xs), right: highest(xs), top: lowest(ys), bottom: highest(ys) };
}

/** Pixels of the drawing that the open panel covers, at the right or at the bottom. */
function covered(box) {
  const panel = document.getElementById("panel");
  if (panel.hidden) return { right: 0, bottom: 0 };
  const sheet = panel.offsetWidth >= box.clientWidth;
  return sheet ? { right: 0, bottom: panel.offsetHeight } : { right: panel.offsetWidth, bottom: 0 };
}

/**
 * look(marks, {most, least, middle}): move the view so that `marks` fill what is not covered, at a scale of at most
 * `most` and at least `least`; where they would need a smaller one, `middle` comes to the middle.
 */
export function makeCamera(network, box) {
  return function look(marks, { most = 1.2, least = 0, middle = null } = {}) {
    if (!marks.length) return;
    const { left, right, top, bottom } = boxOf(marks);
    const hidden = covered(box);
    const width = Math.max(box.clientWidth - hidden.right, 80);
    const height = Math.max(box.clientHeight - hidden.bottom, 80);
    // Labels keep their size on the screen: 150 pixels at the sides, 90 above and below, less in a small window.
    const fitting = Math.min((width - Math.min(150, width / 3)) / (right - left || 1), (height - Math.min(90, height / 2)) / (bottom - top || 1));
    const centre = fitting < least && middle ? middle : { x: (left + right) / 2, y: (top + bottom) / 2 };
    network.moveTo({
      position: { x: centre.x, y: centre.y },
      scale: Math.max(Math.min(fitting, most), least),
      offset: { x: -hidden.right / 2, y: -hidden.bottom / 2 - 10 },
      animation: calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" },
    });
  };
}
