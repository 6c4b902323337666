"""Which names of the gold the prediction has, and why it lacks the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import MentionKind
from .article import Article, Span
from .comparison import Comparison
from .fact import Name
from .names import norm, same_place, same_unit
from .records import Facts
from .result import Cause


@dataclass(frozen=True, slots=True)
class Findings:
    """Gold and prediction of an article, with its text.

    Attributes
    ----------
    predicted: False where there is no prediction for the article at all.
    article: None where only the facts are known.
    """

    both: Comparison
    article: Article | None
    predicted: bool = True

    def same(self, one: Name | None, other: Name | None) -> bool:
        """True if the measure takes the two for one; so are two that are not there."""
        if one is None or other is None:
            return one is other
        if one.kind is MentionKind.EVENT:
            return one.number == other.number
        if one.kind is MentionKind.UNIT:
            return same_unit(one.text, other.text, self.both.aliases)
        if one.kind is MentionKind.PLACE:
            return same_place(one.text, other.text)
        return norm(one.text) == norm(other.text)

    def has(self, name: Name) -> bool:
        """True if the prediction lists a name of the gold."""
        if name.kind is MentionKind.EVENT:
            return name.number in self.both.events
        return any(self.same(name, Name(name.kind, other)) for other in _listed(self.both.predicted, name.kind))

    def cut_differently(self, gold: Name, found: Name) -> bool:
        """True for two names that share words of the text where the found one is none of the gold's own."""
        if any(norm(found.text) == norm(other) for other in _listed(self.both.gold, found.kind)):
            return False
        if _inside(norm(gold.text), norm(found.text)):
            return True
        theirs = list(self.spans(found))
        return any(span.meets(other.start, other.end) for span in self.spans(gold) for other in theirs)

    def why_not_found(self, name: Name) -> Cause:
        """Boundary, missed head, or not claimed where the very words were found and nothing was made of them."""
        spans = list(self.spans(name))
        if self.article is None or not spans:
            found = (Name(name.kind, other) for other in _listed(self.both.predicted, name.kind))
            cut = any(self.cut_differently(name, other) for other in found)
            return Cause.BOUNDARY if cut else Cause.MISSED_HEAD
        near = [(m, span) for span in spans for m in self.article.mentions(span) if m.kind is name.kind]
        if any((m.start, m.end) == (span.start, span.end) for m, span in near):
            return Cause.NOT_CLAIMED
        return Cause.BOUNDARY if near else Cause.MISSED_HEAD

    def first_sentence(self, name: Name) -> str:
        """The first sentence of the article that has the name or another name of the same unit; '' without one."""
        span = min(self.spans(name), key=lambda s: s.start, default=None)
        return self.article.text(self.article.sentence(span)) if self.article and span else ""

    def spans(self, name: Name) -> Iterator[Span]:
        """Where the article has the name or, for a unit of the gold, one of its other names."""
        if self.article is None:
            return
        for key in self.forms(name):
            yield from self.article.spans(key)

    def forms(self, name: Name) -> list[str]:
        """The normal form of the name and those of its aliases in the gold, the name itself first."""
        keys = [norm(name.text)]
        if name.kind is MentionKind.UNIT:
            for unit in self.both.gold.units:
                names = [norm(other) for other in (unit.name, *unit.aliases)]
                keys += names if keys[0] in names else []
        return list(dict.fromkeys(keys))


def _listed(facts: Facts, kind: MentionKind) -> Iterator[str]:
    """Every name of a kind, aliases too."""
    if kind is MentionKind.PERSON:
        yield from (person.name for person in facts.persons)
    elif kind is MentionKind.UNIT:
        yield from (name for unit in facts.units for name in (unit.name, *unit.aliases))
    elif kind is MentionKind.EVENT:
        yield from (event.name for event in facts.events)
    else:
        yield from facts.places


def _inside(one: str, other: str) -> bool:
    """One of the two normal forms holds the other, at borders of syllables."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")
