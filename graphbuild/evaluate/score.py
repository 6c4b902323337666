"""Scoring one article: every row of the table, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .events import pair_events, score_events
from .measure import load_measure
from .names import Aliases, alias_table, norm, same_place, same_unit
from .pairing import Pairs, pair, tally, verdict
from .positions import posts, same_post
from .records import Facts, Unit, UnitRelation
from .result import Tally


def score_document(document: str, gold: Facts, predicted: Facts) -> Iterator[Tally]:
    """Yield what one article adds to each row of the table.

    Parameters
    ----------
    document: the article's name, for the list of misses.
    gold, predicted: its facts as a reader has them, and as they were extracted.

    Example
    -------
    >>> from graphbuild.evaluate.records import NOTHING
    >>> next(score_document("a", NOTHING, NOTHING)).row
    'officers'
    """
    aliases = alias_table((*gold.units, *predicted.units))
    events = pair_events(gold, predicted)
    yield from _score_persons(document, gold, predicted, aliases)
    yield from _score_units(document, gold, predicted, aliases)
    yield from score_events(document, gold, predicted, events, aliases)
    yield from _score_participation(document, gold, predicted, events)
    yield _score_unit_relations(document, gold, predicted, aliases)
    places = pair(gold.places, predicted.places, same_place)
    yield tally("places", gold.places, predicted.places, places, document, str)
    if gold.byline:
        right = norm(gold.byline) == norm(predicted.byline)
        yield verdict("byline (accuracy)", right, document, f"{gold.byline} != {predicted.byline}")


def _score_persons(document: str, gold: Facts, predicted: Facts, aliases: Aliases) -> Iterator[Tally]:
    pairs = pair(gold.persons, predicted.persons, lambda g, p: norm(g.name) == norm(p.name))
    yield tally("officers", gold.persons, predicted.persons, pairs, document, lambda p: p.name)
    for i, j in pairs.items():
        person, found = gold.persons[i], predicted.persons[j]
        if person.rank:
            what = f"{person.name}: {person.rank} != {found.rank}"
            yield verdict("rank (accuracy)", norm(person.rank) == norm(found.rank), document, what)
    held, given = posts(gold.persons), posts(predicted.persons)
    pairs = pair(held, given, lambda g, p: same_post(g, p, aliases))
    yield tally("positions", held, given, pairs, document, lambda post: post.shown)


def _score_units(document: str, gold: Facts, predicted: Facts, aliases: Aliases) -> Iterator[Tally]:
    def likeness(unit: Unit, found: Unit) -> float:
        if norm(unit.name) == norm(found.name):
            return 2
        return any(same_unit(unit.name, name, aliases) for name in (found.name, *found.aliases))

    pairs = pair(gold.units, predicted.units, likeness)
    yield tally("units", gold.units, predicted.units, pairs, document, lambda unit: unit.name)
    inside, found = ([(u.name, u.parent) for u in facts.units if u.parent] for facts in (gold, predicted))
    pairs = pair(inside, found, lambda g, p: same_unit(g[0], p[0], aliases) and same_unit(g[1], p[1], aliases))
    yield tally("unit hierarchy", inside, found, pairs, document, lambda link: f"{link[0]} in {link[1]}")


@dataclass(frozen=True, slots=True, order=True)
class _Part:
    """Who took part in which event, and how; an event that no gold event is paired with has a number below 0."""

    person: str
    event: int
    role: str = ""
    shown: str = field(compare=False, default="")


def _score_participation(document: str, gold: Facts, predicted: Facts, events: Pairs) -> Iterator[Tally]:
    number = {j: i for i, j in events.items()}
    there = _parts(gold, {i: i for i in range(len(gold.events))})
    found = _parts(predicted, {j: number.get(j, -1 - j) for j in range(len(predicted.events))})
    for row, with_role in (("participation with role", True), ("participation", False)):
        g, p = (
            sorted({_Part(x.person, x.event, x.role if with_role else "", x.shown) for x in parts})
            for parts in (there, found)
        )
        yield tally(row, g, p, pair(g, p, lambda a, b: a == b), document, _show)


def _show(part: _Part) -> str:
    return ", ".join(filter(None, (part.shown, part.role)))


def _parts(facts: Facts, number: Mapping[int, int]) -> list[_Part]:
    roles = load_measure().roles
    return [
        _Part(
            norm(relation.person),
            number[relation.event],
            roles.get(relation.role, relation.role),
            f"{relation.person}: {facts.events[relation.event].name}",
        )
        for relation in facts.relations
    ]


def _score_unit_relations(document: str, gold: Facts, predicted: Facts, aliases: Aliases) -> Tally:
    def same(one: UnitRelation, other: UnitRelation) -> bool:
        ends = ((one.from_, other.from_), (one.to, other.to))
        return one.type == other.type and all(same_unit(a, b, aliases) for a, b in ends)

    pairs = pair(gold.unit_relations, predicted.unit_relations, same)
    show = "{0.from_} {0.type} {0.to}".format
    return tally("unit relations", gold.unit_relations, predicted.unit_relations, pairs, document, show)
