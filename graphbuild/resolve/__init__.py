"""Claims of many articles -> entities and edges. Pure and repeatable: it reads no text, file or clock."""

from .again import Change, Part, resolve_again, touched_blocks, with_linked
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
from .person_profile import block_of
from .posting_edges import seen_on
from .ranks import format_ranks, parse_ranks
from .records import ClaimSet, DoubtfulPair, Resolution
from .resolving import resolve
from .ties import JudgedPairs

__all__ = [
    "Answer",
    "Change",
    "ClaimSet",
    "DoubtfulPair",
    "JudgedPairs",
    "Judgement",
    "Judgements",
    "NotAPerson",
    "PairJudgement",
    "ParentJudgement",
    "Part",
    "Resolution",
    "Side",
    "Signed",
    "WrongClaim",
    "before",
    "block_of",
    "check",
    "earliest",
    "field_text",
    "format_ranks",
    "is_wrong",
    "latest",
    "parse_ranks",
    "resolve",
    "resolve_again",
    "seen_on",
    "touched_blocks",
    "with_linked",
    "within",
]
