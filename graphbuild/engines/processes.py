"""The engine that works in processes of this machine.

Results come in the order of the items. A few items a process are under way at a time, so that memory does not
grow with the collection. An item whose process dies is an outcome with an error, and the others go on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from typing import Any

from graphbuild.errors import GraphbuildError

from .outcome import DIED, Outcome, Prepare, R, T, attempt

AHEAD = 4
"""Items under way a process: enough that a slow one holds up nobody."""

_work: list[Callable[[Any], Any]] = []
"""In a worker process: the prepared work, loaded once."""


def run_processes(items: Iterable[T], prepare: Prepare[T, R], jobs: int) -> Iterator[Outcome[T, R]]:
    """Yield the outcome of every item in order, from `jobs` processes.

    Raises GraphbuildError where the processes cannot start.
    """
    waiting = iter(items)
    lost = yield from _run_pool(waiting, prepare, jobs, ahead=jobs * AHEAD)
    while lost:
        # Any of the lost items may have killed the process: they are tried again one at a time.
        retried = iter(lost)
        fatal = yield from _run_pool(retried, prepare, jobs=1, ahead=1)
        for item in fatal:
            yield Outcome(item, None, DIED)
        lost = list(retried) or (yield from _run_pool(waiting, prepare, jobs, ahead=jobs * AHEAD))


def _run_pool(
    items: Iterator[T], prepare: Prepare[T, R], jobs: int, ahead: int
) -> Generator[Outcome[T, R], None, list[T]]:
    """Yield outcomes until the items are at an end, or until a process dies; return the items lost with it."""
    taken = deque(islice(items, ahead))
    if not taken:
        return []
    pool = _start_pool(prepare, jobs)
    try:
        results: deque[Future[tuple[R | None, str]]] = deque(pool.submit(_attempt, item) for item in taken)
        while taken:
            outcome = Outcome(taken[0], *results.popleft().result())
            taken.popleft()
            yield outcome
            for item in islice(items, 1):
                taken.append(item)
                results.append(pool.submit(_attempt, item))
    except BrokenProcessPool:
        return list(taken)
    finally:
        pool.shutdown(cancel_futures=True)
    return []


def _start_pool(prepare: Prepare[T, R], jobs: int) -> ProcessPoolExecutor:
    # Forking a process that has threads, as DuckDB's and NetworKit's do, can hang; spawned ones start clean.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(prepare,))
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool:
        raise GraphbuildError(
            "the worker processes could not start",
            do='use jobs=1, or in a script put the call under: if __name__ == "__main__":',
        ) from None
    return pool


def _start_worker(prepare: Prepare[Any, Any]) -> None:
    # Ctrl-C goes to every process of the terminal; the parent alone decides what to do about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work.append(prepare())


def _end_with_parent() -> None:
    """Leave no orphan behind when the parent is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _attempt(item: Any) -> tuple[Any, str]:
    return attempt(_work[0], item)
