"""Which units are commands: something that other units are part of."""

from __future__ import annotations

from ..pipeline.named_units import NamedUnit
from .article import Article


def is_command(article: Article, unit: NamedUnit, level: int = 0) -> bool:
    """True for a formation, a headquarters or an academy above `level`."""
    kind = article.gazetteer.unit_type(unit.type)
    return kind is not None and kind.commands and kind.level > level and not unit.vague
