"""Dates as articles write them, with the parts that they give."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from .records import DateSpan

YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
MONTH = r"(?P<month>0?[1-9]|1[0-2])"
MORE_DAYS = r"(?:\s?(?:[-–]|và|đến|,)\s?(?:ngày\s)?\d{1,2})*"

WORDED = re.compile(rf"\b{DAY}{MORE_DAYS}\s+tháng\s+{MONTH}(?:(?:\s+năm\s+|[/.-]){YEAR})?\b", re.IGNORECASE)
"""'6 tháng 10 năm 2020', '5 và 6 tháng 6', '15 tháng 8/2022'."""

FULL = re.compile(rf"(?<![\d/.-]){DAY}(?P<sep>[/.-]){MONTH}(?P=sep){YEAR}(?![\d/])")
"""'06/10/2020', '6-10-2020', '6.10.2020'."""

SPAN = re.compile(
    rf"(?<![\d/.-]){DAY}(?:[/-]{MONTH})?{MORE_DAYS}\s?(?:[-–]|và|đến|đến ngày)\s?"
    r"\d{1,2}[/-](?P<month2>0?[1-9]|1[0-2])"
    rf"(?:[/-]{YEAR})?(?![\d/])"
)
"""'5 và 6/6/2023', '28/5 đến 2/6/2023', '5-7/6/2023'."""

SHORT = re.compile(
    rf"\b(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|khai mạc|từ|đến|dịp|quốc khánh)\s+(?:ngày\s+|nay\s+\(?|qua\s+\(?)?"
    rf"(?P<short>{DAY}[/-]{MONTH})(?![\d/-])",
    re.IGNORECASE,
)
"""'Chiều 29/12', 'ngày 1-11', 'Sáng nay (12/7'."""

BRACKETED = re.compile(rf"\((?:ngày\s)?{DAY}[/-]{MONTH}\)", re.IGNORECASE)
"""'Sáng qua (12/7)'."""

MONTH_YEAR = re.compile(rf"\btháng\s+{MONTH}(?:\s+năm\s+|[/.-]){YEAR}\b", re.IGNORECASE)
"""'tháng 10/2020', 'tháng 10 năm 2020'."""

BARE_MONTH_YEAR = re.compile(rf"(?<![\d/.-]){MONTH}/{YEAR}(?![\d/])")
"""'10/2020'."""

YEARS = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s?[-–]\s?(?:19|20)\d\d\b")
"""'2019 - 2024': a term of office or a stage, no date of an event."""

IN_YEAR = re.compile(rf"\bnăm\s+(?:học\s+)?{YEAR}\b", re.IGNORECASE)
"""'năm 2020'."""

PATTERNS = (WORDED, SPAN, FULL, SHORT, BRACKETED, MONTH_YEAR, BARE_MONTH_YEAR, YEARS, IN_YEAR)

TIMES_OF_DAY = re.compile(r"(?:sáng|trưa|chiều|tối|đêm|hôm|ngày|trong)\s*$", re.IGNORECASE)


@Language.factory("vi_dates", assigns=["doc._.dates"])
def create_dates(nlp: Language, name: str) -> DateFinder:
    return DateFinder()


class DateFinder:
    """Set `doc._.dates`: every date, longest reading first, none inside another."""

    def __call__(self, doc: Doc) -> Doc:
        taken: list[tuple[int, int]] = []
        found: list[DateSpan] = []
        for pattern in PATTERNS:
            for match in pattern.finditer(doc.text):
                start, end = match.span("short") if "short" in match.groupdict() else match.span()
                if any(s < end and start < e for s, e in taken):
                    continue
                span = doc.char_span(start, end, alignment_mode="expand")
                if span is None:
                    continue
                taken.append((start, end))
                parts = match.groupdict()
                found.append(
                    DateSpan(
                        span.start,
                        span.end,
                        int(parts.get("day") or 0),
                        int(parts.get("month") or parts.get("month2") or 0),
                        int(parts.get("year") or 0),
                        years=pattern is YEARS,
                    )
                )
        doc._.dates = tuple(sorted(found, key=lambda d: d.start))
        return doc
