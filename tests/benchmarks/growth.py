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

from . import builds
from .machine import program, told
from .pictures import growth
from .running import ROOT

SIZES = (300, 1000, 3000, 10_000, 30_000, 100_000)

FILE = Path(__file__).with_name("growth.json")
LARGE = Path(__file__).with_name("throughput-local.json")
"""A large build that was measured for itself is not measured again as a point."""

PICTURE = ROOT / "docs" / "growth.svg"

Point = dict[str, Any]


def measure(count: int, folder: Path, jobs: int | None = None) -> Point:
    """One point: the builds of a folder of so many articles; nothing of them is left behind."""
    own = folder / str(count)
    try:
        return builds.measure(count, own, jobs=jobs).figures()
    finally:
        shutil.rmtree(own, ignore_errors=True)


def recorded(count: int, *, keep: bool) -> Point | None:
    """The point that `throughput` has recorded with this program (`keep`: or an older one), None where there is none."""
    point: Point = json.loads(LARGE.read_text(encoding="utf-8")) if LARGE.exists() else {}
    if point.get("articles") != count or not (keep or point["program"] == program()):
        return None
    return {name: value for name, value in point.items() if name != "looks"}


def points(file: Path = FILE) -> list[Point]:
    """What has been measured, the smallest first."""
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


def go_on(to: int, folder: Path, file: Path, *, keep: bool, jobs: int | None) -> Iterator[Point]:
    """Measure what is missing up to `to` articles; each point is in the file before it is yielded."""
    for count in (size for size in SIZES if size <= to):
        known = {point["articles"]: point for point in points(file)}
        if count in known and (keep or known[count]["program"] == program()):
            continue
        known[count] = recorded(count, keep=keep) or measure(count, folder, jobs)
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
                f" {point['megabytes']} MB, {point['rows']['claims']:,} claims; nothing new"
                f" {point['again']['seconds']} s, {builds.MORE} more {point['more']['seconds']} s ({told(point['machine'])})",
                flush=True,
            )
    growth(points(given.file), given.picture)


if __name__ == "__main__":
    main()
