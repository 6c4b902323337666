"""A build of many generated articles, its memory over time as a picture, and builds with nothing new and with a hundred more.

    python -m tests.benchmarks.throughput 100000 --engine local
    python -m tests.benchmarks.throughput 100000 --engine dask --jobs 2

Writes tests/benchmarks/throughput-ENGINE.json and docs/memory-ENGINE.svg. 100,000 articles take 560 MB of the scratch
folder, and the output some gigabytes.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from .builds import MORE, Builds, measure
from .machine import machine, told
from .pictures import memory_over_time
from .running import ROOT

POINTS = 400
"""Looks that are kept in the JSON, evenly spread."""


def figures_of(made: Builds) -> dict[str, object]:
    """All that is recorded of them: the figures, and the memory of the first over time."""
    step = max(1, len(made.first.looks) // POINTS)
    return {
        **made.figures(),
        "looks": [[look.seconds, look.megabytes, look.processes] for look in made.first.looks[::step]],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Build from many generated articles and draw the memory over time.")
    parser.add_argument("articles", type=int)
    parser.add_argument("--engine", choices=("local", "dask"), default="local")
    parser.add_argument("--jobs", type=int, help="processes or workers; left out, what the program chooses")
    parser.add_argument("--folder", type=Path, help="where sources and output lie and stay; a temporary one without")
    parser.add_argument("--output", type=Path, help="the JSON file; tests/benchmarks/throughput-ENGINE.json without")
    parser.add_argument("--picture", type=Path, help="docs/memory-ENGINE.svg without")
    parser.add_argument("--no-more", dest="more", action="store_false", help="leave out the build with a hundred more")
    given = parser.parse_args()
    file = given.output or Path(__file__).with_name(f"throughput-{given.engine}.json")
    picture = given.picture or ROOT / "docs" / f"memory-{given.engine}.svg"
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        made = measure(given.articles, folder, given.engine, given.jobs, with_more=given.more)
    figures, first = figures_of(made), made.first
    file.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    memory_over_time(figures, picture)
    print(f"{given.articles:,} articles, {made.words:,} words, {told(machine())}")
    for phase in first.phases:
        print(f"{phase.name:24}{phase.seconds:9.1f} s{phase.processor:9.1f} s of processor{phase.megabytes:7,} MB")
    print(f"{'all':24}{first.seconds:9.1f} s{first.processor:9.1f} s of processor{first.megabytes:7,} MB")
    print(f"again, nothing new: {made.again.seconds} s")
    if made.more:
        print(f"again, with {MORE} more: {made.more.seconds} s")


if __name__ == "__main__":
    main()
