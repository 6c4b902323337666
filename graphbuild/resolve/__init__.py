"""Claims of many articles -> entities and edges. Pure and repeatable: it reads no text, file or clock."""

from .ranks import format_ranks, parse_ranks
from .records import ClaimSet, Resolution
from .resolving import resolve

__all__ = ["ClaimSet", "Resolution", "format_ranks", "parse_ranks", "resolve"]
