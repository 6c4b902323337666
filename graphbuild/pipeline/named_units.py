"""The units of one article, each once, and which of them is mentioned where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]
"""First token and the one behind the last."""


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """One unit of the article.

    Attributes
    ----------
    name: the fullest form in the text, or a known unit's name where the text has it in parts.
    type: key of the kind of unit, '' for a closed name.
    aliases: every other form in the text, in order.
    mentions: (start, end) of every mention, in order.
    parent: name of the unit that the longest form has glued on, or ''.
    parent_at: (start, end) of the mention that says so.
    place: the place glued on, as written, or ''.
    vague: True for a bare head ('Đảng ủy') that nothing in the article explains.
    """

    name: str
    type: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    parent: str
    parent_at: Span | None
    place: str
    vague: bool


class UnitNames:
    """The units of one Doc, with look-ups."""

    def __init__(self, units: Iterable[NamedUnit]) -> None:
        self.units = tuple(units)
        self._by_span = {span: unit for unit in self.units for span in unit.mentions}
        self._by_name = {unit.name: unit for unit in self.units}

    def at(self, span: Span | None) -> NamedUnit | None:
        """The unit mentioned at (start, end)."""
        return self._by_span.get(span) if span else None

    def named(self, name: str) -> NamedUnit | None:
        """The unit of this name."""
        return self._by_name.get(name)
