"""What stands above the body beside the headline: the day of publication or of rendering, and the writer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from datetime import timedelta

from graphbuild.model import BlockKind, PartialDate
from graphbuild.resources.articles import load_article_words

from .dates import DAY, DateLine, read_date, read_date_line
from .lines import Line, above_body, is_body, words_in
from .names import Credit, has_surname, read_byline
from .words import is_one_of

RENDERED = "rendered date"
"""Reason of a cut: the day on which a page was shown is not the day on which the article came out."""

BELOW_LEAD = 2
"""A date without a label may also stand below the lead, which is a body line."""

NEAR = timedelta(days=60)
"""An article comes out within two months of the day it reports."""

DAY_AND_MONTH = re.compile(r"(?<![\d/.-])(?P<day>[0-3]?\d)[/-](?P<month>[01]?\d)(?![\d/-]|\.\d)")
"""'29/12', '1-11': a day without its year."""

PLACE_AND_DAY = re.compile(r"(?:[A-ZÀ-ỸĐ][^\W\d_]*\.?\s*){1,5},?\s+(?i:ngày)\s+\d")
"""'Sơn Khê, ngày 12 tháng 7 năm 2021': the dateline of a document."""

YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?!\d)")
"""'2020', 'năm 2021'."""


@dataclass(frozen=True, slots=True)
class Header:
    """The lines with the header's kinds and cuts, and the fields it states."""

    lines: list[Line]
    published: PartialDate | None
    byline: str | None
    signed: bool
    """The byline has a label, so that it outweighs a name at the end."""


def read_header(lines: list[Line]) -> Header:
    """Mark dates and bylines above the body.

    A day of the week and a date on the first line, without a time of day or a label, is the day a page was
    rendered. So is any date without a label that the article's own dates contradict.
    """
    lines, published = _read_dates(lines)
    lines, byline, signed = _read_bylines(lines)
    return Header(lines, published, byline, signed)


def _read_dates(lines: list[Line]) -> tuple[list[Line], PartialDate | None]:
    """Mark date lines; the date labelled as published comes first, then as updated, then unlabelled."""
    found: dict[str, PartialDate] = {}
    marked: list[Line] = []
    zone = set(above_body(lines))
    first, last = min(zone, default=-1), max(zone, default=-1) + BELOW_LEAD
    for n, line in enumerate(lines):
        stated = read_date_line(line.text) if line.open and words_in(line.text) <= 25 and not is_body(line) else None
        if stated is None or not _is_date_line(line.text, stated, in_zone=n in zone):
            marked.append(line)
        elif stated.label == "today":
            marked.append(line.dropped(RENDERED))
        elif stated.label:
            found.setdefault(stated.label, stated.date)
            marked.extend(_split_label(line, stated))
        elif n > last:
            marked.append(line)
        elif _is_rendered(stated, lines[:n] + lines[n + 1 :], first_line=n == first):
            marked.append(line.dropped(RENDERED))
        else:
            found.setdefault("", stated.date)
            marked.append(line.known_as(BlockKind.HEADER))
    return marked, found.get("published") or found.get("updated") or found.get("")


def _is_date_line(text: str, stated: DateLine, *, in_zone: bool) -> bool:
    """A date line holds nothing else, or what may stand beside a date above the body."""
    if stated.pure or (in_zone and stated.label and not stated.before):
        return True
    if not in_zone:
        return False
    if stated.before and not stated.after and PLACE_AND_DAY.match(text):
        return True
    words = load_article_words()
    beside = [part for part in (stated.before, stated.after) if part]
    return all(
        is_one_of(part, words.menu.lines)
        or read_byline(part) is not None
        or is_one_of(re.sub(r"[\d.,:]+", "", part), words.noise.starts)
        for part in beside
    )


def _split_label(line: Line, stated: DateLine) -> list[Line]:
    """'date 2020-12 Khối tự vệ ...:' holds a date and a kicker: two blocks of kind HEADER."""
    at = line.text.find(stated.after) if stated.after else -1
    if at <= 0 or read_byline(stated.after) is not None:
        return [line.known_as(BlockKind.HEADER)]
    head = replace(line, text=line.text[:at].rstrip(), kind=BlockKind.HEADER)
    return [head, Line(line.text[at:], glue=" " if line.text[at - 1] == " " else "", kind=BlockKind.HEADER)]


def _is_rendered(stated: DateLine, others: list[Line], *, first_line: bool) -> bool:
    if first_line and stated.weekday and not stated.timed:
        return True
    trusted = stated.timed and not first_line
    return not trusted and _contradicts(stated.date, [line.text for line in others if not line.cut])


def _contradicts(stated: PartialDate, texts: list[str]) -> bool:
    """True if the article's own dates are far from `stated`: those of its lead, else the latest year it names."""
    day = calendar_date(stated.year, stated.month, stated.day or 1)
    lead = " ".join(texts[:4])[:1500]
    told = [calendar_date(d.year, d.month, d.day or 1) for m in DAY.finditer(lead) if (d := read_date(m.group()))]
    told += list(_days_of_lead(DAY.sub(" ", lead), stated.year))
    if told:
        return all(abs(day - other) > NEAR for other in told)
    years = [int(year) for year in YEAR.findall(" ".join(texts))]
    return bool(years) and max(years) < stated.year - 1


def _days_of_lead(lead: str, year: int) -> Iterator[calendar_date]:
    """Days without a year, read in the year of the candidate and in the one before."""
    for found in DAY_AND_MONTH.finditer(lead):
        for guess in (year, year - 1):
            try:
                yield calendar_date(guess, int(found["month"]), int(found["day"]))
            except ValueError:
                continue


def _read_bylines(lines: list[Line]) -> tuple[list[Line], str | None, bool]:
    """Mark bylines between headline and body: labelled ones, desks, and names that can be nothing else."""
    marked = list(lines)
    names: str | None = None
    signed = False
    zone = list(above_body(lines))
    for place, n in enumerate(zone):
        line = lines[n]
        byline = read_byline(_beside_date(line.text) if line.kind is BlockKind.HEADER else line.text)
        if byline is None or line.kind not in (None, BlockKind.BYLINE, BlockKind.HEADER):
            continue
        sure = byline.labelled or line.kind is not None or byline.credit is not Credit.WRITER
        if not sure and (place == 0 or not _is_sure_name(byline.names, lines, zone, place)):
            continue
        if line.kind is None:
            marked[n] = line.known_as(BlockKind.BYLINE if byline.credit is Credit.WRITER else BlockKind.HEADER)
        if byline.names and (names is None or (byline.labelled and not signed)):
            names, signed = byline.names, byline.labelled
    return marked, names, signed


def _beside_date(text: str) -> str:
    """The name beside a date: 'Nguyễn Văn An | 12/07/2021'. A dateline's place is none."""
    if PLACE_AND_DAY.match(text):
        return ""
    stated = read_date_line(text)
    return (stated.before or stated.after) if stated else text


def _is_sure_name(names: str, lines: list[Line], zone: list[int], place: int) -> bool:
    """A name under a headline could be a place: capitals, a surname or a date beside it tell."""
    beside = [zone[at] for at in (place - 1, place + 1) if 0 <= at < len(zone)]
    dated = any(lines[n].kind is BlockKind.HEADER for n in beside)
    desk = is_one_of(names, load_article_words().byline.desks)
    return (
        desk
        or dated
        or (names.isupper() and len(names.split()) <= 5)
        or (has_surname(names) and len(names.split()) > 2)
    )
