"""The graph as numbers, written when it is published: who is tied to whom, by what, and which claims say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from graphbuild.model import EntityKind, Relation

from .pages import put_numbers, put_texts

if TYPE_CHECKING:
    import duckdb
    from numpy.typing import NDArray

KINDS = tuple(EntityKind)
RELATIONS = tuple(Relation)
"""What numbers of kinds and relations mean; FORMAT goes up where these change."""

NUMBERED = {
    "places": ("id", "SELECT id, kind, name FROM entities"),
    "articles": ("id", "SELECT id FROM documents"),
    "dates": ("date", "SELECT first AS date FROM edges UNION SELECT last FROM edges"),
    "manners": (
        "relation, key, attributes",
        "SELECT DISTINCT relation, key, attributes::VARCHAR AS attributes FROM edges",
    ),
}
"""What edges have in common: by what each sort is put in order, and what there is of it."""

EDGES = """SELECT n, s.place AS source, t.place AS target, count, m.place AS manner, f.place AS first, l.place AS last
FROM edges e JOIN places s ON s.id = source JOIN places t ON t.id = target
JOIN manners m ON m.relation = e.relation AND m.key = e.key AND m.attributes = e.attributes::VARCHAR
JOIN dates f ON f.date = first JOIN dates l ON l.date = last
ORDER BY n"""

# A claim's id is its article's with its number, behind the last colon.
BEHIND = """WITH numbered AS (SELECT edge, claim, split_part(claim, ':', -1) AS number FROM edge_claims)
SELECT edge, place AS article, number::INTEGER AS n
FROM numbered JOIN articles ON id = left(claim, -1 - length(number))
ORDER BY edge, article, n"""


def put_ties(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the pages of the entities and edges that the store has, in place of those of before.

    Their columns, by what they are numbered by:

    - entities by the order of their ids: `id`, `name`, `kind`, and `ties`, where the ties of each begin;
    - ties, which each edge is for both of its ends, by the end that they are of: `there`, the other end, `edge`,
      `onward`, whether they lead from source to target, and `relation`;
    - edges by their order: `count`, `manner`, `first`, `last`, and `behind`, where the claims of each begin;
    - the claims of edges, by their edges: `article` and `claim`, its number in that;
    - articles by the order of their ids: `article id`;
    - `date` and `manner text`: dates, and JSON of relation, key and attributes, which many edges share.
    """
    connection.execute("DELETE FROM pages")
    for table, (order, query) in NUMBERED.items():
        place = f"(row_number() OVER (ORDER BY {order}) - 1)::INTEGER AS place"
        connection.execute(f"CREATE TEMP TABLE {table} AS SELECT *, {place} FROM ({query})")
    _put_names(connection)
    edges = _columns(connection, EDGES)
    for column in ("count", "manner", "first", "last"):
        put_numbers(connection, column, edges[column])
    _put_ties(connection, edges)
    _put_claims(connection, edges["n"])
    for table in NUMBERED:
        connection.execute(f"DROP TABLE temp.{table}")


def _put_names(connection: duckdb.DuckDBPyConnection) -> None:
    texts = {
        "id": "id FROM places",
        "name": "name FROM places",
        "article id": "id FROM articles",
        "date": "date FROM dates",
        "manner text": "to_json([relation, key, attributes])::VARCHAR FROM manners",
    }
    for name, column in texts.items():
        rows = connection.execute(f"SELECT {column} ORDER BY place").fetchall()
        put_texts(connection, name, (text for (text,) in rows))
    kinds = connection.execute("SELECT kind FROM places ORDER BY place").fetchall()
    numbers = {kind.value: number for number, kind in enumerate(KINDS)}
    put_numbers(connection, "kind", np.array([numbers[kind] for (kind,) in kinds], np.uint8))


def _put_ties(connection: duckdb.DuckDBPyConnection, edges: dict[str, NDArray[Any]]) -> None:
    numbers = {relation.value: number for number, relation in enumerate(RELATIONS)}
    rows = connection.execute("SELECT relation FROM manners ORDER BY place").fetchall()
    relations = np.array([numbers[relation] for (relation,) in rows], np.uint8)[edges["manner"]]
    source, target = edges["source"], edges["target"]
    here, there = np.concatenate([source, target]), np.concatenate([target, source])
    order = (here.astype(np.int64) << 32 | there).argsort(kind="stable")
    edge = order % max(len(source), 1)
    ((many,),) = connection.execute("SELECT count(*) FROM places").fetchall()
    put_numbers(connection, "ties", _starts(here, many))
    put_numbers(connection, "there", there[order])
    put_numbers(connection, "edge", edge.astype(np.int32))
    put_numbers(connection, "onward", order < len(source))
    put_numbers(connection, "relation", relations[edge])


def _put_claims(connection: duckdb.DuckDBPyConnection, numbers: NDArray[Any]) -> None:
    claims = _columns(connection, BEHIND)
    put_numbers(connection, "behind", _starts(numbers.searchsorted(claims["edge"]), len(numbers)))
    put_numbers(connection, "article", claims["article"])
    put_numbers(connection, "claim", claims["n"])


def _columns(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, NDArray[Any]]:
    return {name: np.asarray(column) for name, column in connection.execute(query).fetchnumpy().items()}


def _starts(whose: NDArray[Any], many: int) -> NDArray[Any]:
    """Where what belongs to each of so many begins, and behind the last where it ends."""
    return np.concatenate([[0], np.bincount(whose, minlength=many).cumsum()]).astype(np.int64)
