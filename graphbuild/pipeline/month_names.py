"""Dates whose month is a word, as other languages write them: '2 November 2024', 'November 2nd', 'Nov 2024'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..resources import Gazetteer
from .plain import PlainDoc
from .records import DateSpan

DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
YEAR = r"(?:19|20)\d\d"
BESIDE = r"(?:st|nd|rd|th)?"
"""What may be glued to a day: '2nd'."""


class MonthNames:
    """Finds such dates; none where the gazetteer names no month."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.numbers = {name.casefold(): number for name, number in gazetteer.dates.months.items()}
        self.before = gazetteer.dates.before_months
        names = "|".join(map(re.escape, sorted(self.numbers, key=lambda name: (-len(name), name))))
        month, behind = rf"(?P<month>{names})\b\.?", rf"(?P<month2>{names})\b\.?"
        self.pattern = re.compile(
            rf"\b(?:(?P<day>{DAY}){BESIDE}\s+(?:of\s+)?{month}"
            rf"|{behind}(?:\s+(?P<day2>{DAY}){BESIDE}|(?=,?\s+{YEAR}\b)))(?:,?\s+(?P<year>{YEAR})\b)?",
            re.IGNORECASE,
        )

    def find(self, doc: PlainDoc) -> Iterator[DateSpan]:
        """The dates of one article, in order."""
        for found in self.pattern.finditer(doc.text) if self.numbers else ():
            name = (found["month"] or found["month2"]).casefold()
            start, end = doc.tokens_of(*found.span())
            if found["day2"] and not found["year"] and not self._introduced(doc, start):
                continue
            day = int(found["day"] or found["day2"] or 0)
            yield DateSpan(start, end, day, self.numbers[name], int(found["year"] or 0))

    def _introduced(self, doc: PlainDoc, i: int) -> bool:
        """A preposition, a sign or nothing stands before token `i`."""
        return i == 0 or not doc[i - 1].is_alpha or doc[i - 1].lower_ in self.before
