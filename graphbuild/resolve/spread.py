"""Work that falls into pieces, done in several processes of this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain
from threading import Thread
from typing import Generic, TypeVar

from ..engines import Prepare, run_processes
from ..errors import GraphbuildError

T = TypeVar("T")
R = TypeVar("R")


def spread(
    items: Iterable[T], prepare: Prepare[T, R], jobs: int, waiting: Callable[[], object] = lambda: None
) -> Iterator[R]:
    """Yield what the work that `prepare` loads makes of each item, in the order of the items.

    Where other processes cannot start, or do not survive an item, the work is done in this one: later, and with the
    same result. So is what fails there, so that its error is raised here.

    Parameters
    ----------
    items: taken a bounded number ahead. jobs: processes; 1 is this one.
    waiting: called now and then while other processes are at work, never where there are none.

    Example
    -------
    >>> list(spread(["a", "b"], lambda: str.upper, jobs=1))
    ['A', 'B']
    """
    coming = iter(items)
    given: deque[T] = deque()
    if jobs > 1:
        with closing(_in_processes(coming, given, prepare, jobs, waiting)) as done:
            yield from done
    work = prepare()
    yield from map(work, chain(given, coming))


def _in_processes(
    coming: Iterator[T], given: deque[T], prepare: Prepare[T, R], jobs: int, waiting: Callable[[], object]
) -> Generator[R, None, None]:
    """The results as long as there are processes; `given` keeps the items of which none has been yielded."""

    def noted() -> Iterator[T]:
        for item in coming:
            given.append(item)
            yield item

    outcomes = run_processes(noted(), prepare, jobs, waiting=waiting)
    while True:
        try:
            outcome = next(outcomes, None)
        except GraphbuildError:
            return
        if outcome is None:
            return
        result = prepare()(outcome.item) if outcome.value is None else outcome.value
        given.popleft()
        yield result


class Beside(Generic[R]):
    """Work that this process does while it waits for others, in a thread that ends with it.

    Where there are no others to be waited for it is done at once.

    Parameters
    ----------
    work: must share nothing with what is done meanwhile that either of them changes. jobs: as for `spread`.

    Example
    -------
    >>> Beside(lambda: 6 * 7, jobs=2).result()
    42
    """

    def __init__(self, work: Callable[[], R], jobs: int) -> None:
        self._work = work
        self._done: list[R] = []
        self._failed: list[BaseException] = []
        # Nobody who stops the program waits for it.
        self._thread = Thread(target=self._run, daemon=True)
        if jobs > 1:
            self._thread.start()
        else:
            self._done.append(work())

    def _run(self) -> None:
        try:
            self._done.append(self._work())
        except BaseException as error:
            self._failed.append(error)

    def result(self) -> R:
        """What the work has made, waited for; raises what it has raised."""
        if self._thread.ident is not None:
            self._thread.join()
        if self._failed:
            raise self._failed[0]
        return self._done[0]
