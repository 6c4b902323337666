"""What a question is asked with, checked: dates and words of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ..errors import UsageError
from ..model import EntityKind, PartialDate, Relation
from ..model.dates import ISO

LONGEST = 60
"""So much is repeated of what was typed."""


def asked_date(text: str) -> str:
    """Return the ISO date `text`, a day, a month or a year; '' stays ''.

    Raises UsageError for what is not a date, or is a day that the calendar does not have.

    >>> asked_date("2021-07")
    '2021-07'
    """
    text = text.strip()
    if not text:
        return ""
    try:
        if ISO.fullmatch(text):
            return str(PartialDate.parse(text))
        what = f"not a date: {in_short(text)}"
    except ValueError as error:
        what = str(error)
    raise UsageError(what, do="give the day, month or year as 2021-07-15, 2021-07 or 2021")


def in_short(text: str) -> str:
    """What was typed, between quotes, to be named in a complaint: odd letters escaped, its end cut off if it is long.

    >>> in_short("a" * 100)
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'"
    """
    return repr(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def asked_words(words: str | Iterable[str], allowed: Iterable[StrEnum], what: str) -> tuple[str, ...]:
    """Return `words`, in any case, as words of the vocabulary: in its order and each once.

    Parameters
    ----------
    what: what they are, for the complaint: 'relation'.

    Raises UsageError for a word that is not among `allowed`, and names these.

    >>> from graphbuild.model import Relation
    >>> asked_words(["part_of", "HOLDS"], Relation, "relation")
    ('HOLDS', 'PART_OF')
    """
    known = {word.value.casefold(): word.value for word in allowed}
    asked = {word.casefold() for word in ((words,) if isinstance(words, str) else words)}
    for word in sorted(asked - known.keys()):
        raise UsageError(f"no such {what}: {in_short(word)}", do=f"choose from {', '.join(known.values())}")
    return tuple(value for key, value in known.items() if key in asked)


def kinds_and_relations(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell kinds of node from relations, in any case; a word may hold several with commas between them.

    Raises UsageError for what is neither.

    >>> kinds_and_relations(["person,unit", "holds"])
    (('person', 'unit'), ('HOLDS',))
    """
    asked = [word.strip() for text in words for word in text.split(",") if word.strip()]
    both = asked_words(asked, (*EntityKind, *Relation), "kind or relation")
    kinds = tuple(word for word in both if word in set(EntityKind))
    return kinds, both[len(kinds) :]
