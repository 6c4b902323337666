"""Builds that are disturbed, many times over: what was lost, and whether the graph is that of an undisturbed build.

Every run builds the graph of generated articles while something happens, at a random moment; where the build itself
was ended, it is begun again until it comes to its end. Then its store is compared with the undisturbed one, row by row.

    python -m tests.benchmarks.faults 4 --output output/faults.json      # four runs a kind of fault and engine
    python -m tests.benchmarks.faults 4 --record                         # ... into tests/benchmarks/faults.json

A run is added to the file as soon as it is done, so that what was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from tests.building.clusters import Cluster
from tests.building.faults import DIED_ONCE, DIES_ONCE, FULL, HUNGRY, KILLS, STUCK, workers_of
from tests.building.test_same_store import rows
from tests.generated.articles import articles as generated

from .disturbed import Disturbed
from .fault_figures import RECORDED, Run, add, runs_in

ARTICLES = 60
"""Articles of a run."""

WORDS = 100
"""Of an article."""

SLOW = 0.1
"""Seconds that every article takes besides, so that there is time for a fault."""

PATIENCE = 3.0
"""Seconds for one article."""

BEGUN = 5
"""So often a build is begun at most."""

Tables = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where builds work.

    Attributes
    ----------
    engine: its name. words: of the command line.
    cluster: of Dask; None where processes of this machine work.
    """

    engine: str
    words: tuple[str, ...]
    cluster: Cluster | None = None

    def workers(self, build: Disturbed) -> list[psutil.Process]:
        """The worker processes that live."""
        with suppress(psutil.Error):
            return self.cluster.workers() if self.cluster else workers_of(psutil.Process(build.process.pid))
        return []


@contextmanager
def place_of(engine: str) -> Iterator[Place]:
    """Processes of this machine, or a cluster that runs meanwhile."""
    if engine == "local":
        yield Place(engine, ("--jobs", "2"))
        return
    with Cluster(2) as cluster:
        yield Place(engine, ("--engine", "dask", "--scheduler", cluster.address), cluster)


Fault = Callable[[Disturbed, random.Random, Place, Run], int]
"""Does to a build what it does, and returns how often; what is to be told besides, it notes in the run."""


