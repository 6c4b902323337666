"""Pairs of persons that may be one and were not joined: what is worth a person's look."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import EntityKind
from .articles import Key
from .ids import assigned_key
from .judgements import Judgements
from .persons import Persons
from .records import DoubtfulPair
from .ties import JudgedPairs


def doubtful_persons(persons: Persons, ids: Mapping[Key, str], judgements: Judgements) -> tuple[DoubtfulPair, ...]:
    """The pairs that resolution left open and that nobody has judged; `ids`: as in `Resolution.assigned`."""
    judged = JudgedPairs(judgements, EntityKind.PERSON)
    records = {group.records[0].key: group.records for group in persons.groups}
    found = []
    for doubt in persons.doubts:
        if not judged.settled(*((record.key for record in records[side]) for side in (doubt.a, doubt.b))):
            a, b = sorted(ids[assigned_key(EntityKind.PERSON, side)] for side in (doubt.a, doubt.b))
            found.append(DoubtfulPair(a, b, round(doubt.likelihood, 2), doubt.reasons))
    return tuple(sorted(found, key=lambda pair: (pair.a, pair.b)))
