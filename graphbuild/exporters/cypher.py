"""A Cypher script: for Neo4j, where nothing can be imported in bulk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path

from .content import Content
from .properties import (
    ARTICLE,
    CLAIM,
    ENTITY,
    LABELS,
    SAID_IN,
    links,
    of_article,
    of_claim,
    of_entity,
    of_link,
    quotes,
)
from .texts import clean

ROWS = 200
"""Rows a statement: few enough to be parsed at once, many enough to be quick."""

PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
"""A name that needs no quotes."""

ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})

Row = Mapping[str, object]


def write(content: Content, path: Path) -> None:
    """Write statements, one a line; run again, or for another part of the graph, they add nothing twice."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{statement};\n" for statement in _statements(content))


def _statements(content: Content) -> Iterator[str]:
    for label in (ENTITY, CLAIM, ARTICLE):
        name = f"graphbuild_{label.lower()}_id"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for kind, entries in groupby(sorted(content.entries(), key=lambda one: one.kind), key=lambda one: one.kind):
        rows: Iterator[Row] = ({"id": one.id, **of_entity(one)} for one in entries)
        yield from _unwind(rows, f"MERGE (n:{ENTITY} {{id: row.id}}) SET n:{LABELS[kind]}, n += row")
    rows = ({"id": one.id, **of_article(one)} for one in content.articles())
    yield from _unwind(rows, f"MERGE (n:{ARTICLE} {{id: row.id}}) SET n += row")
    rows = ({"id": one.claim, "article": one.document, **of_claim(one)} for one in quotes(content))
    said_in = f"MATCH (a:{ARTICLE} {{id: row.article}}) MERGE (n)-[:{SAID_IN}]->(a)"
    yield from _unwind(rows, f"MERGE (n:{CLAIM} {{id: row.id}}) SET n += row WITH n, row {said_in}")
    for relation, some in groupby(sorted(links(content), key=lambda one: one.relation), key=lambda one: one.relation):
        rows = ({"a": one.source.id, "b": one.target.id, "properties": of_link(one)} for one in some)
        yield from _unwind(
            rows,
            f"MATCH (a:{ENTITY} {{id: row.a}}), (b:{ENTITY} {{id: row.b}})"
            f" MERGE (a)-[r:{relation} {{key: row.properties.key}}]->(b) SET r += row.properties",
        )


def _unwind(rows: Iterable[Row], statement: str) -> Iterator[str]:
    left = iter(rows)
    while some := list(islice(left, ROWS)):
        yield f"UNWIND [{', '.join(map(_map, some))}] AS row {statement}"


def _map(properties: Row) -> str:
    return "{" + ", ".join(f"{_name(name)}: {_literal(value)}" for name, value in properties.items()) + "}"


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(quoted, value))}]"
    return _map(value) if isinstance(value, Mapping) else quoted(str(value))


def quoted(text: str) -> str:
    r"""A text as a Cypher literal on one line.

    >>> print(quoted("Tư lệnh 'tạm'\n\\"))
    'Tư lệnh \'tạm\'\n\\'
    """
    return f"'{clean(text).translate(ESCAPES)}'"


def _name(name: str) -> str:
    return name if PLAIN.fullmatch(name) else f"`{clean(name).replace('`', '``')}`"
