"""Events by name: a head ('Hội nghị', 'diễn tập') or the verb of a headline or lede, up to where the name ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..model import BlockKind, EventRole, EventType
from ..resources import Gazetteer, load_gazetteer
from .event_names import Names, name_end
from .found_events import FoundEvents
from .plain import PlainDoc, plain_of
from .records import DateSpan, EventSpan, Match
from .spans import Spans

BEHIND_REFERENCE = (f"{EventRole.SPEAKS}|0.9", EventRole.CHAIRS.value, EventRole.ATTENDS.value)
"""Acts that begin no event's name: in 'Trưởng ban tổ chức Hội thi phát biểu' the head only refers."""

GENERIC = re.compile(r"\b(?:các cấp|hằng năm|hàng năm)\b", re.IGNORECASE)
"""No one event: 'đại hội đảng bộ các cấp'."""

SPECIFIC = re.compile(r"\d{2,4}|\blần thứ\b|[“\"]|\bQuý\b")
"""What makes a name in small letters a name: a year, an ordinal, a quoted title."""

AREA_EXERCISE = re.compile(
    r"\b(?:khu vực phòng thủ|phòng thủ khu vực|phòng thủ dân sự|chỉ huy\s?[-–]\s?(?:cơ quan|tham mưu)|vòng tổng hợp"
    r"|chiến đấu (?:xã|phường|thị trấn)|tìm kiếm,? cứu nạn)\b",
    re.IGNORECASE,
)
"""A kind of exercise that is named without a year: 'diễn tập phòng thủ khu vực', 'chỉ huy - cơ quan 1 bên, 2 cấp'."""

OWNED = frozenset({EventType.EXERCISE, EventType.CEREMONY, EventType.COMPETITION, EventType.VISIT, EventType.CONGRESS})
"""Kinds of event that whose it is makes one: 'lễ ra mắt Tổ tự vệ xã Tân Lập', 'hội thao Quân khu 6'."""

VERBAL = frozenset({EventType.VISIT})
"""Kinds of event whose verbs name none where they stand behind a noun: 'công tác kiểm tra'."""

AT_MAIN = frozenset({EventType.APPOINTMENT})
"""Kinds of event whose verbs tell of the main event's own decisions: 'Cùng ngày, Quân khu trao quyết định ...'."""

CERTAIN = re.compile(r"\b(?:19|20)\d\d\b|\blần thứ\b|[“\"]")
"""What makes a name of words that could be a clause: 'Hội thi giúp đơn vị thấy ...' has none of it."""

HEADED = 6
"""Tokens of a first sentence that is more than the place or agency that heads the lede: '(QK6)'."""

OPENING = 6
"""Tokens at the beginning of a sentence within which its day stands: '* Sáng 16/7, ...', 'Trước đó, ngày 20-7'."""

BULLETS = frozenset("*●■♦•")
"""Signs before the headlines of several reports in one text."""

BY_WHOM = 14
"""Tokens between a name and 'do', and between 'do' and the verb."""

MADE = frozenset(
    {"tổ chức", "đã tổ chức", "phối hợp tổ chức", "vừa tổ chức", "tổ chức thành công", "long trọng tổ chức"}
)
"""Verbs whose object is an event whatever it is called: 'tổ chức ban bay đầu xuân'."""


@Language.factory(
    "vi_events",
    default_config={"extra": []},
    requires=["doc._.matches", "doc._.units", "doc._.persons", "doc._.dates"],
    assigns=["doc._.events"],
)
def create_events(nlp: Language, name: str, extra: list[str]) -> EventFinder:
    return EventFinder(load_gazetteer([Path(p) for p in extra]))


@dataclass(frozen=True, slots=True)
class _Lede:
    """The first paragraph: the token at which its first sentence ends, and at which headline and paragraph end."""

    first_end: int
    end: int


