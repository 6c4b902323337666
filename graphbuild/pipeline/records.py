"""What the components put on a spaCy Doc, as `doc._.NAME`: frozen records that count tokens, ends exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from ..model import EventType, PostRole, Status

EXTENSIONS = (
    "matches",
    "dates",
    "units",
    "persons",
    "items",
    "posts",
    "places",
    "events",
    "references",
    "unit_names",
    "document",
    "plain",
)


class Match(NamedTuple):
    """A phrase of the gazetteer in the text. `label` is the list it stands in, `key` the entry.

    Two words of three begin one: a tuple is made several times faster than a dataclass.
    """

    start: int
    end: int
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as written; 0 for a part that is not. Of a span of days the first.

    Attributes
    ----------
    years: a run of years ('2019 - 2024').
    days_ago, years_ago: counted back from the day of publishing ('hôm qua', 'năm nay'), or None.
    lunar: day and month are of the lunar calendar ('mùng Một Tết').
    saved: what a saved page's header says of its publishing ('date 2023-04').
    cycle: the year's number in the sexagenary cycle ('Ất Tỵ' is 42), or 0.
    """

    start: int
    end: int
    day: int = 0
    month: int = 0
    year: int = 0
    years: bool = False
    days_ago: int | None = None
    years_ago: int | None = None
    lunar: bool = False
    cycle: int = 0
    saved: bool = False


@dataclass(frozen=True, slots=True)
class SharedName:
    """The name of a unit whose words stand apart in a list: 'Ban CHQS' and 'xã Tân Lập', 'Tiểu đoàn' and '2'."""

    head: str
    own: str

    @property
    def text(self) -> str:
        """The name as it would stand alone."""
        return f"{self.head} {self.own}"


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit's name, or words that refer back to one.

    Attributes
    ----------
    type: key of the kind of unit; '' for a closed name such as 'Quốc hội'.
    own_end: where the unit's own words end and the glued parent or place begins.
    identified: True if number, name or topic within the own words tell which unit it is.
    parent: (start, end) of the unit glued on behind, or None.
    place: (start, end) of the place glued on behind, kind word included, or None.
    relative: True if the words need the article to say which unit ('Bộ Tư lệnh', 'UBND tỉnh').
    nested: True if it stands inside a longer unit's name.
    known: canonical name in the gazetteer, or ''.
    shared: the name spelled out where a list shares its head or its place; else None.
    """

    start: int
    end: int
    type: str
    own_end: int
    identified: bool
    parent: tuple[int, int] | None
    place: tuple[int, int] | None
    relative: bool
    nested: bool
    known: str
    rule: str
    shared: SharedName | None = None


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A person's name. `partial`: only the given name stands there ('đồng chí Hùng')."""

    start: int
    end: int
    name: str
    partial: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Post:
    """A title beside a person, with the unit beside it (start, end) if there is one; `key` is the gazetteer's title."""

    start: int
    end: int
    title: str
    key: str
    role: PostRole
    status: Status
    unit: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class PersonPosts:
    """A person in one place of the text with what stands around the name.

    Attributes
    ----------
    person: (start, end) of the name, or of the words that stand for it.
    start, end: the whole chain, titles and rank included.
    rank: the rank before the name, canonical; '' where there is none.
    promoted: the rank is the one that a promotion gives.
    decided: the sentence tells of a decision about the person: an appointment, a promotion, a retirement.
    """

    person: tuple[int, int]
    start: int
    end: int
    rank: str
    posts: tuple[Post, ...]
    decided: bool = False
    promoted: bool = False


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place with its kind word. `type`: province, city, district, commune, hamlet, country, site, street, venue."""

    start: int
    end: int
    type: str
    rule: str


@dataclass(frozen=True, slots=True)
class EventSpan:
    """An event's name, or words that refer to one ('Hội nghị'; then `reference` is True)."""

    start: int
    end: int
    type: EventType
    reference: bool
    rule: str


@dataclass(frozen=True, slots=True)
class PersonReference:
    """Words that stand for a person named elsewhere: 'đồng chí Tư lệnh', 'Thiếu tướng Toản'. `name` is whom."""

    start: int
    end: int
    name: str
    rule: str


def register_extensions() -> None:
    """Declare `doc._.NAME` for every record above; calling it again changes nothing."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
