"""A number for every record, by the million, and what stands behind the numbers."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from .articles import Key


class RecordNumbers(Mapping[Key, int]):
    """Record -> a number; a fifth of what a dict of them takes.

    Parameters
    ----------
    pairs: a record and its number each, those of one article together and in the order of their local keys.

    >>> numbers = RecordNumbers([(("b.txt", "Quân khu 6"), 7), (("a.txt", "Lan"), 4)])
    >>> numbers["b.txt", "Quân khu 6"], list(numbers), ("b.txt", "Lan") in numbers
    (7, [('b.txt', 'Quân khu 6'), ('a.txt', 'Lan')], False)
    """

    def __init__(self, pairs: Iterable[tuple[Key, int]]) -> None:
        self._rows: dict[str, int] = {}
        self._names: list[tuple[str, ...]] = []
        self._starts = array("l")
        self._numbers = array("i")
        for document, found in groupby(pairs, key=lambda pair: pair[0][0]):
            self._rows[document] = len(self._names)
            self._starts.append(len(self._numbers))
            names = []
            for (_, name), number in found:
                names.append(name)
                self._numbers.append(number)
            self._names.append(tuple(names))

    @classmethod
    def counted(cls, articles: Iterable[tuple[str, Sequence[str]]]) -> RecordNumbers:
        """Numbers from 0 on in the order in which articles and their records, by local key, come.

        >>> RecordNumbers.counted([("b.txt", ("Quân khu 6", "Sư đoàn 941")), ("a.txt", ("Lan",))])["a.txt", "Lan"]
        2
        """
        made = cls(())
        count = 0
        for document, names in articles:
            made._rows[document] = len(made._names)
            made._starts.append(count)
            made._names.append(tuple(names))
            count += len(names)
        made._numbers.extend(range(count))
        return made

    def renumbered(self, numbers: array[int]) -> RecordNumbers:
        """The same records with these numbers, in their order."""
        made = RecordNumbers(())
        made._rows, made._names, made._starts, made._numbers = self._rows, self._names, self._starts, numbers
        return made

    def __getitem__(self, record: Key) -> int:
        document, name = record
        row = self._rows.get(document, -1)
        names = self._names[row] if row >= 0 else ()
        at = bisect_left(names, name)
        if at == len(names) or names[at] != name:
            raise KeyError(record)
        return self._numbers[self._starts[row] + at]

    def __iter__(self) -> Iterator[Key]:
        return ((document, name) for document, row in self._rows.items() for name in self._names[row])

    def __len__(self) -> int:
        return len(self._numbers)


class RecordTexts(Mapping[Key, str]):
    """Record -> the text that stands behind its number."""

    def __init__(self, numbers: Mapping[Key, int], texts: Sequence[str]) -> None:
        self._numbers, self._texts = numbers, texts

    def __getitem__(self, record: Key) -> str:
        return self._texts[self._numbers[record]]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
