"""One build of many generated articles, its memory over time as a picture, and a second build with nothing new.

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

from tests.generated.articles import articles, write_articles

from .machine import machine, program, told
from .pictures import memory_over_time
from .running import ROOT, Run, run

POINTS = 400
"""Looks that are kept in the JSON, evenly spread."""


def measure(count: int, engine: str, jobs: int | None, folder: Path) -> tuple[dict[str, object], Run]:
    """Build from so many articles in `folder`, which may hold the sources of an earlier run, then build again."""
    sources = folder / f"articles-{count}.jsonl"
    words = folder / f"articles-{count}.words"
    if not words.exists():
        words.write_text(str(write_articles(articles(count), sources)), encoding="utf-8")
    output = folder / f"output-{engine}-{count}"
    first = run(sources, output, engine=engine, jobs=jobs)
    again = run(sources, output, engine=engine, jobs=jobs)
    step = max(1, len(first.looks) // POINTS)
    figures: dict[str, object] = {
        "articles": count,
        "words": int(words.read_text(encoding="utf-8")),
        "engine": engine,
        "jobs": jobs,
        "bytes_of_sources": sources.stat().st_size,
        **first.figures(),
        "again": {"seconds": again.seconds, "processor": again.processor, "megabytes": again.megabytes},
        "looks": [[look.seconds, look.megabytes, look.processes] for look in first.looks[::step]],
        "program": program(),
        "machine": machine(),
    }
    return figures, first


def main() -> None:
    parser = argparse.ArgumentParser(description="Build from many generated articles and draw the memory over time.")
    parser.add_argument("articles", type=int)
    parser.add_argument("--engine", choices=("local", "dask"), default="local")
    parser.add_argument("--jobs", type=int, help="processes or workers; left out, what the program chooses")
    parser.add_argument("--folder", type=Path, help="where sources and output lie and stay; a temporary one without")
    parser.add_argument("--output", type=Path, help="the JSON file; tests/benchmarks/throughput-ENGINE.json without")
    parser.add_argument("--picture", type=Path, help="docs/memory-ENGINE.svg without")
    given = parser.parse_args()
    file = given.output or Path(__file__).with_name(f"throughput-{given.engine}.json")
    picture = given.picture or ROOT / "docs" / f"memory-{given.engine}.svg"
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        figures, first = measure(given.articles, given.engine, given.jobs, folder)
    file.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    memory_over_time(figures, picture)
    print(f"{given.articles:,} articles, {figures['words']:,} words, {told(machine())}")
    for phase in first.phases:
        print(f"{phase.name:24}{phase.seconds:9.1f} s{phase.processor:9.1f} s of processor{phase.megabytes:7,} MB")
    print(f"{'all':24}{first.seconds:9.1f} s{first.processor:9.1f} s of processor{first.megabytes:7,} MB")
    print(f"again, nothing new: {figures['again']}")


if __name__ == "__main__":
    main()
