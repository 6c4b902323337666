"""Reading of the whole graph no more than a measure of it needs."""

from __future__ import annotations

from graphbuild.model import ClaimSource

from .reader import Reader


def claim_sources(reader: Reader) -> dict[str, ClaimSource]:
    """Claim id -> where it stands and how sure it is, for the claims of every edge."""
    rows = reader.rows(
        "SELECT c.id, c.document, coalesce(d.publisher, ''), coalesce(d.url, ''), c.confidence"
        " FROM claims c JOIN documents d ON d.id = c.document WHERE c.id IN (SELECT claim FROM edge_claims)"
    )
    return {id: ClaimSource(*source) for id, *source in rows}


def count_of_edges(reader: Reader) -> int:
    """How many edges there are."""
    ((edges,),) = reader.rows("SELECT count(*) FROM edges")
    return int(edges)


def node_names(reader: Reader) -> list[tuple[str, str, str]]:
    """Id, kind and name of every entity, by id."""
    return reader.rows("SELECT id, kind, name FROM entities ORDER BY id")


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