class EventFinder:
    """Set `doc._.events` in the order of the text: names, verbs of headline and lede, and references."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        plain = plain_of(doc)
        names = Names.of(plain, doc._.units, doc._.persons)
        found = FoundEvents(plain)
        end = 0
        for match in plain.matches.all("EVENT_HEAD"):
            if match.start < end or names.unit_around(match) or _two_words(plain, names, match):
                continue
            event = self._named(plain, names, match, found) or self._reference(plain, match)
            if event:
                found.add(event)
                end = event.end
        told = [*self._verbs(plain, names, doc._.dates), *self._objects(plain, names)]
        for event in sorted(told, key=lambda e: e.rule == "body verb"):
            free = self._before_others(plain, event, found)
            if free:
                found.add(free)
        doc._.events = Spans(sorted(found.events, key=lambda e: e.start))
        return doc

    def _before_others(self, doc: PlainDoc, event: EventSpan, found: FoundEvents) -> EventSpan | None:
        """The event up to where another begins: 'thăm Lữ đoàn 1563 nhân kỷ niệm 50 năm ...'; None inside another."""
        end = found.next_start(event.start, event.end)
        while event.start < end < event.end and doc[end - 1].lower_ in self.gazetteer.clauses.trimmed:
            end -= 1
        return None if found.holds(event.start) or end - event.start < 3 else replace(event, end=end)

    def _named(self, doc: PlainDoc, names: Names, head: Match, found: FoundEvents) -> EventSpan | None:
        kind = EventType(head.key)
        act = doc.matches.at(head.end, "ACT") if head.end < len(doc) else None
        if (act is not None and act.key.startswith(BEHIND_REFERENCE)) or _committee(doc, head.start):
            return None
        end = name_end(doc, names, head.end, self.gazetteer)
        start = _with_count(doc, head.start)
        name = doc.text_of(head.start if start is None else start, end)
        if start is None:
            return None
        if end <= head.end and head.end - head.start >= 3:
            rule = "event head" if _organised(doc, head.start) and not _refers(doc, head) else "bare head"
            return EventSpan(head.start, head.end, kind, False, rule)
        if end <= head.end or GENERIC.search(name) or (end - head.end < 2 and doc[head.end].is_alpha):
            return None
        said = _announced(doc, head.start) or SPECIFIC.search(name) or self._by_whom(doc, end)
        if doc[head.start].text[0].islower() and not said and not _owned(doc, kind, head.end, end, name):
            return None
        if not CERTAIN.search(name) and _refers_again(doc, head, found):
            return None
        if kind is EventType.OPERATION and doc.matches.at(head.end, "HISTORICAL"):
            return None
        return EventSpan(start, end, kind, False, "event head")

    def _by_whom(self, doc: PlainDoc, end: int) -> bool:
        """'buổi gặp mặt nữ quân nhân ... do Lữ đoàn 2418 tổ chức': the passive says that it was held."""
        until = doc.sentence(end - 1).end
        words = (
            i for i in range(end, min(end + BY_WHOM, until)) if doc[i].lower_ in self.gazetteer.clauses.organised_by
        )
        agent = next(words, None)
        return agent is not None and bool(doc.matches.within("ORGANISES", agent, min(agent + BY_WHOM, until)))

    def _reference(self, doc: PlainDoc, head: Match) -> EventSpan | None:
        match = doc.matches.at(head.start, "EVENT_REFERENCE")
        if not match:
            return None
        return EventSpan(match.start, match.end, EventType(match.key), True, "event reference")

    def _verbs(self, doc: PlainDoc, names: Names, dates: Spans[DateSpan]) -> Iterator[EventSpan]:
        """The event of a headline's verb ('Tổng kết ...', 'Quân khu 6 trao quyết định ...'), of the lede's, or of
        the first sentence of a paragraph behind a day ('Chiều 15/7, Trung đoàn 861 bàn giao nhà')."""
        lede = _lede(doc)
        for match in doc.matches.all("EVENT_OPENER"):
            kind = EventType(match.key)
            noun = kind in VERBAL and self._is_noun(doc, match.start)
            if noun or names.unit_around(match) or _in_other_words(doc, match):
                continue
            end = name_end(doc, names, match.end, self.gazetteer)
            if end - match.end < 2:
                continue
            first = match.start == 0 or match.start in doc.sentence_starts
            title = doc.kinds[match.start] is BlockKind.TITLE
            later = match.start > lede.first_end and (
                self._behind_day(doc, match.start, kind, dates) or _behind_bullet(doc, match.start)
            )
            if later:
                rule = "dated verb"
            elif kind is EventType.OPERATION:
                held = match.start < lede.end and _organised(doc, match.start)
                rule = "organised" if held else "body verb"
            elif match.start >= lede.end:
                continue
            else:
                rule = "headline opener" if title and first else "headline verb" if title else "lede verb"
            yield EventSpan(match.start, end, kind, False, rule)

    def _objects(self, doc: PlainDoc, names: Names) -> Iterator[EventSpan]:
        """What is organised in the lede, whatever it is called: 'tổ chức ban bay đầu xuân'."""
        lede = _lede(doc)
        for match in doc.matches.all("ORGANISES"):
            if match.end < lede.end and doc.text_of(match.start, match.end).casefold() in MADE:
                end = name_end(doc, names, match.end, self.gazetteer)
                if end - match.end >= 2 and not _committee(doc, match.end):
                    yield EventSpan(match.end, end, EventType.OTHER, False, "organised")

    def _behind_day(self, doc: PlainDoc, i: int, kind: EventType, dates: Spans[DateSpan]) -> bool:
        """The sentence begins with a day before token `i`, or with 'cùng ngày' and tells of no decision."""
        start = doc.sentence(i).start
        until = min(i, start + OPENING)
        if any(date.day for date in dates.between(start, until)):
            return True
        opening = doc.text_of(start, until).casefold()
        return kind not in AT_MAIN and any(words in opening for words in self.gazetteer.clauses.same_day)

    def _is_noun(self, doc: PlainDoc, i: int) -> bool:
        """'công tác kiểm tra', 'việc đón tiếp'."""
        words = self.gazetteer.clauses.before_noun
        if i == 0 or doc[i].lower_ in self.gazetteer.clauses.goes:
            return False
        act = doc.matches.covering(i - 1, "ACT")
        if act is not None and act.end == i and not act.key.startswith(EventRole.OTHER):
            return False
        return doc[i - 1].lower_ in words or doc.text_of(max(0, i - 2), i).casefold() in words


def _behind_bullet(doc: PlainDoc, i: int) -> bool:
    """'* Trao nhà đồng đội tại Bình Khê. Sáng 22-11, ...': the headline of one of several reports in one text."""
    return i > 0 and doc[i - 1].text in BULLETS and i - 1 in doc.sentence_starts


def _refers(doc: PlainDoc, head: Match) -> bool:
    """The words of the head are no more than those that refer to an event: 'Hội nghị'."""
    reference = doc.matches.at(head.start, "EVENT_REFERENCE")
    return reference is not None and reference.end >= head.end


def _refers_again(doc: PlainDoc, head: Match, found: FoundEvents) -> bool:
    """'Hội thi giúp đơn vị thấy ...' behind the contest's full name: a verb and no name follows the head."""
    return _refers(doc, head) and found.opened_with(head) and not _announced(doc, head.start)


