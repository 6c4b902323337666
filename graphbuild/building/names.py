"""Finding names in a store without reading all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import ResourceError
from graphbuild.graph import Hit, Row, SearchIndex
from graphbuild.graph.finder import MOST_FORGIVEN, Finder, Grade, forms_of, spellings, typed_accents, typed_keys
from graphbuild.graph.reading import EXTRA
from graphbuild.graph.words import Folding, one_letter_off, pieces_of
from graphbuild.model import EntityKind
from graphbuild.store import NamedRow, Reader
from graphbuild.store.forms import FormRow, Found, Spell, Typed, answering, kind_of, words_like
from graphbuild.store.names import MOST_WORDS, abbreviations, expansions, names_in, names_with
from graphbuild.text import compare_key

if TYPE_CHECKING:
    from graphbuild.resources import Gazetteer

LAID_OVER = "gazetteer_files"
"""Under this name the store remembers what was laid over the gazetteer, as JSON."""


class StoredNames(Finder):
    """The names of a graph as its store has them; it answers as a `SearchIndex` of all of them would."""

    def __init__(
        self, reader: Reader, expand: Callable[[str], str] | None = None, merged: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(expand or expander(reader), reader.merged() if merged is None else merged)
        self._reader = reader

    def _kind_of(self, id: str) -> EntityKind | None:
        # What a shell hands over may hold bytes that are no text, and the store takes text only.
        kind = kind_of(self._reader, id) if id == id.encode("utf-8", "ignore").decode("utf-8") else None
        return EntityKind(kind) if kind else None

    def _hits(self, text: str, kinds: Collection[str], most: int) -> Iterator[Hit]:
        words = {key: list(dict.fromkeys(key.split())) for key in typed_keys(text, self._expand)}
        if any(len(some) > MOST_WORDS for some in words.values()):
            # Few names have the first of so many words, and these are searched.
            found = {row.id: row for some in words.values() for row in names_with(self._reader, pieces_of(some))}
            index = SearchIndex(map(as_row, found.values()), self._expand)
            yield from index.search(text, kinds or None, most)
            return
        given = False
        typed = [Typed(key, some, pieces_of(some)) for key, some in words.items()]
        for hit in self._in_turn(typed, typed_accents(text), kinds, None, most):
            given = True
            yield hit
        if not given:
            yield from self._in_turn(list(self._forgiven(words)), (), kinds, Grade.SLIP, most)

    def _in_turn(
        self, typed: Sequence[Typed], accents: Sequence[str], kinds: Collection[str], grade: Grade | None, most: int
    ) -> Iterator[Hit]:
        """The best form of each name that has what was typed."""
        given: set[str] = set()
        # A name may answer with several forms, of which the best is told.
        limit = 2 * most
        while typed:
            forms = answering(self._reader, typed, accents, kinds, grade, limit)
            for form in forms:
                if form.entity not in given:
                    given.add(form.entity)
                    yield _hit(form)
            if len(forms) < limit:
                return
            limit *= 8

    def _forgiven(self, words: Mapping[str, Sequence[str]]) -> Iterator[Typed]:
        """What to look for if one letter of one typed word were another, missing, or one too many."""
        for key, some in words.items():
            for place, word in enumerate(some if len(some) <= MOST_FORGIVEN else ()):
                if word.isalpha():
                    like = words_like(self._reader, word)
                    if near := [other for other in like if other.isalpha() and one_letter_off(other, word)]:
                        yield Typed(key, (), pieces_of([*some[:place], *some[place + 1 :]]), near)


def _hit(form: Found) -> Hit:
    score = form.grade + 0.5 * form.accents + 0.25 * (not form.is_alias)
    kind, grade = EntityKind(form.kind), Grade(form.grade)
    return Hit(form.entity, kind, form.name, form.extra, form.text, grade, score)


def spelling(reader: Reader) -> tuple[Spell, Callable[[str], str], Mapping[str, str]]:
    """What `put_every_form` needs to know of names."""
    fold, expand = Folding(), expander(reader)
    return (
        lambda text, is_unit: spellings(text, fold, expand if is_unit else None),
        lambda text: fold.key(fold.words(text)),
        {kind.value: attribute for kind, attribute in EXTRA.items()},
    )


def forms_in(reader: Reader, ids: Collection[str]) -> Iterator[FormRow]:
    """Every form of the names of these ids, as the store keeps them."""
    fold, expand = Folding(), expander(reader)
    for name in names_in(reader, ids):
        row = as_row(name)
        for n, form in enumerate(forms_of(row, fold, expand)):
            told = (form.is_alias, form.text, form.key, form.line, form.spelled)
            yield FormRow(row.id, row.kind, row.name, row.extra, row.weight, n, *told)


def as_row(name: NamedRow) -> Row:
    """A name as the index takes it."""
    extra = str(name.attributes.get(EXTRA[name.kind], ""))
    return Row(name.id, name.kind, name.name, name.aliases, extra, name.articles)


def expander(reader: Reader) -> Callable[[str], str]:
    """What `Gazetteer.expand` does, without loading the gazetteer for names that the store knows or that need none."""
    known, short = expansions(reader), abbreviations(reader)

    def expand(name: str) -> str:
        if name in known:
            return known[name]
        key = compare_key(name)
        if short.isdisjoint(key.split()) and "(" not in name:
            return key
        return _gazetteer_of(reader).expand(name)

    return expand


def _gazetteer_of(reader: Reader) -> Gazetteer:
    """The gazetteer that the graph was built with; the shipped one where what was laid over it is gone."""
    from graphbuild.resources import load_gazetteer

    try:
        return load_gazetteer([Path(name) for name in json.loads(reader.meta().get(LAID_OVER, "[]"))])
    except ResourceError:
        return load_gazetteer()
