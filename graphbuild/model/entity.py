"""What many claims are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from .vocabulary import EntityKind, Relation

Attribute = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, unit, event or place.

    Attributes
    ----------
    id: readable and stable, 'person/bui-hai-son'.
    name: canonical name; `aliases`: every other form seen, sorted.
    attributes: what views show and filters use: rank, type, date, organiser, province, ...
    members: (document id, local key) of every record that was merged into it, sorted.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    attributes: dict[str, Attribute] = field(default_factory=dict)
    members: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two entities with the claims behind it.

    Attributes
    ----------
    key: tells parallel edges apart: the role, title or status ('Tư lệnh|current'); '' where there is one at most.
    attributes: title, role, status, rank, ... as the relation has them.
    claims: ids of the claims, sorted.
    count: number of articles that say it; a caption that repeats its article's words does not count twice.
    first, last: ISO dates of the first and last article or event that shows it, '' where unknown.
    """

    source: str
    target: str
    relation: Relation
    key: str = ""
    attributes: dict[str, Attribute] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    count: int = 0
    first: str = ""
    last: str = ""
