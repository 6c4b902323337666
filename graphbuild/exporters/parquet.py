"""Parquet tables as in the store, with a column an attribute: for DuckDB, R, pandas, Polars, Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError
from ..model import Attribute
from ..store.tables import Value, insert
from .content import Content
from .texts import columns

if TYPE_CHECKING:
    import duckdb

TYPES = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", str: "VARCHAR"}

Columns = dict[str, str]
"""Name -> type."""

OF_ENTITY: Columns = {"id": "VARCHAR", "kind": "VARCHAR", "name": "VARCHAR"}
OF_EDGE: Columns = {
    "n": "INTEGER",
    "source": "VARCHAR",
    "target": "VARCHAR",
    "relation": "VARCHAR",
    "key": "VARCHAR",
    "count": "INTEGER",
    "first": "VARCHAR",
    "last": "VARCHAR",
}
OF_CLAIM: Columns = {
    "id": "VARCHAR",
    "document": "VARCHAR",
    "sentence": "VARCHAR",
    "mark_start": "INTEGER",
    "mark_end": "INTEGER",
    "rule": "VARCHAR",
    "confidence": "DOUBLE",
    "caption": "BOOLEAN",
}
OF_DOCUMENT: Columns = dict.fromkeys(("id", "title", "publisher", "published", "url"), "VARCHAR")
OF_DOUBT: Columns = {"a": "VARCHAR", "b": "VARCHAR", "likelihood": "DOUBLE", "reasons": "VARCHAR"}


def write(content: Content, folder: Path) -> None:
    """Write a file a table into `folder`.

    entities (a column an attribute), aliases, members (which article names it), edges (a column an attribute),
    edge_claims, claims (the sentences), documents (the articles), doubtful (pairs that may be one). Edges are numbered
    anew; partial dates are texts.
    """
    import duckdb

    # One thread, so that equal tables are equal bytes.
    with duckdb.connect(config={"threads": "1"}) as connection:
        try:
            for name, types, rows in _tables(content):
                _write(connection, folder / f"{name}.parquet", types, rows)
        except duckdb.IOException as error:
            do = "see that the disk has room and can be written"
            raise StoreError(str(error).splitlines()[0], where=str(folder), do=do) from error


def _tables(content: Content) -> Iterator[tuple[str, Columns, Iterable[tuple[Value, ...]]]]:
    entries, facts = list(content.entries()), list(content.facts())
    of_entries, of_facts = (
        {name: TYPES[kind] for name, kind in columns(one.attributes for one in some).items()}
        for some in (entries, facts)
    )
    yield (
        "entities",
        OF_ENTITY | _free(of_entries, OF_ENTITY),
        ((one.id, one.kind, one.name, *_values(one.attributes, of_entries)) for one in entries),
    )
    aliases = ((one.id, n, alias) for one in entries for n, alias in enumerate(one.aliases))
    yield "aliases", {"entity": "VARCHAR", "n": "INTEGER", "alias": "VARCHAR"}, aliases
    members = ((one.id, article) for one in entries for article in one.articles)
    yield "members", {"entity": "VARCHAR", "document": "VARCHAR"}, members
    yield (
        "edges",
        OF_EDGE | _free(of_facts, OF_EDGE),
        (
            (
                *(n, one.source.id, one.target.id, one.relation, one.key, one.count, one.first, one.last),
                *_values(one.attributes, of_facts),
            )
            for n, one in enumerate(facts)
        ),
    )
    claims = ((n, claim) for n, one in enumerate(facts) for claim in one.claims)
    yield "edge_claims", {"edge": "INTEGER", "claim": "VARCHAR"}, claims
    quotes = (content.quotes[claim] for claim in sorted(content.quotes))
    yield (
        "claims",
        OF_CLAIM,
        (
            (one.claim, one.document, one.sentence, one.mark_start, one.mark_end, one.rule, one.confidence, one.caption)
            for one in quotes
        ),
    )
    documents = ((one.id, one.title, one.publisher, one.published, one.url) for one in content.articles())
    yield "documents", OF_DOCUMENT, documents
    doubts = (
        (one.source.id, one.target.id, one.attributes["likelihood"], one.text("reasons")) for one in content.doubts()
    )
    yield "doubtful", OF_DOUBT, doubts


def _free(attributes: Columns, taken: Columns) -> Columns:
    """The columns of attributes, those that are called like another column with a '_' behind."""
    return {f"{name}_" if name in taken else name: kind for name, kind in attributes.items()}


def _values(attributes: Mapping[str, Attribute], types: Columns) -> Iterator[Value]:
    for name, kind in types.items():
        value = attributes.get(name)
        yield str(value) if kind == "VARCHAR" and value is not None else value


def _write(
    connection: duckdb.DuckDBPyConnection, file: Path, types: Columns, rows: Iterable[tuple[Value, ...]]
) -> None:
    named = ", ".join(f'"{name.replace(chr(34), 2 * chr(34))}" {kind}' for name, kind in types.items())
    connection.execute(f"CREATE OR REPLACE TABLE rows ({named})")
    insert(connection, "rows", rows)
    place = str(file).replace("'", "''")
    connection.execute(f"COPY rows TO '{place}' (FORMAT parquet, COMPRESSION zstd)")
