"""Which units are commands: something that other units are part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..pipeline.named_units import NamedUnit
from ..resources import UnitType

if TYPE_CHECKING:
    from .article import Article


def is_above(article: Article, unit: NamedUnit, kind: UnitType) -> bool:
    """A unit of `kind` may be part of `unit`: of a command, an office also of a company or a department."""
    own = article.gazetteer.unit_type(unit.type)
    if own is None or unit.vague or own.level <= kind.level:
        return False
    return own.commands or (own.offices and "arm" not in kind.takes)


def is_command(article: Article, unit: NamedUnit, level: int = 0) -> bool:
    """True for a formation, a headquarters or an academy above `level`."""
    kind = article.gazetteer.unit_type(unit.type)
    return kind is not None and kind.commands and kind.level > level and not unit.vague
