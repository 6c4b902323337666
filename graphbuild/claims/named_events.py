"""The events that an article names, each once, and which of them it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from ..model import BlockKind, EventType
from ..pipeline.records import EventSpan
from ..text import compare_key
from .article import Article
from .organisers import organised

NAMED = ("event head", "dated verb")
"""The rules of spans that name an event whether or not the article is about it."""

INSTEAD = ("headline opener", "lede verb", "headline verb", "organised", "bare head")
"""The rules of spans that give the main event where headline and lede name none, best first."""

IN_LEDE = ("headline opener", "lede verb", "organised")
"""The rules of spans that go before an event which only later paragraphs name."""

LAST = "body verb"
"""The rule of spans that give the main event where all else fails; an anniversary that is named goes before it."""

COMMON = frozenset({EventType.TRAINING, EventType.EXERCISE})
"""Kinds whose words an article uses of its subject too: 'tập huấn'."""

LEDE = 60
"""Tokens behind the first sentence that still tell what the article is about."""

SAME = 0.75
"""Overlap of two names' words from which on they name one event."""

Name = tuple[str, EventType]
"""The compare key of an event's name, and what kind of event it is."""


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
    heads = [e for e in full if e.rule in NAMED]
    groups = _groups(article, heads)
    main = _main(article, groups)
    told = next((e for e in full if e.rule in IN_LEDE), None)
    if main is None or (told is not None and not any(_leads(article, e) for e in groups[main])):
        rules = INSTEAD if any(g[0].type is EventType.ANNIVERSARY for g in groups) else (*INSTEAD, LAST)
        chosen = next((e for rule in rules for e in full if e.rule == rule), None)
        alike = [e for e in full if e.rule in INSTEAD and chosen and _same(article, e, chosen)]
        groups = _groups(article, [*heads, *([chosen] if chosen else []), *alike])
        main = next((n for n, group in enumerate(groups) if chosen in group), None)
        groups, main = _with_full_name(article, groups, main, chosen)
        if main is None and not chosen:
            own = (n for n, group in enumerate(groups) if group[0].type is not EventType.ANNIVERSARY)
            main = next(own, 0 if groups else None)
    groups, main = _with_stops(*_with_headline(article, groups, main))
    return [_event(article, group, n == main) for n, group in enumerate(groups)]


def _with_full_name(
    article: Article, groups: list[list[EventSpan]], main: int | None, chosen: EventSpan | None
) -> tuple[list[list[EventSpan]], int | None]:
    """'đã được bàn giao cho dân bản' and, further on, 'Lễ bàn giao công trình nước sạch': one event."""
    if main is None or chosen is None:
        return groups, main
    verb, own = article.text(chosen.start, chosen.start + 2).casefold(), groups[main]
    same = [
        g
        for g in groups
        if g is not own
        and g[0].type is chosen.type
        and any(e.rule in NAMED and verb in article.text(e.start, e.end).casefold() for e in g)
    ]
    own.extend(span for group in same for span in group)
    kept = [g for g in groups if g not in same]
    return kept, kept.index(own)


def _with_headline(
    article: Article, groups: list[list[EventSpan]], main: int | None
) -> tuple[list[list[EventSpan]], int | None]:
    """An event of the main one's kind that only the headline names is the main one in other words."""
    if main is None:
        return groups, None
    own = groups[main]
    alone = [
        g
        for g in groups
        if g is not own and g[0].type is own[0].type and all(article.kind(e.start) is BlockKind.TITLE for e in g)
    ]
    own.extend(span for group in alone for span in group)
    kept = [g for g in groups if g not in alone]
    return kept, kept.index(own)


def _with_stops(groups: list[list[EventSpan]], main: int | None) -> tuple[list[list[EventSpan]], int | None]:
    """The stops of a journey are one visit: 'Sáng 15/1, đoàn tới thăm Trạm ra đa ...' on a tour of the islands."""
    if main is None or groups[main][0].type is not EventType.VISIT:
        return groups, main
    own = groups[main]
    kept = [g for g in groups if g is own or g[0].type is not EventType.VISIT or any(e.rule != "dated verb" for e in g)]
    return kept, kept.index(own)


def _groups(article: Article, spans: list[EventSpan]) -> list[list[EventSpan]]:
    """The spans that name one event, each group with the names in it and where the first span of each ends."""
    groups: list[tuple[list[EventSpan], dict[Name, int]]] = []
    for span in sorted(spans, key=attrgetter("start")):
        name = _name(article, span)
        home = next(
            (g for g in groups if any(end <= span.start and _same_name(name, other) for other, end in g[1].items())),
            None,
        )
        if home is None:
            groups.append(([span], {name: span.end}))
        else:
            home[0].append(span)
            home[1][name] = min(span.end, home[1].get(name, span.end))
    return [group for group, _ in groups]


