"""A build in a process of its own, with what each of its phases took and the memory of the whole tree over time.

Phases are what the build tells its user that it is doing; steps that it does not tell of, such as taking finished parts
into the store and writing the graph into it, are seen by their functions. Run as a module it is that process.
"""

from __future__ import annotations

import argparse
import functools
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import graphbuild as gb
from graphbuild.store import Build, Workspace

from .watching import Look, Watch

ROOT = Path(__file__).parents[2]

STEPS = {"put_parts": "taking into the store", "put_resolution": "writing the graph", "publish": "publishing"}
"""Methods of `graphbuild.store.Build` that are phases of their own."""

BEFORE = "starting"
"""Before the build tells anything."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: seconds on the clock, seconds of processor of all processes, most megabytes of all together."""

    name: str
    seconds: float
    processor: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Run:
    """One build.

    Attributes
    ----------
    seconds, processor: of all, the start of Python included. megabytes: the most that the tree had at one time.
    worker_megabytes: the largest process but the first.
    rows: of the store: documents, claims, edges, each kind of entity.
    new: articles that were read. failed: that could not be.
    database_megabytes, page_megabytes: on the disk.
    """

    seconds: float
    processor: float
    megabytes: int
    worker_megabytes: int
    phases: tuple[Phase, ...]
    rows: dict[str, int]
    new: int
    failed: int
    database_megabytes: int
    page_megabytes: int
    looks: tuple[Look, ...]

    def figures(self) -> dict[str, Any]:
        """All but the looks, as JSON."""
        return {name: value for name, value in asdict(self).items() if name != "looks"}


def run(sources: Path, output: Path, *, engine: str = "local", jobs: int | None = None, ner: bool = True) -> Run:
    """Build `output` from `sources` with so many processes (None: what the program chooses), and watch it.

    Raises RuntimeError with what the build printed where it ended with an error.
    """
    command = [sys.executable, "-m", __spec__.name, str(sources), str(output), "--engine", engine]
    command += [] if jobs is None else ["--jobs", str(jobs)]
    command += [] if ner else ["--no-ner"]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    watch = Watch(child.pid)
    try:
        marks, report = _marks(child.stdout, watch)
        if child.wait():
            raise RuntimeError(f"the build ended with {child.returncode}: {' '.join(command)}")
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
        watch.end()
    workspace = Workspace(output)
    with workspace.open_reader() as reader:
        rows = reader.counts()
    last = marks[-1][1]
    return Run(
        seconds=last.seconds,
        processor=last.processor,
        megabytes=max(look.megabytes for look in watch.looks),
        worker_megabytes=max(look.largest for look in watch.looks),
        phases=tuple(_phases(marks, watch.looks)),
        rows=rows,
        new=report["new"],
        failed=report["failed"],
        database_megabytes=workspace.database.stat().st_size >> 20,
        page_megabytes=workspace.page.stat().st_size >> 20,
        looks=tuple(watch.looks),
    )


def _marks(lines: IO[str] | None, watch: Watch) -> tuple[list[tuple[str, Look]], dict[str, int]]:
    """When each phase began, and what the build reported at its end."""
    marks = [(BEFORE, watch.look())]
    report: dict[str, int] = {}
    for line in lines or ():
        said = json.loads(line)
        if "phase" in said:
            marks.append((said["phase"], watch.look()))
        else:
            report = said
    marks.append(("", watch.look()))
    return marks, report


def _phases(marks: list[tuple[str, Look]], looks: list[Look]) -> Iterator[Phase]:
    """One of each name, in the order of their first beginning."""
    names = dict.fromkeys(name for name, _ in marks if name)
    spans = [(name, begin, end) for (name, begin), (_, end) in pairwise(marks)]
    for name in names:
        own = [(begin, end) for other, begin, end in spans if other == name]
        seen = [look.megabytes for begin, end in own for look in looks if begin.seconds <= look.seconds <= end.seconds]
        yield Phase(
            name,
            round(sum(end.seconds - begin.seconds for begin, end in own), 2),
            round(sum(end.processor - begin.processor for begin, end in own), 2),
            max(seen, default=own[0][0].megabytes),
        )


class _Teller:
    """Prints a line whenever another phase begins."""

    def __init__(self) -> None:
        self.phase = BEFORE

    def __call__(self, doing: str, done: int, of: int | None) -> None:
        self.begin(doing)

    def begin(self, phase: str) -> None:
        if phase != self.phase:
            self.phase = phase
            print(json.dumps({"phase": phase}), flush=True)

    def told_by(self, method: Callable[..., Any], phase: str) -> Callable[..., Any]:
        """The method, as a phase; work that is handed to it as a function belongs to the phase before."""

        @functools.wraps(method)
        def timed(*arguments: Any, **named: Any) -> Any:
            before = self.phase
            handed = (self._within(one, before) if callable(one) else one for one in arguments)
            return self._within(method, phase)(*handed, **named)

        return timed

    def _within(self, work: Callable[..., Any], phase: str) -> Callable[..., Any]:
        """The work as a phase, with all that it calls: an edge that it hands back is no phase of its own."""

        def done(*arguments: Any, **named: Any) -> Any:
            before = self.phase
            self.begin(phase)
            try:
                return work(*arguments, **named)
            finally:
                self.begin(before)

        return done


def main() -> None:
    parser = argparse.ArgumentParser(description="Build, and tell the phases as JSON lines.")
    parser.add_argument("sources", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--engine", choices=("local", "dask"), default="local")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--no-ner", dest="ner", action="store_false")
    given = parser.parse_args()
    tell = _Teller()
    for name, phase in STEPS.items():
        setattr(Build, name, tell.told_by(getattr(Build, name), phase))
    engine = gb.Dask(workers=given.jobs) if given.engine == "dask" else None
    jobs = None if engine else given.jobs
    report = gb.build([given.sources], given.output, jobs=jobs, engine=engine, ner=given.ner, progress=tell)
    print(json.dumps({"new": report.new, "failed": report.failed}), flush=True)


if __name__ == "__main__":
    main()
