"""The whole of resolution: claims of many articles in, entities and edges out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Edge, Entity, EntityKind
from .all_said import AllSaid, tell_again
from .contradictions import check
from .corrections import Corrected, judged_parents
from .doubts import doubts
from .entities import describe_event, describe_person, describe_place, describe_unit, tell_sightings
from .event_date import choose_date
from .former import add_former, add_minted, find_merged
from .gathering import gathered
from .grouping import GroupIds, Groups, find_groups, name_groups
from .hierarchy import Hierarchy
from .ids import KnownIds
from .judgements import Judgements
from .record_ids import RecordIds, record_ids
from .records import ClaimSet, Doubt, Footing, Resolution
from .sightings import Sightings
from .through_time import through_time
from .unit_names import UnitNames

if TYPE_CHECKING:
    from ..resources import Gazetteer

Assigned = Mapping[tuple[str, str], str]
NOTHING_JUDGED = Judgements()
NO_FORMER: Mapping[tuple[str, str], tuple[str, ...]] = {}


def resolve(
    extractions: Iterable[ClaimSet],
    assigned: Assigned,
    gazetteer: Gazetteer,
    judgements: Judgements = NOTHING_JUDGED,
    former: Mapping[tuple[str, str], tuple[str, ...]] = NO_FORMER,
    put: Callable[[Edge], None] | None = None,
    jobs: int = 1,
) -> Resolution:
    """Resolve the claims of many articles to entities and edges.

    Pure and repeatable: the same input gives the same result, in whatever order the claims come. Where there are
    judgements, records are grouped twice: without them, which alone decides what `assigned` holds, and with them.
    So judgements leave no trace when they are taken back.

    Parameters
    ----------
    extractions: the claims, one ClaimSet an article. What is neither a sequence nor an iterator is iterated several
        times, must come in the order of the documents' ids, and need not fit into memory.
    assigned: `Resolution.assigned` of an earlier call, or empty: entities keep the ids of their records.
    gazetteer: known units, abbreviations and the order of ranks.
    judgements: what people have decided; it goes before what the program finds.
    former: `Resolution.former` of an earlier call, or empty: ids that are gone still lead somewhere, and come back.
    put: takes the edges, in their order, in place of `Resolution.edges`.
    jobs: processes of this machine to work in where there is much to do; the result is the same. 1 is this one.

    Raises ValueError for two ClaimSets of one document, JudgementError for judgements that contradict each other.

    Example
    -------
    >>> from graphbuild.resources import load_gazetteer
    >>> resolve([], {}, load_gazetteer()).entities
    ()
    """
    check(judgements)
    sets = extractions
    if isinstance(sets, Sequence | Iterator):
        sets = sorted(sets, key=lambda one: one.document)
    who = _find_out(sets, record_ids(assigned), former, gazetteer, judgements, jobs)
    said = AllSaid(who.event_dates, judged_parents(judgements, who.ids), gazetteer)
    tell_again(said, Corrected(sets, judgements), who.dates, who.ids, who.event_dates, jobs)

    def one_line(a: str, b: str) -> bool:
        return who.hierarchy.one_line(who.labels[a], who.labels[b])

    edges: list[Edge] = []
    _tell_sightings(who.entities, said.sightings)
    timed = through_time(said, who.entities, one_line, put or edges.append)
    return Resolution(
        timed.entities,
        tuple(edges),
        who.given,
        timed.conflicts,
        former=dict(sorted(who.had.items())),
        merged=who.merged,
        doubtful=who.doubtful,
        footing=Footing(who.labels, who.hierarchy, timed.posts),
    )


@dataclass(frozen=True, slots=True)
class _Who:
    """Who is who, all that is kept of it when the articles are told again: their records need not be there any more.

    Attributes
    ----------
    dates: document id -> `Article.date`. ids: of the records, judged. given, had, merged, doubtful: for `Resolution`.
    labels: id of a unit -> its label.
    """

    dates: Mapping[str, str]
    entities: list[Entity]
    event_dates: Mapping[str, str]
    ids: RecordIds
    given: RecordIds
    had: Mapping[tuple[str, str], tuple[str, ...]]
    merged: dict[str, str]
    doubtful: tuple[Doubt, ...]
    labels: Mapping[str, str]
    hierarchy: Hierarchy


def _find_out(
    sets: Iterable[ClaimSet],
    known: RecordIds,
    former: Mapping[tuple[str, str], tuple[str, ...]],
    gazetteer: Gazetteer,
    judgements: Judgements,
    jobs: int,
) -> _Who:
    articles = list(gathered(sets, jobs))
    names = UnitNames(gazetteer)
    found = find_groups(articles, names, gazetteer, NOTHING_JUDGED, jobs=jobs)
    ids = name_groups(articles, found, KnownIds(known, former))
    unjudged = ids.of
    had = add_former(former, known, unjudged)
    given = known.changed_to(unjudged)
    if judgements:
        articles = Corrected(sets, judgements).articles(articles)
        found = find_groups(articles, names, gazetteer, judgements, found, jobs)
        ids = name_groups(articles, found, KnownIds(given, had))
        had = add_minted(had, ids.of, unjudged)
    entities = list(_described(found, ids, names, gazetteer))
    return _Who(
        {article.document: article.date for article in articles},
        entities,
        {id: str(choose_date(group)[0] or "") for id, group in zip(ids.events, found.events, strict=True)},
        ids.of,
        given,
        had,
        find_merged({entity.id for entity in entities}, ids.of, unjudged, had),
        tuple(sorted(_doubtful(found, ids, judgements), key=lambda doubt: (doubt.a, doubt.b))),
        dict(zip(ids.units, found.units.labels, strict=True)),
        found.units.hierarchy,
    )


def _described(found: Groups, ids: GroupIds, names: UnitNames, gazetteer: Gazetteer) -> Iterator[Entity]:
    for id, person in zip(ids.persons, found.persons.groups, strict=True):
        yield describe_person(id, person, gazetteer)
    for id, title, group in zip(ids.units, found.titles, found.units.groups, strict=True):
        yield describe_unit(id, title, group, names, gazetteer)
    for id, event in zip(ids.events, found.events, strict=True):
        yield describe_event(id, event)
    for n, id in enumerate(ids.places):
        yield describe_place(id, n, found.places)


def _tell_sightings(entities: list[Entity], seen: Sightings) -> None:
    """Put in place of each person the one with its sightings: two of each at a time would be many."""
    for n, one in enumerate(entities):
        if one.kind is EntityKind.PERSON:
            entities[n] = tell_sightings(one, seen.days(one.id), seen.loose_posts.get(one.id, ()))


def _doubtful(found: Groups, ids: GroupIds, judgements: Judgements) -> Iterator[Doubt]:
    persons = [group.records for group in found.persons.groups]
    yield from doubts(EntityKind.PERSON, found.persons.doubts, persons, ids.of, judgements)
    yield from doubts(EntityKind.UNIT, found.unit_doubts, found.units.groups, ids.of, judgements)
    yield from doubts(EntityKind.EVENT, found.event_doubts, found.events, ids.of, judgements)
