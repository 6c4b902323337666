"""Finding nodes by what a person types: without accents, in part, in any order of words, with a slip of one letter.

Works over plain rows, so that a search needs neither networkx nor the whole graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from heapq import nsmallest
from typing import TYPE_CHECKING

from ..errors import AmbiguousError, NotFoundError, UsageError
from ..model import EntityKind
from ..text import compare_key, search_key

if TYPE_CHECKING:
    import networkx as nx

INNER = 3
"""From this many letters on, a typed word may also be the middle of a word: '%hai%'; shorter ones only its start."""


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


@dataclass(slots=True)
class _Form:
    """One name of a row, folded; `line` is the key and the row's extra words with a blank on either side of each.

    Not frozen only because twenty thousand frozen ones take twice as long to make.
    """

    row: int
    text: str
    key: str
    line: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    form: int
    grade: Grade
    score: float


class SearchIndex:
    """An index over rows; build it once and ask often.

    Parameters
    ----------
    rows: the nodes, in any order.
    expand: spells out abbreviations, as `Gazetteer.expand`; what is typed and the units' names go through it.
    merged: id that no row has any more -> the id that its node has now.

    >>> rows = [Row("person/bui-hai-son", EntityKind.PERSON, "Bùi Hải Sơn")]
    >>> [hit.id for hit in SearchIndex(rows).search("son bui")]
    ['person/bui-hai-son']
    """

    def __init__(
        self,
        rows: Iterable[Row],
        expand: Callable[[str], str] | None = None,
        merged: Mapping[str, str] | None = None,
    ) -> None:
        self._rows = sorted(rows, key=lambda row: row.id)
        self._ids = {row.id: row for row in self._rows}
        self._expand = expand
        self._merged = merged or {}
        self._folded: dict[str, str] = {}
        self._forms = [form for number, row in enumerate(self._rows) for form in self._forms_of(number, row)]
        self._lines = [form.line for form in self._forms]

    def search(self, text: str, kind: EntityKind | str | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """Nodes that answer to `text`, best first: by score, then weight, then name.

        Raises UsageError if `text` has no letter or digit, or `kind` is not a kind of node.
        """
        wanted = _kind(kind)
        keys = self._keys(text)
        if not any(keys):
            raise UsageError(f"nothing to search for in {text!r}", do="type a part of a name")
        best: dict[int, _Answer] = {}
        for key in keys:
            self._answer(key, text, wanted, best)
        if not best:
            self._forgive(keys, wanted, best)
        return tuple(self._hit(answer) for answer in nsmallest(limit, best.values(), key=self._order))

    def find_one(self, text: str, kind: EntityKind | str | None = None) -> str:
        """The id of the one node that answers to `text`, an id, a former id or a name.

        An exact name wins over parts of names; between parts, one hit only is an answer.
        Raises AmbiguousError with the candidates, or NotFoundError with the nearest names.
        """
        wanted = _kind(kind)
        text = self._merged.get(text, text)
        if text in self._ids and wanted in (None, self._ids[text].kind):
            return text
        hits = self.search(text, wanted, limit=len(self._rows))
        if not hits or hits[0].grade is Grade.SLIP:
            raise NotFoundError(f"no {wanted or 'node'} answers to {text!r}", do=_nearest(hits))
        rivals = _rivals(hits)
        if len(rivals) > 1:
            raise AmbiguousError(f"{len(rivals)} nodes answer to {text!r}", [(hit.id, hit.name) for hit in rivals])
        return hits[0].id

    def _forms_of(self, number: int, row: Row) -> Iterator[_Form]:
        extra = self._fold(row.extra)
        for place, text in enumerate((row.name, *row.aliases)):
            keys = [self._fold(text)]
            if self._expand and row.kind is EntityKind.UNIT and any(map(_is_short, text.split())):
                keys.append(search_key(self._expand(text)))
            for key in dict.fromkeys(keys):
                yield _Form(number, text, key, f" {key} {extra} ", place == 0)

    def _fold(self, text: str) -> str:
        """The search key, made word by word: names are many, their syllables few."""
        folded = self._folded
        words = text.split()
        for word in words:
            if word not in folded:
                folded[word] = search_key(word)
        return " ".join(folded[word] for word in words if folded[word])

    def _keys(self, text: str) -> list[str]:
        keys = [search_key(text)]
        if self._expand:
            keys.append(search_key(self._expand(text)))
        return list(dict.fromkeys(keys))

    def _answer(self, key: str, typed: str, kind: EntityKind | None, best: dict[int, _Answer]) -> None:
        """Put every row that answers to `key` into `best`, unless it answers better already."""
        words = key.split()
        spelled = compare_key(typed)
        has_accents = spelled != search_key(typed)
        for number in self._with_all(words):
            form = self._forms[number]
            if kind in (None, self._rows[form.row].kind):
                grade = _grade(form, key, words)
                accents = has_accents and spelled in compare_key(form.text)
                self._keep(_Answer(number, grade, grade + 0.5 * accents + 0.25 * form.is_name), best)

    def _keep(self, answer: _Answer, best: dict[int, _Answer]) -> None:
        row = self._forms[answer.form].row
        known = best.get(row)
        if known is None or (answer.score, -answer.form) > (known.score, -known.form):
            best[row] = answer

    def _with_all(self, words: list[str]) -> Sequence[int]:
        """Forms in which every typed word is a word, the start of one, or, if long enough, the middle of one."""
        found: Sequence[int] = range(len(self._lines))
        for word in words:
            part = word if len(word) >= INNER else f" {word}"
            found = [number for number in found if part in self._lines[number]]
        return found

    def _forgive(self, keys: list[str], kind: EntityKind | None, best: dict[int, _Answer]) -> None:
        """Names that would answer if one letter of one typed word were another, missing, or one too many.

        Digits are never forgiven: 'Sư đoàn 941' is no slip for 'Sư đoàn 942'.
        """
        vocabulary = {word for line in self._lines for word in line.split() if word.isalpha()}
        for words in (key.split() for key in keys):
            for place, word in enumerate(words):
                near = {other for other in vocabulary if word.isalpha() and _one_letter_off(other, word)}
                for number in self._with_all(words[:place] + words[place + 1 :]) if near else ():
                    form = self._forms[number]
                    if kind in (None, self._rows[form.row].kind) and not near.isdisjoint(form.line.split()):
                        self._keep(_Answer(number, Grade.SLIP, Grade.SLIP + 0.25 * form.is_name), best)

    def _hit(self, answer: _Answer) -> Hit:
        form = self._forms[answer.form]
        row = self._rows[form.row]
        return Hit(row.id, row.kind, row.name, row.extra, form.text, answer.grade, answer.score)

    def _order(self, answer: _Answer) -> tuple[float, int, str, str]:
        row = self._rows[self._forms[answer.form].row]
        return (-answer.score, -row.weight, row.name, row.id)


def search(
    graph: nx.MultiDiGraph[str],
    text: str,
    kind: EntityKind | str | None = None,
    limit: int = 20,
    expand: Callable[[str], str] | None = None,
) -> tuple[Hit, ...]:
    """Nodes of `graph` that answer to `text`, as `SearchIndex.search`; indexes the graph for this one question."""
    from .reading import rows

    return SearchIndex(rows(graph), expand).search(text, kind, limit)


def find_one(
    graph: nx.MultiDiGraph[str],
    text: str,
    kind: EntityKind | str | None = None,
    expand: Callable[[str], str] | None = None,
) -> str:
    """The id of the one node of `graph` that answers to `text`, as `SearchIndex.find_one`."""
    from .reading import rows

    return SearchIndex(rows(graph), expand).find_one(text, kind)


def _grade(form: _Form, key: str, words: list[str]) -> Grade:
    if form.key == key:
        return Grade.EXACT
    if form.key.startswith(key):
        return Grade.PREFIX
    return Grade.WORDS if all(f" {word} " in form.line for word in words) else Grade.PARTIAL


def _is_short(word: str) -> bool:
    """True for what may be an abbreviation: 'CHQS', 'TP.HCM'."""
    return len(word) > 1 and word.isupper()


def _one_letter_off(a: str, b: str) -> bool:
    longest = max(len(a), len(b))
    if longest < 3 or abs(len(a) - len(b)) > 1 or len(set(a) ^ set(b)) > 2:
        return False
    return SequenceMatcher(None, a, b).ratio() >= (longest - 1) / longest


def _rivals(hits: tuple[Hit, ...]) -> list[Hit]:
    """The hits between which only a person can choose."""
    best = hits[0]
    if best.grade is Grade.EXACT:
        return [hit for hit in hits if hit.score == best.score]
    spelled = best.score - best.grade >= 0.5
    least = min(best.grade, Grade.WORDS)
    return [hit for hit in hits if hit.grade >= least and (not spelled or hit.score - hit.grade >= 0.5)]


def _nearest(hits: tuple[Hit, ...]) -> str:
    return f"did you mean {_names(list(hits))}?" if hits else "search for a part of the name"


def _names(hits: list[Hit], limit: int = 5) -> str:
    shown = [f"{hit.name} ({hit.id})" for hit in hits[:limit]]
    return ", ".join(shown) + (", ..." if len(hits) > limit else "")


def _kind(kind: EntityKind | str | None) -> EntityKind | None:
    if kind is None:
        return None
    try:
        return EntityKind(kind)
    except ValueError:
        raise UsageError(f"no such kind: {kind!r}", do=f"choose from {', '.join(EntityKind)}") from None
