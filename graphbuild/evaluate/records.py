"""The facts that are compared, of a gold file or of a prediction; keys that are not counted are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field


@dataclass(frozen=True, slots=True)
class Position:
    """`status` is no part of the measure; where it is wrong the list of misses says so."""

    title: str | None = None
    unit: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    rank: str | None = None
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """Other readings that count as right."""

    type: tuple[str | None, ...] = ()
    date: tuple[str | None, ...] = ()
    organiser: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """`main` and `accept` are those of gold files."""

    name: str
    type: str
    date: str | None = None
    place: str | None = None
    organiser: str | None = None
    main: bool = False
    accept: Accepted = Accepted()


@dataclass(frozen=True, slots=True)
class Relation:
    """`event` is an index into the events of the article."""

    person: str
    event: Annotated[int, Field(strict=True, ge=0)]
    role: str


@dataclass(frozen=True, slots=True)
class UnitRelation:
    type: str
    to: str
    from_: Annotated[str, Field(alias="from")]


@dataclass(frozen=True, slots=True)
class Facts:
    persons: tuple[Person, ...]
    units: tuple[Unit, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    unit_relations: tuple[UnitRelation, ...]
    places: tuple[str, ...]
    byline: str | None = None


NOTHING = Facts((), (), (), (), (), ())
"""The facts of an article without a prediction."""
