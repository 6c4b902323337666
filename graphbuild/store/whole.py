"""Reading of the whole graph no more than a measure of it needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from .literals import quoted
from .reader import Reader

if TYPE_CHECKING:
    from numpy.typing import NDArray


def node_names(reader: Reader) -> list[tuple[str, str, str]]:
    """Id, kind and name of every entity, by id."""
    return reader.rows("SELECT id, kind, name FROM entities ORDER BY id")


def edge_columns(reader: Reader, relations: Collection[str]) -> Mapping[str, NDArray[Any]]:
    """The columns source, target, articles and chosen of every edge.

    An end is the place of its entity by id; `chosen` is 1 where the relation is one of `relations`, else 0.
    """
    listed = ", ".join(map(quoted, sorted(relations)))
    return reader.columns(
        "SELECT here::BIGINT AS source, there::BIGINT AS target, count::BIGINT AS articles,"
        f" (relation IN ({listed}))::BIGINT AS chosen"
        " FROM ties WHERE onward ORDER BY source, target, articles, chosen"
    )


def edges_by_relation(reader: Reader) -> dict[str, int]:
    """Relation -> how many edges, by name."""
    return dict(reader.rows("SELECT relation, count(*) FROM edges GROUP BY relation ORDER BY relation"))


def entities_by_kind(reader: Reader) -> dict[str, int]:
    """Kind -> how many entities, by name."""
    return dict(reader.rows("SELECT kind, count(*) FROM entities GROUP BY kind ORDER BY kind"))


def articles_of_entities(reader: Reader) -> int:
    """How many articles name an entity."""
    ((articles,),) = reader.rows("SELECT count(DISTINCT document) FROM members")
    return int(articles)


def time_span(reader: Reader) -> tuple[str, str]:
    """The first and the last date of any edge, '' where none is dated."""
    ((first, last),) = reader.rows(
        "SELECT coalesce(min(date), ''), coalesce(max(date), '')"
        " FROM (SELECT first AS date FROM edges UNION ALL SELECT last FROM edges) WHERE date <> ''"
    )
    return first, last


def most_edges(reader: Reader, limit: int) -> list[tuple[str, int]]:
    """Id and number of edges of the entities that have most, the first by id where they tie."""
    return reader.rows(
        "SELECT id, coalesce(edges, 0) FROM nodes LEFT JOIN (SELECT here AS place, count(*) AS edges FROM ties"
        " GROUP BY here) USING (place) ORDER BY 2 DESC, place LIMIT $1",
        limit,
    )
