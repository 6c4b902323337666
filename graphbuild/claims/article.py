"""One annotated article as the claim rules see it: where things stand, and evidence for what they say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from spacy.tokens import Doc

from ..model import BlockKind, Document, Evidence, Status
from ..pipeline.named_units import NamedUnit, UnitNames
from ..pipeline.plain import Sentence, plain_of
from ..pipeline.records import DateSpan, EventSpan, PersonPosts, PersonReference, PersonSpan, PlaceSpan, Post, UnitSpan
from ..pipeline.spans import Spanned, Spans
from ..pipeline.statistical import PERSON_CONFIDENCE
from ..pipeline.statistical import RULE as NER
from ..resources import Gazetteer
from .commands import is_command

Placed = TypeVar("Placed", bound=Spanned)

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
        self.units: Spans[UnitSpan] = found.units
        self.unit_names: UnitNames = found.unit_names
        self.persons: Spans[PersonSpan] = found.persons
        self.posts: tuple[PersonPosts, ...] = found.posts
        self.events: Spans[EventSpan] = found.events
        self.places: Spans[PlaceSpan] = found.places
        self.dates: Spans[DateSpan] = found.dates
        self.references: tuple[PersonReference, ...] = found.references
        self._main_units: dict[tuple[str, ...], NamedUnit | None] = {}

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in order."""
        return self.doc.sentences

    def sentence(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.doc.sentence(token)

    def kind(self, token: int) -> BlockKind:
        """The kind of the block that holds a token."""
        return self.doc.kinds[token]

    def text(self, start: int, end: int) -> str:
        """The words of a run of tokens."""
        return self.doc.text_of(start, end)

    def first(self, words: Set[str], start: int, end: int) -> int | None:
        """The first token of a run that is one of `words`, whatever its case."""
        for i, token in enumerate(self.doc[start:end], start):
            if token.lower_ in words:
                return i
        return None

    def last(self, words: Set[str], start: int, end: int) -> int:
        """The last token of a run that is one of `words`, whatever its case; else the run's first."""
        return next((i for i in range(end - 1, start - 1, -1) if self.doc[i].lower_ in words), start)

    def evidence(self, start: int, end: int, rule: str, confidence: float = 0.9) -> Evidence:
        """Evidence of the words of tokens `start` to `end` in their sentence.

        Where the statistical NER has named a person among the words, the rule says so and is no surer than that.
        """
        if self._guessed and bisect_left(self._guessed, start) < bisect_left(self._guessed, end):
            rule, confidence = f"{rule}, {NER}", min(confidence, PERSON_CONFIDENCE)
        sentence, word_end = self.sentence(start), self.doc.end_of(end - 1)
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
    def outer_units(self) -> Spans[UnitSpan]:
        """The units that stand in no other unit's name."""
        return Spans(unit for unit in self.units if not unit.nested)

    @cached_property
    def command(self) -> NamedUnit | None:
        """The command that the article is about, named first: whoever is called a bare 'Trợ lý Tuyên huấn' serves
        there."""
        commands = [unit for unit in self.unit_names.units if is_command(self, unit)]
        return min(commands, key=attrgetter("mentions"), default=None)

    def main_unit(self, types: tuple[str, ...]) -> NamedUnit | None:
        """The unit of one of these kinds that the article is about: named most, the command once more than it is."""
        if types not in self._main_units:
            fitting = [unit for unit in self.unit_names.units if unit.type in types and not unit.vague]
            self._main_units[types] = max(fitting, key=self._weight, default=None)
        return self._main_units[types]

    def _weight(self, unit: NamedUnit) -> tuple[int, int]:
        return len(unit.mentions) + (unit is self.command), -unit.mentions[0][0]

    @cached_property
    def held(self) -> Spans[Post]:
        """Every post of everybody, in the order of the people."""
        return Spans(post for chain in self.posts for post in chain.posts)

    def held_in(self, sentence: Sentence) -> Sequence[Post]:
        """The posts of `held` that a sentence names."""
        return self._held_by_sentence.get(sentence.start, ())

    @cached_property
    def _held_by_sentence(self) -> Mapping[int, list[Post]]:
        return self._by_sentence(self.held)

    @cached_property
    def held_at(self) -> Mapping[tuple[str, str], NamedUnit]:
        """The first unit at which somebody holds a post, by full name and key of the title."""
        held: dict[tuple[str, str], NamedUnit] = {}
        for chain in self.posts:
            for post in chain.posts:
                unit = self.unit_names.at(post.unit)
                if unit and not unit.vague:
                    held.setdefault((self.name_of(chain), post.key), unit)
        return held

    @cached_property
    def left(self) -> frozenset[tuple[int, int]]:
        """Where the units of the posts stand that somebody has left."""
        return frozenset(post.unit for post in self.held if post.unit and post.status is Status.FORMER)

    @cached_property
    def full_titles(self) -> Mapping[tuple[str, str], str]:
        """The first title in more than capitals that somebody has of a kind, by full name and key of the title."""
        titles: dict[tuple[str, str], str] = {}
        for chain in self.posts:
            for post in chain.posts:
                if not post.title.isupper():
                    titles.setdefault((self.name_of(chain), post.key), post.title)
        return titles

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

    def actors_in(self, sentence: Sentence) -> Sequence[Actor]:
        """The actors of one sentence."""
        return self._actors_by_sentence.get(sentence.start, ())

    @cached_property
    def _actors_by_sentence(self) -> Mapping[int, list[Actor]]:
        return self._by_sentence(self.actors)

    def _by_sentence(self, found: Iterable[Placed]) -> Mapping[int, list[Placed]]:
        """What stands in each sentence, by the sentence's first token."""
        there: dict[int, list[Placed]] = {}
        for one in found:
            there.setdefault(self.sentence(one.start).start, []).append(one)
        return there

    @cached_property
    def skipped_before_object(self) -> Set[str]:
        """What may stand between a name and the words that make it an object."""
        return {":", *self.clauses.kin, *self.gazetteer.words.grammar.plural_before}

    def name_of(self, chain: PersonPosts) -> str:
        """The full name of the person of a chain; '' for a given name that fits nobody."""
        return self._names.get(chain.person, "")

    @cached_property
    def _names(self) -> Mapping[tuple[int, int], str]:
        """The full names of persons and of those whom words refer to, by where they stand."""
        by_reference = {(r.start, r.end): r.name for r in reversed(self.references)}
        return {(p.start, p.end): p.name for p in reversed(self.persons) if not p.partial} | by_reference
