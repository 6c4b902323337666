"""What articles contradict each other about of one event: its day, its place, who organised it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..model import ConflictKind, ConflictSide, Entity, EntityKind
from ..text import compare_key
from .ranks import SEPARATOR
from .telling import Telling
from .text_rows import Numbered, TextRows, cut

Found = tuple[ConflictKind, str, ConflictSide, ConflictSide]
"""Kind, the event's id, and what the one and the other article say."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one claim says of an event: the id of a place or unit, and the side of a contradiction that it would be."""

    document: str
    value: str
    side: ConflictSide


class EventSayings:
    """The claims about events, gathered article by article."""

    def __init__(self) -> None:
        # Article, event, place, organiser, date, and the claim's id in two parts.
        self._told = TextRows(7)

    def add(self, telling: Telling) -> None:
        """Take in what one article tells."""
        for id, claim in telling.told.events:
            event = telling.id(EntityKind.EVENT, claim.event)
            place = telling.id(EntityKind.PLACE, claim.place) if claim.place else ""
            organiser = telling.unit(claim.organiser) if claim.organiser else ""
            said = telling.document, event, place, organiser, str(claim.date or "")
            self._told.append((*said, *cut(id, telling.document)))

    def found(self) -> Numbered:
        """All that was taken in, as `add_found` takes it."""
        return self._told.numbered()

    def add_found(self, told: Numbered) -> None:
        """Take in what other articles tell."""
        self._told.extend(told)

    def conflicts(self, entities: Mapping[str, Entity], one_line: Callable[[str, str], bool]) -> Iterator[Found]:
        """Days, places and organisers that cannot all be right, each against what most articles say.

        Places contradict each other where they are of one kind, organisers where neither stands above the other. Where
        one article names both there is no contradiction: it tells of two halls, or of two hosts.

        Parameters
        ----------
        entities: by id. one_line: of two units by id.
        """
        yield from _dates(self._told, entities)

        def contrary_places(a: str, b: str) -> bool:
            one, other = entities[a], entities[b]
            types = one.attributes.get("type", ""), other.attributes.get("type", "")
            return types[0] == types[1] != "" and not _one_place(one, other)

        def contrary_units(a: str, b: str) -> bool:
            return not one_line(a, b)

        places, organisers = _Sayings(contrary_places), _Sayings(contrary_units)
        many_places, many_organisers = _several(self._told, 2), _several(self._told, 3)
        for document, event, place, organiser, date, *id in self._told:
            if place and event in many_places:
                places.add(event, _Told(document, place, ConflictSide(entities[place].name, date, "".join(id))))
            if organiser and event in many_organisers:
                side = ConflictSide(entities[organiser].name, date, "".join(id))
                organisers.add(event, _Told(document, organiser, side))
        yield from ((ConflictKind.PLACES, *found) for found in places.conflicts())
        yield from ((ConflictKind.ORGANISERS, *found) for found in organisers.conflicts())


def _several(told: TextRows, column: int) -> set[str]:
    """The events of which articles say more than one thing here: of the others nothing need be remembered."""
    first: dict[str, str] = {}
    return {row[1] for row in told if row[column] and first.setdefault(row[1], row[column]) != row[column]}


class _Sayings:
    """What articles say of events, of one sort; `contrary` tells whether two such values contradict each other."""

    def __init__(self, contrary: Callable[[str, str], bool]) -> None:
        self._contrary = contrary
        self._told: defaultdict[str, list[_Told]] = defaultdict(list)

    def add(self, event: str, told: _Told) -> None:
        self._told[event].append(told)

    def conflicts(self) -> Iterator[tuple[str, ConflictSide, ConflictSide]]:
        for event, told in self._told.items():
            articles: defaultdict[str, set[str]] = defaultdict(set)
            first: dict[str, _Told] = {}
            for one in told:
                articles[one.value].add(one.document)
                first.setdefault(one.value, one)
            if len(first) > 1:
                chosen = min(articles, key=lambda value: (-len(articles[value]), value))
                for value in sorted(first):
                    apart = value != chosen and articles[value].isdisjoint(articles[chosen])
                    if apart and self._contrary(chosen, value):
                        yield event, first[chosen].side, first[value].side


def _dates(told: TextRows, entities: Mapping[str, Entity]) -> Iterator[Found]:
    """Dates of one event that cannot be the same day, each against the one that the event has."""
    said: defaultdict[str, dict[str, ConflictSide]] = defaultdict(dict)
    contrary = {id for id, entity in entities.items() if entity.attributes.get("other_dates")}
    for _, event, _, _, date, *id in told:
        if date and event in contrary:
            said[event].setdefault(date, ConflictSide(date, date, "".join(id)))
    for event, sides in said.items():
        chosen = str(entities[event].attributes["date"])
        for date in str(entities[event].attributes["other_dates"]).split(SEPARATOR):
            if chosen in sides and date in sides:
                yield ConflictKind.DATES, event, sides[chosen], sides[date]


def _one_place(one: Entity, other: Entity) -> bool:
    """True if the one has become part of the other, or its name says more of the same place."""
    followed = {str(place.attributes.get("succeeded_by", "")) for place in (one, other)}
    words = [set(compare_key(place.name).split()) for place in (one, other)]
    return not followed.isdisjoint({one.name, other.name}) or words[0] <= words[1] or words[1] <= words[0]
