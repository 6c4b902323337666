"""Opens one page as a reader would and measures it: first drawing, rest, memory, frames, and what our page answers."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

DESKTOP = {"width": 1280, "height": 800}
QUIET = 500
"""A page is at rest when its main thread has had no task over 50 ms for so many milliseconds."""

WATCH = """
(() => {
  const seen = window.seen = { drawn: null, busy: 0 };
  for (const name of ["fill", "stroke", "fillText"]) {
    const plain = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...parts) {
      // The first drawing of pyvis is its bar of progress, which is no canvas, so this is the graph.
      if (seen.drawn === null) requestAnimationFrame(() => { seen.drawn ??= performance.now(); });
      CanvasRenderingContext2D.prototype[name] = plain;
      return plain.apply(this, parts);
    };
  }
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.busy = task.startTime + task.duration;
  }).observe({ type: "longtask", buffered: true });
})();
"""

AT_REST = f"""() => document.readyState === "complete" && seen.drawn !== null
  && performance.now() - Math.max(seen.busy, seen.drawn) > {QUIET}"""

STEPS = 45

FRAMES = """async ({ zoom }) => {
  const canvas = document.querySelector(".vis-network canvas");
  const box = canvas.getBoundingClientRect();
  const free = [[0.94, 0.1], [0.06, 0.1], [0.94, 0.6], [0.5, 0.03], [0.5, 0.5]]
    .map(([right, down]) => [box.left + right * box.width, box.top + down * box.height])
    .find(([x, y]) => document.elementFromPoint(x, y) === canvas) ?? [box.left + 9, box.top + 9];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const point = (type, x, y, buttons) => canvas.dispatchEvent(new PointerEvent(type, {
    bubbles: true, pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, buttons, clientX: x, clientY: y }));
  const times = [];
  if (!zoom) point("pointerdown", ...free, 1);
  for (let step = 0; step < 45; step++) {
    const away = 6 * (step < 22 ? step : 44 - step);
    if (zoom) canvas.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, deltaY: step < 22 ? -60 : 60, clientX: free[0], clientY: free[1] }));
    else point("pointermove", free[0] - away, free[1] + away / 2, 1);
    times.push(await frame());
  }
  if (!zoom) point("pointerup", ...free, 0);
  const gaps = times.slice(1).map((time, place) => time - times[place]).sort((a, b) => a - b);
  return gaps[Math.floor(0.95 * (gaps.length - 1))];
}"""

ANSWERS = """async () => {
  const { store, model, actions } = window.graphbuild;
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const timed = async (work, wait = true) => {
    await settled();
    const start = performance.now();
    work();
    if (wait) await settled();
    return performance.now() - start;
  };
  const best = async (works, wait) => {
    const times = [];
    for (const work of works) times.push(await timed(work, wait));
    return times.sort((a, b) => a - b)[Math.floor(0.5 * (times.length - 1))];
  };
  const box = document.getElementById("search");
  const type = (text) => () => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  await timed(type("x"));
  const search = await best(["nguyen van", "su doan 9", "hoi nghi 2031", "bui hai son", "le t"].map(type), false);
  type("")();
  const away = model.byWeight.length;
  const pairs = [[0, 0.5], [0.1, 0.9], [0.3, 0.7]].map(([a, b]) => [a, b].map((part) => model.byWeight[Math.floor(part * (away - 1))]));
  const path = await best(pairs.map((pair) => () => actions.pick(...pair)));
  store.reset({});
  await settled();
  const filter = await best([["unit"], ["event", "unit"], null].map((kinds) => () => actions.filter("without", kinds)));
  let expand = null;
  if (model.groups) expand = await best([0, 1, 2].map((group) => () => actions.open("group", model.groups.head(group))));
  return { search, path, filter, expand };
}"""


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening of a page; milliseconds but for the heap, None for what the page does not do.

    Attributes
    ----------
    drawn: until the graph was first on the screen. interactive: until the main thread was at rest.
    cpu_ms: what the main thread worked until then. heap_megabytes: of JavaScript, garbage collected.
    pan, zoom: 95th percentile of the time between two frames while the drawing moves.
    pan_cpu, zoom_cpu: what the main thread works for a frame then, on average.
    search: of one letter typed, suggestions written. path, filter, expand: until the answer is on the screen.
    """

    drawn: float
    interactive: float
    cpu_ms: float
    heap_megabytes: float
    pan: float
    zoom: float
    pan_cpu: float
    zoom_cpu: float
    search: float | None
    path: float | None
    filter: float | None
    expand: float | None


def measure_opening(browser: Browser, path: Path, patience: float) -> Opening | None:
    """Open `path` and measure it; None if it was not at rest after `patience` seconds."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(patience * 1000)
    try:
        page = context.new_page()
        # pyvis asks for bootstrap even where everything is said to be in line.
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        page.add_init_script(WATCH)
        devtools = context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        return _measured(page, devtools, path)
    except Exception as error:
        if "Timeout" in type(error).__name__:
            return None
        raise
    finally:
        context.close()


def _measured(page: Page, devtools: CDPSession, path: Path) -> Opening:
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_function(AT_REST, polling=50)
    seen = page.evaluate("seen")
    worked = _worked(devtools)
    devtools.send("HeapProfiler.collectGarbage")
    heap = devtools.send("Runtime.getHeapUsage")["usedSize"]
    time.sleep(0.2)
    frames: dict[str, float] = {}
    for name in ("pan", "zoom"):
        before = _worked(devtools)
        frames[name] = page.evaluate(FRAMES, {"zoom": name == "zoom"})
        frames[f"{name}_cpu"] = (_worked(devtools) - before) / STEPS
    nothing = dict.fromkeys(("search", "path", "filter", "expand"))
    answers = page.evaluate(ANSWERS) if page.evaluate("Boolean(window.graphbuild)") else nothing
    told = {
        "drawn": seen["drawn"],
        "interactive": max(seen["drawn"], seen["busy"]),
        "cpu_ms": worked,
        "heap_megabytes": heap / 1e6,
        **frames,
        **answers,
    }
    return Opening(**{name: None if value is None else round(value, 1) for name, value in told.items()})


def _worked(devtools: CDPSession) -> float:
    """Milliseconds of the processor that the main thread has worked."""
    told = devtools.send("Performance.getMetrics")["metrics"]
    return 1000 * next(metric["value"] for metric in told if metric["name"] == "TaskDuration")
