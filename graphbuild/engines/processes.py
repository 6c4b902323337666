"""The engine that works in processes of this machine, and outlives them.

Results come in the order of the items, a bounded number of which are under way, so that memory does not grow with the
collection. A process that dies is replaced; what it was at work on is cut into pieces, or tried once more and then
given up, and nobody else notices.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Any, Generic

from graphbuild.errors import GraphbuildError

from .outcome import DIED, Outcome, Prepare, R, T, attempt

AHEAD = 4
"""Items under way a process: enough that a slow one holds up nobody."""

TICK = 0.5
"""Seconds between two calls of `waiting` while nothing is finished."""

SMALL = 1 << 16
"""Bytes of an item that is sent to a process which is still at work: so many stay in the pipe."""

STARTS = 3
"""Processes in a row that may die before they are ready, while no other is."""

READY, FAILED, BEGAN, DONE = range(4)
"""What a process tells: it has prepared the work, or cannot; it has begun with an item, or is done with it."""


def run_processes(
    items: Iterable[T],
    prepare: Prepare[T, R],
    jobs: int,
    *,
    ahead: int = AHEAD,
    split: Callable[[T], Sequence[T]] = lambda item: [item],
    waiting: Callable[[], object] = lambda: None,
) -> Iterator[Outcome[T, R]]:
    """Yield the outcome of every item in order, from `jobs` processes.

    Parameters
    ----------
    ahead: items under way a process.
    split: what an item is cut into that did not survive; an item that is not cut is tried once more.
    waiting: called at least twice a second while processes are at work and nothing is finished; what it raises ends
        the run. It may work for long itself: nobody but this process waits for it.

    Raises GraphbuildError where the processes cannot start, and what `prepare` raises of its kind.
    """
    taken = iter(items)
    line: deque[_Place[T, R]] = deque(_Place(item) for item in islice(taken, 1))
    if not line:
        return
    crew: _Crew[T, R] = _Crew(prepare, jobs)

    def hand_out() -> None:
        line.extend(_Place(item) for item in islice(taken, max(0, jobs * ahead - len(line))))
        crew.hand_out(line)

    try:
        hand_out()
        while line:
            for lost in crew.hear(0 if line[0].outcome else TICK) if crew.is_at_work() else ():
                _try_again(line, lost, split)
            if line[0].outcome:
                yield line[0].outcome
                line.popleft()
            else:
                waiting()
            hand_out()
    finally:
        crew.end()


@dataclass(slots=True, eq=False)
class _Place(Generic[T, R]):
    """An item in the line. `given`: some process holds it. `tried`: it has been given up once."""

    item: T
    given: bool = False
    tried: bool = False
    outcome: Outcome[T, R] | None = None


def _try_again(line: deque[_Place[T, R]], lost: _Place[T, R], split: Callable[[T], Sequence[T]]) -> None:
    """Put the pieces of what did not survive in its place."""
    pieces = split(lost.item)
    if len(pieces) > 1:
        at = line.index(lost)
        line.remove(lost)
        for n, piece in enumerate(pieces):
            line.insert(at + n, _Place(piece))
    elif lost.tried:
        lost.outcome = Outcome(lost.item, None, DIED)
    else:
        lost.given, lost.tried = False, True


class _Worker(Generic[T, R]):
    """A process, the pipe to it, and what it holds: the item at work and the one that waits."""

    def __init__(self, prepare: Prepare[T, R]) -> None:
        # Forking a process that has threads, as DuckDB's and NetworKit's do, can hang; spawned ones start clean.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, prepare), daemon=True)
        with _deaf_to_ctrl_c():
            self.process.start()
        theirs.close()
        self.holds: deque[_Place[T, R]] = deque()
        self.is_ready = self.has_begun = False

    def ends(self) -> tuple[Connection[Any, Any], int]:
        """What is to be waited for: the pipe, and the end of the process."""
        return self.pipe, self.process.sentinel

    def takes(self, size: int, is_long_line: bool) -> bool:
        """True if an item of so many bytes may be sent: none that could block this process, and not too early.

        Near the end nothing waits behind what another process could begin with.
        """
        if not self.holds:
            return self.is_ready or size <= SMALL
        return is_long_line and len(self.holds) < 2 and size <= SMALL


class _Crew(Generic[T, R]):
    """The processes at work."""

    def __init__(self, prepare: Prepare[T, R], jobs: int) -> None:
        self._prepare, self._jobs = prepare, jobs
        self._workers: list[_Worker[T, R]] = []
        self._failed_starts = 0

    def is_at_work(self) -> bool:
        return bool(self._workers)

    def hand_out(self, line: Iterable[_Place[T, R]]) -> None:
        """Give what nobody holds, first come first served, to those who hold the least."""
        free = [place for place in line if not place.given and place.outcome is None]
        while len(self._workers) < min(self._jobs, len(free) + sum(bool(worker.holds) for worker in self._workers)):
            self._workers.append(_Worker(self._prepare))
        for n, place in enumerate(free):
            worker = min(self._workers, key=lambda one: len(one.holds))
            packed = pickle.dumps(place.item)
            if not worker.takes(len(packed), is_long_line=len(free) - n > self._jobs):
                return
            worker.holds.append(place)
            place.given = True
            try:
                worker.pipe.send_bytes(packed)
            except OSError:
                # It has died; `hear` will find out, and take back what it holds.
                return

    def hear(self, timeout: float) -> list[_Place[T, R]]:
        """Take in what the processes tell within so many seconds; return what those were at work on that died."""
        told = set(wait([end for worker in self._workers for end in worker.ends()], timeout))
        lost: list[_Place[T, R]] = []
        for worker in [one for one in self._workers if not told.isdisjoint(one.ends())]:
            if not self._take_in(worker):
                lost += self._bury(worker)
        return lost

    def end(self) -> None:
        """End all processes; parts are whole or absent, so none is asked to finish."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()

    def _take_in(self, worker: _Worker[T, R]) -> bool:
        """Take in all that a process has told; False if it is dead."""
        # Looked at first: what it told before it died is then in the pipe.
        is_alive = worker.process.is_alive()
        try:
            while worker.pipe.poll():
                self._note(worker, *worker.pipe.recv())
        except (EOFError, OSError):
            return False
        return is_alive

    def _note(self, worker: _Worker[T, R], what: int, value: Any) -> None:
        if what == READY:
            worker.is_ready, self._failed_starts = True, 0
        elif what == FAILED:
            raise value
        elif what == BEGAN:
            worker.has_begun = True
        else:
            place = worker.holds.popleft()
            place.outcome = Outcome(place.item, *value)
            worker.has_begun = False

    def _bury(self, worker: _Worker[T, R]) -> list[_Place[T, R]]:
        """Take back what a dead process held; return what it was at work on."""
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        # While another does its work, processes can start: those that died have been killed.
        if not worker.is_ready and not any(one.is_ready for one in self._workers):
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise GraphbuildError(
                    "the worker processes could not start",
                    do='use jobs=1, or in a script put the call under: if __name__ == "__main__":',
                )
        lost = [worker.holds.popleft()] if worker.has_begun else []
        for place in worker.holds:
            place.given = False
        return lost


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl-C, which goes to every process of a terminal."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection[Any, Any], prepare: Prepare[Any, Any]) -> None:
    """In a process: prepare the work, and do it on every item that comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    items: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, items), daemon=True).start()
    try:
        work = prepare()
    except GraphbuildError as error:
        pipe.send((FAILED, error))
        return
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        pipe.send((FAILED, GraphbuildError(f"a worker process cannot begin ({reason})")))
        return
    pipe.send((READY, None))
    while True:
        item = pickle.loads(items.get())
        pipe.send((BEGAN, None))
        pipe.send((DONE, attempt(work, item)))


def _receive(pipe: Connection[Any, Any], items: SimpleQueue[bytes]) -> None:
    """Take items as they come; leave no orphan behind when the parent is gone."""
    try:
        while True:
            items.put(pipe.recv_bytes())
    except (EOFError, OSError):
        os._exit(1)
