"""Scoring one article: every row of the table, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import MentionKind
from .comparison import Comparison
from .event_rows import score_events, score_participation
from .fact import Fact, Name, Tally
from .names import norm, same_place, same_unit
from .pairing import pair, tally, verdict
from .positions import posts, same_post
from .records import Person, Unit, UnitRelation


def score_document(both: Comparison) -> Iterator[Tally]:
    """Yield what one article adds to each row of the table.

    Example
    -------
    >>> from graphbuild.evaluate.comparison import compare
    >>> from graphbuild.evaluate.records import NOTHING
    >>> next(score_document(compare(NOTHING, NOTHING))).row
    'officers'
    """
    yield from score_persons(both)
    yield score_positions(both)
    yield from score_units(both)
    yield from score_events(both)
    yield from score_participation(both)
    yield score_unit_relations(both)
    yield score_places(both)
    yield from _score_byline(both)


def score_persons(both: Comparison) -> Iterator[Tally]:
    """Count the officers, and the ranks of those that the gold gives a rank."""
    gold, predicted = both.gold.persons, both.predicted.persons
    pairs = pair(gold, predicted, lambda g, p: norm(g.name) == norm(p.name))
    yield tally("officers", gold, predicted, pairs, lambda person: Fact(Name(MentionKind.PERSON, person.name)))
    for i, j in pairs.items():
        if gold[i].rank:
            right = norm(gold[i].rank) == norm(predicted[j].rank)
            yield verdict("rank (accuracy)", right, _rank(gold[i]), _rank(predicted[j]))


def _rank(person: Person) -> Fact:
    return Fact(Name(MentionKind.PERSON, person.name), value=person.rank or "")


def score_positions(both: Comparison) -> Tally:
    """Count the posts. Their status does not count; a wrong one is noted in `wrong`."""
    held, given = posts(both.gold.persons), posts(both.predicted.persons)
    pairs = pair(held, given, lambda g, p: same_post(g, p, both.aliases))
    counted = tally("positions", held, given, pairs, lambda post: post.fact())
    statuses = [(held[i], given[j]) for i, j in pairs.items()]
    wrong = tuple(
        (one.fact(with_status=True), other.fact(with_status=True))
        for one, other in statuses
        if one.status and other.status and one.status != other.status
    )
    return Tally(
        counted.row,
        counted.true_positives,
        counted.false_positives,
        counted.false_negatives,
        counted.missed,
        counted.extra,
        wrong,
    )


def score_units(both: Comparison) -> Iterator[Tally]:
    """Count the units, and the parents that they are said to have."""

    def likeness(unit: Unit, found: Unit) -> float:
        if norm(unit.name) == norm(found.name):
            return 2
        return any(same_unit(unit.name, name, both.aliases) for name in (found.name, *found.aliases))

    gold, predicted = both.gold.units, both.predicted.units
    yield tally("units", gold, predicted, pair(gold, predicted, likeness), lambda unit: Fact(_unit(unit.name)))
    inside, found = ([(u.name, u.parent) for u in units if u.parent] for units in (gold, predicted))
    pairs = pair(inside, found, lambda g, p: all(same_unit(a, b, both.aliases) for a, b in zip(g, p, strict=True)))
    yield tally("unit hierarchy", inside, found, pairs, lambda link: Fact(_unit(link[0]), _unit(link[1])))


def score_unit_relations(both: Comparison) -> Tally:
    """Count who leads and who is a member of which cluster."""

    def same(one: UnitRelation, other: UnitRelation) -> bool:
        ends = ((one.from_, other.from_), (one.to, other.to))
        return one.type == other.type and all(same_unit(a, b, both.aliases) for a, b in ends)

    gold, predicted = both.gold.unit_relations, both.predicted.unit_relations
    pairs = pair(gold, predicted, same)
    return tally("unit relations", gold, predicted, pairs, lambda r: Fact(_unit(r.from_), _unit(r.to), r.type))


def score_places(both: Comparison) -> Tally:
    """Count the places."""
    gold, predicted = both.gold.places, both.predicted.places
    pairs = pair(gold, predicted, same_place)
    return tally("places", gold, predicted, pairs, lambda place: Fact(Name(MentionKind.PLACE, place)))


def _score_byline(both: Comparison) -> Iterator[Tally]:
    if both.gold.byline:
        lines = [both.gold.byline, both.predicted.byline or ""]
        facts = (Fact(Name(MentionKind.PERSON, line)) for line in lines)
        yield verdict("byline (accuracy)", norm(lines[0]) == norm(lines[1]), *facts)


def _unit(name: str) -> Name:
    return Name(MentionKind.UNIT, name)
