"""One annotated article as the claim rules see it: where things stand, and evidence for what they say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from spacy.tokens import Doc

from ..model import BlockKind, Document, Evidence
from ..pipeline.named_units import UnitNames
from ..pipeline.plain import Sentence, plain_of
from ..pipeline.records import DateSpan, EventSpan, PersonPosts, PersonReference, PersonSpan, PlaceSpan, UnitSpan
from ..pipeline.statistical import PERSON_CONFIDENCE
from ..pipeline.statistical import RULE as NER
from ..resources import Gazetteer

CALLED = ("RANK", "HONORIFIC", "DEGREE")
"""Lists of what may stand right before a name and is no post."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A named person in one place of the text, the chain of posts included.

    Attributes
    ----------
    named: not by reference only.
    called: where the rank or the polite word right before the name begins, else the name.
    name_end: where the name ends; posts may stand behind it.
    """

    start: int
    end: int
    name: str
    named: bool
    called: int
    name_end: int


class Article:
    """A Doc that the pipeline has annotated, its Document and the gazetteer.

    Attributes
    ----------
    doc: its words.
    clauses: the small words that the rules go by.
    units, persons, posts, events, places, dates, references: every mention, in the order of the text.
    unit_names: every unit once.
    """

    def __init__(self, doc: Doc, document: Document, gazetteer: Gazetteer) -> None:
        self.doc, self.document, self.gazetteer = plain_of(doc), document, gazetteer
        self.clauses = gazetteer.clauses
        found = doc._
        self.units: tuple[UnitSpan, ...] = found.units
        self.unit_names: UnitNames = found.unit_names
        self.persons: tuple[PersonSpan, ...] = found.persons
        self.posts: tuple[PersonPosts, ...] = found.posts
        self.events: tuple[EventSpan, ...] = found.events
        self.places: tuple[PlaceSpan, ...] = found.places
        self.dates: tuple[DateSpan, ...] = found.dates
        self.references: tuple[PersonReference, ...] = found.references

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in order."""
        return self.doc.sentences

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.sentences[bisect_right(self._starts, token) - 1]

    def kind(self, token: int) -> BlockKind:
        """The kind of the block that holds a token."""
        return self.doc.kinds[token]

    def text(self, start: int, end: int) -> str:
        """The words of a run of tokens."""
        return self.doc.text_of(start, end)

    def first(self, words: Set[str], start: int, end: int) -> int | None:
        """The first token of a run that is one of `words`, whatever its case."""
        return next((i for i, t in enumerate(self.doc[start:end], start) if t.lower_ in words), None)

    def last(self, words: Set[str], start: int, end: int) -> int:
        """The last token of a run that is one of `words`, whatever its case; else the run's first."""
        return next((i for i in range(end - 1, start - 1, -1) if self.doc[i].lower_ in words), start)

    def evidence(self, start: int, end: int, rule: str, confidence: float = 0.9) -> Evidence:
        """Evidence of the words of tokens `start` to `end` in their sentence.

        Where the statistical NER has named a person among the words, the rule says so and is no surer than that.
        """
        if any(start <= first < end for first in self._guessed):
            rule, confidence = f"{rule}, {NER}", min(confidence, PERSON_CONFIDENCE)
        sentence, word_end = self.sentence(start), self.doc.ends[end - 1]
        return Evidence(
            self.document.id,
            sentence.start_char,
            max(sentence.end_char, word_end),
            self.doc.starts[start],
            word_end,
            rule,
            confidence,
        )

    @cached_property
    def _guessed(self) -> tuple[int, ...]:
        """The first token of each person whom the statistical NER has named."""
        return tuple(person.start for person in self.persons if person.rule == NER)

    @cached_property
    def body_start(self) -> int:
        """The first token of the first paragraph."""
        body = [b for b in self.document.blocks if b.kind is BlockKind.PARAGRAPH]
        offset = body[0].start if body else 0
        start = bisect_left(self.doc.starts, offset)
        return start if start < len(self.doc) else 0

    @cached_property
    def actors(self) -> list[Actor]:
        """Every person in the order of the text, by name or by reference."""
        references = {(r.start, r.end): r.name for r in self.references}
        found = [self.actor(c) for c in self.posts if self.name_of(c)]
        taken = {i for a in found for i in range(a.start, a.end)}
        found += [Actor(s, e, name, False, s, e) for (s, e), name in references.items() if s not in taken]
        return sorted(found, key=lambda a: a.start)

    def actor(self, chain: PersonPosts) -> Actor:
        """The person of a chain of posts."""
        called, before = chain.person[0], self.doc.matches.covering
        while called > chain.start:
            near = next((m for label in CALLED for m in [before(called - 1, label)] if m), None)
            if near is None:
                break
            called = near.start
        return Actor(chain.start, chain.end, self.name_of(chain), True, called, chain.person[1])

    def actors_in(self, sentence: Sentence) -> list[Actor]:
        """The actors of one sentence."""
        first, last = (bisect_left(self.actors, at, key=attrgetter("start")) for at in (sentence.start, sentence.end))
        return self.actors[first:last]

    def name_of(self, chain: PersonPosts) -> str:
        """The full name of the person of a chain; '' for a given name that fits nobody."""
        return self._names.get(chain.person, "")

    @cached_property
    def _names(self) -> Mapping[tuple[int, int], str]:
        """The full names of persons and of those whom words refer to, by where they stand."""
        by_reference = {(r.start, r.end): r.name for r in reversed(self.references)}
        return {(p.start, p.end): p.name for p in reversed(self.persons) if not p.partial} | by_reference