def nothing(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """The article itself does the harm."""
    return 1


def kill_workers(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """Kill workers at three random moments."""
    killed = 0
    for articles in sorted(chance.randrange(ARTICLES) for _ in range(3)):
        if build.wait_until(articles) and (found := place.workers(build)):
            with suppress(psutil.Error):
                chance.choice(found).kill()
                killed += 1
    return killed


def stop_a_worker(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """Have a worker do nothing for two seconds, as on a machine that is busy."""
    if not build.wait_until(chance.randrange(ARTICLES)) or not (found := place.workers(build)):
        return 0
    return _held(chance.choice(found), 2.0)


def slow_a_worker(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """Have a worker go at a tenth of its speed, till reading is done; it has begun to read, for loading is no fault."""
    build.wait_until(ARTICLES // 4)
    slow, held = next(iter(place.workers(build)), None), 0
    while slow and build.is_reading() and _held(slow, 0.45):
        held = 1
        time.sleep(0.05)
    return held


def _held(process: psutil.Process, seconds: float) -> int:
    """Stop a process for so long; 0 if it is no more."""
    try:
        process.suspend()
    except psutil.Error:
        return 0
    time.sleep(seconds)
    # Where the build has ended meanwhile, it has ended its workers.
    with suppress(psutil.Error):
        process.resume()
    return 1


def kill_the_build(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """Kill the process that builds, at a random moment of whatever it does."""
    return _signalled(build, chance, lambda: build.process.send_signal(signal.SIGKILL))


def press_ctrl_c(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """Ctrl-C, at a random moment, for every process of the terminal; how long it then takes till all of them are gone."""

    def press() -> None:
        below, began = build.processes(), time.monotonic()
        os.killpg(build.process.pid, signal.SIGINT)
        build.process.wait(timeout=60)
        psutil.wait_procs(below, timeout=60)
        done.seconds = round(time.monotonic() - began, 2)

    return _signalled(build, chance, press)


def _signalled(build: Disturbed, chance: random.Random, how: Callable[[], None]) -> int:
    articles, later = chance.randrange(ARTICLES), chance.random()
    if not build.wait_until(articles):
        return 0
    time.sleep(later)
    if build.process.poll() is not None:
        return 0
    how()
    return 1


def fill_the_disk(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """Let no part be written from a random moment on, till the build has ended."""
    if not build.wait_until(chance.randrange(ARTICLES)):
        return 0
    (build.harm / FULL).touch()
    ended = build.process.wait(timeout=300)
    (build.harm / FULL).unlink()
    # Where all parts were written before, nothing has happened.
    return int(ended != 0)


def begin_the_cluster_anew(build: Disturbed, chance: random.Random, place: Place, done: Run) -> int:
    """Kill the scheduler and all workers; start others at the same address a second later."""
    if place.cluster is None or not build.wait_until(chance.randrange(ARTICLES)):
        return 0
    place.cluster.end()
    time.sleep(1)
    place.cluster.begin()
    return 1


HARM = {"an article kills": KILLS, "an article hangs": STUCK, "an article eats memory": HUNGRY}
"""Faults that are articles, by the words in them. Such an article is named, and no other is lost."""

ONCE = "an article kills its first reader"

FAULTS: dict[str, Fault] = {
    "workers killed, three times": kill_workers,
    "a worker stopped for 2 s": stop_a_worker,
    "a worker at a tenth of its speed": slow_a_worker,
    "the build killed": kill_the_build,
    "Ctrl-C": press_ctrl_c,
    "the disk full": fill_the_disk,
    "scheduler and workers killed": begin_the_cluster_anew,
    ONCE: nothing,
    **dict.fromkeys(HARM, nothing),
}


def faults_of(engine: str) -> Iterator[str]:
    """What can befall builds of an engine."""
    return (fault for fault, how in FAULTS.items() if engine == "dask" or how is not begin_the_cluster_anew)


def run(fault: str, place: Place, folder: Path, wanted: Tables, seed: int) -> Run:
    """Disturb one build, and begin it again until it has come to its end."""
    chance, done = random.Random(f"{fault} {place.engine} {seed}"), Run(fault, place.engine, seed)
    articles = folder / "articles"
    words = HARM.get(fault) or (DIES_ONCE if fault == ONCE else "")
    bad = articles / f"article-{chance.randrange(ARTICLES):04}-bad.txt"
    with tempfile.TemporaryDirectory(dir=folder) as name:
        harm, output = Path(name) / "harm", Path(name) / "output"
        harm.mkdir()
        if words:
            bad.write_text(f"Trời nắng.\n{words}\n", "utf-8")
        build = Disturbed(articles, output, place.words, harm, slow=SLOW, patience=PATIENCE)
        done.disturbed = FAULTS[fault](build, chance, place, done)
        failed = build.end()
        while failed is None and done.begun < BEGUN:
            done.begun += 1
            build.begin()
            failed = build.end()
        if fault == ONCE:
            # The article stays, so the store is compared with one of a build that it did not disturb.
            calm = Path(name) / "calm"
            calm.mkdir()
            (calm / DIED_ONCE).touch()
            whole = Disturbed(articles, Path(name) / "undisturbed", place.words, calm, slow=0, patience=PATIENCE)
            assert whole.end() == []
            wanted = compared(Path(name) / "undisturbed")
        bad.unlink(missing_ok=True)
        done.named = failed == ([str(bad)] if fault in HARM else [])
        if failed is not None:
            found = compared(output)
            done.lost = len({row[0] for row in wanted["documents"]} - {row[0] for row in found["documents"]})
            done.equal = found == wanted
    return done


def compared(output: Path) -> Tables:
    """The rows of a store that must be equal: what failed is what the fault was."""
    return {table: found for table, found in rows(output).items() if table != "failures"}


def write_articles(folder: Path) -> Path:
    """Write the articles of all runs."""
    (folder / "articles").mkdir()
    for article in generated(ARTICLES, words=WORDS):
        (folder / "articles" / f"article-{article.number:04}.txt").write_text(article.file(), "utf-8")
    return folder / "articles"


def main(seeds: range, file: Path | None, engines: list[str], faults: list[str]) -> None:
    """Run the faults once a seed on each engine but for those in the file; tell each run in a line, and add it there."""
    before = {(one.fault, one.engine, one.seed) for one in runs_in(file)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = write_articles(folder)
        (folder / "none").mkdir()
        with place_of("local") as here:
            whole = Disturbed(articles, folder / "undisturbed", here.words, folder / "none", slow=0, patience=PATIENCE)
            assert whole.end() == []
        wanted = compared(folder / "undisturbed")
        for engine in engines:
            with place_of(engine) as place:
                # Kind after kind in turn, so that what was stopped early has some of each.
                for seed in seeds:
                    for fault in (one for one in faults_of(engine) if one in faults):
                        if (fault, engine, seed) not in before:
                            done = run(fault, place, folder, wanted, seed)
                            print(json.dumps(asdict(done)), flush=True)
                            add(file, done, articles=ARTICLES, words=WORDS)


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("times", type=int)
    given.add_argument("--first", type=int, default=0, help="seed of the first run of each; the next ones follow")
    given.add_argument("--output", type=Path)
    given.add_argument("--record", action="store_true", help="add to tests/benchmarks/faults.json")
    given.add_argument("--engines", nargs="+", default=["local", "dask"])
    given.add_argument("--faults", nargs="+", default=list(FAULTS), choices=list(FAULTS))
    said = given.parse_args()
    seeds = range(said.first, said.first + said.times)
    main(seeds, RECORDED if said.record else said.output, said.engines, said.faults)