def _owned(doc: PlainDoc, kind: EventType, start: int, end: int, name: str) -> bool:
    """'diễn tập phòng không Quân khu 6', 'lễ ra mắt Tổ tự vệ xã Tân Lập': whose it is makes it one event."""
    if kind is EventType.EXERCISE and AREA_EXERCISE.search(name):
        return True
    return kind in OWNED and end - start >= 2 and any(doc[i].is_name for i in range(start, end))


def _two_words(doc: PlainDoc, names: Names, head: Match) -> bool:
    """'giao Ban CHQS xã', '19 lớp bồi dưỡng': no 'giao ban', and no one event."""
    cut = doc[head.start].is_lower and head.end - head.start == 2 and head.start + 1 in names.units
    return cut or (head.start > 0 and doc[head.start - 1].text.isdigit() and doc[head.start].lower_ != "năm")


def _committee(doc: PlainDoc, i: int) -> bool:
    """'Ban tổ chức Hội thi', 'Ban chỉ đạo diễn tập': the event's own committee."""
    return (
        i > 2 and doc[i - 3].lower_ == "ban" and doc.text_of(i - 2, i).casefold() in ("tổ chức", "chỉ đạo", "giám khảo")
    )


def _announced(doc: PlainDoc, i: int) -> bool:
    """The name is the headline's, or stands right behind 'tổ chức', 'khai mạc': small letters do not matter then."""
    return doc.kinds[i] is BlockKind.TITLE or _organised(doc, i) or _attended(doc, i)


def _attended(doc: PlainDoc, i: int) -> bool:
    """'dự lễ thắp nến tri ân': what somebody attends; not 'được chọn dự hội thi cấp trên'."""
    return i > 1 and doc[i - 1].lower_ == "dự" and doc[i - 2].lower_ not in ("chọn", "tuyển", "để")


def _organised(doc: PlainDoc, i: int) -> bool:
    """Right behind 'tổ chức', 'khai mạc'."""
    return any(m and m.end >= i for n in (1, 2, 3) if i >= n for m in [doc.matches.at(i - n, "ORGANISES")])


def _with_count(doc: PlainDoc, i: int) -> int | None:
    """'75 năm Ngày truyền thống': the count of years before a commemorated day belongs to the name.

    None for 'năm chiến thắng' without a count.
    """
    if i > 1 and doc[i].lower_ == "ngày" and doc[i - 1].lower_ == "năm" and doc[i - 2].text.isdigit():
        return i - 2
    if doc[i].lower_ == "năm":
        return i - 1 if i > 0 and doc[i - 1].text.isdigit() else None
    return i


def _lede(doc: PlainDoc) -> _Lede:
    blocks = doc.document.blocks if doc.document is not None else ()
    body = [b for b in blocks if b.kind is BlockKind.PARAGRAPH]
    start, until = (body[0].start, body[0].end) if body else (0, len(doc.text))
    first = bisect_left(doc.starts, start)
    ends = (s.end for s in doc.sentences if s.end > first + HEADED)
    return _Lede(next(ends, len(doc)), bisect_left(doc.starts, until))


def _in_other_words(doc: PlainDoc, match: Match) -> bool:
    """'tiếp' in 'tiếp tục' receives nobody."""
    act = doc.matches.at(match.start, "ACT")
    return act is not None and act.end > match.end and act.key.startswith(EventRole.OTHER)
