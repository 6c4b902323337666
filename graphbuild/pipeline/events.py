"""Events by name: a head ('Hội nghị', 'diễn tập') or a headline's opening verb, up to where the name ends."""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..model import BlockKind, EventRole, EventType
from ..resources import Gazetteer, load_gazetteer
from ..text import is_capitalised
from .gazetteer import matches_of
from .records import EventSpan, Match

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


class EventFinder:
    """Set `doc._.events` in the order of the text: names, openers of headlines, and references."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.trimmed = gazetteer.clauses.trimmed

    def __call__(self, doc: Doc) -> Doc:
        found: list[EventSpan] = []
        end = 0
        for match in matches_of(doc).all("EVENT_HEAD"):
            if match.start < end or _inside_unit(doc, match):
                continue
            event = self._named(doc, match) or self._reference(doc, match)
            if event:
                found.append(event)
                end = event.end
        found += [e for e in self._openers(doc) if not any(f.start < e.end and e.start < f.end for f in found)]
        doc._.events = tuple(sorted(found, key=lambda e: e.start))
        return doc

    def _named(self, doc: Doc, head: Match) -> EventSpan | None:
        act = matches_of(doc).at(head.end, "ACT") if head.end < len(doc) else None
        if act is not None and act.key.startswith(BEHIND_REFERENCE):
            return None
        end = self._name_end(doc, head.end)
        name = doc[head.start : end].text
        if end <= head.end and _says_all(doc, head):
            return EventSpan(head.start, head.end, EventType(head.key), False, "event head")
        if end <= head.end or GENERIC.search(name) or (end - head.end < 2 and doc[head.end].is_alpha):
            return None
        if doc[head.start].text[0].islower() and not SPECIFIC.search(name) and not _announced(doc, head.start):
            return None
        return EventSpan(_with_count(doc, head.start), end, EventType(head.key), False, "event head")

    def _reference(self, doc: Doc, head: Match) -> EventSpan | None:
        match = matches_of(doc).at(head.start, "EVENT_REFERENCE")
        if not match:
            return None
        return EventSpan(match.start, match.end, EventType(match.key), True, "event reference")

    def _openers(self, doc: Doc) -> list[EventSpan]:
        """The event of a headline without a head ('Tổng kết ...'), or of the lede's verb ('trao quyết định ...')."""
        found = []
        lede = _lede_end(doc)
        for match in matches_of(doc).all("EVENT_OPENER"):
            if match.start >= lede or _inside_unit(doc, match) or _in_other_words(doc, match):
                continue
            first = match.start == 0 or doc[match.start].is_sent_start
            title = doc._.document is not None and doc._.document.kind_at(doc[match.start].idx) is BlockKind.TITLE
            end = self._name_end(doc, match.end)
            if end - match.end >= 2 and (first or not title):
                rule = "headline opener" if title and first else "lede verb"
                found.append(EventSpan(match.start, end, EventType(match.key), False, rule))
        return found

    def _name_end(self, doc: Doc, i: int) -> int:
        """Where the name that goes on at token `i` ends; trailing small words are left out."""
        units = {u.start: u for u in doc._.units if not u.nested}
        persons = {p.start for p in doc._.persons}
        start, quoted = i, False
        while i < len(doc) and i - start < LONGEST:
            token = doc[i]
            if token.text in '“”"':
                quoted = not quoted
            elif not quoted and (_ends_name(doc, i, persons) or (token.text == "," and not _comma_goes_on(doc, i))):
                break
            if token.is_space:
                break
            i = units[i].end if i in units else i + 1
        while i > start and doc[i - 1].lower_ in self.trimmed:
            i -= 1
        return i


def _says_all(doc: Doc, head: Match) -> bool:
    """'tổ chức Lễ ra quân huấn luyện': a head of three words or more is a name by itself, right behind such a verb."""
    reference = matches_of(doc).at(head.start, "EVENT_REFERENCE")
    whole = head.end - head.start >= 3 and (reference is None or reference.end < head.end)
    return whole and _organised(doc, head.start)


def _announced(doc: Doc, i: int) -> bool:
    """The name is the headline's, or stands right behind 'tổ chức', 'khai mạc': small letters do not matter then."""
    document = doc._.document
    if document is not None and document.kind_at(doc[i].idx) is BlockKind.TITLE:
        return True
    return _organised(doc, i)


def _organised(doc: Doc, i: int) -> bool:
    """Right behind 'tổ chức', 'khai mạc'."""
    return any(m and m.end >= i for n in (1, 2, 3) if i >= n for m in [matches_of(doc).at(i - n, "ORGANISES")])


def _with_count(doc: Doc, i: int) -> int:
    """'75 năm Ngày truyền thống': the count of years before a commemorated day belongs to the name."""
    if i > 1 and doc[i].lower_ == "ngày" and doc[i - 1].lower_ == "năm" and doc[i - 2].text.isdigit():
        return i - 2
    return i


def _lede_end(doc: Doc) -> int:
    """Token at which the headline and the first paragraph end."""
    document = doc._.document
    blocks = document.blocks if document is not None else ()
    body = [b for b in blocks if b.kind is BlockKind.PARAGRAPH]
    until = body[0].end if body else len(doc.text)
    return next((t.i for t in doc if t.idx >= until), len(doc))


def _ends_name(doc: Doc, i: int, persons: set[int]) -> bool:
    token, matches = doc[i], matches_of(doc)
    if token.text in ENDING_SIGNS or i in persons or matches.at(i, "RANK") or matches.at(i, "HONORIFIC"):
        return True
    if matches.at(i, "EVENT_HEAD") and is_capitalised(token.text) and doc[i - 1].lower_ in ("và", ","):
        return True
    stop = matches.at(i, "EVENT_STOP")
    if stop and token.text[0].islower():
        return True
    return token.text in "-–" and i + 1 < len(doc) and bool(matches.at(i + 1, "RANK") or matches.at(i + 1, "TITLE"))


def _comma_goes_on(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and matches_of(doc).at(i + 1, "EVENT_COMMA") is not None


def _in_other_words(doc: Doc, match: Match) -> bool:
    """'tiếp' in 'tiếp tục' receives nobody."""
    act = matches_of(doc).at(match.start, "ACT")
    return act is not None and act.end > match.end and act.key.startswith(EventRole.OTHER)


def _inside_unit(doc: Doc, match: Match) -> bool:
    return any(u.start <= match.start and match.end <= u.end for u in doc._.units)
