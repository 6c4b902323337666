"""A build as people begin it, in a process of its own, that others can disturb: articles in it do harm to their reader.

Run as a module it is that process: the command line, but for shares that are small, and a file that tells how far it is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path

import psutil

from tests.building.faults import prepare_harmed

ROOT = Path(__file__).parents[2]

SHARE = 5
"""About how many articles make a share: as many shares as a large build has in some minutes."""

READING = ("starting", "reading articles", "")


class Disturbed:
    """One build.

    Parameters
    ----------
    articles, output: from where to where.
    engine: words of the command line that say where it works.
    harm: the folder in which lies what is to be known about the harm.
    slow: seconds that every article takes besides.
    patience: seconds that one may take.
    """

    def __init__(
        self, articles: Path, output: Path, engine: tuple[str, ...], harm: Path, *, slow: float, patience: float
    ) -> None:
        self.output, self.harm = output, harm
        self._told = harm / "told"
        build = ("build", str(articles), "--output", str(output), "--no-ner", "--json", "--patience", str(patience))
        self._words = (str(harm), str(slow), *build, *engine)
        self.begin()

    def begin(self) -> None:
        """Start it, or start it anew."""
        self._told.write_text("starting\n0", "utf-8")
        # A group of its own, as the processes of a terminal are.
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.disturbed", *self._words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])},
        )

    def is_reading(self) -> bool:
        """True while articles are read."""
        return self.process.poll() is None and self._at()[0] in READING

    def wait_until(self, articles: int) -> bool:
        """Wait until so many articles are read, or reading is done; False if it has ended before."""
        while self.process.poll() is None:
            doing, done = self._at()
            if doing not in READING or (doing == READING[1] and done >= articles):
                return True
            time.sleep(0.01)
        return False

    def _at(self) -> tuple[str, int]:
        """What it does, and how many articles are read."""
        doing, _, done = self._told.read_text("utf-8").partition("\n")
        return doing, int(done or 0)

    def end(self) -> list[str] | None:
        """Wait for the end; the sources of what failed, None where it did not come to an end of its own."""
        told, _ = self.process.communicate(timeout=300)
        with suppress(ValueError):
            return [failed["source"] for failed in json.loads(told)["failures"]]
        return None

    def processes(self) -> list[psutil.Process]:
        """Those that it has started and that live."""
        with suppress(psutil.Error):
            return psutil.Process(self.process.pid).children(recursive=True)
        return []


@contextmanager
def telling(file: Path, quiet: bool) -> Iterator[Callable[[str, int, int | None], None]]:
    """What the command line shows in a terminal, in a file."""

    def tell(doing: str, done: int, of: int | None) -> None:
        file.write_text(f"{doing}\n{done}", "utf-8")

    yield tell


def main(harm: Path, slow: float, words: list[str]) -> int:
    """Build as the command line does."""
    from graphbuild import cli, engines
    from graphbuild.building import sharing

    sharing.ARTICLES = SHARE
    sharing.prepare_share = partial(prepare_harmed, harm, slow)
    engines.Dask = partial(engines.Dask, articles=SHARE)
    import_module("graphbuild.cli.build").progress_bar = partial(telling, harm / "told")
    return cli.main(words)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]))
