"""The day of an event: what the sentence says, with the year that header, name or published date supply."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice

from ..model import BlockKind, DateSource, EventType, PartialDate
from ..pipeline.plain import Sentence
from ..pipeline.records import DateSpan, EventSpan
from .article import Article
from .lunar import first_month_day, year_of_cycle
from .organisers import organised

REVIEWED_YEAR = re.compile(r"\b(?:tổng kết|kết quả)\b.*?\bnăm (?P<year>(?:19|20)\d\d)", re.IGNORECASE)
"""'tổng kết công tác năm 2020': held at that year's end or early in the next."""

PLANNED_YEAR = re.compile(r"\b(?:triển khai|phương hướng)\b.*?\bnăm (?P<year>(?:19|20)\d\d)", re.IGNORECASE)
"""'triển khai nhiệm vụ năm 2021': held at the end of the year before or early in that year."""

NO_EVENT_DATE = re.compile(r"(quyết định|nghị quyết|chỉ thị|sinh|số(\s+\S+)?|quốc khánh|kể từ|từ nay)\W*(ngày\W*)?$")
"""Words before a date that is no day of the event: 'Quyết định số 12 ngày ...', 'kể từ ngày ...'."""

YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")

COUNT_OF_YEARS = re.compile(r"\b(?P<count>\d{1,3}) năm\b", re.IGNORECASE)
"""'kỷ niệm 75 năm ...'."""

SCHOOL_YEAR = re.compile(r"\bnăm học\W+(?P<year>(?:19|20)\d\d)\s?[-–]\s?(?:19|20)\d\d", re.IGNORECASE)
"""'năm học (2022-2023)'."""

SCHOOL_BEGINS = 8
"""The month from which on a school year's first year counts; where the year is reviewed, the one behind it."""

SCHOOL_ENDED = re.compile(r"\b(?:tổng kết|bế giảng|tốt nghiệp)\b", re.IGNORECASE)

NEAR_MONTHS = 4
"""Months between a day without a year and a full date that tells its year."""

BEHIND = 6
"""Tokens between an event's name and a full date that is still its own."""

LAST_MONTHS = (10, 11, 12)
FIRST_MONTHS = (1, 2)


def event_date(article: Article, event: EventSpan, *, main: bool) -> PartialDate | None:
    """The day of `event`, as exactly as the article lets a reader know it."""
    name = article.text(event.start, event.end)
    if event.type is EventType.ANNIVERSARY and not (main and name.casefold().startswith("lễ")):
        found = _anniversary(article, event, name)
        if found or not main:
            return found
    if main:
        return _stated(article, event, name) or _published_part(article, name)
    return _inside(article, event) or _behind(article, event) or _held(article, event, name)


def _held(article: Article, event: EventSpan, name: str) -> PartialDate | None:
    """Of an event besides the main one the day before it, where it was held: 'Ngày 25-11, Quân khu đã khai mạc ...'."""
    sentence = article.sentence(event.start)
    if event.rule == "event head" and not organised(article, max(sentence.start, event.start - 4), event.start):
        return None
    before = [d for d in _days(article, sentence) if d.end <= event.start]
    return _complete(article, before[-1], name) if before else None


def _stated(article: Article, event: EventSpan, name: str) -> PartialDate | None:
    """The date of the event's sentence before its name, else behind it, else the first of the lede or the headline.

    Words such as 'hôm qua' count only where the sentence has no date in figures.
    """
    sentence = article.sentence(event.start)
    days = _days(article, sentence)
    before = [d for d in days if d.end <= event.start]
    behind = [d for d in days if d.start >= event.end]
    counted = [d for d in article.dates.between(sentence.start, sentence.end) if d.days_ago is not None]
    lede = (d for d in article.dates if (d.day or d.days_ago is not None) and _usable(article, d))
    for day in (*before[-1:], *behind[:1], *counted[:1], *islice(lede, 1)):
        found = _complete(article, day, name)
        if found:
            return found
    return None


def _days(article: Article, sentence: Sentence) -> list[DateSpan]:
    return [d for d in article.dates.between(sentence.start, sentence.end) if d.day and _usable(article, d)]


def _usable(article: Article, span: DateSpan) -> bool:
    """No commemorated day in parentheses, no date of a decision, none in a header line or inside an event's name."""
    if span.saved or article.kind(span.start) is BlockKind.HEADER:
        return False
    if article.events.holding(span.start):
        return False
    before = article.text(max(0, span.start - 4), span.start).casefold()
    return not NO_EVENT_DATE.search(before) and not _commemorated(article, span)


def _commemorated(article: Article, span: DateSpan) -> bool:
    """One of the two days of '(20/10/1972 - 20/10/2022)'."""
    beside = [(other, span) for other in article.dates.ending(span.start - 1)]
    beside += [(span, other) for other in article.dates.starting(span.end + 1)]
    for first, second in beside:
        if article.text(first.end, second.start) in ("-", "–") and first.year and second.year:
            return second.year - first.year > 1
    return False


