"""How many men bear a name: surname, middle and given name by their shares in the gazetteer, taken as independent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..text import compare_key, search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..resources import Gazetteer


class NameShares:
    """The share of men that bear a name; worked out once a name.

    >>> from graphbuild.resources import load_gazetteer
    >>> shares = NameShares(load_gazetteer())
    >>> shares.of(compare_key("Nguyễn Văn Hùng")) > 1000 * shares.of(compare_key("Lò Văn Thắm"))
    True
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._rest = gazetteer.name_parts.rest / 100
        self._known: dict[str, float] = {}

    def of(self, name: str) -> float:
        """Share between 0 and 1 of a name as compared; of a single word the share of the given name.

        Of a name that has lost its accents the share of all names of these letters.
        """
        if name not in self._known:
            self._known[name] = self._share(name.split(), self._plain if self.lacks_accents(name) else self._accented)
        return self._known[name]

    def lacks_accents(self, name: str) -> bool:
        """True for a name in plain letters of which a word is a name only with accents: 'nguyen van hung'."""
        if not name.isascii():
            return False
        words = name.split()
        tables = [self._accented.surnames, *[self._accented.middles] * (len(words) - 2), self._accented.given]
        plain = [self._plain.surnames, *[self._plain.middles] * (len(words) - 2), self._plain.given]
        placed = zip(words, tables[-len(words) :], plain[-len(words) :], strict=True)
        return any(word in without and word not in listed for word, listed, without in placed)

    def _share(self, words: list[str], tables: _Tables) -> float:
        if not words:
            return 1.0
        given = tables.given.get(words[-1], self._rest)
        if len(words) == 1:
            return given
        share = tables.surnames.get(words[0], self._rest) * given
        if len(words) == 2:
            return share * self._gazetteer.name_parts.none / 100
        for middle in words[1:-1]:
            share *= tables.middles.get(middle, self._rest)
        return share

    @cached_property
    def _accented(self) -> _Tables:
        parts = self._gazetteer.name_parts
        letters = {search_key(s.name) for s in self._gazetteer.surnames if s.share or not s.name.isascii()}
        surnames = {
            s.name: s.share
            for s in self._gazetteer.surnames
            # 'Nguyen' of the English pack is Nguyễn without its accents and no surname of its own.
            if s.share or not s.name.isascii() or search_key(s.name) not in letters
        }
        return _Tables(*(self._table(names, compare_key) for names in (surnames, parts.middle, parts.given)))

    @cached_property
    def _plain(self) -> _Tables:
        """The same by letters alone: the shares of names that are then alike added up."""
        parts = self._gazetteer.name_parts
        surnames = {s.name: s.share for s in self._gazetteer.surnames}
        return _Tables(*(self._table(names, search_key) for names in (surnames, parts.middle, parts.given)))

    def _table(self, shares: Mapping[str, float], key: Callable[[str], str]) -> Mapping[str, float]:
        table: defaultdict[str, float] = defaultdict(float)
        for name, share in shares.items():
            table[key(name)] += share / 100
        return {name: max(share, self._rest) for name, share in table.items()}


@dataclass(frozen=True, slots=True)
class _Tables:
    """Shares by surname, middle name and given name."""

    surnames: Mapping[str, float]
    middles: Mapping[str, float]
    given: Mapping[str, float]
