"""Sharing the articles of a build out, as they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path

from graphbuild.model import Document
from graphbuild.readers import Failure, Item, find_items
from graphbuild.readers.files import SourceFile, find_files
from graphbuild.readers.items import items_of
from graphbuild.readers.partitions import TYPICAL, Partition, partitions
from graphbuild.store import Reader

from .intake import Intake
from .share import Share

STDIN = "-"

CARRIED = 1_000_000
"""Bytes of the articles that a share carries itself."""


def shares_of(sources: Sequence[str | Path], intake: Intake, articles: int) -> Iterator[Share]:
    """Share the sources out, about so many articles a share; what cannot be listed is a failure of the intake."""
    rows = intake.known_rows()
    seen: dict[str, str] = {}
    for is_stdin, group in groupby(map(str, sources), key=lambda source: source == STDIN):
        if is_stdin:
            yield from _carried(find_items([STDIN]), intake, articles)
            continue
        files = _files(group, intake, seen if len(sources) > 1 else None)
        for partition in partitions(files, articles):
            if isinstance(partition, Failure):
                intake.fail(partition)
            elif _has_to_be_read_here(partition, articles):
                yield from _carried(items_of(partition.files[0]), intake, articles)
            else:
                known = intake.known(_ids(partition, rows))
                yield Share(partition, size=max(1, partition.size), known=known)


def outdated_shares(before: Reader, intake: Intake, articles: int) -> Iterator[Share]:
    """The stored articles that the sources do not hold, to be made anew of what was read."""
    sources = before.sources()
    gone = iter(before.documents(intake.left_over(intake.gone(sources))))
    while some := tuple[Document, ...](islice(gone, articles)):
        yield Share(documents=tuple((document, sources[document.id]) for document in some))


def _has_to_be_read_here(partition: Partition, articles: int) -> bool:
    """True for a large `.csv` file, which only one reader can go through: a share of it all would be too large."""
    return partition.files[0].format == "csv" and partition.size > articles * TYPICAL


def _carried(found: Iterable[Item | Failure], intake: Intake, articles: int) -> Iterator[Share]:
    """Shares that carry articles which are read in this process."""
    items: list[Item] = []
    size = 0
    for item in found:
        if isinstance(item, Failure):
            intake.fail(item)
            continue
        items.append(item)
        size += len(item.payload)
        if len(items) == articles or size > CARRIED:
            yield _carrying(items, size, intake)
            items, size = [], 0
    if items:
        yield _carrying(items, size, intake)


def _carrying(items: Sequence[Item], size: int, intake: Intake) -> Share:
    return Share(items=tuple(items), size=size, known=intake.known(item.id for item in items))


def _files(sources: Iterable[str], intake: Intake, seen: dict[str, str] | None) -> Iterator[SourceFile]:
    """The files of the sources; one that has the id of an earlier one is a failure as a whole.

    `seen`: id -> source of the earlier ones; None for one source, in which no two files have one id.
    """
    for file in (file for source in sources for file in find_files(source)):
        if isinstance(file, Failure):
            intake.fail(file)
        elif seen is not None and file.id in seen:
            same = f"has the same id '{file.id}' as {seen[file.id]}; rename one of them"
            intake.fail(Failure(file.source, same))
        elif not intake.is_own(file.source):
            if seen is not None:
                seen[file.id] = file.source
            yield file


def _ids(partition: Partition, rows: dict[str, list[str]]) -> Iterable[str]:
    """The ids that articles of the partition may have."""
    if partition.stretch:
        start = partition.stretch.number
        return (f"{partition.files[0].id}#{start + n + 1}" for n in range(partition.stretch.rows))
    return [id for file in partition.files for id in (file.id, *rows.get(file.id, ()))]
