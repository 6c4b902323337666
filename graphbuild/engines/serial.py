"""The engine that works in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .outcome import Outcome, Prepare, R, T, attempt


def run_serial(items: Iterable[T], prepare: Prepare[T, R]) -> Iterator[Outcome[T, R]]:
    """Yield the outcome of every item in turn, each as soon as it is there."""
    work: Callable[[T], R] | None = None
    for item in items:
        # Preparing costs a second or more, which a build of unchanged articles need not pay.
        work = work or prepare()
        yield Outcome(item, *attempt(work, item))
