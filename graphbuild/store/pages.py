"""Columns of numbers and texts in pages: a question reads the pages that it needs, each once, and no others.

DuckDB unpacks most of a column for rows that lie apart in it; a page is one value to it, and needs no unpacking.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .literals import any_number, quoted

if TYPE_CHECKING:
    import duckdb
    from numpy.typing import NDArray

    from .reader import Reader

BITS = 15
SIZE = 1 << BITS
"""Bytes of a page."""

HELD = 8192
"""Pages held in memory: a quarter of a gigabyte of a graph that has so many."""

FEW = 4
"""So many pages are read one by one: of more, DuckDB looks at all that lie between."""

MANY = 20_000
"""For so many numbers of a column all of it is read."""

AT_ONCE = 256
"""Pages that are written at a time."""


class Pages:
    """The pages of a store, each read when it is first asked for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._held: dict[tuple[str, int], bytes] = {}

    def of(self, column: str, wanted: Iterable[int]) -> dict[int, bytes]:
        """These pages of a column, by their numbers."""
        numbers = set(wanted)
        missing = sorted(number for number in numbers if (column, number) not in self._held)
        if len(self._held) + len(missing) > HELD:
            self._held.clear()
            missing = sorted(numbers)
        for number, page in self._read(column, missing):
            self._held[column, number] = page
        return {number: self._held[column, number] for number in numbers}

    def whole(self, column: str) -> bytes:
        """All pages of a column, one behind the other; they are not held."""
        rows = self._reader.rows(f"SELECT bytes FROM pages WHERE name = {quoted(column)} ORDER BY page")
        return b"".join(page for (page,) in rows)

    def _read(self, column: str, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        which = [f"IN {any_number(numbers)}"] if len(numbers) > FEW else [f"= {number}" for number in numbers]
        for one in which:
            yield from self._reader.rows(f"SELECT page, bytes FROM pages WHERE name = {quoted(column)} AND page {one}")


class Numbers:
    """A column of numbers of one type.

    >>> Numbers(pages, "there", np.int32)[np.array([7, 8])]             # doctest: +SKIP
    array([99493, 17], dtype=int32)
    """

    def __init__(self, pages: Pages, name: str, type: type[np.generic]) -> None:
        self._pages = pages
        self._name = name
        self._type = np.dtype(type)
        self._bits = BITS - self._type.itemsize.bit_length() + 1
        self._all: NDArray[Any] | None = None

    def __getitem__(self, places: NDArray[Any]) -> NDArray[Any]:
        """The numbers at these places."""
        if self._all is not None or len(places) > MANY:
            chosen: NDArray[Any] = self.all[places]
            return chosen
        numbers = places >> self._bits
        order = numbers.argsort(kind="stable")
        wanted, starts = np.unique(numbers[order], return_index=True)
        pages = self._pages.of(self._name, wanted.tolist())
        found = np.empty(len(places), self._type)
        for number, these in zip(wanted.tolist(), np.split(order, starts[1:]), strict=False):
            found[these] = np.frombuffer(pages[number], self._type)[places[these] - (number << self._bits)]
        return found

    @property
    def all(self) -> NDArray[Any]:
        """All of the numbers, which are held from now on."""
        if self._all is None:
            self._all = np.frombuffer(self._pages.whole(self._name), self._type)
        return self._all


class Texts:
    """A column of texts: their bytes, and where each begins.

    >>> Texts(pages, "id")[np.array([0])]                               # doctest: +SKIP
    ['event/2011-01-13-hoi-nghi-tong-ket']
    """

    def __init__(self, pages: Pages, name: str) -> None:
        self._pages = pages
        self._name = name
        self._starts = Numbers(pages, _starts(name), np.int64)

    def __getitem__(self, places: NDArray[Any]) -> list[str]:
        """The texts at these places."""
        starts, ends = self._starts[places], self._starts[places + 1]
        at, last = starts >> BITS, (ends - 1) >> BITS
        spans = set(zip(at.tolist(), last.tolist(), strict=True))
        pages = self._pages.of(self._name, {page for first, last in spans for page in range(first, last + 1)})
        found = []
        for start, end, page in zip(starts.tolist(), ends.tolist(), at.tolist(), strict=True):
            shift = page << BITS
            text = pages[page][start - shift : end - shift] if start < end else b""
            if len(text) < end - start:
                rest = range(page + 1, ((end - 1) >> BITS) + 1)
                text += b"".join(pages[number] for number in rest)[: end - start - len(text)]
            found.append(text.decode())
        return found


def looked_up(texts: Texts, numbers: NDArray[Any]) -> list[str]:
    """The text of each number, of which many are equal."""
    different, which = np.unique(numbers, return_inverse=True)
    found = texts[different]
    return [found[number] for number in which.tolist()]


def put_numbers(connection: duckdb.DuckDBPyConnection, name: str, numbers: NDArray[Any]) -> None:
    """Write a column of numbers."""
    _put(connection, name, numbers.tobytes())


def put_texts(connection: duckdb.DuckDBPyConnection, name: str, texts: Iterable[str]) -> None:
    """Write a column of texts."""
    written = [text.encode() for text in texts]
    starts = np.zeros(len(written) + 1, np.int64)
    np.cumsum([len(one) for one in written], out=starts[1:])
    _put(connection, name, b"".join(written))
    put_numbers(connection, _starts(name), starts)


def _put(connection: duckdb.DuckDBPyConnection, name: str, whole: bytes) -> None:
    for start in range(0, len(whole), SIZE * AT_ONCE):
        some = range(start, min(start + SIZE * AT_ONCE, len(whole)), SIZE)
        # As a text: of an array of objects DuckDB would look through some to learn that they are bytes.
        pages = [b64encode(whole[at : at + SIZE]).decode("ascii") for at in some]
        connection.register(
            "came", {"page": np.array([at >> BITS for at in some], np.int32), "bytes": np.array(pages, np.object_)}
        )
        connection.execute(f"INSERT INTO pages SELECT {quoted(name)}, page, from_base64(bytes) FROM came")
        connection.unregister("came")


def _starts(name: str) -> str:
    return f"{name}, starts"
