"""The engine that works on a Dask cluster: one that runs already, or one that it starts on this machine.

Results come in the order of the items, a bounded number of which are under way. An item that kills the process at
work on it is an outcome with an error, and the others go on. A scheduler that goes away is waited for, and what was
under way is handed to it again when it is back.
"""

from __future__ import annotations

import logging
import os
import pickle
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic
from uuid import uuid4

from graphbuild.errors import GraphbuildError, need_package

from .outcome import DIED, Outcome, Prepare, R, T, attempt
from .where import Dask

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 4
"""Items under way a thread of the cluster."""

PATIENCE = 300.0
"""Seconds that a scheduler which does not answer is waited for."""

CONNECTING = 5.0
"""Seconds that one try to reach a scheduler may take."""

TICK = 0.5
"""Seconds between two calls of `waiting` while there is nothing to hand out."""

SETTLED = 0.5
"""Seconds that a worker is given to be known before it gets work."""

OUR_OWN = {
    "distributed.scheduler.http.routes": [],
    # Dead once, an item is tried again alone: what else died with it has not killed anything.
    "distributed.scheduler.allowed-failures": 0,
    # A worker that comes back late, as on a busy machine, would else be dismissed and never replaced.
    "distributed.deploy.lost-worker-timeout": "1 day",
}
"""How a cluster of our own is set; its scheduler serves no page."""


def run_dask(
    items: Iterable[T],
    prepare: Prepare[T, R],
    where: Dask,
    *,
    ahead: int = AHEAD,
    split: Callable[[T], Sequence[T]] = lambda item: [item],
    waiting: Callable[[], object] = lambda: None,
) -> Iterator[Outcome[T, R]]:
    """Yield the outcome of every item in order, from the workers of a cluster.

    Parameters
    ----------
    where: the cluster.
    ahead: items under way a thread of the cluster.
    split: what an item is cut into that did not survive; an item that is not cut is tried alone before it is given up.
    waiting: called twice a second while nothing is finished; what it raises ends the run.

    Raises UsageError where Dask is not installed, GraphbuildError where the cluster cannot be reached or goes away.
    """
    taken = iter(items)
    first = list(islice(taken, 1))
    if not first:
        return
    need_package("distributed", "the dask engine", "dask")
    with _opened(where) as cluster:
        line = _Line(cluster, prepare, waiting)
        line.hand_out(first)
        while True:
            line.hand_out(islice(taken, max(0, cluster.threads() * ahead - len(line))))
            if not len(line):
                return
            item, result = line.next()
            if result is not None:
                yield Outcome(item, *result)
                continue
            pieces = split(item)
            if len(pieces) > 1:
                line.put_first(pieces)
            else:
                yield Outcome(item, *(line.alone(item) or (None, DIED)))


class _SchedulerGoneError(Exception):
    """What was under way is lost, since the scheduler has gone away or begun anew."""


class _Line(Generic[T, R]):
    """The items under way, first come first out."""

    def __init__(self, cluster: _Cluster, prepare: Prepare[T, R], waiting: Callable[[], object]) -> None:
        self._cluster, self._waiting = cluster, waiting
        self._work = (uuid4().hex, pickle.dumps(prepare))
        self._under_way: deque[tuple[T, Future]] = deque()

    def __len__(self) -> int:
        return len(self._under_way)

    def hand_out(self, items: Iterable[T]) -> None:
        for item in items:
            self._under_way.append((item, self._submit(item)))

    def put_first(self, items: Sequence[T]) -> None:
        self._under_way.extendleft([(item, self._submit(item)) for item in reversed(items)])

    def next(self) -> tuple[T, tuple[R | None, str] | None]:
        """The first item with its result, or with None if the process at work on it died."""
        while True:
            item, future = self._under_way[0]
            try:
                result = self._result(future)
            except _SchedulerGoneError:
                self._begin_again()
            else:
                self._under_way.popleft()
                return item, result

    def alone(self, item: T) -> tuple[R | None, str] | None:
        """Try one item while no other is under way; None if the process at work on it died again."""
        while True:
            try:
                for _, other in self._under_way:
                    self._result(other)
                return self._result(self._submit(item))
            except _SchedulerGoneError:
                self._begin_again()

    def _submit(self, item: T) -> Future:
        while True:
            try:
                return self._cluster.submit(_do, *self._work, item)
            except _lost():
                self._cluster.reconnect(self._waiting)

    def _result(self, future: Future) -> tuple[R | None, str] | None:
        """Wait for a result; None if the process at work on it died."""
        from distributed import KilledWorker

        while True:
            self._waiting()
            try:
                done: tuple[R | None, str] = future.result(timeout=TICK)
                return done
            except KilledWorker:
                return None
            except TimeoutError:
                continue
            except _lost():
                raise _SchedulerGoneError from None
            except GraphbuildError:
                raise
            except Exception as error:
                reason = " ".join(f"{type(error).__name__}: {error}".split())
                do = "install the same graphbuild on every machine"
                raise GraphbuildError(f"a worker of the cluster cannot do the work ({reason})", do=do) from error

    def _begin_again(self) -> None:
        """Hand out what was lost once more."""
        self._cluster.reconnect(self._waiting)
        self._under_way = deque((item, self._submit(item)) for item, _ in self._under_way)


