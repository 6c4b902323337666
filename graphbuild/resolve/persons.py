"""Which person records of many articles are one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import tee
from typing import TYPE_CHECKING

from ..model import EntityKind
from .articles import Article, PersonRecord
from .doubts import PairInDoubt
from .judgements import Answer, Judgements
from .person_blocks import Block, join_blocks
from .person_profile import Profiles, block_of
from .setting import Setting
from .ties import JudgedPairs, classes

if TYPE_CHECKING:
    from ..resources import Gazetteer


FEW = 20_000
"""So many records are joined here sooner than other processes have started."""


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
    only: Set[str] | None = None,
    jobs: int = 1,
) -> Persons:
    """Join person records name by name; the order of articles changes nothing.

    Records are compared only within a block of names that are alike without accents, so that the work grows with
    the number of records and not with its square; and with names that one person was judged to bear.

    Parameters
    ----------
    only: blocks of names to work on, as `block_of` gives them, with all that are linked to them by judgements; None
        takes every name.
    jobs: processes to work in where there are many records; 1 is this one.
    """
    judged = JudgedPairs(judgements, EntityKind.PERSON)
    linked = linked_blocks(judgements)
    gathered: defaultdict[str, list[PersonRecord]] = defaultdict(list)
    for article in articles:
        for record in article.persons:
            block = block_of(record.key[1])
            if only is None or block in only:
                gathered[linked.get(block, block)].append(record)
    ordered = (sorted(gathered[name], key=lambda r: (not r.date, r.date, r.key)) for name in sorted(gathered))
    records, shown = tee(ordered)
    profiles = Profiles(articles, setting, gazetteer)
    blocks = (Block([profiles.seen(one) for one in some], judged.ties([one.key for one in some])) for some in shown)
    if sum(map(len, gathered.values())) < FEW:
        jobs = 1
    groups: list[PersonGroup] = []
    doubts: list[PairInDoubt] = []
    for some, joined in zip(records, join_blocks(blocks, setting.hierarchy, gazetteer, jobs), strict=True):
        found = [_group(some, members, because) for members, because in joined.persons]
        groups += found
        doubts += (
            PairInDoubt(found[pair.a].records[0].key, found[pair.b].records[0].key, pair.likelihood, pair.reasons)
            for pair in joined.open_pairs
        )
    return Persons(tuple(groups), tuple(doubts))


def jobs_for(articles: Iterable[Article], jobs: int) -> int:
    """So many processes as `resolve_persons` works in for these articles, where it may work in `jobs`."""
    return jobs if sum(len(article.persons) for article in articles) >= FEW else 1


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
