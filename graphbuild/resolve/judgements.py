"""What people have decided: which records are one thing and which are not, and what articles say wrongly.

A judgement names *records*, that is (article id, local key) pairs as `Resolution.assigned` has them, and not entities.
Records are what entities are made of: they stay when ids change, when entities are joined or split, when the graph is
built anew in an empty folder, and when articles come. A side of a judgement is a few records of an entity, those that
the judge was shown, so that it still holds when one of their articles is gone. The entity's id at that time stands
beside them for readers of the file; nothing is looked up by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..model import EntityKind
from .articles import Key


class Answer(StrEnum):
    """What was said of two sides; UNSURE joins and parts nothing, but the pair need not be asked about again."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two things that a judgement is about.

    Attributes
    ----------
    records: (article id, local key), at least one. id: the entity's id when it was judged, '' if written by hand.
    """

    records: tuple[Key, ...]
    id: str = ""

    def __str__(self) -> str:
        return self.id or "::".join(self.records[0])


@dataclass(frozen=True, slots=True)
class Signed:
    """Who judged, when (ISO date or time) and why, '' where they do not say; `entry` is its number in the file."""

    who: str = ""
    when: str = ""
    why: str = ""
    entry: int = 0


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """Two things of one kind are the same, are different, or nobody can tell."""

    answer: Answer
    kind: EntityKind
    a: Side
    b: Side
    signed: Signed = Signed()

    def __str__(self) -> str:
        return f"{self.a} {self.answer} {self.b}"


@dataclass(frozen=True, slots=True)
class NotAPerson:
    """`name` is no person's name, whatever articles seem to say; in `document` only, if that is given."""

    name: str
    document: str = ""
    signed: Signed = Signed()

    def __str__(self) -> str:
        return f"{self.name} not a person" + (f" in {self.document}" if self.document else "")


@dataclass(frozen=True, slots=True)
class ParentJudgement:
    """`unit` is part of `parent`, and of no other unit."""

    unit: Side
    parent: Side
    signed: Signed = Signed()

    def __str__(self) -> str:
        return f"{self.unit} parent {self.parent}"


@dataclass(frozen=True, slots=True)
class WrongClaim:
    """The claims of `document` of this kind that have these fields are wrong.

    Claims are told by what they say and not by their number, which changes when articles are read by better rules.

    Attributes
    ----------
    kind: as in `Claim.kind`, 'posting'. says: (field, value as text) pairs; fields that are not named may be anything.
    """

    document: str
    kind: str
    says: tuple[tuple[str, str], ...]
    signed: Signed = Signed()

    def __str__(self) -> str:
        return f"{self.document} wrong {self.kind} " + ", ".join(f"{name}={value}" for name, value in self.says)


Judgement = PairJudgement | NotAPerson | ParentJudgement | WrongClaim


@dataclass(frozen=True, slots=True)
class Judgements:
    """All that was judged, in the order of the file; empty by default.

    >>> Judgements().of_kind(EntityKind.PERSON, Answer.SAME)
    ()
    """

    all: tuple[Judgement, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all)

    def pairs(self) -> tuple[PairJudgement, ...]:
        """Those about two things."""
        return tuple(one for one in self.all if isinstance(one, PairJudgement))

    def of_kind(self, kind: EntityKind, answer: Answer) -> tuple[PairJudgement, ...]:
        """Those about two things of this kind with this answer."""
        return tuple(one for one in self.pairs() if one.kind is kind and one.answer is answer)

    def corrections(self) -> bool:
        """True if some are about what articles say, and not about pairs alone."""
        return len(self.pairs()) < len(self.all)

    def not_persons(self) -> tuple[NotAPerson, ...]:
        """Names that are no persons'."""
        return tuple(one for one in self.all if isinstance(one, NotAPerson))

    def parents(self) -> tuple[ParentJudgement, ...]:
        """Units with the parents that they have."""
        return tuple(one for one in self.all if isinstance(one, ParentJudgement))

    def wrong(self) -> tuple[WrongClaim, ...]:
        """Claims that are wrong."""
        return tuple(one for one in self.all if isinstance(one, WrongClaim))
