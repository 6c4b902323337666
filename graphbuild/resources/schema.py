"""What each data file must hold: one model a table, checked when the file is read.

The comments at the head of each file in `vi/` say what its fields mean.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..model import PostRole

Scope = Literal["number", "place", "name", "parent"]
ISO_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Taken = Literal["number", "seat", "arm", "topic", "name", "place", "unit"]


class Entry(BaseModel):
    """Unknown fields are refused, so that a slip of the pen in a data file is not passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    KEY: ClassVar[tuple[str, ...]] = ()
    """The fields by which an entry of a table is known, so that another file can add to it."""


class Rank(Entry):
    KEY = ("name",)

    name: str = Field(description="The rank as it is printed: Thiếu tướng.")
    variants: tuple[str, ...] = Field(description="Other spellings of it.")
    order: float = Field(description="Seniority; 14 is Thiếu tướng, equal numbers are equal ranks.")
    english: str = Field(description="Its usual English name.")
    source: str = Field(description="Where this is from: keys of sources.toml, or your own words.")


class UnitType(Entry):
    """A kind of unit. `name` is the head's first spelling and serves as its key."""

    KEY = ("name",)

    name: str = Field(description="The words that a unit's name begins with: Sư đoàn.")
    forms: tuple[str, ...] = Field(description="Other spellings and abbreviations of them.")
    level: int = Field(description="Place in the order of command; higher commands have lower numbers below 10.")
    scope: Scope = Field(description="What tells two units of the kind apart.")
    takes: tuple[Taken, ...] = Field(description="What may follow the head.")
    relative: bool = Field(description="The bare head refers back to a unit named before.")
    commands: bool = Field(default=False, description="An organ that names no parent may be part of such a unit.")
    offices: bool = Field(default=False, description="Like a command, it has offices and departments.")
    of: str = Field(default="", description="The kind of place whose bare name follows the head.")
    digits: int = Field(default=0, description="The longest number that units of the kind have; 0 is any.")
    under: tuple[str, ...] = Field(default=(), description="The only kinds of unit that it can be part of.")
    single: bool = Field(default=False, description="An article has one of the kind at most.")
    houses: tuple[str, ...] = Field(default=(), description="Kinds of unit whose headquarters the head names.")
    english: str = Field(description="Its usual English name.")
    source: str = Field(description="Where this is from.")

    @property
    def key(self) -> str:
        return self.name


class Title(Entry):
    KEY = ("name",)

    name: str = Field(description="The words of the post: Tham mưu trưởng.")
    variants: tuple[str, ...] = Field(description="Other spellings of them.")
    role: PostRole = Field(description="The kind of post.")
    heads: tuple[str, ...] = Field(description="Kinds of unit (unit_types.toml) that have this post; none: any.")
    opens: str = Field(description="The last words of the title if they begin the name of a unit; else ''.")
    alone: bool = Field(default=False, description="The post names its body itself and takes no unit.")
    passing: bool = Field(default=False, description="For one occasion only.")
    collective: bool = Field(default=False, description="Behind 'và' the words mean all who lead.")
    source: str = Field(description="Where this is from.")


class KnownUnit(Entry):
    KEY = ("name",)

    name: str = Field(description="The unit's full name.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names and spellings of it.")
    in_posts: tuple[str, ...] = Field(default=(), description="Forms that name it only right behind a title.")
    parent: str = Field(default="", description="The unit that it is part of, by its full name.")
    valid_from: str = Field(default="", description="Since when it is: a year, month or day in ISO form.")
    valid_to: str = Field(default="", description="Until when it was.")
    source: str = Field(min_length=1, description="Where this is from.")


class Surname(Entry):
    KEY = ("name",)

    name: str
    share: float = Field(description="Percent of the population; 0 where it is only known to exist.")
    common: bool = Field(default=False, description="Written often as another word: a surname only behind a rank.")


class Province(Entry):
    KEY = ("name",)

    name: str = Field(description="The bare name: Lâm Đồng.")
    kind: Literal["tỉnh", "thành phố"]
    variants: tuple[str, ...] = Field(default=(), description="Other ways to write it.")
    new: str = Field(description="The province that it is part of since July 2025.")
    source: str = Field(description="Where this is from.")


