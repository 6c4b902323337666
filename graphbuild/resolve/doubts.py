"""Pairs that may be one and were not joined, whatever their kind: what is worth a person's look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..model import EntityKind
from .articles import Key
from .ids import assigned_key
from .judgements import Judgements
from .records import Doubt
from .ties import JudgedPairs


@dataclass(frozen=True, slots=True)
class PairInDoubt:
    """Two groups of records, each by its first record, that may be one.

    Attributes
    ----------
    likelihood: 0 to 1. reasons: what speaks for and against it, in words for a reader, the weightiest first.
    """

    a: Key
    b: Key
    likelihood: float
    reasons: tuple[str, ...]


class Record(Protocol):
    """What an article says of one thing."""

    @property
    def key(self) -> Key: ...


def doubts(
    kind: EntityKind,
    pairs: Iterable[PairInDoubt],
    groups: Iterable[Sequence[Record]],
    ids: Mapping[Key, str],
    judgements: Judgements,
) -> Iterator[Doubt]:
    """The pairs of groups that nobody has judged, by the ids of their entities.

    Parameters
    ----------
    groups: every group of this kind, the first record first. ids: as in `Resolution.assigned`.
    """
    judged = JudgedPairs(judgements, kind)
    records = {group[0].key: group for group in groups}
    for pair in pairs:
        if not judged.settled(*((record.key for record in records[side]) for side in (pair.a, pair.b))):
            a, b = sorted(ids[assigned_key(kind, side)] for side in (pair.a, pair.b))
            yield Doubt(a, b, round(pair.likelihood, 2), pair.reasons)
