"""One annotated article as the claim rules see it: where things stand, and evidence for what they say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from ..model import BlockKind, Document, Evidence
from ..pipeline.gazetteer import matches_of
from ..pipeline.records import DateSpan, EventSpan, PersonPosts, PlaceSpan, UnitSpan
from ..pipeline.unit_names import UnitNames
from ..resources import Clauses, Gazetteer


@dataclass(frozen=True, slots=True)
class Actor:
    """A named person in one place of the text, the chain of posts included. `named`: not by reference only."""

    start: int
    end: int
    name: str
    named: bool


class Article:
    """A Doc that the pipeline has annotated, its Document and the gazetteer."""

    def __init__(self, doc: Doc, document: Document, gazetteer: Gazetteer) -> None:
        self.doc, self.document, self.gazetteer = doc, document, gazetteer

    @property
    def clauses(self) -> Clauses:
        """The small words that the rules go by."""
        return self.gazetteer.clauses

    @cached_property
    def sentences(self) -> list[Span]:
        return list(self.doc.sents)

    @cached_property
    def units(self) -> tuple[UnitSpan, ...]:
        """Every unit's mention."""
        return tuple(self.doc._.units)

    @cached_property
    def unit_names(self) -> UnitNames:
        """Every unit once."""
        names: UnitNames = self.doc._.unit_names
        return names

    @cached_property
    def posts(self) -> tuple[PersonPosts, ...]:
        """Every person's mention with the posts around it."""
        return tuple(self.doc._.posts)

    @cached_property
    def events(self) -> tuple[EventSpan, ...]:
        """Every event's mention."""
        return tuple(self.doc._.events)

    @cached_property
    def places(self) -> tuple[PlaceSpan, ...]:
        """Every place's mention."""
        return tuple(self.doc._.places)

    @cached_property
    def dates(self) -> tuple[DateSpan, ...]:
        """Every date."""
        return tuple(self.doc._.dates)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence(self, token: int) -> Span:
        """The sentence that holds a token."""
        return self.sentences[bisect_right(self._starts, token) - 1]

    def kind(self, token: int) -> BlockKind:
        """The kind of the block that holds a token."""
        return self.document.kind_at(self.doc[token].idx)

    def text(self, start: int, end: int) -> str:
        """The words of a run of tokens."""
        return str(self.doc[start:end].text)

    def evidence(self, start: int, end: int, rule: str, confidence: float = 0.9) -> Evidence:
        """Evidence of the words of tokens `start` to `end` in their sentence."""
        words, sentence = self.doc[start:end], self.sentence(start)
        return Evidence(
            self.document.id,
            sentence.start_char,
            max(sentence.end_char, words.end_char),
            words.start_char,
            words.end_char,
            rule,
            confidence,
        )

    @cached_property
    def body_start(self) -> int:
        """The first token of the first paragraph."""
        body = [b for b in self.document.blocks if b.kind is BlockKind.PARAGRAPH]
        offset = body[0].start if body else 0
        return next((t.i for t in self.doc if t.idx >= offset), 0)

    @cached_property
    def actors(self) -> list[Actor]:
        """Every person in the order of the text, by name or by reference."""
        references = {(r.start, r.end): r.name for r in self.doc._.references}
        found = [Actor(c.start, c.end, name, True) for c in self.posts for name in [self.name_of(c)] if name]
        taken = {i for a in found for i in range(a.start, a.end)}
        found += [Actor(s, e, name, False) for (s, e), name in references.items() if s not in taken]
        return sorted(found, key=lambda a: a.start)

    def actors_in(self, sentence: Span) -> list[Actor]:
        """The actors of one sentence."""
        return [a for a in self.actors if sentence.start <= a.start < sentence.end]

    def name_of(self, chain: PersonPosts) -> str:
        """The full name of the person of a chain; '' for a given name that fits nobody."""
        for person in self.doc._.persons:
            if (person.start, person.end) == chain.person and not person.partial:
                return str(person.name)
        for reference in self.doc._.references:
            if (reference.start, reference.end) == chain.person:
                return str(reference.name)
        return ""

    def matches(self, label: str, span: Span) -> Iterator[tuple[int, int, str]]:
        """(start, end, key) of the gazetteer's phrases of a list within a span."""
        for match in matches_of(self.doc).all(label):
            if span.start <= match.start and match.end <= span.end:
                yield match.start, match.end, match.key
