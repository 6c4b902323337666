"""Which person records of many articles are one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import EntityKind
from .articles import Article, EventRecord, PersonRecord
from .doubts import PairInDoubt
from .judgements import Judgements
from .name_shares import NameShares
from .namesakes import Namesakes
from .person_profile import Profiles, block_of
from .person_score import Scorer
from .person_weights import load_person_weights
from .places import Places
from .ties import JudgedPairs, classes
from .units import Units

if TYPE_CHECKING:
    from ..resources import Gazetteer


@dataclass(frozen=True, slots=True)
class PersonGroup:
    """The records of one person in the order of their keys, and why they were joined."""

    records: tuple[PersonRecord, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Persons:
    """Resolved persons, and pairs of them that may be one and were not joined."""

    groups: tuple[PersonGroup, ...]
    doubts: tuple[PairInDoubt, ...]


def resolve_persons(
    articles: Sequence[Article],
    units: Units,
    places: Places,
    events: Sequence[Sequence[EventRecord]],
    gazetteer: Gazetteer,
    judgements: Judgements,
    unjudged: Persons | None = None,
) -> Persons:
    """Join person records name by name; the order of articles changes nothing.

    Records are compared only within a block of names that are alike without accents, so that the work grows with
    the number of records and not with its square; and with names that one person was judged to bear.

    Parameters
    ----------
    unjudged: the persons of the same articles, units and events without judgements, if they are known; blocks of
        names that were not judged are not worked on again.
    """
    judged = JudgedPairs(judgements, EntityKind.PERSON)
    linked = classes(((block_of(name), ""), (block_of(top), "")) for name, top in judged.one_name().items())
    touched = None if unjudged is None else {block_of(name) for name in judged.names()}
    blocks: defaultdict[str, list[PersonRecord]] = defaultdict(list)
    for article in articles:
        for record in article.persons:
            block = block_of(record.key[1])
            if touched is None or block in touched:
                blocks[linked.get((block, ""), (block, ""))[0]].append(record)
    profiles = Profiles(articles, units, places, events, gazetteer)
    scorer = Scorer(units.hierarchy, NameShares(gazetteer), load_person_weights())
    groups: list[PersonGroup] = []
    doubts: list[PairInDoubt] = []
    if unjudged is not None and touched is not None:
        groups += (group for group in unjudged.groups if block_of(group.records[0].key[1]) not in touched)
        doubts += (doubt for doubt in unjudged.doubts if block_of(doubt.a[1]) not in touched)
    for name in sorted(blocks):
        records = sorted(blocks[name], key=lambda r: (not r.date, r.date, r.key))
        ties = judged.ties([record.key for record in records])
        namesakes = Namesakes([profiles.of(record) for record in records], scorer, ties)
        found = [_group(records, members, because) for members, because in namesakes.persons]
        groups += found
        doubts += (
            PairInDoubt(found[pair.a].records[0].key, found[pair.b].records[0].key, pair.likelihood, pair.reasons)
            for pair in namesakes.open_pairs
        )
    return Persons(tuple(groups), tuple(doubts))


def _group(records: Sequence[PersonRecord], members: Iterable[int], because: Iterable[str]) -> PersonGroup:
    return PersonGroup(tuple(sorted((records[n] for n in members), key=lambda r: r.key)), tuple(because))
