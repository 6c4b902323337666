"""Where the left half of the program runs: in this process, in several of this machine, or on a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from .cluster import run_dask
from .outcome import DIED, TOO_LARGE, Outcome, Prepare, R, T, attempt
from .processes import run_processes
from .serial import run_serial
from .where import Dask

__all__ = [
    "DIED",
    "TOO_LARGE",
    "Dask",
    "Outcome",
    "Prepare",
    "attempt",
    "run",
    "run_dask",
    "run_processes",
    "run_serial",
]

FEW = 200
"""So many items are done here sooner than other processes have started."""


def run(items: Iterable[T], prepare: Prepare[T, R], jobs: int | None = None) -> Iterator[Outcome[T, R]]:
    """Do the work that `prepare` loads on every item; yield the outcomes in the order of the items.

    Parameters
    ----------
    items: taken lazily, a bounded number ahead.
    prepare: called once a process; see `Prepare`.
    jobs: number of processes; None is one for few items, else one a processor.

    Raises GraphbuildError where processes cannot start. What fails on one item is in its outcome.

    Example
    -------
    >>> [outcome.value for outcome in run(["a", "b"], lambda: str.upper)]
    ['A', 'B']
    """
    waiting = iter(items)
    if jobs is None:
        first = list(islice(waiting, FEW))
        waiting = chain(first, waiting)
        jobs = 1 if len(first) < FEW else os.cpu_count() or 1
    return run_serial(waiting, prepare) if jobs == 1 else run_processes(waiting, prepare, jobs)
