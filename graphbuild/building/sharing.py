"""The left half of a build on a cluster: the sources are shared out, and finished parts come back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from graphbuild.engines import DIED, Dask, run_dask
from graphbuild.errors import GraphbuildError, UsageError
from graphbuild.model import Document
from graphbuild.readers import Failure
from graphbuild.readers.files import SourceFile, find_files
from graphbuild.readers.partitions import Partition, partitions
from graphbuild.store import Build, Parts, Workspace

from .article import failure
from .intake import Intake, size_of
from .report import Progress
from .share import Done, Share, prepare_share, split

AHEAD = 32
"""Shares under way a thread of the cluster: enough that a slow worker holds up nobody."""


@contextmanager
def parts_for(workspace: Workspace, where: Dask) -> Iterator[Parts]:
    """Where the finished parts of a build go; removed when it has come to its end, unless the user named the place."""
    if where.parts is not None:
        yield Parts(str(where.parts))
        return
    folder = workspace.folder / ".graphbuild.parts"
    yield Parts(str(folder))
    shutil.rmtree(folder, ignore_errors=True)


def put_shared(
    sources: Sequence[str | Path],
    store: Build,
    intake: Intake,
    where: Dask,
    parts: Parts,
    *,
    gazetteer: tuple[Path, ...],
    ner: bool,
    prune: bool,
    tell: Progress,
) -> None:
    """Have a cluster read the sources, and put what the articles say into the store.

    Raises UsageError for standard input, StoreError where finished parts cannot be written or are not seen from here,
    GraphbuildError where the cluster is not reached.
    """
    if "-" in map(str, sources):
        raise UsageError("standard input cannot be shared out", do="save it in a file, or build without --engine dask")
    told = _Told(tell, size_of(sources))
    made_with = {name: store.reader.meta()[name] for name in ("gazetteer", "program", "ner")}
    # Workers have folders of their own to begin from; what is no file is the name of a pack.
    laid_over = tuple(file.resolve() if file.exists() else file for file in gazetteer)
    work = partial(prepare_share, laid_over, made_with, parts.place, ner=ner)
    run = partial(run_dask, prepare=work, where=where, ahead=AHEAD, split=split, waiting=told.again)
    names: list[str] = []
    for outcome in run(_shares(sources, intake, where.articles)):
        _take(outcome.item, outcome.value, outcome.error, store, intake, names)
        told.more(outcome.item)
    if not prune and intake.outdated:
        for outcome in run(_outdated(store, intake, where.articles)):
            _take(outcome.item, outcome.value, outcome.error, store, intake, names)
    names = list(dict.fromkeys(names))
    for id, source, digest, error in parts.read(names):
        if error:
            intake.failures.append(Failure(source, error))
            store.distrust(id)
        else:
            intake.count(id, digest)
    store.put_parts(parts, names)


class _Told:
    """Tells how far the reading is, and again while nothing comes, so that Ctrl-C is heard."""

    def __init__(self, tell: Progress, size: int | None) -> None:
        self._tell, self._size, self._done = tell, size, 0

    def more(self, share: Share) -> None:
        # The pieces of a share are not counted; the bar goes on with the next one.
        if share.partition and share.last is None:
            self._done += share.partition.size
        self.again()

    def again(self) -> None:
        self._tell("reading articles", self._done, self._size)


def _take(share: Share, done: Done | None, error: str, store: Build, intake: Intake, names: list[str]) -> None:
    if done is None and error != DIED:
        raise GraphbuildError(error)
    if done is None:
        (article, source), *_ = share.to_work()
        intake.see([article.id] if share.partition else [], unchanged=False)
        intake.failures.append(failure(source, DIED))
        store.distrust(article.id)
        return
    intake.failures.extend(done.failures)
    intake.see(done.unchanged, unchanged=True)
    if share.partition:
        intake.see(done.worked, unchanged=False)
    if done.part:
        names.append(done.part)


def _shares(sources: Sequence[str | Path], intake: Intake, articles: int) -> Iterator[Share]:
    rows = intake.known_rows()
    for partition in partitions(_files(sources, intake), articles):
        if isinstance(partition, Failure):
            intake.failures.append(partition)
        else:
            yield Share(partition, known=intake.known(_ids(partition, rows)))


def _files(sources: Sequence[str | Path], intake: Intake) -> Iterator[SourceFile]:
    """The files of the sources; one that has the id of an earlier one is a failure as a whole."""
    seen: dict[str, str] = {}
    for file in (file for source in sources for file in find_files(str(source))):
        if isinstance(file, Failure):
            intake.failures.append(file)
        elif file.id in seen:
            same = f"has the same id '{file.id}' as {seen[file.id]}; rename one of them"
            intake.failures.append(Failure(file.source, same))
        elif not intake.is_own(file.source):
            seen[file.id] = file.source
            yield file


def _ids(partition: Partition, rows: dict[str, list[str]]) -> Iterable[str]:
    """The ids that articles of the partition may have."""
    if partition.stretch:
        start = partition.stretch.number
        return (f"{partition.files[0].id}#{start + n + 1}" for n in range(partition.stretch.rows))
    return [id for file in partition.files for id in (file.id, *rows.get(file.id, ()))]


def _outdated(store: Build, intake: Intake, articles: int) -> Iterator[Share]:
    """The stored articles that the sources do not hold, to be made anew of what was read."""
    sources = store.reader.sources()
    gone = iter(store.reader.documents(intake.gone(sources)))
    while some := tuple[Document, ...](islice(gone, articles)):
        yield Share(documents=tuple((document, sources[document.id]) for document in some))
