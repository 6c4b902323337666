"""The whole of resolution: claims of many articles in, entities and edges out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Entity, EntityKind
from .articles import Article, gather
from .contradictions import check
from .corrections import correct, judged_parents, says_right, with_parents
from .doubts import doubts
from .edges import sayings
from .entities import describe_event, describe_person, describe_place, describe_unit
from .event_date import choose_date
from .former import add_former, add_minted, find_merged
from .grouping import GroupIds, Groups, find_groups, name_groups
from .ids import KnownIds
from .judgements import Judgements
from .records import ClaimSet, Doubt, Footing, Resolution
from .sightings import sightings
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
) -> Resolution:
    """Resolve the claims of many articles to entities and edges.

    Pure and repeatable: the same input gives the same result, in whatever order the claims come. Where there are
    judgements, records are grouped twice: without them, which alone decides what `assigned` holds, and with them.
    So judgements leave no trace when they are taken back.

    Parameters
    ----------
    extractions: the claims, one ClaimSet an article.
    assigned: `Resolution.assigned` of an earlier call, or empty: entities keep the ids of their records.
    gazetteer: known units, abbreviations and the order of ranks.
    judgements: what people have decided; it goes before what the program finds.
    former: `Resolution.former` of an earlier call, or empty: ids that are gone still lead somewhere, and come back.

    Raises ValueError for two ClaimSets of one document, JudgementError for judgements that contradict each other.

    Example
    -------
    >>> from graphbuild.resources import load_gazetteer
    >>> resolve([], {}, load_gazetteer()).entities
    ()
    """
    check(judgements)
    sets = list(extractions)
    articles = _gathered(sets)
    names = UnitNames(gazetteer)
    found = find_groups(articles, names, gazetteer, NOTHING_JUDGED)
    ids = name_groups(articles, found, KnownIds(assigned, former))
    unjudged = ids.of
    had = add_former(former, assigned, unjudged)
    if judgements:
        articles = correct(articles, sets, judgements)
        found = find_groups(articles, names, gazetteer, judgements, found)
        ids = name_groups(articles, found, KnownIds({**assigned, **unjudged}, had))
        had = add_minted(had, ids.of, unjudged)
    units, titles, persons, events, places = found.units, found.titles, found.persons, found.events, found.places

    event_dates = {id: str(choose_date(group)[0] or "") for id, group in zip(ids.events, events, strict=True)}
    days, loose_posts = sightings(articles, ids.of, event_dates)
    entities: list[Entity] = [
        *(
            describe_person(id, g, gazetteer, days[id], loose_posts[id])
            for id, g in zip(ids.persons, persons.groups, strict=True)
        ),
        *(describe_unit(id, titles[n], units.groups[n], names, gazetteer) for n, id in enumerate(ids.units)),
        *(describe_event(id, group) for id, group in zip(ids.events, events, strict=True)),
        *(describe_place(id, n, places) for n, id in enumerate(ids.places)),
    ]
    parents = judged_parents(judgements, ids.of)
    said = (one for one in sayings(articles, ids.of, event_dates) if says_right(one, parents))
    labels = dict(zip(ids.units, units.labels, strict=True))

    def one_line(a: str, b: str) -> bool:
        return units.hierarchy.one_line(labels[a], labels[b])

    timed = through_time(articles, ids.of, entities, said, one_line, gazetteer)
    return Resolution(
        timed.entities,
        with_parents(timed.edges, parents),
        dict(sorted({**assigned, **unjudged}.items())),
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


def _gathered(extractions: Iterable[ClaimSet]) -> list[Article]:
    articles = sorted((gather(claim_set) for claim_set in extractions), key=lambda article: article.document)
    for one, following in pairwise(articles):
        if one.document == following.document:
            raise ValueError(f"two sets of claims for the document {one.document!r}")
    return articles
