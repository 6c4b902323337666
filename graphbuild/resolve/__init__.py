"""Claims of many articles -> entities and edges. Pure and repeatable: it reads no text, file or clock."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .again import Change, Part, resolve_again, touched_blocks, with_linked
    from .contradictions import check
    from .corrections import field_text, is_wrong
    from .days import before, earliest, latest, seen_on, within
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
    from .ranks import format_ranks, parse_ranks
    from .records import ClaimSet, Doubt, Resolution
    from .resolving import resolve
    from .stretches import Stretch
    from .ties import JudgedPairs

__all__ = [
    "Answer",
    "Change",
    "ClaimSet",
    "Doubt",
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
    "Stretch",
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

_HOMES = {
    "Answer": "judgements",
    "Change": "again",
    "ClaimSet": "records",
    "Doubt": "records",
    "JudgedPairs": "ties",
    "Judgement": "judgements",
    "Judgements": "judgements",
    "NotAPerson": "judgements",
    "PairJudgement": "judgements",
    "ParentJudgement": "judgements",
    "Part": "again",
    "Resolution": "records",
    "Side": "judgements",
    "Signed": "judgements",
    "Stretch": "stretches",
    "WrongClaim": "judgements",
    "before": "days",
    "block_of": "person_profile",
    "check": "contradictions",
    "earliest": "days",
    "field_text": "corrections",
    "format_ranks": "ranks",
    "is_wrong": "corrections",
    "latest": "days",
    "parse_ranks": "ranks",
    "resolve": "resolving",
    "resolve_again": "again",
    "seen_on": "days",
    "touched_blocks": "again",
    "with_linked": "again",
    "within": "days",
}
"""Name -> its module, imported on first use: a question needs dates and ranks, and not all of resolution."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'graphbuild.resolve' has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
