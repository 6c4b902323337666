"""What the gazetteer holds, entry by entry, and in which line of which file each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..text import compare_key, search_key
from .kinds import KINDS, entry_of, kind_named
from .layers import DataFile, layers_of
from .load import read_kind
from .merging import key_of
from .schema import Entry
from .toml_lines import Path as Place
from .toml_lines import lines_of


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a table, or one list of words.

    Attributes
    ----------
    kind: the file that it stands in, without .toml. table: the table or list in it: 'rank', 'grammar.stop_words'.
    name: what the entry is known by; of a list of words ''.
    forms: its other spellings, or the words.
    about: its other fields.
    where: each place that says something of it, the shipped one first: 'vi/ranks.toml:12'.
    """

    kind: str
    table: str
    name: str
    forms: tuple[str, ...]
    about: dict[str, Any]
    where: tuple[str, ...]


def list_gazetteer(kind: str = "", text: str = "", paths: Sequence[Path] = ()) -> tuple[Listed, ...]:
    """Return what the gazetteer holds of a kind, or of every kind.

    Parameters
    ----------
    kind: the name of a data file without .toml ('ranks'); '' is all.
    text: only entries with these words, accents or not, in a spelling.
    paths: what is laid over the shipped gazetteer, as in `load_gazetteer`.

    Raises UsageError for a kind that there is not, ResourceError for files that are not right.

    Example
    -------
    >>> [found.name for found in list_gazetteer("ranks", "thieu tuong")]
    ['Thiếu tướng']
    """
    layers, sought = layers_of(paths), search_key(text)
    found: list[Listed] = []
    for one in [kind_named(kind)] if kind else KINDS:
        held, faults = read_kind(layers, one)
        if held is None:
            raise faults[0].error()
        sources = [Source(file) for layer in layers if (file := layer.file(one))]
        rows = _rows(one, held, KINDS[one], (), sources)
        found += (row for row in rows if not sought or any(sought in search_key(w) for w in (row.name, *row.forms)))
    return tuple(found)


class Source:
    """One data file with the places of its entries and words."""

    def __init__(self, file: DataFile) -> None:
        self.file = file

    def where(self, place: Place) -> str:
        """'vi/ranks.toml:12'; '' for a place that the file does not have."""
        line = self._lines.get(place)
        return f"{self.file.where}:{line}" if line else ""

    def entry(self, place: Place, entry: Mapping[str, Any], model: type[Entry]) -> str:
        """Where the file has the entry of the same key in the table at `place`."""
        n = self._entries(place, model).get(key_of(entry, model))
        return self.where((*place, n)) if n is not None else ""

    def spelling(
        self,
        place: Place,
        word: str,
        entry: Mapping[str, Any],
        model: type[Entry] | None,
        fields: tuple[str, ...],
    ) -> str:
        """Where the file spells `word` below `place`: there in the entry of the same key if `model` is given.

        Only in these fields of entries, if any are named. The letters alone are compared.
        """
        if model:
            n = self._entries(place, model).get(key_of(entry, model))
            if n is None:
                return ""
            place = (*place, n)
        for found in self._words.get(compare_key(word) or word, ()):
            if found[: len(place)] == place and (not fields or any(step in fields for step in found)):
                return self.where(found)
        return ""

    def _entries(self, place: Place, model: type[Entry]) -> Mapping[Any, int]:
        if place not in self._keys:
            table: Any = self.file.data
            for step in place:
                table = table.get(step, {}) if isinstance(table, Mapping) else {}
            self._keys[place] = {key_of(entry, model): n for n, entry in enumerate(table)}
        return self._keys[place]

    @cached_property
    def _keys(self) -> dict[Place, Mapping[Any, int]]:
        return {}

    @cached_property
    def _lines(self) -> Mapping[Place, int]:
        return lines_of(self.file.text)

    @cached_property
    def _words(self) -> Mapping[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for place, word in _leaves(self.file.data, ()):
            found.setdefault(compare_key(word) or word, []).append(place)
        return found


def _rows(
    kind: str, held: Entry, model: type[Entry], place: tuple[str, ...], sources: Sequence[Source]
) -> Iterator[Listed]:
    """The entries of every table and the words of every list of one model."""
    for field in model.model_fields:
        value, at = getattr(held, field), (*place, field)
        entry = entry_of(model, field)
        if entry:
            yield from (_entry(kind, at, one, entry, sources) for one in value)
        elif isinstance(value, Entry):
            yield from _rows(kind, value, type(value), at, sources)
        elif isinstance(value, Mapping) and any(isinstance(words, tuple) for words in value.values()):
            for name, words in value.items():
                yield _words(kind, (*at, str(name)), words, sources)
        else:
            yield _words(kind, at, value, sources)


def _entry(kind: str, place: Place, entry: Entry, model: type[Entry], sources: Sequence[Source]) -> Listed:
    fields = {name: value for name, value in entry.model_dump(mode="json").items() if value not in ("", [], False)}
    forms = tuple(word for value in fields.values() if isinstance(value, list) for word in value)
    about = {name: value for name, value in fields.items() if name not in model.KEY and not isinstance(value, list)}
    name = ", ".join(str(fields.get(field, "")) for field in model.KEY).removesuffix(", ")
    where = (source.entry(place, entry.model_dump(mode="json"), model) for source in sources)
    return Listed(kind, ".".join(map(str, place)), name, forms, about, tuple(filter(None, where)))


def _words(kind: str, place: Place, held: Any, sources: Sequence[Source]) -> Listed:
    if isinstance(held, Mapping):
        words = [f"{name} = {value}" for name, value in held.items()]
    elif isinstance(held, frozenset):
        words = sorted(held)
    else:
        words = [*map(str, held)] if isinstance(held, tuple) else [str(held)]
    where = (source.where(place) for source in sources)
    return Listed(kind, ".".join(map(str, place)), "", tuple(words), {}, tuple(filter(None, where)))


def _leaves(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Every word of a file with its place: strings, and names that are words themselves ("hôm qua" = 1)."""
    if isinstance(value, Mapping):
        for name, held in value.items():
            if not isinstance(held, Mapping | list):
                yield (*place, name), name
            yield from _leaves(held, (*place, name))
    elif isinstance(value, list):
        for n, held in enumerate(value):
            yield from _leaves(held, (*place, n))
    elif isinstance(value, str):
        yield place, value