class _Cluster:
    """A connection to a cluster that is made again when it breaks."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._asked, self._threads = 0.0, 1
        self._client = _connect(address)

    def submit(self, function: Callable[..., Any], *values: object) -> Future:
        # Pure tasks of equal arguments would be one task, and items may be equal.
        return self._client.submit(function, *values, pure=False)

    def threads(self) -> int:
        """How many threads the cluster has now; looked up every few seconds, since workers come and go."""
        if time.monotonic() - self._asked > 5:
            # A client that has just lost its scheduler has none to ask.
            lost: tuple[type[BaseException], ...] = (*_lost(), AttributeError)
            try:
                self._threads = sum(self._client.nthreads().values()) or 1
            except lost:
                self._threads = 1
            self._asked = time.monotonic()
        return self._threads

    def reconnect(self, waiting: Callable[[], object]) -> None:
        """Wait for the scheduler. Raises GraphbuildError when it has not answered for long."""
        self.close()
        until = time.monotonic() + PATIENCE
        while True:
            waiting()
            try:
                self._client = _connect(self._address)
                return
            except GraphbuildError:
                if time.monotonic() > until:
                    raise

    def close(self) -> None:
        self._client.close(timeout=2)


UNHEARD = "from signal import SIG_IGN, SIGINT, signal; signal(SIGINT, SIG_IGN)"
"""What workers of our own run first: Ctrl-C goes to every process of a terminal, and the parent alone decides."""


@contextmanager
def our_own_cluster(workers: int) -> Iterator[str]:
    """Start a cluster on this machine and hand out its address; it listens on the loopback alone and shows no page."""
    import dask
    from distributed import LocalCluster

    with (
        dask.config.set(OUR_OWN),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            silence_logs=logging.CRITICAL,
            preload=[UNHEARD],
        ) as cluster,
    ):
        yield cluster.scheduler_address


@contextmanager
def _opened(where: Dask) -> Iterator[_Cluster]:
    with ExitStack() as stack:
        workers = where.workers or os.cpu_count() or 1
        cluster = _Cluster(where.scheduler or stack.enter_context(our_own_cluster(workers)))
        stack.callback(cluster.close)
        yield cluster


def _connect(address: str) -> Client:
    from distributed import Client

    try:
        return Client(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise GraphbuildError(
            f"no Dask scheduler answers ({reason})", where=address, do="start one, or give the address that it prints"
        ) from None


def _lost() -> tuple[type[BaseException], ...]:
    """What is raised where the scheduler has gone away."""
    import asyncio
    import concurrent.futures

    from distributed.client import ClosedClientError

    return (asyncio.CancelledError, concurrent.futures.CancelledError, ClosedClientError, OSError)


_WORK: dict[str, Callable[[Any], Any]] = {}
"""In a worker: what the run at hand has prepared."""

_ONE_AT_A_TIME = threading.Lock()
"""Workers may have several threads; the pipeline is loaded once a process and reads one article at a time."""


def _do(run: str, prepare: bytes, item: Any) -> tuple[Any, str]:
    with _ONE_AT_A_TIME:
        if run not in _WORK:
            # Dask does not replace a worker that dies before its keeper has noted that it began.
            time.sleep(SETTLED)
            _WORK.clear()
            _WORK[run] = pickle.loads(prepare)()
        return attempt(_WORK[run], item)
