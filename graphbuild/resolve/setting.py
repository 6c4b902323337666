"""What persons are seen in: units, events and places, which are resolved before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .articles import EventRecord, Key
from .hierarchy import Hierarchy
from .places import Places
from .record_numbers import RecordNumbers, RecordTexts
from .units import Units


@dataclass(frozen=True, slots=True)
class Setting:
    """Units, events and places as far as they tell persons apart, by the records that articles have of them.

    Attributes
    ----------
    hierarchy: who stands above whom, by label. labels: record of a unit -> its label.
    events: record of an event -> a number that the records of one event have in common.
    place_types: record of a place -> the type of its place, '' if unknown.
    """

    hierarchy: Hierarchy
    labels: Mapping[Key, str]
    events: Mapping[Key, int]
    place_types: Mapping[Key, str]


def setting_of(units: Units, places: Places, events: Sequence[Sequence[EventRecord]]) -> Setting:
    """The setting that resolved units, places and events make."""
    return Setting(
        units.hierarchy,
        RecordTexts(units.of, units.labels),
        RecordNumbers(sorted((record.key, n) for n, group in enumerate(events) for record in group)),
        RecordTexts(places.of, places.types),
    )
