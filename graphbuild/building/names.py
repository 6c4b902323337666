"""Finding names in a store without reading all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import ResourceError
from graphbuild.graph import Hit, Row, SearchIndex
from graphbuild.graph.reading import EXTRA
from graphbuild.graph.search import Kinds
from graphbuild.store import NamedRow, Reader
from graphbuild.store.names import abbreviations, expansions, names_in, names_with
from graphbuild.text import compare_key, search_key

if TYPE_CHECKING:
    from graphbuild.resources import Gazetteer

LAID_OVER = "gazetteer_files"
"""Under this name the store remembers what was laid over the gazetteer, as JSON."""


class StoredNames:
    """The names of a graph as its store has them; it answers as a `SearchIndex` of all of them would.

    The store is asked which names can answer, and these alone are indexed; all are only where one word was typed and
    none has it.
    """

    def __init__(
        self, reader: Reader, expand: Callable[[str], str] | None = None, merged: Mapping[str, str] | None = None
    ) -> None:
        self._reader = reader
        self._expand = expand or expander(reader)
        self._merged = reader.merged() if merged is None else merged

    def search(self, text: str, kind: Kinds = None, limit: int = 20) -> tuple[Hit, ...]:
        """Nodes that answer to `text`, as `SearchIndex.search`."""
        return self._index(text, kind).search(text, kind, limit)

    def find_one(self, text: str, kind: Kinds = None) -> str:
        """The id of the one node that answers to `text`, as `SearchIndex.find_one`."""
        # What a shell hands over may hold bytes that are no text, and the store takes text only.
        now = self._merged.get(text, text).encode("utf-8", "ignore").decode("utf-8")
        if known := names_in(self._reader, [now]):
            return self._of(known).find_one(now, kind)
        return self._index(text, kind).find_one(text, kind)

    def _index(self, text: str, kind: Kinds) -> SearchIndex:
        typed = list(dict.fromkeys([search_key(text), search_key(self._expand(text))]))
        words = [key.split() for key in typed if key]
        index = self._of(names_with(self._reader, words))
        if not words or index.search(text, kind, 1):
            return index
        # Nothing has all words, so one of them may have a slip.
        alone = any(len(some) == 1 for some in words)
        return self._of(names_in(self._reader) if alone else names_with(self._reader, words, missing=1))

    def _of(self, names: Iterable[NamedRow]) -> SearchIndex:
        return SearchIndex(map(as_row, names), self._expand, self._merged)


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
