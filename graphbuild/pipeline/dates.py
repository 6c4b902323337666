"""Dates as articles write them, with the parts that they give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key
from .month_names import MonthNames
from .plain import PlainDoc, plain_of
from .records import DateSpan
from .spans import Spans

YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
MONTH = r"(?P<month>0?[1-9]|1[0-2])"
MORE_DAYS = r"(?:\s?(?:[-–]|và|đến|,)\s?(?:ngày\s)?\d{1,2})*"

WORDED = re.compile(rf"\b{DAY}{MORE_DAYS}\s+tháng\s+{MONTH}(?:(?:\s+năm\s+|[/.-]){YEAR})?\b", re.IGNORECASE)
"""'6 tháng 10 năm 2020', '5 và 6 tháng 6', '15 tháng 8/2022'."""

FULL = re.compile(rf"(?<![\d/.-]){DAY}\s?(?P<sep>[/.-])\s?{MONTH}\s?(?P=sep)\s?{YEAR}(?![\d/])")
"""'06/10/2020', '6-10-2020', '6.10.2020', '06/ 10/2020'."""

SPAN = re.compile(
    rf"(?<![\d/.-]){DAY}(?:[/-]{MONTH})?{MORE_DAYS}\s?(?:[-–]|và|đến|đến ngày)\s?"
    r"\d{1,2}[/-](?P<month2>0?[1-9]|1[0-2])"
    rf"(?:[/-]{YEAR})?(?![\d/])"
)
"""'5 và 6/6/2023', '28/5 đến 2/6/2023', '5-7/6/2023'."""

SHORT = re.compile(
    rf"\b(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|khai mạc|từ|đến|dịp|quốc khánh)\s+"
    rf"(?:ngày\s+|(?:nay|qua),?\s+\(?(?:ngày\s+)?)?"
    rf"(?P<short>(?:(?:mùng|mồng)\s+)?{DAY}[/.–-]{MONTH})(?![\d/–-]|\.\d)",
    re.IGNORECASE,
)
"""'Chiều 29/12', 'ngày 1-11', 'Sáng nay (12/7', 'ngày mùng 2-9'."""

BRACKETED = re.compile(rf"\((?:ngày\s)?{DAY}[/-]{MONTH}\)", re.IGNORECASE)
"""'Sáng qua (12/7)'."""

MONTH_YEAR = re.compile(rf"\btháng\s+{MONTH}(?:\s+năm\s+|[/.-]){YEAR}\b", re.IGNORECASE)
"""'tháng 10/2020', 'tháng 10 năm 2020'."""

BARE_MONTH_YEAR = re.compile(rf"(?<![\d/.-]){MONTH}/{YEAR}(?![\d/])")
"""'10/2020'."""

SAVED = re.compile(r"\bdate\s+(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?\b")
"""'date 2023-04': what a saved page's header says of its publishing, left before the first words."""

YEARS = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s?[-–]\s?(?:19|20)\d\d\b")
"""'2019 - 2024': a term of office or a stage, no date of an event."""

IN_YEAR = re.compile(rf"\bnăm\s+(?:học\s+)?{YEAR}\b", re.IGNORECASE)
"""'năm 2020'."""

FIGURE = "0"
"""Stands for every figure among the words that a pattern begins with."""

FIGURES = re.compile(r"\d+")
TIMES = ("sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "khai", "từ", "đến", "dịp", "quốc")

PATTERNS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (SAVED, ("date",)),
    (WORDED, (FIGURE,)),
    (SPAN, (FIGURE,)),
    (FULL, (FIGURE,)),
    (SHORT, TIMES),
    (BRACKETED, ("(",)),
    (MONTH_YEAR, ("tháng",)),
    (BARE_MONTH_YEAR, (FIGURE,)),
    (YEARS, (FIGURE,)),
    (IN_YEAR, ("năm",)),
)
"""The patterns, the surest first, each with the words that it begins with, and is tried at alone.

To try them at every letter took longer than all that the other components do with the names of units.
"""

BESIDE = 3
"""Words within which a date in figures says what 'sáng nay' before it says: 'Sáng nay, ngày 12/7'."""


@Language.factory("vi_dates", default_config={"extra": []}, requires=["doc._.matches"], assigns=["doc._.dates"])
def create_dates(nlp: Language, name: str, extra: list[str]) -> DateFinder:
    return DateFinder(load_gazetteer([Path(p) for p in extra]))


