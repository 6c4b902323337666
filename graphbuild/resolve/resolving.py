"""The whole of resolution: claims of many articles in, entities and edges out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Entity, EntityKind, ParticipationClaim, PostingClaim, RankClaim, Status
from .articles import Article, EventRecord, PersonRecord, PlaceRecord, UnitRecord, gather
from .edges import sayings
from .entities import describe_event, describe_person, describe_place, describe_unit, unit_titles
from .event_date import choose_date
from .events import resolve_events
from .ids import Newcomer, assigned_key, give_ids
from .naming import event_name, person_name, place_name
from .persons import resolve_persons
from .places import resolve_places
from .records import ClaimSet, Resolution
from .through_time import through_time
from .twins import mark_twins
from .unit_names import UnitNames
from .units import resolve_units

if TYPE_CHECKING:
    from ..resources import Gazetteer

Record = PersonRecord | UnitRecord | EventRecord | PlaceRecord
Assigned = Mapping[tuple[str, str], str]


def resolve(extractions: Iterable[ClaimSet], assigned: Assigned, gazetteer: Gazetteer) -> Resolution:
    """Resolve the claims of many articles to entities and edges.

    Pure and repeatable: the same claims and `assigned` give the same result, in whatever order they come.

    Parameters
    ----------
    extractions: the claims, one ClaimSet an article.
    assigned: `Resolution.assigned` of an earlier call, or empty: entities keep the ids of their records.
    gazetteer: known units, abbreviations and the order of ranks.

    Raises ValueError for two ClaimSets of one document.

    Example
    -------
    >>> from graphbuild.resources import load_gazetteer
    >>> resolve([], {}, load_gazetteer()).entities
    ()
    """
    articles = _gathered(extractions)
    names = UnitNames(gazetteer)
    mark_twins(articles, names)
    units = resolve_units(articles, names)
    places = resolve_places(articles, gazetteer)
    persons = resolve_persons(articles, units, gazetteer)
    events = resolve_events(articles, units, places)
    titles = unit_titles(units, names)

    naming = _Naming(articles, assigned)
    person_ids = naming.give(
        EntityKind.PERSON, ((person_name(r.key[1] for r in g.records), g.records) for g in persons)
    )
    unit_ids = naming.give(EntityKind.UNIT, zip(titles, units.groups, strict=True))
    event_ids = naming.give_events(events)
    place_ids = naming.give(EntityKind.PLACE, ((place_name(r.key[1] for r in group), group) for group in places.groups))

    event_dates = {id: str(choose_date(group)[0] or "") for id, group in zip(event_ids, events, strict=True)}
    days, loose_posts = _sightings(articles, naming.ids, event_dates)
    entities: list[Entity] = [
        *(
            describe_person(id, g, gazetteer, days[id], loose_posts[id])
            for id, g in zip(person_ids, persons, strict=True)
        ),
        *(describe_unit(id, titles[n], units.groups[n], names, gazetteer) for n, id in enumerate(unit_ids)),
        *(describe_event(id, group) for id, group in zip(event_ids, events, strict=True)),
        *(describe_place(id, n, places) for n, id in enumerate(place_ids)),
    ]
    said = sayings(articles, naming.ids, event_dates)
    timed = through_time(articles, naming.ids, entities, said, gazetteer)
    kept = {**assigned, **naming.ids}
    return Resolution(timed.entities, timed.edges, dict(sorted(kept.items())), timed.conflicts)


def _gathered(extractions: Iterable[ClaimSet]) -> list[Article]:
    articles = sorted((gather(claim_set) for claim_set in extractions), key=lambda article: article.document)
    for one, following in pairwise(articles):
        if one.document == following.document:
            raise ValueError(f"two sets of claims for the document {one.document!r}")
    return articles


class _Naming:
    """Gives ids kind by kind and notes which record got which; `ids` has the keys of `Resolution.assigned`."""

    def __init__(self, articles: Iterable[Article], assigned: Assigned) -> None:
        self._dates = {article.document: article.date for article in articles}
        self._assigned = assigned
        self.ids: dict[tuple[str, str], str] = {}

    def give(self, kind: EntityKind, groups: Iterable[tuple[str, Sequence[Record]]]) -> list[str]:
        """Ids for groups of records; new ones are made of the words that come with each."""
        return self._give([self._newcomer(kind, words, group) for words, group in groups])

    def give_events(self, groups: Iterable[Sequence[EventRecord]]) -> list[str]:
        """Ids for events; a new one begins with the event's date."""
        newcomers = []
        for group in groups:
            date = str(choose_date(group)[0] or "")
            words = f"{date} {event_name(record.name for record in group)}"
            newcomers.append(replace(self._newcomer(EntityKind.EVENT, words, group), date=date))
        return self._give(newcomers)

    def _give(self, newcomers: Sequence[Newcomer]) -> list[str]:
        ids = give_ids(newcomers, self._assigned)
        for id, newcomer in zip(ids, newcomers, strict=True):
            self.ids.update((assigned_key(newcomer.kind, member), id) for member in newcomer.members)
        return ids

    def _newcomer(self, kind: EntityKind, words: str, group: Sequence[Record]) -> Newcomer:
        members = tuple(sorted(record.key for record in group))
        dates = [date for document, _ in members if (date := self._dates[document])]
        return Newcomer(kind, words, min(dates, default=""), members)


def _sightings(
    articles: Iterable[Article], ids: Assigned, event_dates: Mapping[str, str]
) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """By person id: the dates of all that is said of the person, and the titles that come without a unit."""
    days: defaultdict[str, set[str]] = defaultdict(set)
    posts: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for _, claim in article.claims:
            if not isinstance(claim, RankClaim | PostingClaim | ParticipationClaim) or not claim.person:
                continue
            person = ids[assigned_key(EntityKind.PERSON, (article.document, claim.person))]
            if isinstance(claim, ParticipationClaim):
                event = ids[assigned_key(EntityKind.EVENT, (article.document, claim.event))]
                days[person].add(event_dates[event] or article.date)
            else:
                days[person].add(str(claim.date or article.date))
            if isinstance(claim, PostingClaim) and not claim.unit:
                posts[person].add(claim.title + ("" if claim.status is Status.CURRENT else f" ({claim.status})"))
    return days, posts
