"""How fast the page opens and answers, beside what pyvis makes of the same graph, in the same browser and run.

For generated graphs (edges 2.5 times the nodes, a sentence on each) three pages are written: ours, pyvis with its
defaults, and pyvis with places given and physics off. Each is opened a few times; the best of the rounds counts, since
other programs can only slow a round down. The figures that hold on a busy machine as well are those of the processor
(`cpu_ms`): time that the page's main thread worked, whatever else the machine did.

    python tests/benchmarks/page.py --output output/page.json        # all sizes; some minutes
    python tests/benchmarks/page.py --sizes 200 1000 --rounds 1
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.page_driver import Opening, measure_opening  # noqa: E402
from tests.explorer.grown import grown  # noqa: E402

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Browser

    from graphbuild.model import Quote

SIZES = (200, 1000, 5000, 20_000, 50_000)
MAKERS = ("graphbuild", "pyvis", "pyvis, places given")
PATIENCE = 60.0
"""Seconds after which a page is given up; a maker that was given up is not asked for a larger graph."""

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync")


@dataclass(frozen=True, slots=True)
class Made:
    """What it took to make a page: seconds on the clock and of the processor, and the process's peak with the graph."""

    seconds: float
    cpu_seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Row:
    """One page: who made it, of how many nodes, its size, how it was made and how it opened; None where given up."""

    maker: str
    nodes: int
    file_megabytes: float | None
    made: Made | None
    opened: Opening | None
    note: str = ""


def make(maker: str, size: int, path: Path) -> Made:
    """Write the page of a generated graph; the graph itself is not timed."""
    graph, quotes = grown(size)
    start, start_cpu = time.perf_counter(), time.process_time()
    if maker == "graphbuild":
        from graphbuild.explorer import write_page

        write_page(graph, quotes, path)
    else:
        path.write_text(_pyvis(graph, quotes, places=maker != "pyvis"), encoding="utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Made(round(time.perf_counter() - start, 2), round(time.process_time() - start_cpu, 2), peak)


def _pyvis(graph: nx.MultiDiGraph, quotes: dict[str, Quote], *, places: bool) -> str:
    """The same names and sentences by pyvis; filled directly, as its own ways to fill are quadratic."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    ids = sorted(graph)
    wide = round(len(ids) ** 0.5) + 1
    network.nodes = [{"id": id, "label": graph.nodes[id]["name"], "shape": "dot"} for id in ids]
    if places:
        network.toggle_physics(False)
        for number, node in enumerate(network.nodes):
            node |= {"x": 80 * (number % wide), "y": 80 * (number // wide), "physics": False}
    network.node_ids = ids
    network.edges = [
        {"from": a, "to": b, "title": quotes[data["claims"][0]].sentence} for a, b, data in graph.edges(data=True)
    ]
    return str(network.generate_html())


def measure(sizes: tuple[int, ...], rounds: int, makers: tuple[str, ...] = MAKERS) -> Iterator[Row]:
    """One row a page, as they are measured."""
    given_up: set[str] = set()
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        for size in sizes:
            for maker in makers:
                if maker in given_up:
                    yield Row(maker, size, None, None, None, f"a smaller one took over {PATIENCE:.0f} s")
                    continue
                path = Path(folder) / "page.html"
                made = _made_apart(maker, size, path)
                opened = _best(browser, path, rounds)
                if opened is None:
                    given_up.add(maker)
                note = "" if opened else f"not drawn and at rest in {PATIENCE:.0f} s"
                yield Row(maker, size, round(path.stat().st_size / 1e6, 2), made, opened, note)


def _best(browser: Browser, path: Path, rounds: int) -> Opening | None:
    """The best of every figure over the rounds."""
    best: dict[str, float | None] = {}
    for _ in range(rounds):
        opening = measure_opening(browser, path, PATIENCE)
        if opening is None:
            return None
        for name, value in asdict(opening).items():
            known = best.get(name)
            best[name] = value if known is None or value is None else min(known, value)
    return Opening(**best)  # type: ignore[arg-type]


def _made_apart(maker: str, size: int, path: Path) -> Made:
    """Make a page in a process of its own, so that its peak of memory is its own."""
    command = [sys.executable, __file__, "--make", maker, str(size), str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Made(**json.loads(done.stdout))


def _browser() -> Any:
    from contextlib import contextmanager

    from playwright.sync_api import sync_playwright

    @contextmanager
    def started() -> Iterator[Browser]:
        names = ("chromium", "chromium-browser", "google-chrome")
        system = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=system, args=list(FLAGS))
            yield browser
            browser.close()

    return started()


def machine() -> dict[str, object]:
    """What the figures were measured on, and how busy it was."""
    return {
        "cores": os.cpu_count(),
        "load": [round(one, 1) for one in os.getloadavg()],
        "system": platform.system(),
        "python": platform.python_version(),
        "pyvis": version("pyvis"),
        "graphbuild": version("graphbuild"),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--makers", nargs="+", choices=MAKERS, default=list(MAKERS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--make", nargs=3, metavar=("MAKER", "SIZE", "PATH"), help="write one page and tell its cost")
    options = parser.parse_args()
    if options.make:
        maker, size, path = options.make
        print(json.dumps(asdict(make(maker, int(size), Path(path)))))
        return
    rows = []
    for row in measure(tuple(options.sizes), options.rounds, tuple(options.makers)):
        rows.append(asdict(row))
        print(json.dumps(rows[-1]), flush=True)
        if options.output:
            told = {"rounds": options.rounds, "machine": machine(), "pages": rows}
            options.output.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
