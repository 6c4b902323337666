"""Events: which predicted one is meant, and what of it is right."""

from __future__ import annotations

from .names import Aliases, overlap, same_date, same_unit
from .pairing import Pairs, pair
from .records import Event, Facts

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
    same_type = right_type(gold, predicted)
    if shared >= SAME_NAME:
        return 1 + shared + (0.25 if same_type else 0.0)
    on_its_day = bool(gold.date) and same_date(gold.date, predicted.date)
    return 0.5 + shared if same_type and on_its_day and shared >= SAME_DAY_AND_TYPE else 0.0


def right_type(gold: Event, predicted: Event) -> bool:
    """True for the type of the gold, or another that it accepts."""
    return predicted.type in (gold.type, *gold.accept.type)


def right_date(gold: Event, predicted: Event) -> bool:
    """True for the date of the gold, as far as the coarser one goes, or another that it accepts."""
    return any(same_date(date, predicted.date) for date in (gold.date, *gold.accept.date))


def right_organiser(gold: Event, predicted: Event, aliases: Aliases) -> bool:
    """True for the organiser of the gold, or another that it accepts; None stands for no organiser."""
    return any(
        same_unit(unit, predicted.organiser, aliases) or not (unit or predicted.organiser)
        for unit in (gold.organiser, *gold.accept.organiser)
    )


def right_place(gold: Event, predicted: Event) -> bool:
    """True for a place that shares enough syllables with that of the gold."""
    return overlap(gold.place, predicted.place) >= SAME_PLACE
