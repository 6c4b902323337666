"""What a search needs of a name, and what it makes of those that answer, wherever the names are kept."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice, takewhile
from typing import NamedTuple

from ..errors import AmbiguousError, NotFoundError, UsageError
from ..model import EntityKind
from ..text import compare_key, search_key
from .asked import asked_words, in_short
from .words import Folding

MOST_CANDIDATES = 50
"""So many are listed where a name is ambiguous."""

MOST_FORGIVEN = 20
"""In longer texts no slip is looked for: no name is so long, and it would take as many searches as there are words."""

Kinds = str | Iterable[str] | None
"""One kind of node, several, or all."""


class Grade(IntEnum):
    """How well a name answers to what was typed, best highest."""

    SLIP = 1
    PARTIAL = 2
    WORDS = 3
    PREFIX = 4
    EXACT = 5


@dataclass(frozen=True, slots=True)
class Row:
    """What the index knows of a node.

    Attributes
    ----------
    extra: words that tell namesakes apart (rank, type, date); they can be searched together with the name.
    weight: breaks ties, highest first; the number of articles.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    extra: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that answers to what was typed.

    Attributes
    ----------
    matched: the name or alias that answered.
    score: the grade, half a point more where the accents are as typed, a quarter more for the canonical name.
    """

    id: str
    kind: EntityKind
    name: str
    extra: str
    matched: str
    grade: Grade
    score: float


class Form(NamedTuple):
    """One way in which a name is found.

    Attributes
    ----------
    text: the name or alias. key: its search key, of a unit with abbreviations also with these spelled out.
    line: the words of the key and those that tell namesakes apart, a blank on either side of each.
    spelled: the words of the compare key, which keeps accents, likewise. is_alias: whether `text` is an alias.
    """

    text: str
    key: str
    line: str
    spelled: str
    is_alias: bool


def forms_of(row: Row, fold: Folding, expand: Callable[[str], str] | None = None) -> Iterator[Form]:
    """Every form of a row, the name first.

    Parameters
    ----------
    fold: one for many rows. expand: spells out abbreviations, as `Gazetteer.expand`.
    """
    extra = fold.key(fold.words(row.extra))
    for alias, text in enumerate((row.name, *row.aliases)):
        for key, spelled in spellings(text, fold, expand if row.kind is EntityKind.UNIT else None):
            yield Form(text, key, f" {key} {extra} ", spelled, alias > 0)


def spellings(text: str, fold: Folding, expand: Callable[[str], str] | None = None) -> list[tuple[str, str]]:
    """The search keys of a name and, for each, its words with accents, a blank on either side of each.

    Parameters
    ----------
    expand: for the name of a unit, what spells out abbreviations: where it does, there are two.
    """
    words = fold.words(text)
    forms = [words]
    if expand and any(map(_is_short, text.split())):
        expanded = fold.words(expand(text))
        forms += [expanded] if expanded != words else []
    spelled = f" {' '.join(words)} "
    return [(fold.key(form), spelled) for form in forms]


def typed_keys(text: str, expand: Callable[[str], str] | None) -> list[str]:
    """The search keys of what was typed, as it is and with abbreviations spelled out. Raises UsageError for none."""
    keys = list(dict.fromkeys([search_key(text), *([search_key(expand(text))] if expand else [])]))
    if not any(keys):
        raise UsageError(f"nothing to search for in {in_short(text)}", do="type a part of a name")
    return keys


def typed_accents(text: str) -> list[str]:
    """The words of what was typed if it has accents, else none."""
    return compare_key(text).split() if compare_key(text) != search_key(text) else []


class Finder(ABC):
    """What finds names, wherever they are.

    Parameters
    ----------
    expand: spells out abbreviations of what is typed, as `Gazetteer.expand`.
    merged: id that nothing has any more -> the id that it has now.
    """

    def __init__(self, expand: Callable[[str], str] | None, merged: Mapping[str, str] | None) -> None:
        self._expand = expand
        self._merged = merged or {}

    def search(self, text: str, kind: Kinds = None, limit: int = 20) -> tuple[Hit, ...]:
        """Nodes that answer to `text`, best first: by score, then weight, then name.

        Parameters
        ----------
        kind: keeps one kind of node, or several.

        Raises UsageError if `text` has no letter or digit, or `kind` is not a kind of node.
        """
        return tuple(islice(self._hits(text, _kinds(kind), limit), limit))

    def find_one(self, text: str, kind: Kinds = None) -> str:
        """The id of the one node that answers to `text`, an id, a former id or a name.

        An exact name wins over parts of names; between parts, one hit only is an answer.
        Raises AmbiguousError with the candidates, or NotFoundError with the nearest names.
        """
        wanted = _kinds(kind)
        text = self._merged.get(text, text)
        known = self._kind_of(text)
        if known and (not wanted or known in wanted):
            return text
        hits = self._hits(text, wanted, MOST_CANDIDATES + 1)
        best = next(hits, None)
        if best is None or best.grade is Grade.SLIP:
            do = f"did you mean {_names([best, *islice(hits, 5)])}?" if best else "search for a part of the name"
            raise NotFoundError(f"no {' or '.join(wanted) or 'node'} answers to {in_short(text)}", do=do)
        rivals = [best, *islice(takewhile(lambda hit: _is_rival(hit, best), hits), MOST_CANDIDATES)]
        if len(rivals) > 1:
            many = f"more than {MOST_CANDIDATES}" if len(rivals) > MOST_CANDIDATES else len(rivals)
            candidates = [(hit.id, hit.name) for hit in rivals[:MOST_CANDIDATES]]
            raise AmbiguousError(f"{many} nodes answer to {in_short(text)}", candidates)
        return best.id

    @abstractmethod
    def _kind_of(self, id: str) -> EntityKind | None:
        """The kind of the node with this id, None where there is none."""

    @abstractmethod
    def _hits(self, text: str, kinds: Collection[str], most: int) -> Iterator[Hit]:
        """Every node of these kinds that answers, once and best first; about so many are asked for."""


def _is_short(word: str) -> bool:
    """True for what may be an abbreviation: 'CHQS', 'TP.HCM'."""
    return len(word) > 1 and word.isupper()


def _is_rival(hit: Hit, best: Hit) -> bool:
    """True if only a person can choose between the two."""
    if best.grade is Grade.EXACT:
        return hit.score == best.score
    spelled = best.score - best.grade >= 0.5
    return hit.grade >= min(best.grade, Grade.WORDS) and (not spelled or hit.score - hit.grade >= 0.5)


def _names(hits: list[Hit], limit: int = 5) -> str:
    shown = [f"{hit.name} ({hit.id})" for hit in hits[:limit]]
    return ", ".join(shown) + (", ..." if len(hits) > limit else "")


def _kinds(kind: Kinds) -> tuple[str, ...]:
    return () if kind is None else asked_words(kind, EntityKind, "kind")
