"""Claims of many articles -> entities and edges. Pure and repeatable: it reads no text, file or clock."""

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
from .ranks import format_ranks, parse_ranks
from .records import ClaimSet, DoubtfulPair, Resolution
from .resolving import resolve

__all__ = [
    "Answer",
    "ClaimSet",
    "DoubtfulPair",
    "Judgement",
    "Judgements",
    "NotAPerson",
    "PairJudgement",
    "ParentJudgement",
    "Resolution",
    "Side",
    "Signed",
    "WrongClaim",
    "format_ranks",
    "parse_ranks",
    "resolve",
]
