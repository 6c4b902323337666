"""What resolution takes and gives."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Claim, Conflict, Edge, Entity


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """The claims of one article: all that resolution sees of it.

    Attributes
    ----------
    document: the article's id. published: ISO date, partial or None where the article does not say.
    claims: (claim id, claim) pairs.
    """

    document: str
    published: str | None
    claims: tuple[tuple[str, Claim], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities and edges, sorted by id, and which record went where.

    `assigned` maps (document id, 'kind:local key') to an entity id. Hand it to the next call, so that ids stay;
    it keeps what it was given for articles that are not there now. `conflicts` are the contradictions found.
    """

    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    assigned: dict[tuple[str, str], str]
    conflicts: tuple[Conflict, ...] = ()
