"""A store written anew without some of its articles, so that nothing of their texts is left in the file.

Rows that DuckDB deletes stay in the blocks of its file until others happen to be written there.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from .reader import Reader
from .schema import TABLES, connect, create_tables

MADE_ANEW = frozenset(
    (
        *("entities", "aliases", "members", "edges", "edge_claims", "conflicts", "doubtful", "merged_ids"),
        *("expansions", "abbreviations", "judged", "person_names", "unit_labels", "label_parents", "label_levels"),
        *("posts", "forms", "words", "nodes", "ties", "articles", "behind"),
    )
)
"""Tables that resolving and publishing fill whole and read nothing of."""

GONE = "SELECT unnest($1::VARCHAR[])"

LEFT = {
    "documents": f"id NOT IN ({GONE})",
    "mentions": f"document NOT IN ({GONE})",
    "claims": f"document NOT IN ({GONE})",
    "failures": f"source NOT IN (SELECT source FROM before.{TABLES}.documents WHERE id IN ({GONE}))",
}
"""Which rows of a table stay; of other tables all do, among them the ids that articles were given."""


def write_without(published: Path, new: Path, ids: Collection[str]) -> None:
    """Write the store `published` to the file `new` without the articles `ids`; its graph is to be resolved again.

    Raises OpenError for a file that is no store.
    """
    connection = connect(new, read_only=False)
    try:
        create_tables(connection)
        connection.execute("DELETE FROM meta")
        quoted = str(published).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS before (READ_ONLY)")
        own = f"SELECT table_name FROM duckdb_tables() WHERE database_name = 'store' AND schema_name = '{TABLES}'"
        for (table,) in connection.execute(own).fetchall():
            if table not in MADE_ANEW:
                which = f" WHERE {LEFT[table]}" if table in LEFT else ""
                statement = f"INSERT INTO {table} SELECT * FROM before.{TABLES}.{table}{which}"
                connection.execute(statement, [sorted(ids)] if which else [])
        connection.execute("DETACH before")
    finally:
        connection.close()


def articles_in(reader: Reader, ids: Collection[str]) -> list[tuple[str, str, str, str, int]]:
    """Id, source, title, date and number of claims of each of these articles, '' where it has none; by id."""
    return reader.rows(
        f"WITH gone AS (SELECT * FROM documents WHERE id IN ({GONE})),"
        " said AS (SELECT document, count(*) AS claims FROM claims SEMI JOIN gone ON gone.id = document GROUP BY 1)"
        " SELECT id, source, coalesce(title, ''), coalesce(published, ''), coalesce(claims, 0)"
        " FROM gone LEFT JOIN said ON document = id ORDER BY id",
        sorted(ids),
    )


def names_only_in(reader: Reader, ids: Collection[str]) -> list[tuple[str, str, str]]:
    """Id, kind and name of the entities that no article but these names; by id."""
    return reader.rows(
        f"WITH gone AS ({GONE} AS document)"
        " SELECT id, kind, name FROM entities WHERE id IN (SELECT entity FROM members SEMI JOIN gone USING (document))"
        " AND id NOT IN (SELECT entity FROM members ANTI JOIN gone USING (document)) ORDER BY id",
        sorted(ids),
    )


def edges_only_in(reader: Reader, ids: Collection[str]) -> int:
    """How many edges no claim of another article stands behind."""
    ((edges,),) = reader.rows(
        f"WITH gone AS (SELECT id FROM claims WHERE document IN ({GONE})),"
        " told AS (SELECT edge, bool_and(claim IN (SELECT id FROM gone)) AS alone FROM edge_claims GROUP BY edge)"
        " SELECT count(*) FILTER (alone) FROM told",
        sorted(ids),
    )
    return int(edges)
