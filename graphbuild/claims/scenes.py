"""Which of an article's events a sentence tells of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from ..model import BlockKind
from ..pipeline.events import BULLETS
from ..pipeline.records import EventSpan
from .acts import Act, Telling
from .article import Article
from .named_events import NamedEvent
from .organisers import organised

NEAR = 4
"""Tokens between an act and the name of the event it is done at: 'dự Lễ kỷ niệm ...'."""


class Scenes:
    """The events of an article by the paragraphs that tell of them."""

    def __init__(self, article: Article, events: Sequence[NamedEvent], main: NamedEvent) -> None:
        self.article, self.events, self.main = article, events, main

    def event(self, telling: Telling, act: Act) -> NamedEvent:
        """The event right behind the act's words, else the one of the paragraph."""
        for event in self.events:
            if any(0 <= s.start - act.end <= NEAR and s.end <= telling.sentence.end for s in event.spans):
                return event
        return self.at(telling)

    def at(self, telling: Telling) -> NamedEvent:
        """The event that the sentence's paragraph is about."""
        sentence = telling.sentence
        for event in self.events:
            if any(s.rule == "dated verb" and sentence.start <= s.start < sentence.end for s in event.spans):
                return event
        starts = [start for start, _ in self._by_block]
        n = bisect_left(starts, telling.sentence.start + 1) - 1
        return self._by_block[n][1] if n >= 0 else self.main

    @cached_property
    def _by_block(self) -> list[tuple[int, NamedEvent]]:
        """(first token of a block, its event): of a page of several reports each holds its own.

        A paragraph that opens with a day and another event is about that one, and so are those behind it up to the
        next, if a headline of their own stands over them.
        """
        told = self._told
        found: list[tuple[int, NamedEvent]] = []
        current, under_headline = self.main, False
        for block in self.article.document.blocks:
            start = bisect_left(self.article.doc.starts, block.start)
            if block.kind is BlockKind.TITLE:
                under_headline, current = bool(found), self.main
            elif block.kind is BlockKind.PARAGRAPH:
                own = next(
                    (e for at, e in told.items() if block.start <= self.article.doc.starts[at] < block.end), None
                )
                current = own or (current if under_headline else self.main)
            found.append((start, current))
        return found

    @cached_property
    def _told(self) -> Mapping[int, NamedEvent]:
        """The events that a paragraph's first sentence tells of with a day, by the token at which they stand."""
        return {s.start: e for e in self.events if not e.main for s in e.spans if self._opens(s)}

    def _opens(self, span: EventSpan) -> bool:
        """The span's sentence opens its paragraph, has a day, and says that the event was held."""
        article, sentence = self.article, self.article.sentence(span.start)
        start, at = article.doc.starts[span.start], article.document.text
        block = next((b for b in article.document.blocks if b.start <= start < b.end), None)
        if block is not None and at[block.start] in BULLETS:
            return True
        opens = any(b.kind is BlockKind.PARAGRAPH and b.start == sentence.start_char for b in article.document.blocks)
        behind = article.text(span.end, min(len(article.doc), span.end + 4)).casefold()
        if opens and span.start == sentence.start and any(words in behind for words in article.clauses.happens):
            return True
        opening = article.text(sentence.start, span.start).casefold()
        day = any(d.day and sentence.start <= d.start < span.start for d in article.dates)
        day = day or any(words in opening for words in article.clauses.same_day)
        held = span.rule != "event head" or organised(article, max(sentence.start, span.start - 4), span.start)
        return opens and day and held
