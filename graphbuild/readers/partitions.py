"""Sharing the sources out: which files, or which stretch of a file, one process reads at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from zlib import crc32

from graphbuild.errors import ReadError

from .files import Failure, SourceFile, open_source, reason, size_of_file
from .items import ROWS, Item, items_of, items_of_rows
from .parquet import parquet_rows, parquet_stretches
from .rows import Stretch, json_rows, json_stretches

TYPICAL = 8_000
"""Bytes of a row with an article of 900 words."""

SHORT = 2_000
"""Bytes of a row with a short article; in a smaller file there are not too many for one partition."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Whole files, or a stretch of one file of many articles. `size`: in bytes, about."""

    files: tuple[SourceFile, ...]
    size: int
    stretch: Stretch | None = None

    def articles_about(self) -> int:
        """About how many articles it holds."""
        if self.stretch:
            return self.stretch.rows
        return sum(self.size // SHORT + 1 if _has_rows(file) else 1 for file in self.files)


def partitions(files: Iterable[SourceFile], articles: int) -> Iterator[Partition | Failure]:
    """Share the files out, about so many articles a partition; what cannot be looked at is a failure.

    A `.csv` file is never cut: where its rows begin, only its reader can tell. Files of one article go together until
    one comes whose id says that it is the last: so a file that is added changes no partition but its own. None is much
    larger than so many long articles are, for a worker holds what it makes of one.
    """
    together: list[SourceFile] = []
    size = 0
    for file in files:
        try:
            length = size_of_file(file.address)
            if _has_rows(file):
                yield from _of_rows(file, length, articles)
                continue
        except OSError as error:
            yield Failure(file.source, reason(error))
            continue
        together.append(file)
        size += length
        if crc32(file.id.encode()) % articles == 0 or len(together) >= 2 * articles or size > 2 * articles * TYPICAL:
            yield Partition(tuple(together), size)
            together, size = [], 0
    if together:
        yield Partition(tuple(together), size)


def articles_of(partition: Partition) -> Iterator[Item | Failure]:
    """The articles of a partition, as `find_items` lists them."""
    if partition.stretch is None:
        for file in partition.files:
            yield from items_of(file)
        return
    (file,) = partition.files
    try:
        yield from _articles_of(file, partition.stretch)
    except OSError as error:
        yield Failure(file.source, reason(error))
    except ReadError as error:
        yield Failure(file.source, error.what)


def _articles_of(file: SourceFile, stretch: Stretch) -> Iterator[Item | Failure]:
    if file.format == "parquet":
        yield from items_of_rows(file, parquet_rows(file.address, stretch))
        return
    with open_source(file.address) as stream:
        stream.seek(stretch.start)
        lines = io.BytesIO(stream.read(stretch.end - stretch.start))
    yield from items_of_rows(file, json_rows(lines, file.source, stretch.number, stretch.line))


def _has_rows(file: SourceFile) -> bool:
    """True for a file of many articles."""
    return file.format in ROWS or file.format == "parquet"


def _of_rows(file: SourceFile, length: int, articles: int) -> Iterator[Partition]:
    """Stretches of a file as they are found, or all of it where there are not two."""
    stretches = _stretches(file, length, articles)
    first = list(islice(stretches, 2))
    if len(first) < 2:
        yield Partition((file,), length)
        return
    for stretch, size in chain(first, stretches):
        yield Partition((file,), size, stretch)


def _stretches(file: SourceFile, length: int, articles: int) -> Iterator[tuple[Stretch, int]]:
    """The stretches of a file, each with its bytes, about."""
    if file.format == "parquet":
        # Whoever reads a broken file will say what is wrong with it.
        with suppress(ReadError):
            rows = list(parquet_stretches(file.address, articles))
            yield from ((stretch, length // len(rows)) for stretch in rows)
    elif file.format == "jsonl" and length > articles * SHORT:
        with open_source(file.address) as stream:
            for stretch in json_stretches(stream, articles * TYPICAL, 2 * articles):
                yield stretch, stretch.end - stretch.start
