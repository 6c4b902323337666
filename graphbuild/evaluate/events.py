"""Events: which predicted one is meant, and whether it is right about the main event."""

from __future__ import annotations

from collections.abc import Iterator

from .names import Aliases, overlap, same_date, same_unit
from .pairing import Pairs, pair, tally, verdict
from .records import Event, Facts
from .result import Tally

SAME_NAME = 0.5
"""Overlap of the syllables from which two names are those of one event."""

SAME_DAY_AND_TYPE = 0.2
"""Overlap that is enough where date and type agree as well."""

SAME_PLACE = 0.6
"""Overlap from which the place of the main event is right."""


def pair_events(gold: Facts, predicted: Facts) -> Pairs:
    """Pair the events by name, type and date."""
    return pair(gold.events, predicted.events, _likeness)


def _likeness(gold: Event, predicted: Event) -> float:
    shared = overlap(gold.name, predicted.name)
    same_type = _right_type(gold, predicted)
    if shared >= SAME_NAME:
        return 1 + shared + (0.25 if same_type else 0.0)
    on_its_day = bool(gold.date) and same_date(gold.date, predicted.date)
    return 0.5 + shared if same_type and on_its_day and shared >= SAME_DAY_AND_TYPE else 0.0


def score_events(document: str, gold: Facts, predicted: Facts, pairs: Pairs, aliases: Aliases) -> Iterator[Tally]:
    """Count the events, their types, and what is said of the main event."""
    yield tally("events", gold.events, predicted.events, pairs, document, lambda e: f"{e.type}: {e.name}")
    for i, j in pairs.items():
        event, found = gold.events[i], predicted.events[j]
        what = f"{event.name}: {event.type} != {found.type}"
        yield verdict("event type (accuracy)", _right_type(event, found), document, what)
    if gold.events:
        main = next((i for i, event in enumerate(gold.events) if event.main), 0)
        of_main = predicted.events[pairs[main]] if main in pairs else None
        yield from _score_main(document, gold.events[main], of_main, aliases)


def _score_main(document: str, main: Event, found: Event | None, aliases: Aliases) -> Iterator[Tally]:
    yield verdict("main event found (accuracy)", found is not None, document, main.name)
    if found is None:
        return
    right = any(same_date(date, found.date) for date in (main.date, *main.accept.date))
    yield verdict("main event date (accuracy)", right, document, f"{main.date} != {found.date}")
    if main.organiser:
        right = any(
            same_unit(unit, found.organiser, aliases) or not (unit or found.organiser)
            for unit in (main.organiser, *main.accept.organiser)
        )
        yield verdict("main event organiser (accuracy)", right, document, f"{main.organiser} != {found.organiser}")
    if main.place:
        right = overlap(main.place, found.place) >= SAME_PLACE
        yield verdict("main event place (accuracy)", right, document, f"{main.place} != {found.place}")


def _right_type(gold: Event, predicted: Event) -> bool:
    return predicted.type in (gold.type, *gold.accept.type)
