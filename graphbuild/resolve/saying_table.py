"""Sayings by the million: each text once, and for each saying the numbers of its texts."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter
from typing import overload

import numpy as np

from ..model import Relation
from .edges import Saying
from .text_rows import Numbered, cut, renumbered

TEXTS = ("source", "target", "kind", "document", "date", "title", "role", "status", "rank")
"""The fields of a saying that are told by numbers of texts; beside them are its relation and its claim."""

CELLS = len(TEXTS) + 2
"""Numbers a saying: those of its texts, and of the claim's id in two parts."""

RELATIONS = list(Relation)

CLAIM = "claim"

BLOCK = 10_000
"""Sayings whose fields are taken out of the table at a time."""


class Sayings(Sequence[Saying]):
    """A list of sayings that takes 45 bytes each, a tenth of what the records themselves would.

    >>> said = Sayings()
    >>> said.append(Saying("person/a", "unit/b", Relation.HOLDS, "tư lệnh|current", "a.txt:3", "a.txt", "2020"))
    >>> said[0].claim, [source for source, _ in said.by_source()]
    ('a.txt:3', ['person/a'])
    """

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._texts: list[str] = []
        self._cells = array("i")
        self._relations = array("b")

    def append(self, one: Saying) -> None:
        """Add a saying at the end."""
        texts = (*_texts_of(one), *cut(one.claim, one.document))
        self._cells.extend(map(self._numbers.__getitem__, texts))
        self._relations.append(RELATIONS.index(one.relation))

    def numbered(self) -> tuple[Numbered, array[int]]:
        """The sayings as `extend` takes them: their texts and numbers, and the number of each one's relation."""
        return (tuple(self._numbers), self._cells), self._relations

    def extend(self, said: tuple[Numbered, array[int]]) -> None:
        """Add the sayings of another table at the end."""
        rows, relations = said
        self._cells.frombytes(renumbered(rows, self._numbers))
        self._relations.extend(relations)

    def __len__(self) -> int:
        return len(self._relations)

    @overload
    def __getitem__(self, at: int) -> Saying: ...
    @overload
    def __getitem__(self, at: slice) -> list[Saying]: ...
    def __getitem__(self, at: int | slice) -> Saying | list[Saying]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        relation = RELATIONS[self._relations[at]]
        start = range(len(self))[at] * CELLS
        texts = self._all_texts()
        return _saying([texts[n] for n in self._cells[start : start + CELLS]], relation)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Saying.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def of(self, relation: Relation) -> list[Saying]:
        """What is said of this relation."""
        wanted = np.frombuffer(self._relations, np.int8) == RELATIONS.index(relation)
        return list(self._records(np.flatnonzero(wanted)))

    def fields(self, *names: str) -> Iterator[tuple[str, ...]]:
        """These fields of each saying, for what needs no more of it; `claim` is one of them, `relation` is not."""
        at = [TEXTS.index(name) for name in names if name != CLAIM]
        parts = [CELLS - 2, CELLS - 1] if CLAIM in names else []
        claim_at = names.index(CLAIM) if CLAIM in names else 0
        texts = self._all_texts()
        cells = np.frombuffer(self._cells, np.int32).reshape(-1, CELLS)
        for start in range(0, len(cells), BLOCK):
            for numbers in cells[start : start + BLOCK, at + parts].tolist():
                found = [texts[n] for n in numbers]
                if parts:
                    behind, begin = found.pop(), found.pop()
                    found.insert(claim_at, begin + behind)
                yield tuple(found)

    def by_source(self) -> Iterator[tuple[str, list[Saying]]]:
        """What is said of each source, in the order in which it was added; sources in the order of their ids."""
        texts = self._all_texts()
        sources = np.frombuffer(self._cells, np.int32)[::CELLS]
        own = sorted(np.unique(sources).tolist(), key=texts.__getitem__)
        place = np.zeros(len(texts), np.int32)
        place[own] = np.arange(len(own))
        places = place[sources]
        order = np.argsort(places, kind="stable")
        borders = np.searchsorted(places[order], np.arange(len(own) + 1)).tolist()
        said = self._records(order)
        for source, (start, end) in zip(own, pairwise(borders), strict=True):
            yield texts[source], list(islice(said, end - start))

    def _records(self, order: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Iterator[Saying]:
        """These sayings, taken out of the table a block at a time."""
        texts = self._all_texts()
        cells = np.frombuffer(self._cells, np.int32).reshape(-1, CELLS)
        relations = np.frombuffer(self._relations, np.int8)
        for start in range(0, len(order), BLOCK):
            block = order[start : start + BLOCK]
            for numbers, relation in zip(cells[block].tolist(), relations[block].tolist(), strict=True):
                yield _saying([texts[n] for n in numbers], RELATIONS[relation])

    def _all_texts(self) -> list[str]:
        """The texts by their numbers."""
        if len(self._texts) < len(self._numbers):
            self._texts = list(self._numbers)
        return self._texts


def _saying(texts: Sequence[str], relation: Relation) -> Saying:
    source, target, kind, document, date, title, role, status, rank, begin, behind = texts
    return Saying(source, target, relation, kind, begin + behind, document, date, title, role, status, rank)


_texts_of = attrgetter(*TEXTS)


def fields_of(said: Sequence[Saying], *names: str) -> Iterator[tuple[str, ...]]:
    """These fields, at least two, of each saying of a table or of any other sequence."""
    return said.fields(*names) if isinstance(said, Sayings) else map(attrgetter(*names), said)
