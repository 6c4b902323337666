"""The left half of a build: the sources are shared out, workers read them, and finished parts come back."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from graphbuild.engines import DIED, FEW, Dask, Outcome, run_dask, run_processes, run_serial
from graphbuild.errors import GraphbuildError
from graphbuild.readers import Failure
from graphbuild.store import Parts, Reader
from graphbuild.store.notes import Notes

from .amount import Amount
from .intake import Intake
from .report import READING, Progress, tell_nobody
from .share import Done, Share, given_up, look_at, prepare_share, split
from .shares import outdated_shares, shares_of
from .watching import Killing, Raising, Watch

AHEAD = 32
"""Shares under way a worker: enough that a slow one holds up nobody."""

ARTICLES = 250
"""About how many articles are a share of a worker of this machine: some seconds of work."""


@dataclass(frozen=True, slots=True)
class Left:
    """How the left half of a build is done.

    Attributes
    ----------
    parts: where finished parts go.
    made_with: what tells whether a part may be used: digests of the program and the gazetteer, and whether `ner` is on.
    gazetteer: what is laid over the gazetteer of the program.
    patience: seconds that one article may take.
    where: the cluster that works; None is this machine. jobs: processes of this machine; None chooses.
    """

    parts: Parts
    made_with: Mapping[str, str]
    gazetteer: tuple[Path, ...]
    ner: bool
    patience: float
    where: Dask | None = None
    jobs: int | None = None


def read_sources(
    left: Left,
    sources: Sequence[str | Path],
    intake: Intake,
    before: Reader | None,
    *,
    prune: bool,
    progress: Progress | None,
) -> list[str]:
    """Have workers read the sources; return the names of the parts that they finished.

    Parameters
    ----------
    intake: is told what became of every article.
    before: the published graph.
    prune: leave articles alone that the store alone has.

    Raises StoreError where finished parts cannot be written or are not seen from here, GraphbuildError where the
    cluster is not reached or processes cannot start.
    """
    reading = _Reading(left, intake, _Told(progress or tell_nobody, Amount(sources if progress else ["-"]), left.parts))
    articles = left.where.articles if left.where else ARTICLES
    reading.read(shares_of(sources, intake, articles))
    if before and intake.outdated and not prune:
        reading.read(outdated_shares(before, intake, articles))
    return reading.finish()


class _Told:
    """Tells how many articles are read, and again while nothing comes, so that Ctrl-C is heard."""

    def __init__(self, tell: Progress, amount: Amount, parts: Parts) -> None:
        self._tell, self._amount, self._notes = tell, amount, Notes(parts.place)
        self._articles = self._bytes = self._under_way = 0
        self._looked = 0.0

    def finished(self, share: Share, done: Done) -> None:
        self._articles += len(done.worked) + len(done.known)
        self._bytes += share.size if share.tells else 0
        self._under_way = 0
        self._say()

    def again(self) -> None:
        if time.monotonic() - self._looked > 0.4:
            self._looked, self._under_way = time.monotonic(), max(self._under_way, self._notes.articles())
        self._say()

    def article(self, number: int) -> None:
        """Say that the article of this number of a share is begun, in this process."""
        self._under_way = number
        self._say()

    def _say(self) -> None:
        size = self._amount.size
        # How many articles a file of rows holds nobody knows before it is read.
        of = round(self._articles * size / self._bytes) if size and self._bytes else None
        done = self._articles + self._under_way
        self._tell(READING, done, max(of, done) if of else None)


class _Reading:
    """The shares of one build on their way to finished parts."""

    def __init__(self, left: Left, intake: Intake, told: _Told) -> None:
        self._left, self._intake, self._told = left, intake, told
        self._notes = Notes(left.parts.place)
        self._parts: dict[str, None] = {}

    def read(self, shares: Iterable[Share]) -> None:
        """Have the shares worked, one after the other or many at a time."""
        for outcome in self._run(iter(shares)):
            self._told.finished(outcome.item, self._take(outcome.item, outcome.value, outcome.error))

    def finish(self) -> list[str]:
        """Count the articles that were read, and return the parts in which they stand."""
        for id, source, digest, error in self._left.parts.read(list(self._parts)):
            if error:
                self._intake.fail(Failure(source, error), id)
            else:
                self._intake.count(id, digest)
        return list(self._parts)

    def _run(self, shares: Iterator[Share]) -> Iterator[Outcome[Share, Done]]:
        left = self._left
        careful = partial(split, notes=self._notes, made_with=left.made_with)
        work = self._work(Killing(left.patience, left.parts.place))
        if left.where:
            return run_dask(shares, work, left.where, ahead=AHEAD, split=careful, waiting=self._told.again)
        jobs, shares = _processes(shares, left.jobs)
        if jobs == 1:
            return run_serial(shares, self._work(Raising(left.patience, self._told.article)))
        return run_processes(shares, work, jobs, ahead=AHEAD, split=careful, waiting=self._told.again)

    def _work(self, watch: Watch) -> Callable[[], Callable[[Share], Done]]:
        left = self._left
        # Workers have folders of their own to begin from; what is no file is the name of a pack.
        laid_over = tuple(file.resolve() if file.exists() else file for file in left.gazetteer)
        return partial(prepare_share, laid_over, left.made_with, left.parts.place, watch, ner=left.ner)

    def _take(self, share: Share, done: Done | None, error: str) -> Done:
        if done is None and error != DIED:
            raise GraphbuildError(error)
        if done is None:
            digests, done = look_at(share)
            if digests:
                id, failed = given_up(share, self._notes, self._left.made_with, self._left.patience)
                self._intake.see([id] if share.size else [])
                self._intake.fail(failed, id)
        for failed in done.failures:
            self._intake.fail(failed)
        self._intake.see_known(done.known)
        self._intake.see(done.worked if share.size else ())
        if done.part:
            self._parts[done.part] = None
        return done


def _processes(shares: Iterator[Share], jobs: int | None) -> tuple[int, Iterator[Share]]:
    """How many processes are to work, and the shares: few articles are read sooner than a process has started."""
    if jobs is not None:
        return jobs, shares
    first: list[Share] = []
    while sum(share.articles_about() for share in first) < FEW:
        following = next(shares, None)
        if following is None:
            return 1, iter(first)
        first.append(following)
    return os.cpu_count() or 1, chain(first, shares)
