"""The engine that works in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .outcome import Outcome, Prepare, R, T, attempt


def run_serial(items: Iterable[T], prepare: Prepare[T, R]) -> Iterator[Outcome[T, R]]:
    """Yield the outcome of every item in turn, each as soon as it is there."""
    work = prepare()
    for item in items:
        yield Outcome(item, *attempt(work, item))
