"""What the left half of a build on a cluster costs an article: processor time, memory, parts and store on the disk.

The bundled articles are copied with a number of their own until there are enough; their names repeat, so that the
right half is not measured by them (that is what tests/generated/measure.py is for).

    python tests/benchmarks/cluster.py 4000 --workers 2
"""

from __future__ import annotations

import argparse
import json
import tempfile
import threading
import time
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
        at: dict[str, float] = {}

        def tell(doing: str, done: int, of: int | None) -> None:
            at[doing] = time.perf_counter() - began

        report = gb.build([sources], output, engine=gb.Dask(scheduler, parts=parts), progress=tell)
        assert report.failures == ()
        worked, memory = seen.end()
        names = sorted(part.stem for part in parts.iterdir())
        return {
            "articles": articles,
            "words": words,
            "workers": workers,
            "parts": len(names),
            "seconds_reading": round(at["reading articles"], 1),
            "seconds_in_all": round(time.perf_counter() - began, 1),
            "worker_cpu_seconds": round(worked, 1),
            "words_per_cpu_second": round(words / worked),
            "largest_worker_mb": round(memory / 1e6),
            "bytes_of_sources": sources.stat().st_size,
            "bytes_of_parts": sum(part.stat().st_size for part in parts.iterdir()),
            "bytes_of_store": (output / "graphbuild.duckdb").stat().st_size,
            "seconds_taking_parts": round(_taking(Parts(str(parts)), names), 2),
        }


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


def _taking(parts: Parts, names: list[str]) -> float:
    """Seconds that it takes to put the parts into an empty store."""
    from importlib.resources import files

    with tempfile.TemporaryDirectory() as folder, duckdb.connect(str(Path(folder, "store.duckdb"))) as connection:
        connection.execute(files("graphbuild.store").joinpath("schema.sql").read_text("utf-8"))
        began = time.perf_counter()
        parts.insert_into(connection, names)
        return time.perf_counter() - began


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("articles", type=int)
    given.add_argument("--workers", type=int, default=2)
    print(json.dumps(main(**vars(given.parse_args())), indent=2))
