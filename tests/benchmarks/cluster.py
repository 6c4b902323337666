"""What the left half of a build on a cluster costs: processor time, memory, time to take the parts into DuckDB.

The bundled articles are copied with a number of their own until there are enough. Their names repeat, so the build is
left when they are read: what the right half costs, tests/generated/measure.py tells. Equal sentences also take less
room; bytes on the disk are true for 42 articles, each of which comes once.

    python tests/benchmarks/cluster.py 4000 --workers 2
"""

from __future__ import annotations

import argparse
import json
import tempfile
import threading
import time
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import duckdb
import psutil
from distributed import Client

import graphbuild as gb
from graphbuild.engines.cluster import our_own_cluster
from graphbuild.samples import articles_folder
from graphbuild.store import Parts


def main(articles: int, workers: int) -> dict[str, object]:
    """Build from so many articles on a cluster of this machine; return what was measured."""
    with tempfile.TemporaryDirectory() as folder, our_own_cluster(workers) as scheduler:
        sources, parts, output = (Path(folder, name) for name in ("lines.jsonl", "parts", "output"))
        words = _write(sources, articles)
        began, seen = time.perf_counter(), _Seen(scheduler)
        with suppress(_EnoughError):
            gb.build([sources], output, engine=gb.Dask(scheduler, parts=parts), progress=_tell)
        took = time.perf_counter() - began
        worked, memory = seen.end()
        names = sorted(part.stem for part in parts.iterdir())
        return {
            "articles": articles,
            "words": words,
            "workers": workers,
            "parts": len(names),
            "seconds": round(took, 1),
            "worker_cpu_seconds": round(worked, 1),
            "words_per_cpu_second": round(words / worked),
            "largest_worker_mb": round(memory / 1e6),
            "bytes_of_sources": sources.stat().st_size,
            "bytes_of_parts": sum(part.stat().st_size for part in parts.iterdir()),
            **_taken(Parts(str(parts)), names),
        }


class _EnoughError(Exception):
    """The articles are read; what follows is not measured here."""


def _tell(doing: str, done: int, of: int | None) -> None:
    if doing != "reading articles":
        raise _EnoughError


class _Seen:
    """Looks at the workers' processor time and memory twice a second."""

    def __init__(self, scheduler: str) -> None:
        with Client(scheduler, set_as_default=False) as client:
            self._workers = [psutil.Process(pid) for pid in client.run(_process).values()]
        self._before = self._worked()
        self._memory, self._over = 0, threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def end(self) -> tuple[float, int]:
        self._over.set()
        self._thread.join()
        return self._worked() - self._before, self._memory

    def _look(self) -> None:
        while not self._over.wait(0.5):
            self._memory = max(self._memory, *(worker.memory_info().rss for worker in self._workers))

    def _worked(self) -> float:
        return sum(sum(worker.cpu_times()[:2]) for worker in self._workers)


def _process() -> int:
    import os

    return os.getpid()


def _write(file: Path, articles: int) -> int:
    texts = [path.read_text("utf-8") for path in sorted(articles_folder().iterdir()) if path.suffix == ".txt"]
    words = 0
    with file.open("w", encoding="utf-8") as lines:
        for n in range(articles):
            text = f"{texts[n % len(texts)]}\nSố {n}.\n"
            words += len(text.split())
            lines.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
    return words


def _taken(parts: Parts, names: list[str]) -> dict[str, float]:
    """Put the parts into an empty database."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "store.duckdb")
        with duckdb.connect(str(file)) as connection:
            connection.execute(files("graphbuild.store").joinpath("schema.sql").read_text("utf-8"))
            began = time.process_time()
            parts.insert_into(connection, names)
            took = time.process_time() - began
            (claims,) = connection.execute("SELECT count(*) FROM claims").fetchone() or (0,)
        return {"claims": claims, "cpu_seconds_taking_parts": round(took, 2), "bytes_of_database": file.stat().st_size}


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("articles", type=int)
    given.add_argument("--workers", type=int, default=2)
    print(json.dumps(main(**vars(given.parse_args())), indent=2))
