"""Lines that say when an article came out, and dates in the fields of rows and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from graphbuild.model import DateSource, PartialDate
from graphbuild.resources.articles import load_article_words

from .words import any_of, opening

Label = Literal["published", "updated", "today", ""]

DAY = re.compile(
    r"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<d2>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m2>\d{1,2})\s?(?P=sep)\s?(?P<y2>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<d3>\d{1,2})\s+[Tt]háng\s+(?P<m3>\d{1,2}),?\s+(?:năm\s+)?(?P<y3>(?:19|20)\d\d)(?!\d)"
    r"|[Tt]háng\s+(?P<m4>\d{1,2})\s+(?P<d4>\d{1,2}),\s+(?P<y4>(?:19|20)\d\d)(?!\d)"
)
"""'2020-12-29', '29/12/2020', '29.12.2020', '29 tháng 12 năm 2020', 'Tháng 12 29, 2020'."""

MONTH = re.compile(
    r"(?<![\d/.-])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d{1,2})|(?:[Tt]háng\s+)?(?P<m2>\d{1,2})[/-](?P<y2>(?:19|20)\d\d))(?![\d/-])"
)
"""'2020-12', '12/2020', 'tháng 12/2020': read only behind a label."""

ZONE = r"(?:Z\b|\s?\(?(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?\)?)"
"""'Z', '+07:00', '(GMT+7)'."""

TIME = re.compile(
    r"(?<!\d)[T ]?\d{1,2}\s?(?:[:hg]|giờ)\s?\d{2}(?:\s?phút)?(?:[:.]\d{2}(?:\.\d+)?)?\s?['’p]?"
    rf"\s*(?:[AaPp]\.?[Mm]|SA|CH)?(?!\d){ZONE}?|\(?(?:GMT|UTC)\s?[+-]\s?\d{{1,2}}(?::?00)?\)?"
)
"""'09:15', '9h30', '15:30:22 GMT+7', '9:15 SA', 'T15:30:00+07:00'."""

EDGES = " \t,;|-–—•·:()[]/\\"
"""Signs between the parts of a date line."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that holds a date and little else.

    Attributes
    ----------
    date: the day, or the month where a label stands before it.
    label: what the line calls it: when it was published, updated, or nothing.
    timed: a time of day stands with it.
    weekday: a day of the week stands with it.
    before, after: what else the line says, on either side; '' where nothing.
    """

    date: PartialDate
    label: Label
    timed: bool
    weekday: bool
    before: str
    after: str

    @property
    def pure(self) -> bool:
        """True if the line says nothing else."""
        return not self.before and not self.after


def read_date_line(text: str) -> DateLine | None:
    """Read a date line; None if no date is in `text` or the calendar does not have it.

    What else stands in the line is given back in `before` and `after`: the caller decides if it may.

    >>> read_date_line("Ngày đăng: 12/07/2021 09:15").label
    'published'
    """
    whole = _with_month_numbers(text)
    label, rest = _label(whole)
    found = DAY.search(rest) or (MONTH.search(rest) if label else None)
    date = _calendar_date(found) if found else None
    if found is None or date is None:
        return None
    before, timed_before, weekday_before = _clear(rest[: found.start()])
    if label and before:  # 'Đăng bởi: Hoài Anh - 12/07/2021': the words open a label of another kind
        label, before = _label_at_end(_clear(whole[: whole.find(found.group())])[0])
    elif before:
        label, before = _label_at_end(before)
    after, timed_after, weekday_after = _clear(rest[found.end() :])
    return DateLine(date, label, timed_before or timed_after, weekday_before or weekday_after, before, after)


def read_date(value: str) -> PartialDate | None:
    """Read the date of a field: ISO with or without a time, '12/07/2021 09:15', '12/2020', '2020'; None if it is none.

    >>> str(read_date("12/07/2021 09:15"))
    '2021-07-12'
    """
    year = re.fullmatch(r"\s*((?:19|20)\d\d)\s*", value)
    if year:
        return PartialDate(int(year[1]), source=DateSource.HEADER)
    _, rest = _label(_with_month_numbers(value))
    found = DAY.search(rest) or MONTH.search(rest)
    if found is None or _clear(rest[: found.start()])[0] or _clear(rest[found.end() :])[0]:
        return None
    return _calendar_date(found)


def _with_month_numbers(text: str) -> str:
    """'12 Tháng Bảy, 2021' -> '12 Tháng 7, 2021'."""
    months = load_article_words().date.months
    numbers = {name.casefold(): number for number, name in enumerate(months, 1)}
    pattern = rf"\b(tháng\s+)({any_of(months)})(?=,?\s+(?:\d|năm\s+\d))"
    return re.sub(pattern, lambda m: f"{m[1]}{numbers[m[2].casefold()]}", text, flags=re.IGNORECASE)


def _label(text: str) -> tuple[Label, str]:
    words = load_article_words().date
    stripped = text.lstrip(EDGES)
    best: tuple[Label, str, int] = ("", stripped, 0)
    labels: tuple[tuple[Label, tuple[str, ...]], ...] = (
        ("published", words.published),
        ("updated", words.updated),
        ("today", words.today),
    )
    for label, phrases in labels:
        found = opening(phrases).match(stripped)
        if found and found.end() > best[2]:
            best = (label, stripped[found.end() :].lstrip(EDGES), found.end())
    return best[0], best[1]


def _label_at_end(before: str) -> tuple[Label, str]:
    """'Hoài Anh, đăng ngày' -> the label and the name: a label may stand right before the date."""
    words = load_article_words().date
    for label, phrases in (("published", words.published), ("updated", words.updated)):
        found = re.search(rf"{any_of(phrases)}$", before, re.IGNORECASE)
        if found:
            return ("published" if label == "published" else "updated"), before[: found.start()].strip(EDGES)
    return "", before


def _clear(part: str) -> tuple[str, bool, bool]:
    """What is left of `part` without times, weekdays and small words; if a time and a weekday were in it."""
    words = load_article_words().date
    part, times = TIME.subn(" ", part)
    part, weekdays = re.subn(any_of(words.weekdays), " ", part, flags=re.IGNORECASE)
    part = part.strip(EDGES)
    fillers = any_of(words.fillers)
    trimmed = re.sub(rf"^(?:{fillers}[\s,:]*)+|(?:[\s,:]*{fillers})+$", "", part, flags=re.IGNORECASE)
    return " ".join(trimmed.split()).strip(EDGES), bool(times), bool(weekdays)


def _calendar_date(found: re.Match[str]) -> PartialDate | None:
    parts = {name[0]: int(value) for name, value in found.groupdict().items() if value and name != "sep"}
    try:
        date = PartialDate(parts["y"], parts["m"], parts.get("d", 0))
        return replace(date, source=DateSource.HEADER)
    except ValueError:
        return None
