"""Which person records of many articles are one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import EntityKind
from .articles import Article, PersonRecord
from .doubts import PairInDoubt
from .judgements import Answer, Judgements
from .name_shares import NameShares
from .namesakes import Namesakes
from .person_profile import Profiles, block_of
from .person_score import Scorer
from .person_weights import load_person_weights
from .setting import Setting
from .ties import JudgedPairs, classes

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
    setting: Setting,
    gazetteer: Gazetteer,
    judgements: Judgements,
    blocks: Set[str] | None = None,
) -> Persons:
    """Join person records name by name; the order of articles changes nothing.

    Records are compared only within a block of names that are alike without accents, so that the work grows with
    the number of records and not with its square; and with names that one person was judged to bear.

    Parameters
    ----------
    blocks: those of the names to work on, as `block_of` gives them, with all that are linked to them by judgements;
        None takes every name.
    """
    judged = JudgedPairs(judgements, EntityKind.PERSON)
    linked = linked_blocks(judgements)
    gathered: defaultdict[str, list[PersonRecord]] = defaultdict(list)
    for article in articles:
        for record in article.persons:
            block = block_of(record.key[1])
            if blocks is None or block in blocks:
                gathered[linked.get(block, block)].append(record)
    profiles = Profiles(articles, setting, gazetteer)
    scorer = Scorer(setting.hierarchy, NameShares(gazetteer), load_person_weights())
    groups: list[PersonGroup] = []
    doubts: list[PairInDoubt] = []
    for name in sorted(gathered):
        records = sorted(gathered[name], key=lambda r: (not r.date, r.date, r.key))
        ties = judged.ties([record.key for record in records])
        namesakes = Namesakes([profiles.of(record) for record in records], scorer, ties)
        found = [_group(records, members, because) for members, because in namesakes.persons]
        groups += found
        doubts += (
            PairInDoubt(found[pair.a].records[0].key, found[pair.b].records[0].key, pair.likelihood, pair.reasons)
            for pair in namesakes.open_pairs
        )
    return Persons(tuple(groups), tuple(doubts))


def replace_blocks(persons: Persons, blocks: Set[str], anew: Persons) -> Persons:
    """`persons` with those of these blocks of names taken from `anew`, which has no others."""
    groups = (group for group in persons.groups if block_of(group.records[0].key[1]) not in blocks)
    doubts = (doubt for doubt in persons.doubts if block_of(doubt.a[1]) not in blocks)
    return Persons((*groups, *anew.groups), (*doubts, *anew.doubts))


def judged_blocks(judgements: Judgements) -> set[str]:
    """The blocks of all names in judgements about two persons."""
    return {
        block_of(name)
        for one in judgements.pairs()
        if one.kind is EntityKind.PERSON
        for _, name in (*one.a.records, *one.b.records)
    }


def linked_blocks(judgements: Judgements) -> Mapping[str, str]:
    """Blocks of names that one person was judged to bear -> the smallest of them, through chains of judgements."""
    same = judgements.of_kind(EntityKind.PERSON, Answer.SAME)
    links = classes(((block_of(name), "") for _, name in (*one.a.records, *one.b.records)) for one in same)
    return {block: top for (block, _), (top, _) in links.items()}


def _group(records: Sequence[PersonRecord], members: Iterable[int], because: Iterable[str]) -> PersonGroup:
    return PersonGroup(tuple(sorted((records[n] for n in members), key=lambda r: r.key)), tuple(because))
