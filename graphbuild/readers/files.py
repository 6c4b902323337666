"""Listing the files of the sources, on this machine or at an address that fsspec knows, such as s3://bucket/articles."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from graphbuild.errors import need_package

if TYPE_CHECKING:
    import duckdb

FORMATS = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
"""File suffixes in small letters, and the format that each stands for."""

SUFFIXES = ".txt .md .html .jsonl .csv .parquet"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file among the sources.

    Attributes
    ----------
    id: of its article; of a file of many articles what stands before '#'.
    source: the file as the user gave it.
    address: where any process finds it: an absolute path, or an address such as s3://bucket/a.jsonl.
    format: one of `FORMATS`.
    """

    id: str
    source: str
    address: str
    format: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no article, and why, in one line."""

    source: str
    error: str


def is_address(source: str) -> bool:
    """True for an address such as s3://bucket/articles, False for a path.

    >>> is_address("s3://bucket/articles"), is_address("articles")
    (True, False)
    """
    return "://" in source


def find_files(given: str) -> Iterator[SourceFile | Failure]:
    """The articles' files below one source, sorted inside folders; what cannot be listed is a failure.

    Raises UsageError for an address where fsspec is not installed.
    """
    try:
        yield from _address_files(given) if is_address(given) else _path_files(given)
    except OSError as error:
        yield Failure(given, reason(error))


def open_source(address: str) -> BinaryIO:
    """Open a file of the sources for reading."""
    if not is_address(address):
        return Path(address).open("rb")
    system, path = system_of(address)
    # Not every file of fsspec reads lines of a given length or lets one peek; a buffer of Python's own does.
    return io.BufferedReader(cast(io.RawIOBase, system.open(path, "rb")))


def size_of_file(address: str) -> int:
    """The size of a file of the sources in bytes."""
    if not is_address(address):
        return Path(address).stat().st_size
    system, path = system_of(address)
    return int(system.size(path))


def let_duckdb_open(connection: duckdb.DuckDBPyConnection, address: str) -> None:
    """Have DuckDB reach what lies at `address` through fsspec."""
    if is_address(address):
        connection.register_filesystem(system_of(address)[0])


def reason(error: OSError) -> str:
    """What is wrong, in a few words."""
    return (error.strerror or type(error).__name__).lower()


def _path_files(given: str) -> Iterator[SourceFile | Failure]:
    path = Path(given)
    top = Path(os.path.abspath(given)).parent  # noqa: PTH100 - Path.resolve would follow links and change the id
    if path.is_dir():
        yield from _of_folder(given, (file if isinstance(file, Failure) else str(file) for file in _walk(path)), top)
    elif not path.exists():
        yield Failure(given, "no such file or folder")
    else:
        yield _listed(given, top) or _no_article(given)


def _address_files(given: str) -> Iterator[SourceFile | Failure]:
    system, path = system_of(given)
    path = path.rstrip("/")
    top = Path(path).parent
    if system.isdir(path):
        # find() walks to the bottom; sorted by the parts of the path, files come in the order of a walk.
        inside = sorted(system.find(path), key=lambda name: name.split("/"))
        seen = (name for name in inside if not any(part.startswith(".") for part in name[len(path) :].split("/")))
        yield from _of_folder(given, map(system.unstrip_protocol, seen), top)
    elif not system.exists(path):
        yield Failure(given, "no such file or folder")
    else:
        yield _listed(system.unstrip_protocol(path), top) or _no_article(given)


def _of_folder(folder: str, files: Iterator[str | Failure], top: Path) -> Iterator[SourceFile | Failure]:
    found, others = False, 0
    for file in files:
        listed = file if isinstance(file, Failure) else _listed(file, top)
        others += listed is None
        if listed is not None:
            found = True
            yield listed
    if not found:
        passed = f"; other files passed over: {others}" if others else ""
        yield Failure(folder, f"no articles ({SUFFIXES}) in it{passed}")


def _listed(file: str, top: Path) -> SourceFile | None:
    """The file as one of the sources; None if its suffix is not that of articles."""
    form = FORMATS.get(Path(file).suffix.lower())
    if form is None:
        return None
    if is_address(file):
        return SourceFile(Path(system_of(file)[1]).relative_to(top).as_posix(), file, file, form)
    absolute = os.path.abspath(file)  # noqa: PTH100
    return SourceFile(Path(absolute).relative_to(top).as_posix(), file, absolute, form)


def _no_article(given: str) -> Failure:
    return Failure(given, f"not an article: expected a file ending in {SUFFIXES}")


def _walk(folder: Path) -> Iterator[Path | Failure]:
    """Files below `folder`, sorted by name at every level, hidden ones left out. Links to folders are not followed."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except OSError as error:
        yield Failure(str(folder), reason(error))
        return
    for entry in listed:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name)
        elif entry.is_file():
            yield folder / entry.name


def system_of(address: str) -> tuple[Any, str]:
    """The file system of fsspec that holds `address`, and the path in it."""
    need_package("fsspec", f"the address {address}", "dask")
    from fsspec.core import url_to_fs

    system, path = url_to_fs(address)
    return system, path
