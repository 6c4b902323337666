"""The names in a store: what a search looks through."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graphbuild.model import Attribute, EntityKind

from .literals import quoted
from .reader import Reader

MOST_WORDS = 30
"""So many of the words typed are looked for in the store; a name that lacks none of these is compared with all."""


@dataclass(frozen=True, slots=True)
class NamedRow:
    """An entity as a search needs it; `articles` is the number of articles that name it."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    attributes: dict[str, Attribute]
    articles: int


def names_in(reader: Reader, ids: Collection[str] | None = None) -> list[NamedRow]:
    """What a search looks through, of `ids` or all if that is None, in the order of the ids."""
    # No id has a NUL, which would end a literal.
    wanted = [quoted(id) for id in sorted(ids or ()) if "\0" not in id]
    # DuckDB loads pandas, if it is there, for the first parameter, and a search is not to wait for that.
    among = "" if ids is None else f" WHERE {{}} IN ({', '.join(wanted) or 'NULL'})"
    rows = reader.rows(
        "WITH forms AS (SELECT entity, list(alias ORDER BY n) AS aliases FROM aliases"
        f"{among.format('entity')} GROUP BY entity),"
        " articles AS (SELECT entity, count(DISTINCT document) AS articles FROM members"
        f"{among.format('entity')} GROUP BY entity)"
        " SELECT id, kind, name, coalesce(aliases, []), attributes, coalesce(articles, 0) FROM entities"
        " LEFT JOIN forms ON forms.entity = id LEFT JOIN articles ON articles.entity = id"
        f"{among.format('id')} ORDER BY id"
    )
    return [
        NamedRow(id, EntityKind(kind), name, tuple(aliases), json.loads(attributes), articles)
        for id, kind, name, aliases, attributes, articles in rows
    ]


def expansions(reader: Reader) -> dict[str, str]:
    """Name or alias of a unit -> its compare key with abbreviations spelled out."""
    return dict(reader.rows("SELECT name, expanded FROM expansions"))


def abbreviations(reader: Reader) -> frozenset[str]:
    """Words of compare keys that stand for others."""
    return frozenset(word for (word,) in reader.rows("SELECT word FROM abbreviations"))


def names_with(reader: Reader, pieces: Iterable[str]) -> list[NamedRow]:
    """The names of which some form has the first pieces of what is typed."""
    has = " AND ".join(f"contains(line, {quoted(piece)})" for piece in list(dict.fromkeys(pieces))[:MOST_WORDS])
    return names_in(reader, {id for (id,) in reader.rows(f"SELECT DISTINCT entity FROM forms WHERE {has}")})
