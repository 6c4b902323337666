"""Rows of what was resolved, and putting a change of some persons in place of what there was of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from graphbuild.model import Conflict, ConflictKind, Edge, Relation

from .tables import Value, delete, insert

if TYPE_CHECKING:
    import duckdb

    from graphbuild.resolve import Change, Resolution

EDGES = 20_000
"""Edges gathered before they are written."""

HELD = (ConflictKind.HOLDERS, ConflictKind.RETURN)
"""Contradictions about who held a post."""


def resolved_tables(resolved: Resolution | Change, first: int = 0) -> Mapping[str, Iterable[tuple[Value, ...]]]:
    """The rows of each table; `first` is the number of the first edge."""
    entities, edges = resolved.entities, resolved.edges
    return {
        "entities": ((e.id, e.kind, e.name, _json(e.attributes)) for e in entities),
        "aliases": ((e.id, n, alias) for e in entities for n, alias in enumerate(e.aliases)),
        "members": ((e.id, *member) for e in entities for member in e.members),
        "edges": (_edge_row(n, edge) for n, edge in enumerate(edges, first)),
        "edge_claims": ((n, claim) for n, edge in enumerate(edges, first) for claim in edge.claims),
        "conflicts": map(_conflict_row, resolved.conflicts),
        "former_ids": ((*record, n, id) for record, ids in resolved.former.items() for n, id in enumerate(ids)),
        "merged_ids": resolved.merged.items(),
        "doubtful": ((p.a, p.b, p.likelihood, _json(p.reasons)) for p in resolved.doubtful),
    }


class EdgeRows(AbstractContextManager["EdgeRows"]):
    """Edges on their way into a store, a batch at a time, so that they need never be there all at once.

    While a batch is written the next one is gathered; nothing else may use the connection before `flush`, or the end
    of a `with` statement.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._edges: list[tuple[int, Edge]] = []
        self._count = 0
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._written: Future[None] | None = None

    def __exit__(self, *raised: object) -> None:
        self._thread.shutdown()

    def put(self, edge: Edge) -> None:
        """Add an edge."""
        self._edges.append((self._count, edge))
        self._count += 1
        if len(self._edges) >= EDGES:
            self._hand_over()

    def flush(self) -> None:
        """Write what `put` has gathered."""
        self._hand_over()
        self._wait()

    def _hand_over(self) -> None:
        """Have the other thread write what is gathered, as soon as it has written what it was given before."""
        self._wait()
        edges, self._edges = self._edges, []
        self._written = self._thread.submit(self._write, edges)

    def _wait(self) -> None:
        if self._written is not None:
            self._written.result()

    def _write(self, edges: Sequence[tuple[int, Edge]]) -> None:
        insert(self._connection, "edges", (_edge_row(n, edge) for n, edge in edges))
        insert(self._connection, "edge_claims", ((n, claim) for n, edge in edges for claim in edge.claims))


def put_change(connection: duckdb.DuckDBPyConnection, change: Change) -> None:
    """Replace the rows that `change` is in place of by its own."""
    for table, column in (("entities", "id"), ("aliases", "entity"), ("members", "entity"), ("conflicts", "about")):
        delete(connection, table, column, change.gone)
    for column in ("a", "b"):
        delete(connection, "doubtful", column, change.gone)
    delete(connection, "merged_ids", "id", change.leading)
    _delete_edges(connection, change)
    connection.execute(
        "DELETE FROM conflicts WHERE kind IN (SELECT unnest($1::VARCHAR[]))"
        " AND one_claim IN (SELECT unnest($2::VARCHAR[]))",
        [list(HELD), sorted(change.weighed)],
    )
    documents, keys = zip(*sorted(change.former), strict=True) if change.former else ((), ())
    connection.execute(
        "DELETE FROM former_ids WHERE (document, key) IN (SELECT (unnest($1::VARCHAR[]), unnest($2::VARCHAR[])))",
        [list(documents), list(keys)],
    )
    ((last,),) = connection.execute("SELECT coalesce(max(n), -1) FROM edges").fetchall()
    for table, rows in resolved_tables(change, last + 1).items():
        insert(connection, table, rows)


def _delete_edges(connection: duckdb.DuckDBPyConnection, change: Change) -> None:
    found = connection.execute(
        "SELECT n FROM edges WHERE source IN (SELECT unnest($1::VARCHAR[])) OR relation = $2"
        " AND n IN (SELECT edge FROM edge_claims WHERE claim IN (SELECT unnest($3::VARCHAR[])))",
        [sorted(change.gone), Relation.HOLDS, sorted(change.retold)],
    ).fetchall()
    numbers = [n for (n,) in found]
    connection.execute("DELETE FROM edges WHERE n IN (SELECT unnest($1::INTEGER[]))", [numbers])
    connection.execute("DELETE FROM edge_claims WHERE edge IN (SELECT unnest($1::INTEGER[]))", [numbers])


def _edge_row(n: int, edge: Edge) -> tuple[Value, ...]:
    attributes = _json(edge.attributes)
    return n, edge.source, edge.target, edge.relation, edge.key, attributes, edge.count, edge.first, edge.last


def _conflict_row(conflict: Conflict) -> tuple[Value, ...]:
    one, other = conflict.one, conflict.other
    return conflict.kind, conflict.about, one.words, one.date, one.claim, other.words, other.date, other.claim


_json = json.JSONEncoder(ensure_ascii=False).encode
