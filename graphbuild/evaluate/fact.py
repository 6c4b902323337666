"""One shape for the facts of all rows, so that those which fail can be compared and explained alike."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import MentionKind


@dataclass(frozen=True, slots=True)
class Name:
    """What a fact is about.

    Attributes
    ----------
    kind: person, unit, event or place.
    number: of an event the index of the gold event; below 0 where no gold event is paired with it.
    """

    kind: MentionKind
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said of `subject`, alone or with `object`; `value` is the role, title, type, rank or date.

    `note` is what the rows do not count: the status of a post, where it is wrong.

    >>> str(Fact(Name(MentionKind.PERSON, "Trần Văn Minh"), Name(MentionKind.UNIT, "Quân khu 6"), "Tư lệnh"))
    'Trần Văn Minh: Tư lệnh, Quân khu 6'
    """

    subject: Name
    object: Name | None = None
    value: str = ""
    note: str = ""

    @property
    def names(self) -> tuple[Name, ...]:
        """The subject, and the object if there is one."""
        return (self.subject, self.object) if self.object else (self.subject,)

    def __str__(self) -> str:
        said = ", ".join(filter(None, (self.value, self.object.text if self.object else "")))
        note = f" ({self.note})" if self.note else ""
        name = self.subject.text or "(no name)"
        return f"{name}: {said}{note}" if said else name


@dataclass(frozen=True, slots=True)
class Tally:
    """What one article adds to a row of the table.

    Attributes
    ----------
    missed, extra: facts of the gold that were not found, and found ones that the gold does not have.
    wrong: (expected, found) for answers that are right or wrong, and for what is wrong beside what the row counts.
    """

    row: str
    true_positives: int
    false_positives: int
    false_negatives: int
    missed: tuple[Fact, ...] = ()
    extra: tuple[Fact, ...] = ()
    wrong: tuple[tuple[Fact, Fact], ...] = ()
