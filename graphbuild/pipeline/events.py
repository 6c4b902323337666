"""Events by name: a head ('Hội nghị', 'diễn tập') or a headline's opening verb, up to where the name ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..model import BlockKind, EventRole, EventType
from ..resources import Gazetteer, load_gazetteer
from ..text import is_capitalised
from .plain import PlainDoc, plain_of
from .records import EventSpan, Match, PersonSpan, UnitSpan

LONGEST = 45
"""Tokens in the longest name that is believed."""

ENDING_SIGNS = frozenset(".;:?!()…")
BEHIND_REFERENCE = (f"{EventRole.SPEAKS}|0.9", EventRole.CHAIRS.value, EventRole.ATTENDS.value)
"""Acts that begin no event's name: in 'Trưởng ban tổ chức Hội thi phát biểu' the head only refers."""

GENERIC = re.compile(r"\b(?:các cấp|hằng năm|hàng năm)\b", re.IGNORECASE)
"""No one event: 'đại hội đảng bộ các cấp'."""

SPECIFIC = re.compile(r"\d{2,4}|\blần thứ\b|[“\"]|\bQuý\b")
"""What makes a name in small letters a name: a year, an ordinal, a quoted title."""


@Language.factory(
    "vi_events",
    default_config={"extra": []},
    requires=["doc._.matches", "doc._.units", "doc._.persons"],
    assigns=["doc._.events"],
)
def create_events(nlp: Language, name: str, extra: list[str]) -> EventFinder:
    return EventFinder(load_gazetteer([Path(p) for p in extra]))


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that an event's name may hold or ends at.

    `units`: where the outer units end, by their first token; `spans`: (start, end) of all; `persons`: first tokens.
    """

    units: Mapping[int, int]
    spans: tuple[tuple[int, int], ...]
    persons: frozenset[int]

    @classmethod
    def of(cls, units: tuple[UnitSpan, ...], persons: tuple[PersonSpan, ...]) -> _Names:
        outer = {u.start: u.end for u in units if not u.nested}
        return cls(outer, tuple((u.start, u.end) for u in units), frozenset(p.start for p in persons))

    def unit_around(self, match: Match) -> bool:
        """The phrase is part of a unit's name."""
        return any(start <= match.start and match.end <= end for start, end in self.spans)


class EventFinder:
    """Set `doc._.events` in the order of the text: names, openers of headlines, and references."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.trimmed = gazetteer.clauses.trimmed

    def __call__(self, doc: Doc) -> Doc:
        plain, names = plain_of(doc), _Names.of(doc._.units, doc._.persons)
        found: list[EventSpan] = []
        end = 0
        for match in plain.matches.all("EVENT_HEAD"):
            if match.start < end or names.unit_around(match):
                continue
            event = self._named(plain, names, match) or self._reference(plain, match)
            if event:
                found.append(event)
                end = event.end
        openers = self._openers(plain, names)
        found += [e for e in openers if not any(f.start < e.end and e.start < f.end for f in found)]
        doc._.events = tuple(sorted(found, key=lambda e: e.start))
        return doc

    def _named(self, doc: PlainDoc, names: _Names, head: Match) -> EventSpan | None:
        act = doc.matches.at(head.end, "ACT") if head.end < len(doc) else None
        if act is not None and act.key.startswith(BEHIND_REFERENCE):
            return None
        end = self._name_end(doc, names, head.end)
        name = doc.text_of(head.start, end)
        if end <= head.end and _says_all(doc, head):
            return EventSpan(head.start, head.end, EventType(head.key), False, "event head")
        if end <= head.end or GENERIC.search(name) or (end - head.end < 2 and doc[head.end].is_alpha):
            return None
        if doc[head.start].text[0].islower() and not SPECIFIC.search(name) and not _announced(doc, head.start):
            return None
        return EventSpan(_with_count(doc, head.start), end, EventType(head.key), False, "event head")

    def _reference(self, doc: PlainDoc, head: Match) -> EventSpan | None:
        match = doc.matches.at(head.start, "EVENT_REFERENCE")
        if not match:
            return None
        return EventSpan(match.start, match.end, EventType(match.key), True, "event reference")

    def _openers(self, doc: PlainDoc, names: _Names) -> list[EventSpan]:
        """The event of a headline without a head ('Tổng kết ...'), or of the lede's verb ('trao quyết định ...')."""
        found = []
        lede = _lede_end(doc)
        for match in doc.matches.all("EVENT_OPENER"):
            if match.start >= lede or names.unit_around(match) or _in_other_words(doc, match):
                continue
            first = match.start == 0 or match.start in doc.sentence_starts
            title = doc.kinds[match.start] is BlockKind.TITLE
            end = self._name_end(doc, names, match.end)
            if end - match.end >= 2 and (first or not title):
                rule = "headline opener" if title and first else "lede verb"
                found.append(EventSpan(match.start, end, EventType(match.key), False, rule))
        return found

    def _name_end(self, doc: PlainDoc, names: _Names, i: int) -> int:
        """Where the name that goes on at token `i` ends; trailing small words are left out."""
        start, quoted = i, False
        while i < len(doc) and i - start < LONGEST:
            token = doc[i]
            if token.text in '“”"':
                quoted = not quoted
            elif not quoted and (
                _ends_name(doc, i, names.persons) or (token.text == "," and not _comma_goes_on(doc, i))
            ):
                break
            if token.is_space:
                break
            i = names.units.get(i, i + 1)
        while i > start and doc[i - 1].lower_ in self.trimmed:
            i -= 1
        return i


