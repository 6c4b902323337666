"""The id of every record, by the million."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

Pairs = tuple[tuple[str, ...], tuple[str, ...]]
"""The keys of one article's records, sorted, and the id of each."""

NONE: Pairs = ((), ())


class RecordIds(Mapping[tuple[str, str], str]):
    """(document id, 'kind:local key') -> entity id, in the order of the keys; a tenth of what a dict of them takes.

    >>> ids = RecordIds([("a.txt", "unit:Quân khu 6", "unit/quan-khu-6"), ("a.txt", "person:Lan", "person/lan")])
    >>> ids["a.txt", "person:Lan"], ids == {("a.txt", "person:Lan"): "person/lan"}, len(ids)
    ('person/lan', False, 2)
    """

    def __init__(self, rows: Iterable[tuple[str, str, str]] = ()) -> None:
        # Key and id by turns: a tuple for each would take more than all that is kept.
        gathered: defaultdict[str, list[str]] = defaultdict(list)
        for document, key, id in rows:
            # Other articles have records of the same name, and the same entity.
            gathered[document] += sys.intern(key), sys.intern(id)
        self._of: dict[str, Pairs] = {}
        for document in sorted(gathered):
            by_turns = gathered.pop(document)
            keys, ids = zip(*sorted(zip(by_turns[::2], by_turns[1::2], strict=True)), strict=True)
            self._of[document] = (keys, ids)
        self._count = sum(len(keys) for keys, _ in self._of.values())

    def __getitem__(self, record: tuple[str, str]) -> str:
        document, key = record
        keys, ids = self._of.get(document, NONE)
        at = bisect_left(keys, key)
        if at == len(keys) or keys[at] != key:
            raise KeyError(record)
        return ids[at]

    def __contains__(self, record: object) -> bool:
        return isinstance(record, tuple) and self.get(record) is not None

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((document, key) for document, (keys, _) in self._of.items() for key in keys)

    def __len__(self) -> int:
        return self._count

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """(document, key, id) of each record, in the order of documents and keys."""
        for document, pairs in self._of.items():
            yield from ((document, key, id) for key, id in zip(*pairs, strict=True))

    def of(self, document: str) -> Mapping[str, str]:
        """The ids of one article's records by key."""
        return dict(zip(*self._of.get(document, NONE), strict=True))

    def part(self, documents: Iterable[str]) -> RecordIds:
        """Those of some articles, to be sent to another process."""
        some = RecordIds()
        some._of = {document: self._of[document] for document in sorted(documents) if document in self._of}
        some._count = sum(len(keys) for keys, _ in some._of.values())
        return some

    def entities(self) -> set[str]:
        """Every id that a record has."""
        return {id for _, ids in self._of.values() for id in ids}

    def changed_to(self, other: RecordIds) -> RecordIds:
        """These ids, but those of `other` for the records that it has."""
        if not self._of:
            return other
        merged = RecordIds()
        for document in sorted(self._of.keys() | other._of.keys()):
            ids = {**self.of(document), **other.of(document)}
            keys = tuple(sorted(ids))
            merged._of[document] = keys, tuple(ids[key] for key in keys)
            merged._count += len(keys)
        return merged


def record_ids(ids: Mapping[tuple[str, str], str]) -> RecordIds:
    """The same ids as `RecordIds`."""
    return ids if isinstance(ids, RecordIds) else RecordIds((*record, id) for record, id in ids.items())
