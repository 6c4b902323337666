"""What decisions made known at an event give or take: read from the words between a name and the next one."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventRole
from ..pipeline.records import Match
from ..text import compare_key
from .acts import Telling
from .article import Actor

LABELS = ("APPOINTS", "TAKES", "LEAVES", "RETIRES", "ACTING")
"""Lists of words by which a post is given or left."""

POST_NEAR = 3
"""Tokens between such a word and the post: 'giữ chức vụ Tư lệnh', 'phụ trách nhiệm vụ Chính ủy'."""

PASSING = (EventRole.RECEIVES, EventRole.TAKES_OVER, EventRole.HANDS_OVER)
"""Acts that are part of a decision's own words: 'được bổ nhiệm'."""


def decisions(telling: Telling, titles: frozenset[str]) -> Iterator[tuple[Actor, EventRole]]:
    """Everybody of the sentence to whom a post is given, or who leaves one.

    `titles`: the posts that change hands at the event, as compare keys; empty where it is no handover.
    """
    first = telling.actors[0].start
    said = next((act.start for act in telling.acts if act.says and act.start > first), telling.sentence.end)
    for n, actor in enumerate(telling.actors):
        if actor.start > said:
            return
        until = _clause_end(telling, n)
        found = _words(telling, n, until)
        if found is None:
            continue
        before = _titles(telling, actor.start, found.start)
        after = _titles(telling, found.end, until)
        if found.label in ("LEAVES", "RETIRES"):
            yield actor, EventRole.HANDS_OVER if titles & set(before) else EventRole.RECEIVES
        elif titles & set(after[:1]):
            yield actor, EventRole.TAKES_OVER
        elif titles & set(before):
            yield actor, EventRole.HANDS_OVER
        else:
            yield actor, EventRole.RECEIVES


def _clause_end(telling: Telling, n: int) -> int:
    """Where the words about actor `n` end: at a semicolon or the next name."""
    end = telling.actors[n + 1].start if n + 1 < len(telling.actors) else telling.sentence.end
    doc = telling.article.doc
    return next((i for i in range(telling.actors[n].name_end, end) if doc[i].text == ";"), end)


def _words(telling: Telling, n: int, until: int) -> Match | None:
    """The first words that give actor `n` a post or take it, with no other act before them."""
    start = telling.actors[n].name_end
    matches = telling.article.doc.matches
    found = sorted((m for label in LABELS for m in matches.within(label, start, until)), key=lambda m: m.start)
    chosen = next((m for m in found if _gives(telling, n, m, until)), None)
    if chosen is None:
        return None
    acts = (a for a in telling.acts if start <= a.start < chosen.start and a.role not in PASSING)
    return None if any(acts) else chosen


def _gives(telling: Telling, n: int, words: Match, until: int) -> bool:
    """'giữ chức Tư lệnh', 'được điều động giữ chức', 'nghỉ hưu'; not 'từng giữ chức', nor 'phụ trách khu vực'."""
    article = telling.article
    if article.doc.matches.covering(words.start, "FORMER") or not article.doc[words.start - 1].is_alpha:
        return words.label in ("TAKES", "RETIRES") and article.doc[words.start - 1].text == ","
    if words.label in ("LEAVES", "RETIRES"):
        return True
    if words.label == "APPOINTS":
        return article.doc[words.start].lower_ in article.clauses.passive and _post_near(telling, words.end, until)
    if article.doc[words.start].lower_ in article.clauses.for_once:
        return n in telling.objects and _post_near(telling, words.end, until)
    return _post_near(telling, words.end, until)


def _post_near(telling: Telling, i: int, until: int) -> bool:
    """A post follows within a few words, or further words that give one, or right behind a unit."""
    matches = telling.article.doc.matches
    if telling.article.units.starting(i):
        return True
    return any(matches.at(k, label) for k in range(i, min(i + POST_NEAR, until)) for label in ("TITLE", "TAKES"))


def _titles(telling: Telling, start: int, end: int) -> list[str]:
    article = telling.article
    return [compare_key(article.text(m.start, m.end)) for m in article.doc.matches.within("TITLE", start, end)]
