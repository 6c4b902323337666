"""How time, memory and rows grow with the number of articles: builds of 1,000 to 100,000 generated ones.

    python -m tests.benchmarks.growth --to 10000         # 1,000 and 3,000 and 10,000
    python -m tests.benchmarks.growth --to 100000        # goes on from there

A point is written to tests/benchmarks/growth.json as soon as it is measured, and not measured again until the program
has changed (or --keep: not even then). The curves are docs/growth.svg.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.generated.articles import articles, write_articles

from .machine import machine, program, told
from .pictures import growth
from .running import ROOT, run

SIZES = (300, 1000, 3000, 10_000, 30_000, 100_000)

FILE = Path(__file__).with_name("growth.json")
PICTURE = ROOT / "docs" / "growth.svg"

Point = dict[str, Any]


def measure(count: int, folder: Path, engine: str = "local", jobs: int | None = None) -> Point:
    """One point: a build of so many articles in an empty folder, and one with nothing new."""
    sources, output = folder / f"{count}.jsonl", folder / f"output-{count}"
    try:
        words = write_articles(articles(count), sources)
        first = run(sources, output, engine=engine, jobs=jobs)
        again = run(sources, output, engine=engine, jobs=jobs)
        if (first.new, first.failed, again.new) != (count, 0, 0):
            raise RuntimeError(f"of {count} articles {first.new} were read, {first.failed} failed, {again.new} again")
        return {
            "articles": count,
            "words": words,
            "engine": engine,
            **first.figures(),
            "again_seconds": again.seconds,
            "again_processor": again.processor,
            "again_megabytes": again.megabytes,
            "program": program(),
            "machine": machine(),
        }
    finally:
        sources.unlink(missing_ok=True)
        shutil.rmtree(output, ignore_errors=True)


def points(file: Path = FILE) -> list[Point]:
    """What has been measured, the smallest first."""
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


def go_on(to: int, folder: Path, file: Path, *, keep: bool, jobs: int | None) -> Iterator[Point]:
    """Measure what is missing up to `to` articles; each point is in the file before it is yielded."""
    for count in (size for size in SIZES if size <= to):
        known = {point["articles"]: point for point in points(file)}
        if count in known and (keep or known[count]["program"] == program()):
            continue
        known[count] = measure(count, folder, jobs=jobs)
        beside = file.with_suffix(".tmp")
        beside.write_text(json.dumps([known[n] for n in sorted(known)], ensure_ascii=False, indent=1) + "\n", "utf-8")
        beside.replace(file)
        yield known[count]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how builds grow with the number of articles.")
    parser.add_argument("--to", type=int, default=1000, help="the largest number of articles")
    parser.add_argument("--keep", action="store_true", help="keep points of an older program")
    parser.add_argument("--jobs", type=int, help="processes; left out, what the program chooses")
    parser.add_argument("--file", type=Path, default=FILE)
    parser.add_argument("--picture", type=Path, default=PICTURE)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for point in go_on(given.to, Path(scratch), given.file, keep=given.keep, jobs=given.jobs):
            print(
                f"{point['articles']:,} articles: {point['seconds']} s, {point['processor']} s of processor,"
                f" {point['megabytes']} MB, {point['rows']['claims']:,} claims; nothing new {point['again_seconds']} s"
                f" ({told(point['machine'])})",
                flush=True,
            )
    growth(points(given.file), given.picture)


if __name__ == "__main__":
    main()