def _says_all(doc: PlainDoc, head: Match) -> bool:
    """'tổ chức Lễ ra quân huấn luyện': a head of three words or more is a name by itself, right behind such a verb."""
    reference = doc.matches.at(head.start, "EVENT_REFERENCE")
    whole = head.end - head.start >= 3 and (reference is None or reference.end < head.end)
    return whole and _organised(doc, head.start)


def _announced(doc: PlainDoc, i: int) -> bool:
    """The name is the headline's, or stands right behind 'tổ chức', 'khai mạc': small letters do not matter then."""
    if doc.kinds[i] is BlockKind.TITLE:
        return True
    return _organised(doc, i)


def _organised(doc: PlainDoc, i: int) -> bool:
    """Right behind 'tổ chức', 'khai mạc'."""
    return any(m and m.end >= i for n in (1, 2, 3) if i >= n for m in [doc.matches.at(i - n, "ORGANISES")])


def _with_count(doc: PlainDoc, i: int) -> int:
    """'75 năm Ngày truyền thống': the count of years before a commemorated day belongs to the name."""
    if i > 1 and doc[i].lower_ == "ngày" and doc[i - 1].lower_ == "năm" and doc[i - 2].text.isdigit():
        return i - 2
    return i


def _lede_end(doc: PlainDoc) -> int:
    """Token at which the headline and the first paragraph end."""
    blocks = doc.document.blocks if doc.document is not None else ()
    body = [b for b in blocks if b.kind is BlockKind.PARAGRAPH]
    until = body[0].end if body else len(doc.text)
    return bisect_left(doc.starts, until)


def _ends_name(doc: PlainDoc, i: int, persons: frozenset[int]) -> bool:
    token, matches = doc[i], doc.matches
    if token.text in ENDING_SIGNS or i in persons or matches.at(i, "RANK") or matches.at(i, "HONORIFIC"):
        return True
    if matches.at(i, "EVENT_HEAD") and is_capitalised(token.text) and doc[i - 1].lower_ in ("và", ","):
        return True
    stop = matches.at(i, "EVENT_STOP")
    if stop and token.text[0].islower():
        return True
    return token.text in "-–" and i + 1 < len(doc) and bool(matches.at(i + 1, "RANK") or matches.at(i + 1, "TITLE"))


def _comma_goes_on(doc: PlainDoc, i: int) -> bool:
    return i + 1 < len(doc) and doc.matches.at(i + 1, "EVENT_COMMA") is not None


def _in_other_words(doc: PlainDoc, match: Match) -> bool:
    """'tiếp' in 'tiếp tục' receives nobody."""
    act = doc.matches.at(match.start, "ACT")
    return act is not None and act.end > match.end and act.key.startswith(EventRole.OTHER)
