"""CSV files for `neo4j-admin database import`, with the command."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from .content import Content
from .properties import (
    ARTICLE,
    CLAIM,
    ENTITY,
    LABELS,
    SAID_IN,
    Properties,
    Property,
    links,
    of_article,
    of_claim,
    of_entity,
    of_link,
    quotes,
)
from .texts import clean, columns

LIST = "\x1f"
"""Between the parts of a list. Neo4j knows no escape for it, so it is a character that no text has after cleaning."""

TYPES = {bool: ":boolean", int: ":long", float: ":double", str: ""}

COMMAND = """\
neo4j-admin database import full neo4j --array-delimiter=U+001F \\
    --nodes=entities.csv --nodes=claims.csv --nodes=articles.csv \\
    --relationships=relations.csv --relationships=said_in.csv
"""

BREAK = re.compile(r"[\r\n]+")

Row = tuple[tuple[str | tuple[str, ...], ...], Properties]
"""Ids, labels or types; and what else there is. Several labels are a list as any other."""


def write(content: Content, folder: Path) -> tuple[str, ...]:
    """Write a file a table into `folder`, and import.txt with the command that imports them into a new database.

    Lists are lists, numbers and truth values typed; a text is on one line, so that no option is needed for it.
    """
    entities = [((one.id, (ENTITY, LABELS[one.kind])), of_entity(one)) for one in content.entries()]
    relations = [((one.source.id, one.target.id, one.relation.value), of_link(one)) for one in links(content)]
    claims = [((one.claim, CLAIM), of_claim(one)) for one in quotes(content)]
    articles = [((one.id, ARTICLE), of_article(one)) for one in content.articles()]
    said_in: list[Row] = [((one.claim, one.document, SAID_IN), {}) for one in quotes(content)]
    _write(folder / "entities.csv", (f"id:ID({ENTITY})", ":LABEL"), entities)
    _write(folder / "claims.csv", (f"id:ID({CLAIM})", ":LABEL"), claims)
    _write(folder / "articles.csv", (f"id:ID({ARTICLE})", ":LABEL"), articles)
    _write(folder / "relations.csv", (f":START_ID({ENTITY})", f":END_ID({ENTITY})", ":TYPE"), relations)
    _write(folder / "said_in.csv", (f":START_ID({CLAIM})", f":END_ID({ARTICLE})", ":TYPE"), said_in)
    (folder / "import.txt").write_text(COMMAND, "utf-8", newline="\n")
    return ("import.txt has the command that imports it; give it in that folder",)


def _write(file: Path, fixed: tuple[str, ...], rows: Iterable[Row]) -> None:
    rows = list(rows)
    lists = {name for _, more in rows for name, value in more.items() if isinstance(value, tuple)}
    types = columns(more for _, more in rows)
    header = [f"{name}:string[]" if name in lists else f"{name}{TYPES[kind]}" for name, kind in types.items()]
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow((*fixed, *header))
        writer.writerows((*map(_cell, own), *_cells(more, types)) for own, more in rows)


def _cells(properties: Properties, names: Iterable[str]) -> Iterator[str]:
    """The cells of a row; Neo4j makes no property of an empty one."""
    return (_cell(properties[name]) if name in properties else "" for name in names)


def _cell(value: Property) -> str:
    if isinstance(value, tuple):
        return LIST.join(map(_flat, value))
    return str(value).lower() if isinstance(value, bool) else _flat(str(value))


def _flat(text: str) -> str:
    """A text without line breaks, for which Neo4j would need an option."""
    return BREAK.sub(" ", clean(text))