class DateFinder:
    """Set `doc._.dates`: every date, longest reading first, none inside another."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.lunar = LunarDays(gazetteer)
        self.months = MonthNames(gazetteer)
        self.openers = frozenset(word for _, openers in PATTERNS for word in openers) | {*self.lunar.openers}

    def __call__(self, doc: Doc) -> Doc:
        plain = plain_of(doc)
        found, taken = [], bytearray(len(plain) + BESIDE)
        places = plain.offsets(self.openers) | {FIGURE: [m.start() for m in FIGURES.finditer(plain.text)]}
        for span in (
            *self.lunar.find(plain, places),
            *self.months.find(plain),
            *_written(plain, places),
            *_counted_back(plain),
        ):
            reach = BESIDE if span.days_ago is not None else 0
            if not any(taken[span.start : span.end + reach]):
                found.append(span)
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
        doc._.dates = Spans(sorted(found, key=lambda d: d.start))
        return doc


def find_at(
    places: Mapping[str, Iterable[int]], pattern: re.Pattern[str], openers: Iterable[str], text: str
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` finds, for a pattern that begins with one of `openers`, which stand at `places`."""
    end = 0
    for place in sorted(place for word in openers for place in places.get(word, ())):
        match = pattern.match(text, place) if place >= end else None
        if match:
            end = match.end()
            yield match


def _written(doc: PlainDoc, places: Mapping[str, list[int]]) -> Iterator[DateSpan]:
    """The dates in figures, pattern by pattern."""
    for pattern, openers in PATTERNS if places[FIGURE] else ():
        for match in find_at(places, pattern, openers, doc.text):
            parts = match.groupdict()
            start, end = doc.tokens_of(*match.span("short" if "short" in parts else 0))
            day, month, year = (int(parts.get(part) or 0) for part in ("day", "month", "year"))
            month = month or int(parts.get("month2") or 0)
            yield DateSpan(start, end, day, month, year, years=pattern is YEARS, saved=pattern is SAVED)


def _counted_back(doc: PlainDoc) -> Iterator[DateSpan]:
    """'hôm qua', 'năm nay'."""
    for match in doc.matches.all("DAYS_AGO"):
        yield DateSpan(match.start, match.end, days_ago=int(match.key))
    for match in doc.matches.all("YEARS_AGO"):
        yield DateSpan(match.start, match.end, years_ago=int(match.key))


class LunarDays:
    """Finds days of the first lunar month: 'mùng Một Tết Nguyên đán Ất Tỵ', 'mồng 4 Tết', 'mùng 6 tháng Giêng'."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        words = gazetteer.dates.lunar
        self.variants = {compare_key(k): compare_key(v) for k, v in words.variants.items()}
        self.numerals, self.stems, self.branches = (
            [compare_key(word) for word in each] for each in (words.numerals, words.stems, words.branches)
        )
        days, months, numerals, stems, branches = (
            "|".join(map(re.escape, each))
            for each in (
                words.day_words,
                words.months,
                (*words.numerals, *words.variants),
                (*words.stems, *words.variants),
                (*words.branches, *words.variants),
            )
        )
        self.openers = tuple(dict.fromkeys(word.lower().split()[0] for word in words.day_words))
        self.pattern = re.compile(
            rf"\b(?:{days})\s+(?P<day>\d{{1,2}}|{numerals})\s+(?:{months})\b"
            rf"(?:\s+Nguyên\s+[Đđ]án)?(?:\s+(?:xuân\s+)?(?P<stem>{stems})\s+(?P<branch>{branches})\b)?"
            rf"(?:[\s,-]*(?:năm\s+)?{YEAR}\b)?",
            re.IGNORECASE,
        )

    def find(self, doc: PlainDoc, places: Mapping[str, list[int]]) -> Iterator[DateSpan]:
        for match in find_at(places, self.pattern, self.openers, doc.text):
            day = int(match["day"]) if match["day"].isdigit() else self._number(match["day"], self.numerals)
            if 1 <= day <= 30:
                start, end = doc.tokens_of(*match.span())
                cycle = self._cycle(match["stem"], match["branch"])
                year = int(match["year"] or 0)
                yield DateSpan(start, end, day, 1, year, lunar=True, cycle=cycle)

    def _number(self, word: str, words: list[str]) -> int:
        """The place of `word` in `words`, from 1."""
        key = compare_key(word)
        return words.index(self.variants.get(key, key)) + 1

    def _cycle(self, stem: str | None, branch: str | None) -> int:
        """The number of 'Ất Tỵ' in the cycle of sixty, from 1; 0 for a pair that the cycle does not have."""
        if stem is None or branch is None:
            return 0
        s, b = self._number(stem, self.stems), self._number(branch, self.branches)
        return next((n for n in range(1, 61) if (n - s) % 10 == 0 and (n - b) % 12 == 0), 0)
