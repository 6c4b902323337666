"""Events of the article: each once, the main one chosen, with date, place and organiser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import BlockKind, EventClaim, EventType
from ..pipeline.gazetteer import matches_of
from ..pipeline.records import EventSpan
from ..pipeline.unit_names import NamedUnit
from ..text import compare_key
from .article import Article
from .hierarchy import is_command
from .when import event_date

LONGEST_PARTY = 8
"""Tokens from a party committee's first word to the command named beside it."""

SAME = 0.75
"""Overlap of two names' words from which on they name one event."""


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """One event of the article with all its spans, the fullest first."""

    name: str
    type: EventType
    span: EventSpan
    spans: tuple[EventSpan, ...]
    main: bool


def named_events(article: Article) -> list[NamedEvent]:
    """Every event once, in the order of the text, at most one of them the main one."""
    full = [e for e in article.events if not e.reference and article.kind(e.start) is not BlockKind.HEADER]
    heads = [e for e in full if e.rule == "event head"]
    groups = _groups(article, heads)
    main = _main(article, groups)
    if main is None:
        openers = [e for e in full if e.rule != "event head"]
        chosen = next((e for e in openers if e.rule == "headline opener"), None) or next(iter(openers), None)
        groups = _groups(article, [*heads, *([chosen] if chosen else [])])
        main = next((n for n, group in enumerate(groups) if chosen in group), None)
        if main is None and groups and not chosen:
            main = 0
    return [_event(article, group, n == main) for n, group in enumerate(groups)]


def event_claims(article: Article, events: list[NamedEvent]) -> Iterator[EventClaim]:
    """One claim an event."""
    for event in events:
        organiser = _organiser(article, event)
        yield EventClaim(
            event.name,
            event.type,
            event.name,
            event_date(article, event.span, main=event.main),
            _place(article, event) if event.main else None,
            organiser.name if organiser else None,
            event.main,
            article.evidence(event.span.start, event.span.end, event.span.rule, 0.95 if event.main else 0.85),
        )


def _groups(article: Article, spans: list[EventSpan]) -> list[list[EventSpan]]:
    groups: list[list[EventSpan]] = []
    for span in sorted(spans, key=lambda e: e.start):
        home = next((g for g in groups if any(_same(article, span, other) for other in g)), None)
        if home is None:
            groups.append([span])
        else:
            home.append(span)
    return groups


def _same(article: Article, a: EventSpan, b: EventSpan) -> bool:
    x, y = (Counter(compare_key(article.text(e.start, e.end)).split()) for e in (a, b))
    numbers = [{w for w in words if w.isdigit()} for words in (x, y)]
    if numbers[0] and numbers[1] and not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        return False
    shared = sum((x & y).values())
    if a.type is not b.type and shared < min(sum(x.values()), sum(y.values())):
        return False
    return 2 * shared / (sum(x.values()) + sum(y.values())) >= SAME or shared == min(sum(x.values()), sum(y.values()))


def _main(article: Article, groups: list[list[EventSpan]]) -> int | None:
    """The group that the headline and the lede speak of; None if they name no event."""
    scores = [max(_score(article, span) for span in group) for group in groups]
    best = max(range(len(groups)), key=lambda n: (scores[n], -n), default=None)
    return best if best is not None and scores[best] > 0 else None


def _score(article: Article, span: EventSpan) -> int:
    """How much a span looks like the article's own event: by its place in the text and the words around it."""
    kind = article.kind(span.start)
    sentence = article.sentence(span.start)
    score = 2 if kind is BlockKind.TITLE else 0
    first = article.sentence(article.body_start)
    if sentence.start == first.start:
        score += 3
    elif kind is BlockKind.PARAGRAPH and sentence.start < first.end + 60:
        score += 1
    before = article.text(max(sentence.start, span.start - 3), span.start).casefold()
    if _organised(article, max(sentence.start, span.start - 4), span.start):
        score += 3
    behind = article.text(span.end, min(len(article.doc), span.end + 3)).casefold()
    if any(words in behind for words in article.clauses.happens):
        score += 2
    if article.clauses.mentions.intersection(before.split()[-2:]):
        score -= 4
    if span.type is EventType.ANNIVERSARY and article.doc[span.start].text[0].islower():
        score -= 3
    return score


def _event(article: Article, group: list[EventSpan], main: bool) -> NamedEvent:
    """The longest name of the body, else of the headline; the type of the span with a head."""
    body = [e for e in group if article.kind(e.start) is not BlockKind.TITLE] or group
    span = max(body, key=lambda e: (e.rule == "event head", e.end - e.start, -e.start))
    kind = span.type
    if span.rule != "event head" and kind is EventType.CONFERENCE:
        kind = _referred_type(article) or kind
    return NamedEvent(article.text(span.start, span.end), kind, span, tuple(group), main)


