"""Units that the article names."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import UnitClaim
from .article import Article


def unit_claims(article: Article) -> Iterator[UnitClaim]:
    """One claim a unit, at its first mention, with every other form as alias."""
    for unit in article.unit_names.units:
        if not unit.vague:
            start, end = unit.mentions[0]
            yield UnitClaim(unit.name, unit.type, unit.aliases, article.evidence(start, end, "unit named", 0.9))
