"""Which of an article's events a sentence tells of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ..model import Block, BlockKind
from ..pipeline.events import BULLETS
from ..pipeline.records import EventSpan
from ..pipeline.spans import Spans
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
        named = (s for s in self._spans.between(act.end, act.end + NEAR + 1) if s.end <= telling.sentence.end)
        return self._first(named) or self.at(telling)

    def at(self, telling: Telling) -> NamedEvent:
        """The event that the sentence's paragraph is about."""
        sentence = telling.sentence
        dated = (s for s in self._spans.between(sentence.start, sentence.end) if s.rule == "dated verb")
        starts, events = self._by_block
        n = bisect_right(starts, sentence.start) - 1
        return self._first(dated) or (events[n] if n >= 0 else self.main)

    def _first(self, spans: Iterable[EventSpan]) -> NamedEvent | None:
        """Of the events that the spans name the first of the article."""
        number = min((self._numbers[span] for span in spans), default=None)
        return None if number is None else self.events[number]

    @cached_property
    def _spans(self) -> Spans[EventSpan]:
        return Spans(span for event in self.events for span in event.spans)

    @cached_property
    def _numbers(self) -> Mapping[EventSpan, int]:
        """Which of the events a span names."""
        return {span: n for n, event in reversed([*enumerate(self.events)]) for span in event.spans}

    @cached_property
    def _by_block(self) -> tuple[list[int], list[NamedEvent]]:
        """First tokens of the blocks, and the event of each: of a page of several reports each holds its own.

        A paragraph that opens with a day and another event is about that one, and so are those behind it up to the
        next, if a headline of their own stands over them.
        """
        told = self._told
        starts: list[int] = []
        events: list[NamedEvent] = []
        current, under_headline = self.main, False
        for block in self.article.document.blocks:
            if block.kind is BlockKind.TITLE:
                under_headline, current = bool(starts), self.main
            elif block.kind is BlockKind.PARAGRAPH:
                current = told.get(block) or (current if under_headline else self.main)
            starts.append(bisect_left(self.article.doc.starts, block.start))
            events.append(current)
        return starts, events

    @cached_property
    def _told(self) -> Mapping[Block, NamedEvent]:
        """The event that a paragraph's first sentence tells of with a day."""
        told: dict[Block, NamedEvent] = {}
        for event in self.events:
            for span in event.spans if not event.main else ():
                block = self.article.document.block_at(self.article.doc.starts[span.start])
                if block is not None and self._opens(span, block):
                    told.setdefault(block, event)
        return told

    def _opens(self, span: EventSpan, block: Block) -> bool:
        """The span's sentence opens its paragraph, has a day, and says that the event was held."""
        article, sentence = self.article, self.article.sentence(span.start)
        if article.document.text[block.start] in BULLETS:
            return True
        if block.kind is not BlockKind.PARAGRAPH or block.start != sentence.start_char:
            return False
        behind = article.text(span.end, min(len(article.doc), span.end + 4)).casefold()
        if span.start == sentence.start and any(words in behind for words in article.clauses.happens):
            return True
        opening = article.text(sentence.start, span.start).casefold()
        day = any(d.day for d in article.dates.between(sentence.start, span.start))
        day = day or any(words in opening for words in article.clauses.same_day)
        held = span.rule != "event head" or organised(article, max(sentence.start, span.start - 4), span.start)
        return day and held
