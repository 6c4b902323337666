"""The whole of resolution: claims of many articles in, entities and edges out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..model import Edge, Entity, EntityKind
from .articles import Article, gather
from .contradictions import check
from .corrections import Corrected, judged_parents
from .doubts import doubts
from .entities import describe_event, describe_person, describe_place, describe_unit
from .event_date import choose_date
from .former import add_former, add_minted, find_merged
from .grouping import GroupIds, Groups, find_groups, name_groups
from .ids import KnownIds
from .judgements import Judgements
from .record_ids import record_ids
from .records import ClaimSet, Doubt, Footing, Resolution
from .telling import tellings
from .through_time import AllSaid, through_time
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
    articles = list(_gathered(sets))
    names = UnitNames(gazetteer)
    found = find_groups(articles, names, gazetteer, NOTHING_JUDGED)
    known = record_ids(assigned)
    ids = name_groups(articles, found, KnownIds(known, former))
    unjudged = ids.of
    had = add_former(former, known, unjudged)
    given = known.changed_to(unjudged)
    if judgements:
        sets = Corrected(sets, judgements)
        articles = sets.articles(articles)
        found = find_groups(articles, names, gazetteer, judgements, found)
        ids = name_groups(articles, found, KnownIds(given, had))
        had = add_minted(had, ids.of, unjudged)
    units, titles, persons, events, places = found.units, found.titles, found.persons, found.events, found.places

    event_dates = {id: str(choose_date(group)[0] or "") for id, group in zip(ids.events, events, strict=True)}
    said = AllSaid(event_dates, judged_parents(judgements, ids.of), gazetteer)
    for telling in tellings(sets, articles, ids.of):
        said.add(telling)
    seen = said.sightings
    entities: list[Entity] = [
        *(
            describe_person(id, g, gazetteer, seen.days(id), seen.loose_posts.get(id, ()))
            for id, g in zip(ids.persons, persons.groups, strict=True)
        ),
        *(describe_unit(id, titles[n], units.groups[n], names, gazetteer) for n, id in enumerate(ids.units)),
        *(describe_event(id, group) for id, group in zip(ids.events, events, strict=True)),
        *(describe_place(id, n, places) for n, id in enumerate(ids.places)),
    ]
    labels = dict(zip(ids.units, units.labels, strict=True))

    def one_line(a: str, b: str) -> bool:
        return units.hierarchy.one_line(labels[a], labels[b])

    edges: list[Edge] = []
    timed = through_time(said, entities, one_line, put or edges.append)
    return Resolution(
        timed.entities,
        tuple(edges),
        given,
        timed.conflicts,
        former=dict(sorted(had.items())),
        merged=find_merged({entity.id for entity in entities}, ids.of, unjudged, had),
        doubtful=tuple(sorted(_doubtful(found, ids, judgements), key=lambda doubt: (doubt.a, doubt.b))),
        footing=Footing(dict(zip(ids.units, units.labels, strict=True)), units.hierarchy, timed.posts),
    )


def _doubtful(found: Groups, ids: GroupIds, judgements: Judgements) -> Iterator[Doubt]:
    persons = [group.records for group in found.persons.groups]
    yield from doubts(EntityKind.PERSON, found.persons.doubts, persons, ids.of, judgements)
    yield from doubts(EntityKind.UNIT, found.unit_doubts, found.units.groups, ids.of, judgements)
    yield from doubts(EntityKind.EVENT, found.event_doubts, found.events, ids.of, judgements)


def _gathered(sets: Iterable[ClaimSet]) -> Iterator[Article]:
    before: str | None = None
    for one in sets:
        if before is not None and one.document <= before:
            raise ValueError(f"two sets of claims for the document {one.document!r}, or sets out of order")
        before = one.document
        yield gather(one)
