"""An answer as tables, each row with the ids of the claims behind it; how it looks is for others to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..model import Quote


class Sourced(Protocol):
    """What has claims behind it, for instance an edge."""

    @property
    def claims(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the ids of the claims behind it."""

    cells: tuple[object, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A table with a title, '' where it is the whole answer."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences under a line that says what they are for."""

    heading: str
    quotes: Sequence[Quote]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question answers.

    Attributes
    ----------
    value: what the library returned, for JSON.
    heading, fields: a line and labelled values above the tables, for a person only.
    nothing: what to tell where there is no row. more: answers that follow.
    passages: sentences that a person reads in place of the tables.
    """

    value: object
    sections: tuple[Section, ...]
    heading: str = ""
    fields: tuple[tuple[str, object], ...] = ()
    nothing: str = ""
    more: tuple[Answer, ...] = ()
    passages: tuple[Passage, ...] = ()

    def each(self) -> Iterator[Answer]:
        """This answer and all that follow, from top to bottom."""
        yield self
        for one in self.more:
            yield from one.each()

    @property
    def is_empty(self) -> bool:
        """True where no table has a row."""
        return not any(section.rows for one in self.each() for section in one.sections)

    def claims(self) -> list[str]:
        """The ids of all claims behind it."""
        return [
            claim for one in self.each() for section in one.sections for row in section.rows for claim in row.claims
        ]


def table(value: object, columns: tuple[str, ...], rows: Iterable[Row], nothing: str = "") -> Answer:
    """An answer that is one table.

    >>> table([3], ("number",), [Row((3,))]).sections[0].columns
    ('number',)
    """
    return Answer(value, (Section(columns, tuple(rows)),), nothing=nothing)


def claims_of(*groups: Iterable[Sourced]) -> tuple[str, ...]:
    """The ids of the claims behind edges."""
    return tuple(claim for links in groups for link in links for claim in link.claims)
