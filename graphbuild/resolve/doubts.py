"""Pairs of persons that may be one and were not joined: what is worth a person's look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ..model import EntityKind
from ..text import compare_key
from .articles import Article, Key
from .judgements import Judgements
from .person_rules import Career, rank_sightings
from .persons import PersonGroup
from .records import DoubtfulPair
from .ties import JudgedPairs
from .units import Units

if TYPE_CHECKING:
    from ..resources import Gazetteer

MOST_NAMESAKES = 20
"""Up to so many persons of a name every two are compared; of more, those that one unit's articles name."""

MOST_SHARING = 20
"""A unit that more namesakes' articles name tells nobody apart."""


@dataclass(frozen=True, slots=True)
class _Person:
    """What tells a person from namesakes. `units`: of the posts; `named`: every unit that their articles name."""

    id: str
    career: Career
    units: frozenset[str]
    named: frozenset[str]
    records: frozenset[Key]


def doubtful_persons(
    articles: Iterable[Article],
    persons: Iterable[tuple[str, PersonGroup]],
    units: Units,
    gazetteer: Gazetteer,
    judgements: Judgements,
) -> tuple[DoubtfulPair, ...]:
    """Namesakes that were kept apart although no career forbids that they are one, and that nobody has judged.

    The score is a rough one: a unit that the articles of both name, ranks in step, or no post that speaks against it
    make one person more likely. `persons` are (id, group) pairs.
    """
    judged = JudgedPairs(judgements, EntityKind.PERSON)
    by_name: defaultdict[str, list[tuple[str, PersonGroup]]] = defaultdict(list)
    for id, group in persons:
        for name in {compare_key(record.key[1]) for record in group.records}:
            by_name[name].append((id, group))
    named = {article.document: frozenset(units.label(record.key) for record in article.units) for article in articles}
    found: dict[tuple[str, str], DoubtfulPair] = {}
    for groups in by_name.values():
        if len(groups) > 1:
            namesakes = [
                _person(id, group, units, named, gazetteer) for id, group in sorted(groups, key=lambda g: g[0])
            ]
            for a, b in _pairs(namesakes):
                if not a.career.clashes(b.career) and not judged.settled(a.records, b.records):
                    found[a.id, b.id] = _doubt(a, b)
    return tuple(found[key] for key in sorted(found))


def _person(
    id: str, group: PersonGroup, units: Units, named: Mapping[str, frozenset[str]], gazetteer: Gazetteer
) -> _Person:
    ranks = {
        (order, day)
        for r in group.records
        for rank, day in r.ranks
        if (order := gazetteer.rank_order(rank)) is not None
    }
    return _Person(
        id,
        rank_sightings(sorted(ranks)),
        frozenset(units.label((record.key[0], post.unit)) for record in group.records for post in record.posts),
        frozenset().union(*(named[record.key[0]] for record in group.records)),
        frozenset(record.key for record in group.records),
    )


def _pairs(persons: Sequence[_Person]) -> Iterator[tuple[_Person, _Person]]:
    if len(persons) <= MOST_NAMESAKES:
        yield from combinations(persons, 2)
        return
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for n, person in enumerate(persons):
        for unit in person.named:
            sharing[unit].append(n)
    near = {pair for found in sharing.values() if len(found) <= MOST_SHARING for pair in combinations(found, 2)}
    yield from ((persons[a], persons[b]) for a, b in sorted(near))


def _doubt(a: _Person, b: _Person) -> DoubtfulPair:
    score, reasons = 0.2, ["one name"]
    if a.named & b.named:
        score, reasons = score + 0.2, [*reasons, "articles of both name one unit"]
    if a.career.spans and b.career.spans and not a.career.falls(b.career):
        score, reasons = score + 0.15, [*reasons, "ranks in step"]
    if a.units and b.units:
        score, reasons = score - 0.1, [*reasons, "posts in unrelated units"]
    else:
        score, reasons = (
            score + 0.1,
            [*reasons, "no post is given for " + ("one of them" if a.units or b.units else "both")],
        )
    return DoubtfulPair(a.id, b.id, round(score, 2), tuple(reasons))
