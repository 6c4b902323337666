"""Everything that is measured, under one roof: stages, growth, peers, and the goals in the end.

    make bench                             # into output/bench, and the goals on the screen
    make bench TO=100000 RECORD=1          # builds of up to 100,000 articles; recorded here and in docs/speed.md

What takes longest has modules of its own, which `docs/speed.md` lists.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import goals, growth, speed, stages, told
from .machine import machine, program
from .pictures import growth as draw_growth

ARTICLES = 300
"""Of the stages of the left half; their pace hangs little on the number."""


def measure(folder: Path, to: int, peers: str | None, rounds: int) -> Iterator[str]:
    """Measure into JSON files in `folder`; yield a line on each as it is done."""
    found = stages.measure(ARTICLES, min(rounds, 5))
    _write(folder / "stages.json", {**asdict(found), "program": program(), "machine": machine()})
    yield f"stages: {found.claims_with_ner:,} words a CPU second from article to claims"
    bundled = asdict(speed.measure(rounds, peers))
    if not peers and (goals.HERE / "results.json").exists():
        # What was recorded of others stays: they do not change when we do.
        bundled["peers"] = json.loads((goals.HERE / "results.json").read_text(encoding="utf-8"))["peers"]
    _write(folder / "results.json", bundled)
    yield f"bundled articles: {bundled['claims']:,} words a CPU second"
    with tempfile.TemporaryDirectory() as scratch:
        for point in growth.go_on(to, Path(scratch), folder / "growth.json", keep=False, jobs=None):
            yield f"growth: {point['articles']:,} articles in {point['seconds']} s, {point['megabytes']:,} MB"


def _write(file: Path, figures: dict[str, Any]) -> None:
    file.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure, and tell how far the goals are reached.")
    parser.add_argument("--to", type=int, default=1000, help="articles of the largest build")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python that has underthesea and ViNLP installed")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("output/bench"))
    parser.add_argument("--record", action="store_true", help="into tests/benchmarks and docs/speed.md")
    given = parser.parse_args()
    folder = goals.HERE if given.record else given.folder
    folder.mkdir(parents=True, exist_ok=True)
    for file in () if given.record else goals.HERE.glob("throughput-*.json"):
        # The large run is looked up where it was recorded: it takes too long to come with every other.
        shutil.copy(file, folder)
    for line in measure(folder, given.to, given.peers, given.rounds):
        print(line, flush=True)
    draw_growth(growth.points(folder / "growth.json"), growth.PICTURE if given.record else folder / "growth.svg")
    if given.record:
        told.PAGE.write_text(told.filled(told.PAGE.read_text("utf-8")), "utf-8")
    print(f"\n{goals.table(folder)}")


if __name__ == "__main__":
    main()