class District(Entry):
    KEY = ("kind", "province")

    kind: str = Field(description="The word before the name: huyện, quận.")
    province: str = Field(description="The province that they were in.")
    names: tuple[str, ...] = Field(description="Their bare names.")


class Abbreviation(Entry):
    KEY = ("short",)

    short: str = Field(description="The abbreviation: CHQS.")
    expansion: str = Field(description="The words that it stands for.")
    source: str = Field(description="Where this is from.")


class Anniversary(Entry):
    KEY = ("name",)

    name: str
    day: int = Field(ge=1, le=31)
    month: int = Field(ge=1, le=12)
    year: int = Field(description="The year that is counted from.")
    source: str = Field(description="Where this is from.")


class Source(Entry):
    KEY = ("key",)

    key: str = Field(description="The key that other files name it by.")
    what: str = Field(description="What it is.")
    seen: str = Field(description="How it was seen: opened, quoted.")


class UnitWords(Entry):
    KEY = ("words",)

    words: str = Field(description="Words of another language that a unit's name begins with: Infantry Division.")
    means: str = Field(description="The words that it would have here, the head first: Sư đoàn Bộ binh.")
    source: str = Field(min_length=1, description="Where this is from.")


class TitleWords(Entry):
    KEY = ("words",)

    words: str = Field(description="Words of a post in another language: Commander.")
    means: tuple[str, ...] = Field(min_length=1, description="Titles of titles.toml, the usual one first.")
    source: str = Field(min_length=1, description="Where this is from.")


class TranslationsFile(Entry):
    unit: tuple[UnitWords, ...] = ()
    title: tuple[TitleWords, ...] = ()


class RanksFile(Entry):
    rank: tuple[Rank, ...]


class UnitTypesFile(Entry):
    unit_type: tuple[UnitType, ...]


class TitlesFile(Entry):
    title: tuple[Title, ...]


class KnownUnitsFile(Entry):
    unit: tuple[KnownUnit, ...]


class SurnamesFile(Entry):
    surname: tuple[Surname, ...]


class NameParts(Entry):
    """Shares in percent of men; `rest` is that of a name that is not listed, `none` that of no middle name."""

    none: float
    rest: float
    middle: dict[str, float]
    given: dict[str, float]


class ProvincesFile(Entry):
    province: tuple[Province, ...]


class DistrictsFile(Entry):
    district: tuple[District, ...]


class AbbreviationsFile(Entry):
    abbreviation: tuple[Abbreviation, ...]


class AnniversariesFile(Entry):
    anniversary: tuple[Anniversary, ...]


class SourcesFile(Entry):
    source: tuple[Source, ...]


class UnitSuccession(Entry):
    KEY = ("old", "new")

    old: str
    new: str
    on: str = Field(pattern=ISO_PATTERN)
    formed: bool
    source: str = Field(min_length=1)


class FormerParent(Entry):
    KEY = ("unit", "parent")

    unit: str
    parent: str
    until: str = Field(pattern=ISO_PATTERN)
    source: str = Field(min_length=1)


class GoneKind(Entry):
    KEY = ("kind", "on")

    kind: str
    places: tuple[str, ...]
    on: str = Field(pattern=ISO_PATTERN)
    source: str = Field(min_length=1)


class KindWithProvince(Entry):
    KEY = ("kind",)

    kind: str
    on: str = Field(pattern=ISO_PATTERN)
    source: str = Field(min_length=1)


class ProvinceMerger(Entry):
    on: str = Field(pattern=ISO_PATTERN)
    source: str = Field(min_length=1)


class SuccessionsFile(Entry):
    unit: tuple[UnitSuccession, ...]
    parent: tuple[FormerParent, ...]
    gone: tuple[GoneKind, ...]
    with_province: tuple[KindWithProvince, ...]
    provinces: ProvinceMerger


class SolePostsFile(Entry):
    titles: frozenset[str]
