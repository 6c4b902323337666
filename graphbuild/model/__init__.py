"""Frozen records and the vocabulary. Imports nothing but the standard library."""

from .claim import (
    Claim,
    ClusterClaim,
    EventClaim,
    Evidence,
    ParentClaim,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    RankClaim,
    UnitClaim,
)
from .conflict import Conflict, ConflictKind, ConflictSide
from .dates import PartialDate
from .document import Block, BlockKind, Cut, Document
from .entity import Attribute, Edge, Entity
from .extraction import ClaimSource, Extraction, Quote
from .mention import Mention
from .vocabulary import (
    DateSource,
    EntityKind,
    EventRole,
    EventType,
    MentionKind,
    PostRole,
    Relation,
    Status,
)

__all__ = [
    "Attribute",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimSource",
    "ClusterClaim",
    "Conflict",
    "ConflictKind",
    "ConflictSide",
    "Cut",
    "DateSource",
    "Document",
    "Edge",
    "Entity",
    "EntityKind",
    "EventClaim",
    "EventRole",
    "EventType",
    "Evidence",
    "Extraction",
    "Mention",
    "MentionKind",
    "ParentClaim",
    "PartialDate",
    "ParticipationClaim",
    "PlaceClaim",
    "PostRole",
    "PostingClaim",
    "Quote",
    "RankClaim",
    "Relation",
    "Status",
    "UnitClaim",
]
