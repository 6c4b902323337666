"""Listing articles: files, folders, rows and standard input, each with its bytes, its id and its digest."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graphbuild.errors import ReadError

from .files import Failure, SourceFile, find_files, open_source, reason, size_of_file
from .parquet import parquet_rows
from .rows import MAX_ARTICLE, Row, csv_rows, json_rows

ROWS = {"jsonl": json_rows, "csv": csv_rows}
"""Formats of many articles a file."""

PEEK = 1024


@dataclass(frozen=True, slots=True)
class Item:
    """One article before it is read.

    Attributes
    ----------
    id: as `Document.id`.
    source: the file as the user gave it, with '#' and the row's number for files of many articles.
    format: key of the reader: txt, md, html, jsonl, csv or parquet.
    payload: the file's bytes, or the row's columns as JSON.
    digest: SHA-256 of the payload.
    """

    id: str
    source: str
    format: str
    payload: bytes
    digest: str


def find_items(paths: Sequence[str | Path], stdin: BinaryIO | None = None) -> Iterator[Item | Failure]:
    """List the articles below `paths` one by one, in the order of `paths` and sorted inside folders.

    Parameters
    ----------
    paths: files, folders, addresses that fsspec knows, or '-' for standard input. Folders are walked to the bottom;
        hidden files and files of other kinds are passed over.
    stdin: read in place of standard input.

    Never raises for bad input: every source that cannot be read comes out as a `Failure`, and so does a second
    article with an id that an earlier one has.

    >>> [type(found).__name__ for found in find_items(["no-such-file.txt"])]
    ['Failure']
    """
    sources: dict[str, str] = {}
    for path in paths:
        for found in _stdin_items(stdin or sys.stdin.buffer) if str(path) == "-" else _path_items(str(path)):
            if isinstance(found, Item) and found.id in sources:
                same = f"has the same id '{found.id}' as {sources[found.id]}; rename one of them"
                yield Failure(found.source, same)
                continue
            if isinstance(found, Item):
                sources[found.id] = found.source
            yield found


def items_of(file: SourceFile) -> Iterator[Item | Failure]:
    """The articles of one file, one by one; what cannot be read of it is a failure."""
    try:
        if file.format == "parquet":
            yield from _row_items(parquet_rows(file.address), file.format, file.id, file.source)
        elif file.format in ROWS:
            with open_source(file.address) as stream:
                yield from _row_items(ROWS[file.format](stream, file.source), file.format, file.id, file.source)
        elif (size := size_of_file(file.address)) > MAX_ARTICLE:
            yield Failure(file.source, _too_large(size))
        else:
            with open_source(file.address) as stream:
                yield _whole(stream.read(), file.format, file.id, file.source)
    except OSError as error:
        yield Failure(file.source, reason(error))


def items_of_rows(file: SourceFile, rows: Iterable[Row]) -> Iterator[Item | Failure]:
    """The articles of some rows of one file."""
    for row in rows:
        yield _row_item(row, file.format, file.id, file.source)


def _path_items(given: str) -> Iterator[Item | Failure]:
    for file in find_files(given):
        if isinstance(file, Failure):
            yield file
        else:
            yield from items_of(file)


def _whole(payload: bytes, form: str, id: str, source: str) -> Item | Failure:
    if not payload.strip():
        return Failure(source, "the file is empty")
    return Item(id, source, form, payload, hashlib.sha256(payload).hexdigest())


def _row_items(rows: Iterable[Row], form: str, id: str, source: str) -> Iterator[Item | Failure]:
    empty = True
    try:
        for row in rows:
            empty = False
            yield _row_item(row, form, id, source)
    except ReadError as error:
        empty = False
        yield Failure(source, error.what)
    if empty:
        yield Failure(source, "no rows in it")


def _row_item(row: Row, form: str, id: str, source: str) -> Item | Failure:
    if row.error:
        return Failure(f"{source}, line {row.line}", row.error)
    return Item(
        f"{id}#{row.number}", f"{source}#{row.number}", form, row.payload, hashlib.sha256(row.payload).hexdigest()
    )


def _stdin_items(stdin: BinaryIO) -> Iterator[Item | Failure]:
    """Standard input is JSON lines, a page of HTML, or plain text: its first words tell."""
    stream = stdin if isinstance(stdin, io.BufferedReader) else io.BufferedReader(stdin)  # type: ignore[type-var]
    start = stream.peek(PEEK)[:PEEK].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b'{"'):
        yield from _row_items(json_rows(stream, "-"), "jsonl", "-", "-")
        return
    payload = stream.read(MAX_ARTICLE + 1)
    if len(payload) > MAX_ARTICLE:
        yield Failure("-", f"the article is longer than {MAX_ARTICLE // 1_000_000} MB, the limit")
    else:
        yield _whole(payload, "html" if start.startswith((b"<!doctype html", b"<html")) else "txt", "-", "-")


def _too_large(size: int) -> str:
    return f"the article is {size / 1_000_000:.0f} MB; the limit is {MAX_ARTICLE // 1_000_000} MB"
