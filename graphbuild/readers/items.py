"""Listing articles: files, folders, rows and standard input, each with its bytes, its id and its digest."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graphbuild.errors import ReadError

from .rows import MAX_ARTICLE, Row, csv_rows, json_rows

FORMATS = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".csv": "csv",
}
"""File suffixes in small letters, and the format that each stands for."""

ROWS = {"jsonl": json_rows, "csv": csv_rows}
"""Formats of many articles a file."""

SUFFIXES = ".txt .md .html .jsonl .csv"
PEEK = 1024


@dataclass(frozen=True, slots=True)
class Item:
    """One article before it is read.

    Attributes
    ----------
    id: as `Document.id`.
    source: the file as the user gave it, with '#' and the row's number for files of many articles.
    format: key of the reader: txt, md, html, jsonl or csv.
    payload: the file's bytes, or the row's columns as JSON.
    digest: SHA-256 of the payload.
    """

    id: str
    source: str
    format: str
    payload: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no article, and why, in one line."""

    source: str
    error: str


def find_items(paths: Sequence[str | Path], stdin: BinaryIO | None = None) -> Iterator[Item | Failure]:
    """List the articles below `paths` one by one, in the order of `paths` and sorted inside folders.

    Parameters
    ----------
    paths: files, folders, or '-' for standard input. Folders are walked to the bottom; hidden files and files of
        other kinds are passed over.
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


def _path_items(given: str) -> Iterator[Item | Failure]:
    path = Path(given)
    top = Path(os.path.abspath(given)).parent  # noqa: PTH100 - Path.resolve would follow links and change the id
    try:
        if path.is_dir():
            yield from _folder_items(path, top)
        elif not path.exists():
            yield Failure(given, "no such file or folder")
        elif path.suffix.lower() not in FORMATS:
            yield Failure(given, f"not an article: expected a file ending in {SUFFIXES}")
        else:
            yield from _file_items(path, top)
    except OSError as error:
        yield Failure(given, _reason(error))


def _folder_items(folder: Path, top: Path) -> Iterator[Item | Failure]:
    found, others = False, 0
    for path in _walk(folder):
        if isinstance(path, Failure):
            found = True
            yield path
        elif path.suffix.lower() in FORMATS:
            found = True
            yield from _file_items(path, top)
        else:
            others += 1
    if not found:
        passed = f"; other files passed over: {others}" if others else ""
        yield Failure(str(folder), f"no articles ({SUFFIXES}) in it{passed}")


def _walk(folder: Path) -> Iterator[Path | Failure]:
    """Files below `folder`, sorted by name at every level, hidden ones left out. Links to folders are not followed."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except OSError as error:
        yield Failure(str(folder), _reason(error))
        return
    for entry in listed:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name)
        elif entry.is_file():
            yield folder / entry.name


def _file_items(path: Path, top: Path) -> Iterator[Item | Failure]:
    id = Path(os.path.abspath(path)).relative_to(top).as_posix()  # noqa: PTH100
    form = FORMATS[path.suffix.lower()]
    try:
        if form in ROWS:
            with path.open("rb") as stream:
                yield from _row_items(stream, form, id, str(path))
        elif (size := path.stat().st_size) > MAX_ARTICLE:
            yield Failure(str(path), _too_large(size))
        else:
            yield _whole(path.read_bytes(), form, id, str(path))
    except OSError as error:
        yield Failure(str(path), _reason(error))


def _whole(payload: bytes, form: str, id: str, source: str) -> Item | Failure:
    if not payload.strip():
        return Failure(source, "the file is empty")
    return Item(id, source, form, payload, hashlib.sha256(payload).hexdigest())


def _row_items(stream: BinaryIO, form: str, id: str, source: str) -> Iterator[Item | Failure]:
    empty = True
    try:
        for row in ROWS[form](stream, source):
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
        yield from _row_items(stream, "jsonl", "-", "-")
        return
    payload = stream.read(MAX_ARTICLE + 1)
    if len(payload) > MAX_ARTICLE:
        yield Failure("-", f"the article is longer than {MAX_ARTICLE // 1_000_000} MB, the limit")
    else:
        yield _whole(payload, "html" if start.startswith((b"<!doctype html", b"<html")) else "txt", "-", "-")


def _too_large(size: int) -> str:
    return f"the article is {size / 1_000_000:.0f} MB; the limit is {MAX_ARTICLE // 1_000_000} MB"


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
