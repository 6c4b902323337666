"""What resolution takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import Claim, Conflict, Edge, Entity, EntityKind

if TYPE_CHECKING:
    from .hierarchy import Hierarchy
    from .posts import Posts


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
class Doubt:
    """Two entities of one kind that may be the same and were not joined, of whatever kind they are.

    Attributes
    ----------
    a, b: their ids, the smaller one first. likelihood: how likely they are the same, 0 to 1.
    reasons: what speaks for and against it, in words for a reader, the weightiest first.
    """

    a: str
    b: str
    likelihood: float
    reasons: tuple[str, ...]

    @property
    def kind(self) -> EntityKind:
        """What both are; every id begins with it."""
        return EntityKind(self.a.partition("/")[0])


@dataclass(frozen=True, slots=True)
class Footing:
    """What the persons of a collection stand on, kept so that some of them can be resolved again without the rest.

    Attributes
    ----------
    labels: id of a unit -> its label. hierarchy: who stands above whom, by label. posts: what articles say of posts.
    """

    labels: Mapping[str, str]
    hierarchy: Hierarchy
    posts: Posts


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities and edges, sorted by id, and which record went where.

    `assigned` and `former` are to be handed to the next call, so that ids stay; they keep what they were given for
    articles that are not there now.

    Attributes
    ----------
    assigned: (document id, 'kind:local key') -> the id of the record's entity, judgements left aside.
    conflicts: the contradictions found.
    former: the same -> other ids that the record's entity had, oldest first.
    merged: id that no entity has any more -> the entity where most of its records are now.
    doubtful: pairs that may be the same and were not joined, in the order of their ids.
    footing: what persons are resolved again upon; None for a resolution that was not made by `resolve`.
    """

    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    assigned: Mapping[tuple[str, str], str]
    conflicts: tuple[Conflict, ...] = ()
    former: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    doubtful: tuple[Doubt, ...] = ()
    footing: Footing | None = None
