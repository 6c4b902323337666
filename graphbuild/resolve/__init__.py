"""Claims of many articles -> entities and edges. Pure and repeatable: it reads no text, file or clock."""

from .days import before, earliest, latest, within
from .posting_edges import seen_on
from .ranks import format_ranks, parse_ranks
from .records import ClaimSet, Resolution
from .resolving import resolve

__all__ = [
    "ClaimSet",
    "Resolution",
    "before",
    "earliest",
    "format_ranks",
    "latest",
    "parse_ranks",
    "resolve",
    "seen_on",
    "within",
]
