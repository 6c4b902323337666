"""What is said of resolved entities, put in the order of time: postings, ends and successors, contradictions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Conflict, Edge, Entity, Relation
from .articles import Article
from .conflicts import find_conflicts
from .edges import Saying, fold
from .handovers import find_turns
from .posting_edges import posting_edges
from .postings import Posting, trace_postings
from .sole_posts import SolePosts
from .succession import tell_known_parents, tell_times

if TYPE_CHECKING:
    from ..resources import Gazetteer


@dataclass(frozen=True, slots=True)
class Timed:
    """Entities as given, with from when and until when they were; every edge, in order; every contradiction."""

    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    conflicts: tuple[Conflict, ...]


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
    postings = _postings(articles, said, by_id, gazetteer)
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
    )


def _postings(
    articles: Iterable[Article], said: Iterable[Saying], entities: Mapping[str, Entity], gazetteer: Gazetteer
) -> list[Posting]:
    titles = SolePosts(gazetteer)
    claims = [one for one in said if one.relation is Relation.HOLDS]
    sole = {
        (unit.id, titles.post(title))
        for id, title in sorted({(one.target, one.title) for one in claims})
        for unit in [entities[id]]
        if titles.is_sole(title, unit.name, str(unit.attributes["type"]))
    }
    return trace_postings(claims, find_turns(articles, titles), titles, sole)