def _same(article: Article, a: EventSpan, b: EventSpan) -> bool:
    apart = a.end <= b.start or b.end <= a.start
    return apart and _same_name(_name(article, a), _name(article, b))


def _name(article: Article, span: EventSpan) -> Name:
    return compare_key(article.text(span.start, span.end)), span.type


@lru_cache(maxsize=16384)
def _same_name(one: Name, other: Name) -> bool:
    """Two names share most of their words, or all those of the shorter one, and no number speaks against it."""
    x, y = (Counter(key.split()) for key, _ in (one, other))
    numbers = [{w for w in words if w.isdigit()} for words in (x, y)]
    if numbers[0] and numbers[1] and not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        return False
    shared, shorter, both = (x & y).total(), min(x.total(), y.total()), x.total() + y.total()
    if one[1] is not other[1] and shared < shorter:
        return False
    return 2 * shared / both >= SAME or shared == shorter


def _main(article: Article, groups: list[list[EventSpan]]) -> int | None:
    """The group that the headline and the lede speak of; None if they name no event."""
    scores = [max(_score(article, span) for span in group) for group in groups]
    best = max(range(len(groups)), key=lambda n: (scores[n], -n), default=None)
    return best if best is not None and scores[best] > 0 else None


def _leads(article: Article, span: EventSpan) -> bool:
    """In the headline or in the first sentences of the body."""
    first = article.sentence(article.body_start)
    return article.kind(span.start) is BlockKind.TITLE or article.sentence(span.start).start < first.end + LEDE


def _score(article: Article, span: EventSpan) -> int:
    """How much a span looks like the article's own event: by its place in the text and the words around it."""
    kind = article.kind(span.start)
    sentence = article.sentence(span.start)
    score = 2 if kind is BlockKind.TITLE else 0
    first = article.sentence(article.body_start)
    if sentence.start == first.start:
        score += 3
    elif kind is BlockKind.PARAGRAPH and sentence.start < first.end + LEDE:
        score += 1
    before = article.text(max(sentence.start, span.start - 3), span.start).casefold()
    directly = organised(article, max(sentence.start, span.start - 4), span.start)
    if directly:
        score += 3
    behind = article.text(span.end, min(len(article.doc), span.end + 3)).casefold()
    if any(words in behind for words in article.clauses.happens):
        score += 2
    if article.clauses.mentions.intersection(before.split()[-2:]):
        score -= 4
    if span.rule == "dated verb":
        score -= 4
    if span.type is EventType.ANNIVERSARY and not article.doc[span.start].text[0].isupper():
        score -= 3 if directly else 9
    return score


def _event(article: Article, group: list[EventSpan], main: bool) -> NamedEvent:
    """The longest name of the body, else of the headline; the type of the span with a head."""
    body = [e for e in group if article.kind(e.start) is not BlockKind.TITLE] or group
    span = max(body, key=lambda e: (e.rule in NAMED, e.end - e.start, -e.start))
    kind = span.type
    if span.rule not in NAMED and kind is EventType.CONFERENCE:
        kind = _referred_type(article) or kind
    if kind is EventType.APPOINTMENT and _things_handed_over(article, group):
        headed = article.doc.matches.at(span.start, "EVENT_REFERENCE")
        kind = EventType(headed.key) if headed else EventType.CEREMONY
    return NamedEvent(article.text(span.start, span.end), kind, span, tuple(group), main)


def _referred_type(article: Article) -> EventType | None:
    """What the body calls the event of a headline: the commonest of 'hội nghị', 'buổi lễ', ..."""
    counts = Counter(e.type for e in article.events if e.reference and e.type not in COMMON)
    return counts.most_common(1)[0][0] if counts else None


def hands_over_post(article: Article, spans: Iterable[EventSpan]) -> bool:
    """A name says that a post is handed over: 'bàn giao chức vụ', 'hội nghị bàn giao'."""
    for span in spans:
        name = article.text(span.start, span.end).casefold()
        found = next((words for words in article.clauses.handover if words in name), None)
        if found is not None:
            behind = name[name.index(found) + len(found) :].split()
            titles = bool(article.doc.matches.within("TITLE", span.start, span.end))
            return titles or not behind or bool(article.clauses.posts & set(behind[:3]))
    return False


def _things_handed_over(article: Article, group: list[EventSpan]) -> bool:
    """'bàn giao nhà tình nghĩa', 'hội nghị bàn giao công tác': no post changes hands."""
    names = (article.text(e.start, e.end).casefold() for e in group)
    told = any(words in name for name in names for words in article.clauses.handover)
    return told and not hands_over_post(article, group)
