"""How many men bear a name: surname, middle and given name by their shares in the gazetteer, taken as independent."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..text import compare_key

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        """Share between 0 and 1 of a name as compared; of a single word the share of the given name."""
        if name not in self._known:
            self._known[name] = self._share(name.split())
        return self._known[name]

    def _share(self, words: list[str]) -> float:
        if not words:
            return 1.0
        given = self._given.get(words[-1], self._rest)
        if len(words) == 1:
            return given
        share = self._surnames.get(words[0], self._rest) * given
        if len(words) == 2:
            return share * self._gazetteer.name_parts.none / 100
        for middle in words[1:-1]:
            share *= self._middles.get(middle, self._rest)
        return share

    @cached_property
    def _surnames(self) -> Mapping[str, float]:
        return {compare_key(s.name): max(s.share / 100, self._rest) for s in self._gazetteer.surnames}

    @cached_property
    def _middles(self) -> Mapping[str, float]:
        return {compare_key(name): share / 100 for name, share in self._gazetteer.name_parts.middle.items()}

    @cached_property
    def _given(self) -> Mapping[str, float]:
        return {compare_key(name): share / 100 for name, share in self._gazetteer.name_parts.given.items()}
