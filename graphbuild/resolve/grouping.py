"""All records of a collection in groups, one an entity, and the ids of the groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model import EntityKind
from .articles import Article, EventRecord, Key, PersonRecord, PlaceRecord, UnitRecord
from .doubts import PairInDoubt
from .entities import unit_titles
from .event_date import choose_date
from .event_doubts import event_doubts
from .events import resolve_events
from .ids import KnownIds, Newcomer, give_ids
from .judgements import Judgements
from .naming import event_name, person_name, place_name
from .persons import PersonGroup, Persons, jobs_for, judged_blocks, replace_blocks, resolve_persons
from .places import Places, resolve_places
from .record_ids import RecordIds
from .setting import Setting, setting_of
from .spread import Beside
from .twins import mark_twins
from .unit_doubts import unit_doubts
from .unit_names import UnitNames
from .units import Units, resolve_units

if TYPE_CHECKING:
    from ..resources import Gazetteer

Record = PersonRecord | UnitRecord | EventRecord | PlaceRecord


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of each kind, in a fixed order.

    Attributes
    ----------
    titles: names of units. setting: what persons are seen in. unit_doubts, event_doubts: pairs that may be one.
    """

    units: Units
    titles: list[str]
    places: Places
    persons: Persons
    events: tuple[tuple[EventRecord, ...], ...]
    setting: Setting
    unit_doubts: tuple[PairInDoubt, ...] = ()
    event_doubts: tuple[PairInDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupIds:
    """The ids of groups, in the order of `Groups`; `of` has the keys of `Resolution.assigned`."""

    units: list[str]
    places: list[str]
    persons: list[str]
    events: list[str]
    of: RecordIds


def find_groups(
    articles: Sequence[Article],
    names: UnitNames,
    gazetteer: Gazetteer,
    judgements: Judgements,
    unjudged: Groups | None = None,
    jobs: int = 1,
) -> Groups:
    """Put the records of `articles` into groups.

    `unjudged`: the groups without judgements, if they are known. What no judgement can touch is taken from them:
    where two persons alone were judged, everything but the persons of their names.
    `jobs`: processes to work in where there is much to do; 1 is this one.
    """
    judged = {one.kind for one in judgements.pairs()}
    same = unjudged if not judgements.corrections() else None
    same_units = same if EntityKind.UNIT not in judged else None
    if same_units:
        units, titles = same_units.units, same_units.titles
    else:
        mark_twins(articles, names)
        units = resolve_units(articles, names, judgements)
        titles = unit_titles(units, names)
    known_places = same.places if same and EntityKind.PLACE not in judged else None
    places = known_places or resolve_places(articles, gazetteer, judgements)
    only_persons = same if judged <= {EntityKind.PERSON} else None
    if only_persons:
        setting, blocks = only_persons.setting, judged_blocks(judgements)
        anew = resolve_persons(articles, setting, gazetteer, judgements, blocks)
        return replace(only_persons, persons=replace_blocks(only_persons.persons, blocks, anew))
    events = resolve_events(articles, units, places, judgements)
    setting = setting_of(units, places, events)

    def in_doubt() -> tuple[tuple[PairInDoubt, ...], tuple[PairInDoubt, ...]]:
        open_units = same_units.unit_doubts if same_units else unit_doubts(articles, units, titles, names, gazetteer)
        return open_units, event_doubts(articles, units, places, events)

    # Many persons are for other processes, and nothing of theirs hangs on what is in doubt.
    open_pairs = Beside(in_doubt, jobs_for(articles, jobs))
    persons = resolve_persons(articles, setting, gazetteer, judgements, jobs=jobs)
    return Groups(units, titles, places, persons, events, setting, *open_pairs.result())


def name_groups(articles: Iterable[Article], found: Groups, known: KnownIds) -> GroupIds:
    """Give every group an id, the one its records have where there is one."""
    naming = _Naming(articles, known)
    return GroupIds(
        persons=naming.give_persons(found.persons.groups),
        units=naming.give(EntityKind.UNIT, zip(found.titles, found.units.groups, strict=True)),
        events=naming.give_events(found.events),
        places=naming.give(
            EntityKind.PLACE, ((place_name(r.key[1] for r in group), group) for group in found.places.groups)
        ),
        of=RecordIds(naming.given()),
    )


def name_persons(
    articles: Iterable[Article], groups: Sequence[PersonGroup], known: KnownIds
) -> tuple[list[str], RecordIds]:
    """What `name_groups` does, of persons alone: their ids in the order of `groups`, and the id of each record."""
    naming = _Naming(articles, known)
    return naming.give_persons(groups), RecordIds(naming.given())


class _Naming:
    """Gives ids kind by kind and notes which record got which."""

    def __init__(self, articles: Iterable[Article], known: KnownIds) -> None:
        self._dates = {article.document: article.date for article in articles}
        self._known = known
        self._given: list[tuple[EntityKind, str, tuple[Key, ...]]] = []

    def given(self) -> Iterator[tuple[str, str, str]]:
        """(document, 'kind:local key', id) of each record, once."""
        while self._given:
            kind, id, members = self._given.pop()
            prefix = f"{kind}:"
            yield from ((document, prefix + name, id) for document, name in members)

    def give(self, kind: EntityKind, groups: Iterable[tuple[str, Sequence[Record]]]) -> list[str]:
        """Ids for groups of records; new ones are made of the words that come with each."""
        return self._give([self._newcomer(kind, words, group) for words, group in groups])

    def give_persons(self, groups: Iterable[PersonGroup]) -> list[str]:
        """Ids for persons."""
        named = ((person_name(record.key[1] for record in group.records), group.records) for group in groups)
        return self.give(EntityKind.PERSON, named)

    def give_events(self, groups: Iterable[Sequence[EventRecord]]) -> list[str]:
        """Ids for events; a new one begins with the event's date."""
        newcomers = []
        for group in groups:
            date = str(choose_date(group)[0] or "")
            words = f"{date} {event_name(record.name for record in group)}"
            newcomers.append(replace(self._newcomer(EntityKind.EVENT, words, group), date=date))
        return self._give(newcomers)

    def _give(self, newcomers: Sequence[Newcomer]) -> list[str]:
        ids = give_ids(newcomers, self._known)
        for id, newcomer in zip(ids, newcomers, strict=True):
            self._given.append((newcomer.kind, id, newcomer.members))
        return ids

    def _newcomer(self, kind: EntityKind, words: str, group: Sequence[Record]) -> Newcomer:
        members = tuple(sorted(record.key for record in group))
        dates = [date for document, _ in members if (date := self._dates[document])]
        return Newcomer(kind, words, min(dates, default=""), members)