def _complete(article: Article, span: DateSpan, name: str) -> PartialDate | None:
    """The date with a year: its own, or the one that the header, the name or the published date gives."""
    if span.lunar:
        return _lunar(article, span)
    if span.days_ago is not None:
        return _counted_back(article, span.days_ago)
    if span.year:
        return _safe(span.year, span.month, span.day, DateSource.STATED)
    published = _published(article)
    if published is not None:
        year = published.year - 1 if span.month - published.month > 6 and published.month else published.year
        return _safe(year, span.month, span.day, DateSource.HEADER)
    for text in (name, article.document.title or ""):
        year = _year_of_name(text, span.month)
        if year:
            return _safe(year, span.month, span.day, DateSource.EVENT_NAME)
    sentence = article.sentence(span.start)
    beside = [d.year for d in article.dates.between(sentence.start, sentence.end) if d.year and d.month]
    year = max(beside, default=0) or _school_year(article, span) or _near_year(article, span)
    return _safe(year, span.month, span.day, DateSource.SENTENCE) if year else None


def _published(article: Article) -> PartialDate | None:
    """When the article came out: what its reader found, or what a saved page's header left before the text."""
    saved = (d for d in article.dates if d.saved)
    return article.document.published or next((_safe(d.year, d.month, d.day, DateSource.HEADER) for d in saved), None)


def _school_year(article: Article, span: DateSpan) -> int:
    """'Chiều 9/9 ... năm học 2022 - 2023': the year of that school year in which the month falls."""
    sentence = article.sentence(span.start)
    found = SCHOOL_YEAR.search(article.text(sentence.start, sentence.end))
    if not found:
        return 0
    begins = SCHOOL_BEGINS + bool(SCHOOL_ENDED.search(article.text(sentence.start, sentence.end)))
    return int(found["year"]) + (span.month < begins)


def _near_year(article: Article, span: DateSpan) -> int:
    """The year of a date that the article gives in full, if that is at most four months away."""
    full = [d for d in article.dates if d.year and d.month and not d.lunar and not _commemorated(article, d)]
    apart = {d: abs(d.month - span.month) for d in full if abs(d.month - span.month) <= NEAR_MONTHS}
    years = {d.year for d, months in apart.items() if months == min(apart.values())}
    return years.pop() if len(years) == 1 else 0


def _counted_back(article: Article, days: int) -> PartialDate | None:
    """'hôm qua': the day before the article's, if its day is known."""
    published = article.document.published
    if published is None or not published.day:
        return None
    return _day(date(published.year, published.month, published.day) - timedelta(days=days), DateSource.INFERRED)


def _lunar(article: Article, span: DateSpan) -> PartialDate | None:
    """'mùng Một Tết': in the year that is stated, or named by the cycle, or that of the published date."""
    published = article.document.published
    years = [published.year] if published else [d.year for d in article.dates if d.year and d.month]
    near = span.year or max(years, default=0)
    if not near:
        return None
    year = year_of_cycle(span.cycle, near) if span.cycle else near
    found = first_month_day(year, span.day)
    return _day(found, DateSource.STATED if span.year else DateSource.COMPUTED) if found else None


def _day(day: date, source: DateSource) -> PartialDate:
    return PartialDate(day.year, day.month, day.day, source)


def _year_of_name(name: str, month: int) -> int:
    """The year in which an event of this name was held, if it was held in `month`; 0 if the name does not say."""
    reviewed, planned = REVIEWED_YEAR.search(name), PLANNED_YEAR.search(name)
    if reviewed:
        return int(reviewed["year"]) + (month in FIRST_MONTHS)
    if planned:
        return int(planned["year"]) - (month in LAST_MONTHS)
    years = {m["year"] for m in YEAR.finditer(name)}
    return int(years.pop()) if len(years) == 1 else 0


def _published_part(article: Article, name: str) -> PartialDate | None:
    """Without any day in the text: the published month or day, as the header states it."""
    published = _published(article)
    if published is None:
        return None
    return PartialDate(published.year, published.month, published.day, DateSource.INFERRED)


def _anniversary(article: Article, event: EventSpan, name: str) -> PartialDate | None:
    """'kỷ niệm 75 năm Quốc khánh': the founding year and the count give the day."""
    count = COUNT_OF_YEARS.search(name)
    if count is None:
        return None
    known = [a for a in article.gazetteer.anniversaries if a.name.casefold() in name.casefold()]
    for day in sorted(known, key=lambda a: name.casefold().rfind(a.name.casefold()), reverse=True):
        return _safe(day.year + int(count["count"]), day.month, day.day, DateSource.COMPUTED)
    return None


def _inside(article: Article, event: EventSpan) -> PartialDate | None:
    """The last year in the name, if it is one year and no term: 'diễn tập ... năm 2024'."""
    inside = [d for d in article.dates.between(event.start, event.end) if d.end <= event.end]
    counted = next((d.years_ago for d in inside if d.years_ago is not None), None)
    if counted is not None and article.document.published is not None:
        return PartialDate(article.document.published.year - counted, source=DateSource.INFERRED)
    days = [d for d in inside if d.year and not d.years]
    if not days or any(d.years for d in inside):
        return None
    return _safe(days[-1].year, days[-1].month, days[-1].day, DateSource.EVENT_NAME)


def _behind(article: Article, event: EventSpan) -> PartialDate | None:
    """A full date within a few words behind the name: 'Đại hội ..., ngày 5/8/2024', 'vào tháng 8/2024'."""
    for span in article.dates.between(event.end, event.end + BEHIND + 1):
        if span.year and span.month:
            return _safe(span.year, span.month, span.day, DateSource.STATED)
    return None


def _safe(year: int, month: int, day: int, source: DateSource) -> PartialDate | None:
    """A date, or None for one that the calendar does not have ('31/4')."""
    try:
        return PartialDate(year, month, day, source)
    except ValueError:
        return None
