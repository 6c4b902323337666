"""What is said of resolved entities, put in the order of time: postings, ends and successors, contradictions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import attrgetter, itemgetter

from ..model import Conflict, Edge, Entity, EntityKind, Relation
from .all_said import AllSaid
from .conflicts import beginnings, find_conflicts, holders
from .corrections import with_parent
from .edges import fold
from .posting_edges import posting_edges
from .postings import Posting, Tracer
from .posts import Posts, find_posts
from .succession import KnownParents, tell_times


@dataclass(frozen=True, slots=True)
class Timed:
    """Entities as given, with from when and until when they were; every contradiction.

    `posts`: what the articles say of posts.
    """

    entities: tuple[Entity, ...]
    conflicts: tuple[Conflict, ...]
    posts: Posts


def through_time(
    said: AllSaid, entities: Iterable[Entity], one_line: Callable[[str, str], bool], put: Callable[[Edge], None]
) -> Timed:
    """Make the edges of what is said, claims of posts as postings, and find what cannot be true together.

    Parameters
    ----------
    one_line: whether one of two units, by id, stands above the other.
    put: takes every edge, in the order of their ends, relation and key.
    """
    described, successions = tell_times(entities, said.gazetteer)
    by_id = {entity.id: entity for entity in described}
    posts = find_posts(said.posts, said.handovers.turns(), by_id, said.titles)
    tracer = Tracer(posts)
    names = {id: entity.name for id, entity in by_id.items()}
    contrary: list[Conflict] = []
    for edge in _edges(said, tracer, by_id, successions, lambda told: contrary.extend(beginnings(told, names))):
        put(edge)
    # A post is traced once more with all who had it, so that the postings of all persons need not be kept till now.
    for told in posts.said_of(tracer.shared):
        contrary += holders(tracer.postings(told), names)
    return Timed(
        tuple(sorted(described, key=lambda e: e.id)),
        find_conflicts(
            said.ranks,
            said.events,
            by_id,
            contrary,
            said.others.of(Relation.PART_OF),
            one_line,
        ),
        posts,
    )


def _edges(
    said: AllSaid,
    tracer: Tracer,
    entities: Mapping[str, Entity],
    successions: Iterable[Edge],
    look: Callable[[Sequence[Posting]], None],
) -> Iterator[Edge]:
    """Every edge, source after source; `look` is shown the postings of each."""
    units = {id: entity.name for id, entity in entities.items() if entity.kind is EntityKind.UNIT}
    known = KnownParents(units, said.gazetteer)
    followed: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in successions:
        followed[edge.source].append(edge)
    apart = sorted({*followed, *said.parents})
    by_source = merge(
        ((source, 0, found) for source, found in said.posts.by_source()),
        ((source, 1, found) for source, found in said.others.by_source()),
        ((source, 2, ()) for source in apart),
        key=itemgetter(0, 1),
    )
    for source, parts in groupby(by_source, key=itemgetter(0)):
        found = {part: sayings for _, part, sayings in parts}
        postings = list(tracer.postings(found.get(0, ())))
        look(postings)
        told = map(known.tell, fold(found.get(1, ()), said.gazetteer))
        edges = [
            *with_parent(told, source, said.parents.get(source)),
            *posting_edges(postings, said.gazetteer),
            *followed.get(source, ()),
        ]
        yield from sorted(edges, key=attrgetter("target", "relation", "key"))
