"""Rows of a few texts by the million: each text once, and for each row the numbers of its texts."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

BLOCK = 10_000
"""Rows that are taken out of the table at a time."""

Numbered = tuple[tuple[str, ...], "array[int]"]
"""A table to be sent to another process: its texts, and the number of the text in each cell."""


class TextRows:
    """A list of rows that takes four bytes a text, and each different text once more.

    Parameters
    ----------
    width: texts of a row.

    >>> rows = TextRows(2)
    >>> for row in (("a", "1"), ("b", "2"), ("a", "3")):
    ...     rows.append(row)
    >>> list(rows), list(rows.alike(1))
    ([('a', '1'), ('b', '2'), ('a', '3')], [[('a', '1'), ('a', '3')]])
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._cells = array("i")

    def append(self, row: tuple[str, ...]) -> None:
        """Add a row at the end."""
        self._cells.extend(map(self._numbers.__getitem__, row))

    def numbered(self) -> Numbered:
        """The rows as `extend` takes them."""
        return tuple(self._numbers), self._cells

    def extend(self, rows: Numbered) -> None:
        """Add the rows of another table at the end; they get the numbers that `append` would have given them."""
        self._cells.frombytes(renumbered(rows, self._numbers))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        texts, cells = list(self._numbers), self._table()
        for start in range(0, len(cells), BLOCK):
            for numbers in cells[start : start + BLOCK].tolist():
                yield tuple([texts[n] for n in numbers])

    def alike(self, count: int) -> Iterator[list[tuple[str, ...]]]:
        """Rows that have their first so many texts in common with another, all of these together and in their order."""
        texts, cells = list(self._numbers), self._table()
        order = np.lexsort(cells[:, :count].T)
        firsts = cells[order, :count]
        borders = np.flatnonzero((firsts[1:] != firsts[:-1]).any(axis=1)) + 1
        for start, end in pairwise([0, *borders.tolist(), len(cells)]):
            if end - start > 1:
                yield [tuple([texts[n] for n in numbers]) for numbers in cells[order[start:end]].tolist()]

    def _table(self) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
        return np.array(self._cells, np.int32).reshape(-1, self._width)


def renumbered(rows: Numbered, numbers: Mapping[str, int]) -> bytes:
    """The cells of a table with these numbers for its texts, which `numbers` gives to new ones too."""
    texts, cells = rows
    # Texts that came from another process are there already, as a rule: in other tables, and as ids.
    own = np.fromiter((numbers[sys.intern(text)] for text in texts), np.int32, len(texts))
    return own[np.frombuffer(cells, np.int32)].tobytes() if cells else b""


def cut(claim: str, document: str) -> tuple[str, str]:
    """A claim's id in two parts: it begins with that of its article, as a rule, and what is behind it many ids share.

    >>> cut("a.txt:3", "a.txt")
    ('a.txt', ':3')
    """
    begin = document if claim.startswith(document) else ""
    return begin, claim[len(begin) :]
