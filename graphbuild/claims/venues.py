"""Where an event is held: the words behind 'tại', 'ở', 'trên địa bàn'."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from ..model import BlockKind, EventType
from ..pipeline.plain import Sentence
from ..pipeline.records import EventSpan
from ..pipeline.spans import Spans
from .article import Article
from .organisers import organised

HELD = 4
"""Tokens between words that refer to the event and the verb that says it was held: 'Lễ khai giảng được tổ chức tại'."""

GOALS = frozenset({EventType.VISIT, EventType.OPERATION})
"""Kinds of event whose name tells where they take place."""

LONGEST = 10
"""Tokens of a place that no list knows."""


def venue_of(article: Article, spans: Sequence[EventSpan]) -> str | None:
    """The place that the event's sentence gives, else a sentence that refers to the event.

    A place that the pipeline knows goes before one that is only read up to the next sign: 'Trung tâm huấn luyện tỉnh'.
    """
    referring = [e for e in article.events if e.reference or e.rule == "bare head"]
    held = [e for e in referring if organised(article, e.end, min(len(article.doc), e.end + HELD))]
    return (
        _first(article, (*spans, *referring), _known_place)
        or _first(article, (*spans, *held), _any_place)
        or _hall(article, spans)
        or _lede(article, spans)
        or _goal(article, spans)
    )


def _hall(article: Article, spans: Sequence[EventSpan]) -> str | None:
    """'Nhà văn hóa buôn Ea Lim sáng nay chật kín người': the first hall or ground of the text, in no event's name."""
    names = Spans(spans)
    for place in article.places:
        inside = names.holding(place.start)
        if place.type == "venue" and not inside and article.kind(place.start) is BlockKind.PARAGRAPH:
            return article.text(place.start, place.end)
    return None


def _goal(article: Article, spans: Sequence[EventSpan]) -> str | None:
    """'thăm quân và dân trên đảo Sơn Ca': a visit or help is where its name says it goes, the fullest of the places."""
    if spans[0].type not in GOALS:
        return None
    for span in spans:
        place = next(iter(article.places.between(span.start, span.end)), None)
        if place is not None:
            return _known_place(article, place.start, article.sentence(place.start).end)
    return None


def _lede(article: Article, spans: Sequence[EventSpan]) -> str | None:
    """'Hơn 500 chiến sĩ tập trung ở quảng trường Lê Lợi': a place of the first paragraph's first sentence."""
    start = article.body_start
    sentence = article.sentence(start)
    for i in _before_places(article, sentence):
        if not any(s.start <= i < s.end for s in spans):
            place = _any_place(article, i + 1, sentence.end)
            if place:
                return place
    return None


def _first(article: Article, spans: Sequence[EventSpan], read: Callable[[Article, int, int], str | None]) -> str | None:
    """What `read` makes of the first 'tại' in the sentence of one of the spans that it can read."""
    for span in spans:
        sentence = article.sentence(span.start)
        for i in _before_places(article, sentence):
            if not span.start <= i < span.end:
                place = read(article, i + 1, sentence.end)
                if place:
                    return place
    return None


def _before_places(article: Article, sentence: Sentence) -> Iterator[int]:
    """The tokens with which 'tại', 'ở', 'trên địa bàn' end."""
    phrases = article.clauses.at
    lasts = _last_words(phrases)
    for i, token in enumerate(article.doc[sentence.start : sentence.end], sentence.start):
        word = token.lower_
        if word in lasts and (word in phrases or (i > 0 and f"{article.doc[i - 1].lower_} {word}" in phrases)):
            yield i


@lru_cache(maxsize=4)
def _last_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in phrases)


def _known_place(article: Article, i: int, end: int) -> str | None:
    """A place that begins at token `i`, with a wider place behind its comma: 'huyện Phú Khê, tỉnh Sơn Khê'."""
    places = article.places.starting(i)
    if not places:
        unit = next((unit for unit in article.outer_units.starting(i) if not unit.relative), None)
        return article.text(unit.start, unit.end) if unit else None
    last = i
    while places:
        last = places[-1].end
        places = article.places.starting(last + 1) if last + 1 < end and article.doc[last].text == "," else ()
    return article.text(i, last)


def _any_place(article: Article, i: int, end: int) -> str | None:
    """The words from token `i` to the next sign, verb of organising or event, if one of them is a name."""
    stop = i
    while stop < min(end, i + LONGEST) and not _ends_place(article, stop):
        if article.doc[stop].is_lower and article.doc.matches.at(stop, "EVENT_STOP"):
            break
        stop += 1
    named = any(t.text[0].isupper() for t in article.doc[i:stop])
    return article.text(i, stop) if named and stop - i > 1 and not _of_subject(article, stop, end) else None


def _of_subject(article: Article, i: int, end: int) -> bool:
    """'các đơn vị tại Sơn Khê đã thăm ...': behind the place the verb of its sentence, and none of organising."""
    small = i
    while small < end and article.doc[small].lower_ in article.clauses.tense | article.clauses.before_verb:
        small += 1
    return small > i and article.doc.matches.at(small, "ORGANISES") is None


def _ends_place(article: Article, i: int) -> bool:
    token, matches = article.doc[i], article.doc.matches
    if not (token.is_alpha or token.text[0].isdigit()) or token.lower_ in article.clauses.tense:
        return True
    return any(matches.at(i, label) for label in ("ORGANISES", "EVENT_HEAD", "RANK", "TITLE", "HONORIFIC"))
