"""The gazetteer: every data file in one frozen object, with the look-ups that more than one part needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..text import compare_key
from . import schema, word_lists

PARENTHESIS = re.compile(r"\([^()]*\)")
"""A remark inside a name: 'Lực lượng vũ trang (LLVT) tỉnh'."""

AMPERSAND_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)+")
"""An abbreviation written with '&': 'GD&ĐT'."""


@dataclass(frozen=True)
class Gazetteer:
    """The validated data. Build it with `load_gazetteer`.

    `digest` changes whenever the data does; `extra` is what was laid over the shipped data: absolute paths
    and names of packs.
    """

    ranks: tuple[schema.Rank, ...]
    unit_types: tuple[schema.UnitType, ...]
    titles: tuple[schema.Title, ...]
    known_units: tuple[schema.KnownUnit, ...]
    surnames: tuple[schema.Surname, ...]
    name_parts: schema.NameParts
    provinces: tuple[schema.Province, ...]
    successions: schema.SuccessionsFile
    sole_posts: frozenset[str]
    districts: tuple[schema.District, ...]
    translations: schema.TranslationsFile
    abbreviations: tuple[schema.Abbreviation, ...]
    anniversaries: tuple[schema.Anniversary, ...]
    dates: word_lists.DateWords
    historical: tuple[str, ...]
    words: word_lists.Words
    events: word_lists.EventTypesFile
    roles: word_lists.RolesFile
    clauses: word_lists.Clauses
    sources: tuple[schema.Source, ...]
    digest: str
    extra: tuple[str, ...] = ()

    def expand(self, name: str) -> str:
        """The compare key of `name` with abbreviations spelled out and remarks in parentheses dropped.

        >>> load_gazetteer().expand("Ban CHQS quận") == load_gazetteer().expand("Ban Chỉ huy quân sự quận")
        True
        """
        return self._expanded(name)

    @cached_property
    def _expanded(self) -> Callable[[str], str]:
        """Names come again and again."""
        return lru_cache(maxsize=1 << 16)(self._expand)

    def _expand(self, name: str) -> str:
        bare = PARENTHESIS.sub(" ", name) if "(" in name else name
        if "&" in bare:
            bare = AMPERSAND_WORD.sub(lambda m: self._short.get(m.group().casefold(), m.group()), bare)
        key = " ".join(self._short_keys.get(word, word) for word in compare_key(bare).split())
        return self._in_own_words(key) if self.translations.unit else key

    def _in_own_words(self, key: str) -> str:
        """A name in another language as it would be here: 'party committee of division 5' -> 'đảng ủy sư đoàn 5'."""
        own, count = self._foreign.subn(lambda found: self._meanings[found.group()], key)
        return " ".join(self._links.sub(" ", own).split()) if count else key

    def canonical_unit(self, name: str) -> schema.KnownUnit | None:
        """The known unit that `name` names, by its name or an alias; None if it is not known."""
        return self._units_by_key.get(self.expand(name))

    def rank_order(self, rank: str) -> float | None:
        """Seniority of a rank, 14 for Thiếu tướng; equal numbers are equal ranks. None for an unknown word."""
        found = self.rank(rank)
        return found.order if found else None

    def rank(self, name: str) -> schema.Rank | None:
        """The rank of this name or variant spelling."""
        return self._ranks_by_key.get(compare_key(name))

    def unit_type(self, key: str) -> schema.UnitType | None:
        """The kind of unit of this key ('Sư đoàn')."""
        return self._types_by_key.get(key)

    def kind_of(self, name: str) -> schema.UnitType | None:
        """The kind of a unit of this name: the one whose head is the longest beginning of the name.

        >>> load_gazetteer().kind_of("Bộ Tư lệnh 86").key
        'Bộ Tư lệnh'
        """
        words = self.expand(name).split(" ")
        beginnings = (" ".join(words[:count]) for count in range(len(words), 0, -1))
        return next((self._heads[words] for words in beginnings if words in self._heads), None)

    def title(self, words: str) -> schema.Title | None:
        """The title of this name or variant spelling."""
        return self._titles_by_key.get(compare_key(words))

    def meant_title(self, words: str, kind: str = "") -> schema.Title | None:
        """The title that words of another language mean in a unit of this kind; None for words that are no translation.

        >>> load_gazetteer([Path("en")]).meant_title("Commander", "Sư đoàn").name
        'Sư đoàn trưởng'
        """
        meant = self._titles_meant.get(compare_key(words), ())
        return next((title for title in meant if kind in title.heads), meant[0] if meant else None)

    def province(self, name: str) -> schema.Province | None:
        """The province or city of this bare name ('Lâm Đồng'), before or since July 2025."""
        return self._provinces_by_key.get(compare_key(name))

    @cached_property
    def _short(self) -> Mapping[str, str]:
        return {a.short.casefold(): a.expansion for a in self.abbreviations}

    @cached_property
    def _short_keys(self) -> Mapping[str, str]:
        return {compare_key(a.short): compare_key(a.expansion) for a in self.abbreviations}

    @cached_property
    def _meanings(self) -> Mapping[str, str]:
        return {compare_key(one.words): compare_key(one.means) for one in self.translations.unit}

    @cached_property
    def _foreign(self) -> re.Pattern[str]:
        longest_first = sorted(self._meanings, key=lambda words: (-len(words), words))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    @cached_property
    def _links(self) -> re.Pattern[str]:
        """The words between a unit and the one that it is part of: 'of the'."""
        links = sorted(map(compare_key, self.words.grammar.links), key=lambda words: (-len(words), words))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, links))})\b" if links else r"(?!)")

    @cached_property
    def _titles_meant(self) -> Mapping[str, tuple[schema.Title, ...]]:
        by_name = {title.name: title for title in self.titles}
        return {compare_key(one.words): tuple(by_name[name] for name in one.means) for one in self.translations.title}

    @cached_property
    def _units_by_key(self) -> Mapping[str, schema.KnownUnit]:
        table: dict[str, schema.KnownUnit] = {}
        for unit in self.known_units:
            for name in (unit.name, *unit.aliases):
                table.setdefault(self.expand(name), unit)
        return table

    @cached_property
    def _ranks_by_key(self) -> Mapping[str, schema.Rank]:
        return {compare_key(n): r for r in self.ranks for n in (r.name, *r.variants)}

    @cached_property
    def _types_by_key(self) -> Mapping[str, schema.UnitType]:
        return {t.name: t for t in self.unit_types}

    @cached_property
    def _heads(self) -> Mapping[str, schema.UnitType]:
        """The kind of each head; of two kinds with one head the first."""
        forms = ((self.expand(form), kind) for kind in self.unit_types for form in (kind.name, *kind.forms))
        return dict(reversed([*forms]))

    @cached_property
    def _titles_by_key(self) -> Mapping[str, schema.Title]:
        return {compare_key(n): t for t in self.titles for n in (t.name, *t.variants)}

    @cached_property
    def _provinces_by_key(self) -> Mapping[str, schema.Province]:
        return {compare_key(p.name): p for p in self.provinces}
