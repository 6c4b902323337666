"""What one article may take, so many seconds and so much memory, before it is given up and the others go on."""

from __future__ import annotations

import faulthandler
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import FrameType

from graphbuild.errors import UsageError

PATIENCE = 120.0
"""Seconds that one article may take unless told otherwise; the longest of real ones take two."""

MEMORY = 2 << 30
"""Bytes that a worker may hold; it holds a fifth of that over ordinary articles."""


class TookTooLongError(BaseException):
    """An article was given up in this process, after so many seconds.

    It is no Exception, so that no library in between takes it for its own.
    """

    def __init__(self, patience: float) -> None:
        self.patience = patience
        super().__init__(patience)


def checked_patience(patience: float) -> float:
    """Return `patience`. Raises UsageError for what is no number of seconds."""
    if not patience > 0:
        raise UsageError(f"nobody can wait {patience} seconds for an article", do="give seconds above 0")
    return patience


def killing(patience: float, traceback: int) -> Callable[[int], None]:
    """Return what is told the number of the article that is worked from now on, as often as that changes.

    It ends this process when one article has taken longer than `patience`, all its stretches together. It works
    whatever the article holds up: a thread of C's looks at the clock. Its last word is where every thread was, written
    to the file descriptor `traceback`. `faulthandler.cancel_dump_traceback_later` calls it off.
    """
    taken: dict[int, float] = {}
    worked, since, rings = -1, time.monotonic(), 0.0
    slack = min(1.0, patience / 10)

    def begin(article: int) -> None:
        nonlocal worked, since, rings
        now = time.monotonic()
        taken[worked] = taken.get(worked, 0.0) + now - since
        worked, since = article, now
        left = max(patience - taken.get(article, 0.0), 0.001)
        # Arming starts a thread, which costs more than a short article is to cost.
        if abs(now + left - rings) > slack:
            faulthandler.dump_traceback_later(left, exit=True, file=traceback)
            rings = now + left

    return begin


def raising(patience: float, taken: float = 0.0) -> AbstractContextManager[None]:
    """Raise TookTooLongError in what is done meanwhile when it takes too long; outside the main thread do nothing.

    `taken`: seconds of the patience that are gone already.

    Python's own code and its regular expressions are stopped; other code in C only when it comes back.
    """
    if threading.current_thread() is not threading.main_thread():
        return nullcontext()
    return _raising(patience, max(patience - taken, 0.001))


@contextmanager
def _raising(patience: float, left: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TookTooLongError(patience)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, left)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def limited_memory(most: int) -> Iterator[None]:
    """Have this process hold no more than so many bytes meanwhile: what wants more is a MemoryError.

    Only where the kernel counts what a process holds of its own, as Linux does.
    """
    if not Path("/proc/self/statm").exists():
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bounds = [most, *(bound for bound in (before, hard) if bound != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_DATA, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (before, hard))
