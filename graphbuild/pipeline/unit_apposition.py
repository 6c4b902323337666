"""Whether two units that stand side by side are one under two names: 'Lữ đoàn 9325 (Đoàn Hạc Lĩnh)'."""

from __future__ import annotations

from ..resources import Gazetteer
from ..text import compare_key
from .plain import PlainDoc
from .records import UnitSpan
from .unit_words import number_in

DASHES = frozenset({"-", "–"})


class Apposition:
    """Reads what stands between two units of one Doc."""

    def __init__(self, doc: PlainDoc, gazetteer: Gazetteer) -> None:
        self._doc, self._gazetteer, self._clauses = doc, gazetteer, gazetteer.clauses

    def names_one(self, first: UnitSpan, second: UnitSpan) -> bool:
        """True if the second unit is the first one under another name.

        In parentheses: a cover name ('Bộ Tư lệnh Bảo vệ Khu Di tích (Đoàn 2207)'), the number of a unit called by its
        honorary name ('Đoàn Hạc Lĩnh (Sư đoàn 941)'), the name in fewer words. Behind a dash: an honorary name. Behind
        words that say so ('còn gọi là', 'nay là'): any. Two numbers of one kind are two units all the same.
        """
        between = self._doc[first.end : second.start]
        if not between or second.relative or self._two_numbers(first, second):
            return False
        words = [token.lower_ for token in between]
        in_parentheses = words[0] == "(" and second.end < len(self._doc) and self._doc[second.end].text == ")"
        if words == ["("]:
            return in_parentheses and self._in_parentheses(first, second)
        if len(words) == 1 and words[0] in DASHES:
            return first.type in self._clauses.covered and self._is_honorary(second)
        said = words[1:] if words[0] in ("(", ",") else words
        return " ".join(said) in self._clauses.also_called

    def _in_parentheses(self, first: UnitSpan, second: UnitSpan) -> bool:
        if second.type == first.type:
            return self._in_fewer_words(first, second)
        if second.type in self._clauses.covers:
            return True
        return second.type in self._clauses.covered and self._is_honorary(first)

    def _is_honorary(self, unit: UnitSpan) -> bool:
        """'Đoàn Hạc Lĩnh', but neither 'Đoàn 2207' nor 'Đoàn Văn công'."""
        named = unit.type in self._clauses.covers and not number_in(self._doc, unit.start, unit.end)
        field = any(self._doc.matches.at(i, label) for i in range(unit.start, unit.end) for label in ("ARM", "TOPIC"))
        return named and not field and unit.parent is None and unit.place is None

    def _in_fewer_words(self, first: UnitSpan, second: UnitSpan) -> bool:
        """'Bộ Tư lệnh Bảo vệ Khu Di tích Thanh Lam (Bộ Tư lệnh Thanh Lam)'."""
        long, short = (compare_key(self._doc.text_of(u.start, u.end)).split() for u in (first, second))
        rest = iter(long)
        return len(short) < len(long) and all(word in rest for word in short)

    def _two_numbers(self, first: UnitSpan, second: UnitSpan) -> bool:
        one, other = (number_in(self._doc, unit.start, unit.own_end) for unit in (first, second))
        return bool(one and other) and one != other and first.type == second.type
