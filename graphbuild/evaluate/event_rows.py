"""The rows on events: which were found, what is right of them, and who took part how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..model import MentionKind
from .comparison import Comparison
from .events import right_date, right_organiser, right_place, right_type
from .fact import Fact, Name, Tally
from .measure import load_measure
from .names import norm
from .pairing import pair, tally, verdict
from .records import Event, Facts


def score_events(both: Comparison) -> Iterator[Tally]:
    """Count the events, their types, and what is said of the main event."""
    gold, predicted = both.gold.events, both.predicted.events
    there = [Fact(_name(event, i), value=event.type) for i, event in enumerate(gold)]
    number = predicted_numbers(both)
    found = [Fact(_name(event, number[j]), value=event.type) for j, event in enumerate(predicted)]
    yield tally("events", there, found, both.events, lambda fact: fact)
    for i, j in both.events.items():
        yield verdict("event type (accuracy)", right_type(gold[i], predicted[j]), there[i], found[j])
    if gold:
        main = next((i for i, event in enumerate(gold) if event.main), 0)
        yield from _score_main(both, main, predicted[both.events[main]] if main in both.events else None)


def _score_main(both: Comparison, number: int, found: Event | None) -> Iterator[Tally]:
    main = both.gold.events[number]
    name = _name(main, number)
    yield verdict("main event found (accuracy)", found is not None, Fact(name), None)
    if found is None:
        return
    dates = (Fact(name, value=event.date or "") for event in (main, found))
    yield verdict("main event date (accuracy)", right_date(main, found), *dates)
    if main.organiser:
        right = right_organiser(main, found, both.aliases)
        organisers = (Fact(name, _object(MentionKind.UNIT, event.organiser)) for event in (main, found))
        yield verdict("main event organiser (accuracy)", right, *organisers)
    if main.place:
        places = (Fact(name, _object(MentionKind.PLACE, event.place)) for event in (main, found))
        yield verdict("main event place (accuracy)", right_place(main, found), *places)


@dataclass(frozen=True, slots=True, order=True)
class _Part:
    """Who took part in which event, and how; an event that no gold event is paired with has a number below 0."""

    person: str
    event: int
    role: str
    fact: Fact = field(compare=False)


def score_participation(both: Comparison) -> Iterator[Tally]:
    """Count who took part in which event, with the role and without."""
    there = _parts(both.gold, {i: i for i in range(len(both.gold.events))})
    found = _parts(both.predicted, predicted_numbers(both))
    for row, with_role in (("participation with role", True), ("participation", False)):
        g, p = (sorted({x if with_role else _without_role(x) for x in parts}) for parts in (there, found))
        yield tally(row, g, p, pair(g, p, lambda a, b: a == b), lambda part: part.fact)


def _without_role(part: _Part) -> _Part:
    return _Part(part.person, part.event, "", Fact(part.fact.subject, part.fact.object))


def _parts(facts: Facts, number: Mapping[int, int]) -> list[_Part]:
    parts = []
    for relation in facts.relations:
        role = role_class(relation.role)
        event = _name(facts.events[relation.event], number[relation.event])
        fact = Fact(Name(MentionKind.PERSON, relation.person), event, role)
        parts.append(_Part(norm(relation.person), event.number, role, fact))
    return parts


def role_class(role: str) -> str:
    """The role that `role` counts as: 'speaks' for 'directs'."""
    return load_measure().roles.get(role, role)


def predicted_numbers(both: Comparison) -> dict[int, int]:
    """Index of a predicted event -> that of the gold event it is paired with, else a number of its own below 0."""
    number = {j: i for i, j in both.events.items()}
    return {j: number.get(j, -1 - j) for j in range(len(both.predicted.events))}


def _name(event: Event, number: int) -> Name:
    return Name(MentionKind.EVENT, event.name, number)


def _object(kind: MentionKind, text: str | None) -> Name | None:
    return Name(kind, text) if text else None
