"""Who hands over, takes over or receives where decisions are made known and posts change hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..model import EventRole, EventType, Status
from ..pipeline.plain import Sentence
from ..pipeline.records import PersonPosts
from ..text import compare_key
from .acts import Telling
from .article import Article
from .named_events import NamedEvent

DECISIONS = frozenset({EventType.APPOINTMENT, EventType.CEREMONY})
"""Kinds of event at which decisions are handed over."""

BEFORE = EventRole.HANDS_OVER
AFTER = EventRole.TAKES_OVER


def handover_roles(article: Article, titles: frozenset[str]) -> Mapping[str, EventRole]:
    """Who hands over and who takes over one of the posts `titles`, by what decisions give and take."""
    found: dict[str, EventRole] = {}
    for chain in article.posts:
        name = article.name_of(chain)
        role = _by_posts(chain, titles) if name and chain.decided else None
        if role is not None:
            found.setdefault(name, role)
    return found


def decided(article: Article) -> Iterator[tuple[str, PersonPosts]]:
    """Everybody of whom a decision is told, with where it is."""
    for chain in article.posts:
        name = article.name_of(chain)
        if chain.decided and name and _told_as_decision(article, chain):
            yield name, chain


def _told_as_decision(article: Article, chain: PersonPosts) -> bool:
    """The sentence promotes or appoints somebody: no 'làm thư ký hội nghị'."""
    sentence = article.sentence(chain.start)
    labels = ("PROMOTES", "RAISES", "APPOINTS", "LEAVES", "RETIRES")
    return any(article.doc.matches.within(label, sentence.start, sentence.end) for label in labels)


def both_sides(telling: Telling, handover: bool) -> tuple[int, int] | None:
    """The two who hand over and take over, as numbers of actors: 'giữa A với B', at a handover also 'A và B ký'."""
    article, sentence = telling.article, telling.sentence
    between = article.first(article.clauses.between, sentence.start, sentence.end)
    if between is not None and (handover or _tells_of_handover(article, sentence)):
        named = [n for n, a in enumerate(telling.actors) if a.start > between]
        return (named[0], named[1]) if len(named) > 1 else None
    return _signing(telling) if handover else None


def _tells_of_handover(article: Article, sentence: Sentence) -> bool:
    text = article.text(sentence.start, sentence.end).casefold()
    return any(words in text for words in article.clauses.handover)


def _signing(telling: Telling) -> tuple[int, int] | None:
    """'hai đồng chí A và B đã ký biên bản'."""
    article = telling.article
    for n, m in pairwise(range(len(telling.actors))):
        end = telling.actors[m].end
        words = [t.lower_ for t in article.doc[end : min(end + 3, telling.sentence.end)]]
        small = [w for w in words if w not in article.clauses.before_verb]
        if telling.joined(m) and small and small[0] in article.clauses.signs:
            return n, m
    return None


def replaced(telling: Telling, *, only_retired: bool) -> tuple[int, int] | None:
    """'A tiếp nhận nhiệm vụ thay B', 'A được bổ nhiệm ..., thay cho B': the numbers of A and B.

    `only_retired`: only where the sentence says that B retires, as of one who is given no other post.
    """
    doc, words = telling.article.doc, telling.article.clauses.replaces
    for n, m in pairwise(range(len(telling.actors))):
        between = doc[telling.actors[n].end : telling.actors[m].start]
        near = [t.lower_ for t in between[-2:]]
        if words.intersection(near) and (near[-1] in words or near[-1] in telling.article.clauses.given_to):
            retired = telling.article.doc.matches.within("RETIRES", telling.actors[m].start, telling.sentence.end)
            return (n, m) if retired or not only_retired else None
    return None


def titles_of(article: Article, event: NamedEvent) -> frozenset[str]:
    """The posts that the event's names tell of, as compare keys."""
    found = (
        article.text(title.start, title.end)
        for span in event.spans
        for title in article.doc.matches.within("TITLE", span.start, span.end)
    )
    return frozenset(compare_key(title) for title in found)


def _by_posts(chain: PersonPosts, titles: frozenset[str]) -> EventRole | None:
    """By the post that changes hands: whoever gets it takes over, whoever leaves it hands over."""
    got = [p for p in chain.posts if p.status is not Status.FORMER]
    left = [p for p in chain.posts if p.status is Status.FORMER]
    if any(compare_key(p.title) in titles for p in got):
        return AFTER
    if any(compare_key(p.title) in titles for p in left):
        return BEFORE
    return None
