"""Who organises an event: the subject of 'tổ chức', the agent of the passive, or whom the lede is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import EventType
from ..pipeline.named_units import NamedUnit
from ..pipeline.records import EventSpan
from .article import Article
from .commands import is_command

BARE = 2
"""Tokens of a party organisation without a name: 'Đảng bộ'."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A unit in one place of the text."""

    unit: NamedUnit
    start: int
    end: int


def organiser_of(article: Article, spans: Sequence[EventSpan], *, main: bool) -> NamedUnit | None:
    """The unit that organises the event of `spans`, the fullest of them first.

    'X tổ chức E', 'E do X tổ chức'; of the main event also the unit that the lede begins with; of a congress the
    party organisation in its name.
    """
    for span in spans:
        found = _agent(article, span) or _subject(article, span)
        if found:
            return found
    if main:
        for token in (article.body_start, 0):
            sentence = article.sentence(token)
            found = _first(article, _subjects(article, sentence.start, sentence.end))
            if found:
                return found
    return _congress_body(article, spans[0])


def organised(article: Article, start: int, end: int) -> bool:
    """A word such as 'tổ chức' stands between two tokens."""
    return bool(article.doc.matches.within("ORGANISES", start, end))


def _agent(article: Article, span: EventSpan) -> NamedUnit | None:
    """'Hội thi ... do Quân khu 6 tổ chức'."""
    sentence = article.sentence(span.start)
    behind = article.text(span.end, min(sentence.end, span.end + 2)).casefold().split()
    if not article.clauses.organised_by.intersection(behind):
        return None
    units = _units(article, span.end, sentence.end)
    return units[0].unit if units else None


def _subject(article: Article, span: EventSpan) -> NamedUnit | None:
    """The unit right before 'tổ chức', or the first one that can be the sentence's subject."""
    sentence = article.sentence(span.start)
    if span.rule == "event head" and not organised(article, sentence.start, span.start):
        return None
    subjects = _subjects(article, sentence.start, span.start)
    return _before_verb(article, subjects, sentence.start, span.start) or _first(article, subjects)


def _before_verb(article: Article, subjects: list[Subject], start: int, end: int) -> NamedUnit | None:
    """'..., sáng 12/7, Bộ CHQS tỉnh đã tổ chức': only small words between the unit and the verb.

    Of units side by side the first: 'Trung đoàn 1187, Sư đoàn 941 tổ chức'.
    """
    small, joined = article.clauses.before_verb, article.clauses.side_by_side
    verbs = [match.start for match in article.doc.matches.within("ORGANISES", start, end)]
    for verb in reversed(verbs):
        near = [n for n, s in enumerate(subjects) if s.end <= verb and _only(article, s.end, verb, small)]
        if near:
            n = near[-1]
            while n and _only(article, subjects[n - 1].end, subjects[n].start, joined):
                n -= 1
            return _first(article, subjects[n:])
    return None


def _only(article: Article, start: int, end: int, words: frozenset[str]) -> bool:
    """Nothing but the words of one list of the clauses stands between two tokens."""
    return all(t.lower_ in words for t in article.doc[start:end])


def _first(article: Article, subjects: list[Subject]) -> NamedUnit | None:
    """The first subject; of 'Đảng ủy, Bộ Tư lệnh Quân khu 6' the command, not of 'Đảng bộ Lữ đoàn 8, Sư đoàn 3'."""
    if not subjects:
        return None
    first = subjects[0]
    named = first.unit.type in article.clauses.party_levels and first.end - first.start > BARE
    if first.unit.type in article.clauses.party and len(subjects) > 1 and not named:
        second = subjects[1]
        if is_command(article, second.unit) and _only(article, first.end, second.start, article.clauses.side_by_side):
            return second.unit
    return first.unit


def _congress_body(article: Article, span: EventSpan) -> NamedUnit | None:
    """A congress is its party organisation's: 'Đại hội Đảng bộ Quân khu 6'."""
    if span.type is not EventType.CONGRESS:
        return None
    inside = [s.unit for s in _units(article, span.start, span.end) if s.unit.type in article.clauses.congress_bodies]
    return inside[0] if inside else None


def _subjects(article: Article, start: int, end: int) -> list[Subject]:
    """The units that no small word makes a place or an owner, and that are part of no post, place or event's name."""
    return [
        s
        for s in _units(article, start, end)
        if (_may_do(article, s.start, start) or _sends(article, s.start))
        and not _in_post(article, s.start)
        and not article.places.holding(s.start)
        and not article.events.holding(s.start)
    ]


def _may_do(article: Article, token: int, start: int) -> bool:
    """No small word before the unit makes it a place or an owner."""
    return token == start or article.doc[token - 1].lower_ not in article.clauses.not_subject


def _sends(article: Article, token: int) -> bool:
    """'Đoàn công tác của Sư đoàn 941 ...': the unit behind it is whose visit it is."""
    before = (article.text(max(0, token - n), token).casefold() for n in (2, 3, 4))
    return any(words in article.clauses.delegations for words in before)


def _units(article: Article, start: int, end: int) -> list[Subject]:
    spans = article.outer_units.between(start, end)
    found = [(span, article.unit_names.at((span.start, span.end))) for span in spans if span.end <= end]
    return [Subject(unit, span.start, span.end) for span, unit in found if unit is not None and not unit.vague]


def _in_post(article: Article, token: int) -> bool:
    """The unit at `token` belongs to a post, be it a person's or only a title before it."""
    if article.held.holding(token):
        return True
    titles = (article.doc.matches.at(start, "TITLE") for start in range(max(0, token - 6), token))
    return any(title is not None and title.end >= token for title in titles)
