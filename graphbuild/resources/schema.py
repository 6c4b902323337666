"""What each data file must hold: one model a table, checked when the file is read.

The comments at the head of each file in `vi/` say what its fields mean.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ..model import PostRole

Scope = Literal["number", "place", "name", "parent"]
ISO_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Taken = Literal["number", "seat", "arm", "topic", "name", "place", "unit"]


class Entry(BaseModel):
    """Unknown fields are refused, so that a slip of the pen in a data file is not passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Rank(Entry):
    name: str
    variants: tuple[str, ...]
    order: float
    english: str
    source: str


class UnitType(Entry):
    """A kind of unit. `name` is the head's first spelling and serves as its key."""

    name: str
    forms: tuple[str, ...]
    level: int
    scope: Scope
    takes: tuple[Taken, ...]
    relative: bool
    commands: bool = False
    offices: bool = False
    of: str = ""
    digits: int = 0
    under: tuple[str, ...] = ()
    single: bool = False
    houses: tuple[str, ...] = ()
    english: str
    source: str

    @property
    def key(self) -> str:
        return self.name


class Title(Entry):
    name: str
    variants: tuple[str, ...]
    role: PostRole
    heads: tuple[str, ...]
    opens: str
    alone: bool = False
    passing: bool = False
    collective: bool = False
    source: str


class KnownUnit(Entry):
    name: str
    aliases: tuple[str, ...] = ()
    in_posts: tuple[str, ...] = ()
    parent: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source: str = Field(min_length=1)


class Surname(Entry):
    name: str
    share: float
    common: bool = False


class Province(Entry):
    name: str
    kind: Literal["tỉnh", "thành phố"]
    variants: tuple[str, ...] = ()
    new: str
    source: str


class District(Entry):
    kind: str
    province: str
    names: tuple[str, ...]


class Abbreviation(Entry):
    short: str
    expansion: str
    source: str


class Anniversary(Entry):
    name: str
    day: int
    month: int
    year: int
    source: str


class Source(Entry):
    key: str
    what: str
    seen: str


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
    old: str
    new: str
    on: str = Field(pattern=ISO_PATTERN)
    formed: bool
    source: str = Field(min_length=1)


class FormerParent(Entry):
    unit: str
    parent: str
    until: str = Field(pattern=ISO_PATTERN)
    source: str = Field(min_length=1)


class GoneKind(Entry):
    kind: str
    places: tuple[str, ...]
    on: str = Field(pattern=ISO_PATTERN)
    source: str = Field(min_length=1)


class KindWithProvince(Entry):
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
