"""What is said of resolved entities, put in the order of time: postings, ends and successors, contradictions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Conflict, Edge, Entity, Relation
from .articles import Article
from .conflicts import find_conflicts
from .edges import Saying, fold
from .posting_edges import posting_edges
from .postings import trace_postings
from .posts import Posts, find_posts
from .succession import tell_known_parents, tell_times

if TYPE_CHECKING:
    from ..resources import Gazetteer


@dataclass(frozen=True, slots=True)
class Timed:
    """Entities as given, with from when and until when they were; every edge, in order; every contradiction.

    `posts`: what the articles say of posts.
    """

    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    conflicts: tuple[Conflict, ...]
    posts: Posts


def through_time(
    articles: Sequence[Article],
    ids: Mapping[tuple[str, str], str],
    entities: Iterable[Entity],
    said: Iterable[Saying],
    one_line: Callable[[str, str], bool],
    gazetteer: Gazetteer,
) -> Timed:
    """Make the edges of what is said, claims of posts as postings, and find what cannot be true together.

    Parameters
    ----------
    ids: (document id, 'kind:local key') -> entity id. said: every claim that says an edge.
    one_line: whether one of two units, by id, stands above the other.
    """
    said = list(said)
    described, successions = tell_times(entities, gazetteer)
    by_id = {entity.id: entity for entity in described}
    posts = find_posts(articles, said, by_id, gazetteer)
    postings = trace_postings(posts)
    edges = [
        *tell_known_parents(
            fold((one for one in said if one.relation is not Relation.HOLDS), gazetteer),
            {id: entity.name for id, entity in by_id.items()},
            gazetteer,
        ),
        *posting_edges(postings, gazetteer),
        *successions,
    ]
    parents = [one for one in said if one.relation is Relation.PART_OF]
    return Timed(
        tuple(sorted(described, key=lambda e: e.id)),
        tuple(sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.key))),
        find_conflicts(articles, ids, by_id, postings, parents, one_line, gazetteer),
        posts,
    )
