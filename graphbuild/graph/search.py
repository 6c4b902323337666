"""Finding nodes by what a person types: without accents, in part, in any order of words, with a slip of one letter.

Works over plain rows, so that a search needs neither networkx nor the whole graph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from heapq import heapify, heappop
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from ..errors import AmbiguousError, NotFoundError, UsageError
from ..model import EntityKind
from ..text import compare_key, search_key
from .asked import asked_words, in_short
from .words import Folding, WordIndex, with_piece

if TYPE_CHECKING:
    import networkx as nx

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


@dataclass(frozen=True, slots=True)
class _Answer:
    form: int
    grade: Grade
    accents: bool


class SearchIndex:
    """An index over rows; build it once and ask often.

    A row is known by its forms, its name and its aliases; of a unit with abbreviations also by what they stand for.

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
        self._rows = sorted(rows, key=lambda row: (-row.weight, row.name, row.id))
        self._ids = {row.id: row for row in self._rows}
        self._expand = expand
        self._merged = merged or {}
        self._fold = Folding()
        # As columns and not as records, for there may be hundreds of thousands.
        self._keys: list[str] = []
        self._lines: list[str] = []
        self._spelled: list[str] = []
        self._texts: list[str] = []
        self._places: list[int] = []
        for number, row in enumerate(self._rows):
            self._add_forms(number, row)
        self._words = WordIndex(self._lines)

    def search(self, text: str, kind: Kinds = None, limit: int = 20) -> tuple[Hit, ...]:
        """Nodes that answer to `text`, best first: by score, then weight, then name.

        Parameters
        ----------
        kind: keeps one kind of node, or several.

        Raises UsageError if `text` has no letter or digit, or `kind` is not a kind of node.
        """
        return tuple(map(self._hit, islice(self._answers(text, _kinds(kind)), limit)))

    def find_one(self, text: str, kind: Kinds = None) -> str:
        """The id of the one node that answers to `text`, an id, a former id or a name.

        An exact name wins over parts of names; between parts, one hit only is an answer.
        Raises AmbiguousError with the candidates, or NotFoundError with the nearest names.
        """
        wanted = _kinds(kind)
        text = self._merged.get(text, text)
        if text in self._ids and (not wanted or self._ids[text].kind in wanted):
            return text
        hits = map(self._hit, self._answers(text, wanted))
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

    def _add_forms(self, number: int, row: Row) -> None:
        """Of each form its key, its line of words with those that tell namesakes apart, and its place among answers."""
        extra = self._fold.key(self._fold.words(row.extra))
        for alias, text in enumerate((row.name, *row.aliases)):
            spelled = self._fold.words(text)
            forms = [spelled]
            if self._expand and row.kind is EntityKind.UNIT and any(map(_is_short, text.split())):
                expanded = self._fold.words(self._expand(text))
                forms += [expanded] if expanded != spelled else []
            for words in forms:
                key = self._fold.key(words)
                self._keys.append(key)
                self._lines.append(f" {key} {extra} ")
                self._spelled.append(f" {' '.join(spelled)} ")
                self._texts.append(text)
                self._places.append(number + len(self._rows) * (alias > 0))

    def _answers(self, text: str, kinds: Collection[str]) -> Iterator[_Answer]:
        """Every row that answers, once and best first; slips only where nothing else answers."""
        keys = list(dict.fromkeys([search_key(text), *([search_key(self._expand(text))] if self._expand else [])]))
        if not any(keys):
            raise UsageError(f"nothing to search for in {in_short(text)}", do="type a part of a name")
        given: set[int] = set()
        spelled = compare_key(text).split() if compare_key(text) != search_key(text) else []
        for grade, forms in self._graded(keys):
            yield from self._in_order(forms, grade, spelled, kinds, given)
        if not given:
            yield from self._in_order(self._forgiven(keys), Grade.SLIP, [], kinds, given)

    def _graded(self, keys: list[str]) -> Iterator[tuple[Grade, list[int]]]:
        """The forms that answer, the best grade first; a form may come again with a lower grade."""
        known = self._keys
        found = [(key, self._words.with_parts(key.split())) for key in keys]
        yield Grade.EXACT, [form for key, forms in found for form in forms if known[form] == key]
        yield Grade.PREFIX, [form for key, forms in found for form in forms if known[form].startswith(key)]
        yield (
            Grade.WORDS,
            [form for key, forms in found for form in self._narrowed(forms, self._lines, key.split(), " ")],
        )
        yield Grade.PARTIAL, [form for _, forms in found for form in forms]

    @staticmethod
    def _narrowed(forms: list[int], lines: list[str], words: Iterable[str], end: str = "") -> list[int]:
        """The forms in whose lines every word begins a word; with a blank for `end`, is one."""
        for word in words:
            forms = with_piece(forms, lines, f" {word}{end}")
        return forms

    def _forgiven(self, keys: list[str]) -> list[int]:
        """Names that would answer if one letter of one typed word were another, missing, or one too many."""
        found: set[int] = set()
        for words in (list(dict.fromkeys(key.split())) for key in keys):
            if len(words) > MOST_FORGIVEN:
                continue
            for place, word in enumerate(words):
                near = self._words.near(word)
                others = self._words.with_parts(words[:place] + words[place + 1 :]) if near else []
                found.update(form for form in others if any(f" {one} " in self._lines[form] for one in near))
        return sorted(found)

    def _in_order(
        self, forms: list[int], grade: Grade, spelled: list[str], kinds: Collection[str], given: set[int]
    ) -> Iterator[_Answer]:
        """The best form of each row that is not yet `given`, and then is; accents first, names before aliases."""
        rows, places, size, count = self._rows, self._places, len(self._rows), len(self._keys)
        with_accents = self._narrowed(forms, self._spelled, spelled) if spelled else []
        for accents, some in ((True, with_accents), (False, forms)):
            # One number for each form, which sorts and leads back to it: fast where a hundred thousand answer.
            queue = [places[form] * count + form for form in some]
            heapify(queue)
            while queue:
                form = heappop(queue) % count
                row = places[form] % size
                if row not in given and (not kinds or rows[row].kind in kinds):
                    given.add(row)
                    yield _Answer(form, grade, accents)

    def _hit(self, answer: _Answer) -> Hit:
        place = self._places[answer.form]
        row = self._rows[place % len(self._rows)]
        score = answer.grade + 0.5 * answer.accents + 0.25 * (place < len(self._rows))
        return Hit(row.id, row.kind, row.name, row.extra, self._texts[answer.form], answer.grade, score)


def search(
    graph: nx.MultiDiGraph[str],
    text: str,
    kind: Kinds = None,
    limit: int = 20,
    expand: Callable[[str], str] | None = None,
) -> tuple[Hit, ...]:
    """Nodes of `graph` that answer to `text`, as `SearchIndex.search`; indexes the graph for this one question."""
    from .reading import rows

    return SearchIndex(rows(graph), expand).search(text, kind, limit)


def find_one(
    graph: nx.MultiDiGraph[str],
    text: str,
    kind: Kinds = None,
    expand: Callable[[str], str] | None = None,
) -> str:
    """The id of the one node of `graph` that answers to `text`, as `SearchIndex.find_one`."""
    from .reading import rows

    return SearchIndex(rows(graph), expand).find_one(text, kind)


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
