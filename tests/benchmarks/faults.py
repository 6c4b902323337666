"""Builds that are disturbed, many times over: what was lost, and whether the graph is that of an undisturbed build.

Every run builds the graph of generated articles while something happens, at a random moment; where the build itself
was ended, it is begun again until it comes to its end. Then its store is compared with the undisturbed one, row by row.

    python -m tests.benchmarks.faults 5 --output output/faults.json      # five runs a kind of fault and engine
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from tests.building.faults import DIES_ONCE, HUNGRY, KILLS, STUCK, workers_of
from tests.building.test_same_store import rows
from tests.generated.articles import articles as generated

ARTICLES = 200
"""Articles of a run."""

WORDS = 300
"""Of an article."""

PATIENCE = 3.0
"""Seconds for one article."""

BUILD = """
import json, sys
from functools import partial
from pathlib import Path
import graphbuild as gb
from graphbuild.building import sharing
from tests.building.faults import prepare_harmed

articles, output, told, place, slow, patience = sys.argv[1:]

def tell(doing, done, of):
    Path(told).write_text(f"{doing}\\n{done}")

if __name__ == "__main__":
    sharing.ARTICLES = 20
    sharing.prepare_share = partial(prepare_harmed, Path(told + ".once"), float(slow))
    engine = gb.Dask(place, articles=20) if place.startswith("tcp") else None
    jobs = None if engine else int(place)
    how = {"engine": engine, "jobs": jobs, "ner": False, "patience": float(patience), "progress": tell}
    report = gb.build([articles], output, **how)
    print(json.dumps([failed.source for failed in report.failures]))
