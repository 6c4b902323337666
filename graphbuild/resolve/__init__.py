"""Claims of many articles -> entities and edges. Pure and repeatable: it reads no text, file or clock."""

from .contradictions import check
from .corrections import field_text, is_wrong
from .days import before, earliest, latest, within
from .judgements import (
    Answer,
    Judgement,
    Judgements,
    NotAPerson,
    PairJudgement,
    ParentJudgement,
    Side,
    Signed,
    WrongClaim,
)
from .posting_edges import seen_on
from .ranks import format_ranks, parse_ranks
from .records import ClaimSet, Doubt, Resolution
from .resolving import resolve
from .ties import JudgedPairs

__all__ = [
    "Answer",
    "ClaimSet",
    "Doubt",
    "JudgedPairs",
    "Judgement",
    "Judgements",
    "NotAPerson",
    "PairJudgement",
    "ParentJudgement",
    "Resolution",
    "Side",
    "Signed",
    "WrongClaim",
    "before",
    "check",
    "earliest",
    "field_text",
    "format_ranks",
    "is_wrong",
    "latest",
    "parse_ranks",
    "resolve",
    "seen_on",
    "within",
]
