"""Finding nodes by what a person types: without accents, in part, in any order of words, with a slip of one letter.

Works over plain rows, so that a search needs neither networkx nor the whole graph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop
from typing import TYPE_CHECKING

from ..model import EntityKind
from .finder import MOST_FORGIVEN, Finder, Grade, Hit, Kinds, Row, forms_of, typed_accents, typed_keys
from .words import Folding, WordIndex, with_piece

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class _Answer:
    form: int
    grade: Grade
    accents: bool


class SearchIndex(Finder):
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
        super().__init__(expand, merged)
        self._rows = sorted(rows, key=lambda row: (-row.weight, row.name, row.id))
        self._ids = {row.id: row for row in self._rows}
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

    def _kind_of(self, id: str) -> EntityKind | None:
        return self._ids[id].kind if id in self._ids else None

    def _hits(self, text: str, kinds: Collection[str], most: int) -> Iterator[Hit]:
        return map(self._hit, self._answers(text, kinds))

    def _add_forms(self, number: int, row: Row) -> None:
        """Of each form its columns and its place among answers."""
        for form in forms_of(row, self._fold, self._expand):
            self._keys.append(form.key)
            self._lines.append(form.line)
            self._spelled.append(form.spelled)
            self._texts.append(form.text)
            self._places.append(number + len(self._rows) * form.is_alias)

    def _answers(self, text: str, kinds: Collection[str]) -> Iterator[_Answer]:
        """Every row that answers, once and best first; slips only where nothing else answers."""
        keys = typed_keys(text, self._expand)
        given: set[int] = set()
        spelled = typed_accents(text)
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