"""


@dataclass
class Run:
    """What was done to a build, how often it had to be begun, and what was lost."""

    fault: str
    engine: str
    begun: int = 1
    disturbed: int = 0
    lost: int = 0
    named: bool = True
    equal: bool = False


class Disturbed:
    """One build in a process of its own, and what happens to it."""

    def __init__(self, articles: Path, output: Path, engine: str, slow: float) -> None:
        self._given = [str(articles), str(output), str(output) + ".told", engine, str(slow), str(PATIENCE)]
        self.output, self.told = output, Path(self._given[2])
        self.begin()

    def begin(self) -> None:
        self.told.write_text("starting\n0")
        self.process = subprocess.Popen(
            [sys.executable, "-c", BUILD, *self._given], stdout=subprocess.PIPE, text=True, start_new_session=True,
            stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *filter(None, sys.path)])},
        )  # fmt: skip

    def wait_until(self, articles: int) -> bool:
        """Wait until so many articles are read, or more than reading is done; False if it has ended before."""
        while self.process.poll() is None:
            doing, _, done = self.told.read_text().partition("\n")
            if doing not in ("starting", "reading articles", "") or int(done or 0) >= articles:
                return True
            time.sleep(0.01)
        return False

    def end(self) -> tuple[int, list[str]]:
        """Wait for the end; the exit code, and the sources of what failed."""
        out, _ = self.process.communicate(timeout=600)
        return self.process.returncode, json.loads(out) if self.process.returncode == 0 else []


Workers = Callable[[], list[psutil.Process]]
Tables = dict[str, list[tuple[object, ...]]]
Fault = Callable[[Disturbed, random.Random, Workers], int]
"""Does to a build what it does, and returns how often."""


def nothing(build: Disturbed, chance: random.Random, workers: Workers) -> int:
    """The article itself does the harm."""
    return 1


def kill_workers(build: Disturbed, chance: random.Random, workers: Workers) -> int:
    """Kill workers at three random moments."""
    killed = 0
    for articles in sorted(chance.randrange(ARTICLES) for _ in range(3)):
        if build.wait_until(articles) and (found := workers()):
            chance.choice(found).kill()
            killed += 1
    return killed


def stop_a_worker(build: Disturbed, chance: random.Random, workers: Workers) -> int:
    """Have a worker do nothing for two seconds, as on a machine that is busy."""
    if build.wait_until(chance.randrange(ARTICLES)) and (found := workers()):
        one = chance.choice(found)
        one.suspend()
        time.sleep(2)
        one.resume()
        return 1
    return 0


def kill_the_build(build: Disturbed, chance: random.Random, workers: Workers) -> int:
    """Kill the process that builds, at a random moment of whatever it does."""
    return _end_the_build(build, chance, signal.SIGKILL)


def press_ctrl_c(build: Disturbed, chance: random.Random, workers: Workers) -> int:
    """Ctrl-C, at a random moment, for every process of the terminal."""
    return _end_the_build(build, chance, signal.SIGINT)


def _end_the_build(build: Disturbed, chance: random.Random, number: int) -> int:
    if not build.wait_until(chance.randrange(ARTICLES)):
        return 0
    time.sleep(chance.random() * 2)
    try:
        os.killpg(build.process.pid, number) if number == signal.SIGINT else build.process.send_signal(number)
    except ProcessLookupError:
        return 0
    return 1


HARM = {"article that kills": KILLS, "article that hangs": STUCK, "article that eats memory": HUNGRY}
"""Faults that are articles, by the words in them. Such an article is named, and no other is lost."""

ONCE = "article that kills its first reader"

FAULTS: dict[str, Fault] = {
    "workers killed": kill_workers,
    "worker stopped for 2 s": stop_a_worker,
    "build killed": kill_the_build,
    "Ctrl-C": press_ctrl_c,
    ONCE: nothing,
    **dict.fromkeys(HARM, nothing),
}


def run(fault: str, engine: str, place: str, folder: Path, wanted: Tables, seed: int) -> Run:
    """Disturb one build, and begin it again until it has come to its end. `place`: the engine as the build is told."""
    chance, done = random.Random(f"{fault} {engine} {seed}"), Run(fault, engine)
    articles, output = folder / "articles", folder / f"{fault}-{engine}-{seed}".replace(" ", "-")
    words = HARM.get(fault) or (DIES_ONCE if fault == ONCE else "")
    bad = articles / f"article-{chance.randrange(ARTICLES):04}-bad.txt"
    if words:
        bad.write_text(f"Trời nắng.\n{words}\n", "utf-8")
    build = Disturbed(articles, output, place, 0.01)

    def workers() -> list[psutil.Process]:
        keeper = psutil.Process(build.process.pid if engine == "local" else os.getpid())
        return workers_of(keeper)

    done.disturbed = FAULTS[fault](build, chance, workers)
    code, failed = build.end()
    while code and done.begun < 5:
        done.begun += 1
        build.begin()
        code, failed = build.end()
    bad.unlink(missing_ok=True)
    done.named = failed == ([str(bad)] if fault in HARM else [])
    if code == 0:
        found = compared(output)
        texts = {row[0] for row in found["documents"]}
        done.lost = len({row[0] for row in wanted["documents"]} - texts)
        without = {table: [row for row in had if bad.name not in str(row)] for table, had in found.items()}
        done.equal = (without if fault == ONCE else found) == wanted
    return done


def compared(output: Path) -> Tables:
    """The rows of a store that must be equal: what failed is what the fault was."""
    return {table: found for table, found in rows(output).items() if table != "failures"}


@contextmanager
def cluster_of(engine: str) -> Iterator[str]:
    """Where the builds of an engine work, as they are told: a number of processes, or the address of a cluster."""
    if engine == "local":
        yield "2"
        return
    from graphbuild.engines.cluster import our_own_cluster

    with our_own_cluster(2) as address:
        yield address


def main(times: int, output: Path | None, engines: list[str], faults: list[str]) -> None:
    """Run the faults so often on each engine; tell each run in a line, and add it to the file `output`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        for article in generated(ARTICLES, words=WORDS):
            (folder / "articles" / f"article-{article.number:04}.txt").write_text(article.file(), "utf-8")
        build = Disturbed(folder / "articles", folder / "undisturbed", "2", 0)
        assert build.end() == (0, [])
        wanted = compared(folder / "undisturbed")
        for engine in engines:
            with cluster_of(engine) as place:
                for fault in faults:
                    for seed in range(times):
                        done = run(fault, engine, place, folder, wanted, seed)
                        print(json.dumps(asdict(done)), flush=True)
                        if output:
                            told = json.loads(output.read_text("utf-8")) if output.exists() else []
                            output.write_text(json.dumps([*told, asdict(done)], indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("times", type=int)
    given.add_argument("--output", type=Path)
    given.add_argument("--engines", nargs="+", default=["local", "dask"])
    given.add_argument("--faults", nargs="+", default=list(FAULTS), choices=list(FAULTS))
    main(**vars(given.parse_args()))
