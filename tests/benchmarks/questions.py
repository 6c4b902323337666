"""How long every question takes on a large graph, as a whole process and inside an open graph, the best of three runs.

python -m tests.benchmarks.questions FOLDER                     # a build; tests.benchmarks.judging makes one of any size,
python -m tests.benchmarks.questions FOLDER --inside [JSON]     # and tests.benchmarks.doubling one twice as large
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import graphbuild as gb
from graphbuild.store import Reader, Workspace

from .machine import machine

RUNS = 3
PATIENCE = 120
"""Seconds after which a question is given up."""


def main(folder: Path) -> None:
    """Print a row a question: seconds, and how many lines it printed."""
    with Workspace(folder).open_reader() as reader:
        print(f"{reader.counts()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        person, other = _most_told(reader, "persons", 0), _most_told(reader, "persons", 5)
        unit = _most_told(reader, "units", 0)
    with tempfile.TemporaryDirectory() as scratch:
        for words in questions(person, other, unit, Path(scratch)):
            seconds, lines = measure([*words, "-g", str(folder)])
            print(f"{seconds:7.2f} s  {lines:6} lines  {' '.join(words[:4])}", flush=True)


def inside(folder: Path) -> dict[str, Any]:
    """Seconds that opening takes and that each question takes of one open graph: the first time, and the least of others.

    They are of the processor, so that other work on the machine counts little.
    """
    with Workspace(folder).open_reader() as reader:
        person, other = _most_told(reader, "persons", 0), _most_told(reader, "persons", 5)
        unit = _most_told(reader, "units", 0)
        counts = reader.counts()
    start = time.process_time()
    g = gb.open(folder)
    opened = time.process_time() - start
    asked: dict[str, Callable[[], object]] = {
        "search": lambda: g.search("nguyen van"),
        "search with a slip": lambda: g.search("quan khj"),
        "show a person": lambda: g.card(person),
        "show a unit": lambda: g.card(unit),
        "timeline": lambda: g.timeline(person),
        "together": lambda: g.together(person, other),
        "two steps": lambda: g.neighbours(person, 2),
        "path": lambda: g.path(person, other),
        "best paths": lambda: g.paths(person, other),
        "chart": lambda: g.chart(unit, "2021-07"),
        "events": lambda: g.events(unit=unit),
        "evidence": lambda: g.evidence(person),
        "stats": g.stats,
        "top": g.top,
    }
    found = {}
    for name, ask in asked.items():
        times = []
        for _ in range(1 + RUNS):
            start = time.process_time()
            ask()
            times.append(time.process_time() - start)
        found[name] = {"first": round(times[0], 3), "again": round(min(times[1:]), 3)}
    return {"rows": counts, "open": round(opened, 3), "questions": found, "machine": machine()}


def questions(person: str, other: str, unit: str, scratch: Path) -> list[list[str]]:
    """Each question once, about the names of which most articles tell."""
    return [
        ["search", "nguyen van"], ["show", person], ["show", unit], ["path", person, other],
        ["path", person, other, "--best", "3"], ["neighbours", person], ["neighbours", person, "--hops", "2"],
        ["together", person, other], ["timeline", person], ["timeline", person, other],
        ["chart", unit, "--on", "2021-07"], ["commanders", unit], ["gaps", unit], ["events", "--unit", unit],
        ["evidence", person], ["conflicts", person], ["conflicts"], ["stats"], ["top"], ["top", "--by", "events"],
        ["top", "--by", "pagerank"], ["communities"], ["sql", "SELECT count(*) FROM postings"],
        ["view", person, "--hops", "1", "-o", str(scratch / "view.html")],
        ["export", "gexf", "--around", person, "--hops", "1", "-o", str(scratch / "part.gexf")],
        ["top", "--by", "betweenness"],
    ]  # fmt: skip


def measure(words: list[str]) -> tuple[float, int]:
    """The shortest time of the runs, and the lines printed; infinite and 0 where it was given up."""
    times, lines = [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "graphbuild", *words], capture_output=True, timeout=PATIENCE, check=True
            )
        except subprocess.TimeoutExpired:
            return float("inf"), 0
        times.append(time.perf_counter() - start)
        lines = done.stdout.count(b"\n")
    return min(times), lines


def _most_told(reader: Reader, view: str, place: int) -> str:
    found = reader.ask(f"SELECT id FROM {view} ORDER BY articles DESC, id LIMIT 1 OFFSET {place}")
    return str(found.rows[0][0])


if __name__ == "__main__":
    if "--inside" in sys.argv:
        figures = inside(Path(sys.argv[1]))
        text = json.dumps(figures, ensure_ascii=False, indent=1)
        print(text)
        for file in sys.argv[3:]:
            Path(file).write_text(text + "\n", encoding="utf-8")
    else:
        main(Path(sys.argv[1]))