def _referred_type(article: Article) -> EventType | None:
    """What the body calls the event of a headline: the commonest of 'hội nghị', 'buổi lễ', ..."""
    counts = Counter(e.type for e in article.events if e.reference)
    return counts.most_common(1)[0][0] if counts else None


def _organiser(article: Article, event: NamedEvent) -> NamedUnit | None:
    """'X tổ chức E', 'E do X tổ chức'; of the main event also the unit that the lede begins with, or the headline's."""
    for span in event.spans:
        found = _subject_of(article, span)
        if found:
            return found
    if not event.main:
        return _inner_party(article, event)
    return _lede_subject(article) or _inner_party(article, event)


def _subject_of(article: Article, span: EventSpan) -> NamedUnit | None:
    sentence = article.sentence(span.start)
    behind = article.text(span.end, sentence.end).casefold().split()
    if article.clauses.organised_by.intersection(behind[:2]):
        return next((u for u, start in _units(article, span.end, sentence.end)), None)
    if not _organised(article, sentence.start, span.start) and span.rule == "event head":
        return None
    return _first_subject(article, sentence.start, span.start)


def _organised(article: Article, start: int, end: int) -> bool:
    return any(True for _ in article.matches("ORGANISES", article.doc[start:end]))


def _lede_subject(article: Article) -> NamedUnit | None:
    """The first unit of the first sentence that does something there."""
    sentence = article.sentence(article.body_start)
    return _first_subject(article, sentence.start, sentence.end)


def _first_subject(article: Article, start: int, end: int) -> NamedUnit | None:
    """The first unit that no small word before it makes a place or an owner; of 'Đảng ủy, Bộ Tư lệnh' the command."""
    subjects = [
        (unit, at)
        for unit, at in _units(article, start, end)
        if not (at > start and article.doc[at - 1].lower_ in article.clauses.not_subject)
        and not _in_post(article, at)
        and not _in_place(article, at)
    ]
    if len(subjects) > 1 and subjects[0][0].type in article.clauses.party:
        (_, first), (command, second) = subjects[:2]
        between = article.doc[first:second]
        if any(t.text in ",-–" for t in between) and is_command(article, command) and len(between) < LONGEST_PARTY:
            return command
    return subjects[0][0] if subjects else None


def _inner_party(article: Article, event: NamedEvent) -> NamedUnit | None:
    """A congress is its party organisation's: 'Đại hội Đảng bộ Đoàn 969'."""
    if event.type is not EventType.CONGRESS:
        return None
    inside = [
        u for u, _ in _units(article, event.span.start, event.span.end) if u.type in article.clauses.congress_bodies
    ]
    return inside[0] if inside else None


def _units(article: Article, start: int, end: int) -> Iterator[tuple[NamedUnit, int]]:
    for span in article.units:
        unit = article.unit_names.at((span.start, span.end))
        if not span.nested and start <= span.start and span.end <= end and unit is not None and not unit.vague:
            yield unit, span.start


def _in_post(article: Article, token: int) -> bool:
    """The unit at `token` belongs to a post, be it a person's or only a title before it."""
    if any(post.start <= token < post.end for chain in article.posts for post in chain.posts):
        return True
    titles = (matches_of(article.doc).at(start, "TITLE") for start in range(max(0, token - 6), token))
    return any(title is not None and title.end >= token for title in titles)


def _in_place(article: Article, token: int) -> bool:
    return any(p.start <= token < p.end for p in article.places)


def _place(article: Article, event: NamedEvent) -> str | None:
    """The words behind 'tại' or 'ở' in the sentence of the event, else in the next."""
    spans = [*event.spans, *(e for e in article.events if e.reference)]
    for span in spans:
        sentence = article.sentence(span.start)
        for token in sentence:
            if _before_place(article, token.i) and not span.start <= token.i < span.end:
                place = _place_at(article, token.i + 1, sentence.end)
                if place:
                    return place
    return None


def _before_place(article: Article, i: int) -> bool:
    """'tại', 'ở', 'trên địa bàn' end with token `i`."""
    return (
        article.doc[i].lower_ in article.clauses.at
        or article.text(max(0, i - 1), i + 1).casefold() in article.clauses.at
    )


def _place_at(article: Article, i: int, end: int) -> str | None:
    """A place that begins at token `i`, with a wider place behind its comma: 'huyện Phú Khê, tỉnh Sơn Khê'."""
    places = {p.start: p for p in article.places}
    if i not in places:
        unit = next((u for u in article.units if u.start == i and not u.nested and not u.relative), None)
        return article.text(unit.start, unit.end) if unit else None
    last = places[i]
    while last.end + 1 < end and article.doc[last.end].text == "," and last.end + 1 in places:
        last = places[last.end + 1]
    return article.text(i, last.end)
