"""What data files name in each other, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..text import compare_key
from .faults import Fault, line_of
from .kinds import KINDS, entry_of, table_of
from .layers import Layer
from .merging import Key, key_of

Read = Mapping[str, Any]
"""What the layers hold together, by kind: the models of `kinds.KINDS`."""

SPELLED = {
    "ranks": ("name", "variants"),
    "titles": ("name", "variants"),
    "unit_types": ("name", "forms"),
    "known_units": ("name", "aliases"),
    "abbreviations": ("short",),
    "provinces": ("name",),
}
"""Kinds whose entries are found by their words, and the fields that hold these."""


class Crossing(NamedTuple):
    """What is wrong with an entry, or with a value in one of its lists.

    `key` is () for a file without entries; `table` is that of the entry where the file has several.
    """

    kind: str
    key: Key
    what: str
    value: str = ""
    table: str = ""


def refused(read: Read) -> Iterator[Crossing]:
    """What cannot be used: posts in kinds of unit, and posts, that there are not."""
    kinds = {kind.name for kind in read["unit_types"].unit_type}
    for title in read["titles"].title:
        opened = next((kind for kind in sorted(kinds) if title.opens and kind.startswith(title.opens)), title.opens)
        for head in (*title.heads, *([opened] if opened else [])):
            if head not in kinds:
                what = f"title {title.name!r} names an unknown kind of unit {head!r}; use a name from unit_types.toml"
                yield Crossing("titles", (compare_key(title.name),), what, head)
    titles = {title.name for title in read["titles"].title}
    forms = {compare_key(form) for kind in read["unit_types"].unit_type for form in (kind.name, *kind.forms)}
    for words in read["translations"].unit:
        means = compare_key(words.means).split()
        if not any(" ".join(means[:n]) in forms for n in range(1, len(means) + 1)):
            what = f"{words.words!r} means {words.means!r}, which begins with no kind of unit of unit_types.toml"
            yield Crossing("translations", (compare_key(words.words),), what, table="unit")
    for post in read["translations"].title:
        for name in sorted(set(post.means) - titles):
            what = f"{post.words!r} means {name!r}, which is no title of titles.toml"
            yield Crossing("translations", (compare_key(post.words),), what, name, "title")
    for name in sorted(read["sole_posts"].titles - titles):
        yield Crossing("sole_posts", (), f"unknown title {name!r}; use a name from titles.toml", name)


def doubtful(read: Read) -> Iterator[Crossing]:
    """What can be used and is perhaps not meant so."""
    yield from _shared_spellings(read)
    units = {compare_key(name) for unit in read["known_units"].unit for name in (unit.name, *unit.aliases)}
    for unit in read["known_units"].unit:
        if unit.parent and compare_key(unit.parent) not in units:
            what = f"the parent {unit.parent!r} of unit {unit.name!r} is no known unit"
            yield Crossing("known_units", (compare_key(unit.name),), what, unit.parent)
    kinds = {kind.name for kind in read["unit_types"].unit_type}
    for kind in read["unit_types"].unit_type:
        for other in (*kind.under, *kind.houses):
            if other not in kinds:
                what = f"kind of unit {kind.name!r} names another that there is not: {other!r}"
                yield Crossing("unit_types", (compare_key(kind.name),), what, other)
    provinces = {compare_key(province.name) for province in read["provinces"].province}
    for district in read["districts"].district:
        if compare_key(district.province) not in provinces:
            key = (compare_key(district.kind), compare_key(district.province))
            yield Crossing("districts", key, f"province {district.province!r} is not in provinces.toml")


def placed(crossing: Crossing, layers: Sequence[Layer], *, sure: bool) -> Fault:
    """The crossing as a fault, where the layer on top that says it says it."""
    table = crossing.table or table_of(crossing.kind)
    files = [file for layer in reversed(layers) if (file := layer.file(crossing.kind))]
    model = entry_of(KINDS[crossing.kind], table)
    for file in files if model and crossing.key else ():
        for n, entry in enumerate(file.data.get(table, ())):
            if model and key_of(entry, model) == crossing.key and _says(entry, crossing.value):
                return Fault(file.where, line_of(file, (table, n)), crossing.what, sure)
    holding = next((file for file in files if not crossing.key and crossing.value in file.text), files[0])
    return Fault(holding.where, 0, crossing.what, sure)


def _says(entry: Mapping[str, Any], value: str) -> bool:
    """The entry has the value itself, and not only a layer below."""
    values = (item for held in entry.values() for item in (held if isinstance(held, list) else [held]))
    return not value or value in values


def _shared_spellings(read: Read) -> Iterator[Crossing]:
    """One spelling of two entries: only one of them can be found by it."""
    for kind, fields in SPELLED.items():
        table = table_of(kind)
        owners: dict[str, str] = {}
        for entry in reversed(getattr(read[kind], table)):
            name = getattr(entry, fields[0])
            for spelling in _spellings(entry, fields):
                other = owners.setdefault(compare_key(spelling), name)
                if compare_key(other) != compare_key(name):
                    what = f"{spelling!r} is a spelling of {name!r} and of {other!r}"
                    yield from (Crossing(kind, (compare_key(owner),), what) for owner in (name, other))


def _spellings(entry: Any, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        held = getattr(entry, field)
        yield from (held,) if isinstance(held, str) else held
