"""The administrative places of an article, for units whose own words leave their place out ('UBND tỉnh')."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..text import compare_key
from .plain import PlainDoc
from .records import PersonSpan

LONGEST = 3
"""Syllables of a place's name."""


class NamedPlaces:
    """Every kind word of the text with a name behind it: 'tỉnh Lâm Đồng', 'xã Tân Lập'.

    `persons` are those of the text: in 'Chỉ huy trưởng Bộ CHQS tỉnh Lê Văn Nam' no place is named.
    """

    def __init__(self, doc: PlainDoc, persons: Iterable[PersonSpan]) -> None:
        named = {person.start for person in persons}
        self._by_kind: dict[str, Counter[str]] = {}
        self._kind_words: dict[str, str] = {}
        for start, kind in doc.matches.of("PLACE_KIND").items():
            end = kind.end
            if end < len(doc) and doc[end].is_upper and doc[start].is_upper:
                continue  # a headline in capitals, which do not tell where the name ends
            while end < len(doc) and end - kind.end < LONGEST and doc[end].is_name and end not in named:
                end += 1
            if end > kind.end:
                word, name = doc.text_of(start, kind.end), doc.text_of(kind.end, end)
                word = word.lower() if word[1:].islower() else word  # 'Tỉnh' begins a sentence
                if kind.key not in self._by_kind:
                    self._by_kind[kind.key] = Counter()
                self._by_kind[kind.key][f"{word} {name}"] += 1
                self._kind_words.setdefault(compare_key(name), word)

    def main(self, kind: str) -> str:
        """The place of a kind that the article names most often: 'tỉnh Lâm Đồng' for 'province'; '' for none."""
        names = self._by_kind.get(kind)
        return names.most_common(1)[0][0] if names else ""

    def outweighs(self, kind: str, name: str) -> bool:
        """The article names another place of the kind more often than `name`."""
        names = self._by_kind.get(kind, Counter())
        main = self.main(kind)
        same = f" {compare_key(main)}".endswith(f" {compare_key(name)}")
        return bool(main) and not same and names[main] > names[name]

    def with_kind(self, name: str) -> str:
        """'xã Tân Lập' for 'Tân Lập' where the article says so elsewhere; else the name itself."""
        word = self._kind_words.get(compare_key(name))
        return f"{word} {name}" if word else name
