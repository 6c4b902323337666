"""Laying the data of one file over that of another: lists grow, single values are replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ..text import compare_key
from .kinds import entry_of, part_of
from .schema import Entry
from .toml_lines import Path

Data = Mapping[str, Any]
"""What a TOML file or table holds."""

Key = tuple[str, ...]
"""The fields by which an entry is known, as compared: case and tone placement do not matter."""


def laid_over(below: Data, above: Data, model: type[Entry] | None) -> dict[str, Any]:
    """Return `below` with what `above` says more or otherwise.

    An entry of a known key adds to the entry of that key; any other is new and stands before those below, so that it
    is the one that is found where two share a spelling. Nothing is checked here: what is of a wrong type replaces what
    was there, and the model finds it.

    >>> laid_over({"a": ["x"], "n": 1}, {"a": ["y"], "n": 2}, None)
    {'a': ['x', 'y'], 'n': 2}
    """
    whole = dict(below)
    for field, value in above.items():
        held, entry = below.get(field), entry_of(model, field)
        if entry and isinstance(value, list):
            whole[field] = _entries(held if isinstance(held, list) else [], value, entry)
        elif isinstance(held, Mapping) and isinstance(value, Mapping):
            whole[field] = laid_over(held, value, part_of(model, field))
        elif isinstance(held, list) and isinstance(value, list):
            whole[field] = [*held, *(item for item in value if item not in held)]
        else:
            whole[field] = value
    return whole


def key_of(entry: Any, model: type[Entry]) -> Key | None:
    """The key of an entry; None where it is none or lacks a field of its key.

    >>> from .schema import Rank
    >>> key_of({"name": "Đại uý"}, Rank) == key_of({"name": "đại úy"}, Rank)
    True
    """
    if not isinstance(entry, Mapping):
        return None
    values = [entry.get(field, default) for field, default in _key_fields(model)]
    if any(value is None or isinstance(value, list | dict) for value in values):
        return None
    return tuple(compare_key(str(value)) or str(value) for value in values)


@cache
def _key_fields(model: type[Entry]) -> tuple[tuple[str, Any], ...]:
    """The fields of the key of a model, each with its default, None where there is none."""
    fields = ((name, model.model_fields[name]) for name in model.KEY)
    return tuple((name, None if field.is_required() else field.default) for name, field in fields)


def place_above(fault: Path, whole: Data, above: Data, model: type[Entry]) -> Path:
    """Where in `above` that stands which is wrong at `fault` in what was laid over: as much of the path as it has."""
    found: list[str | int] = []
    here: Any = whole
    there: Any = above
    part = model
    entry: type[Entry] | None = None
    for step in fault:
        value = _at(here, step)
        if isinstance(step, int):
            place = _same(value, there, entry)
            if place is None:
                break
            found.append(place)
            there, part, entry = there[place], entry or part, None
        else:
            if not isinstance(there, Mapping) or step not in there:
                break
            found.append(step)
            entry, there = entry_of(part, step), there[step]
            part = part_of(part, step) or part
        here = value
    return tuple(found)


def _entries(below: Sequence[Any], above: Sequence[Any], model: type[Entry]) -> list[Any]:
    places = {key_of(entry, model): n for n, entry in enumerate(below)}
    exact = {_as_written(entry, model): n for n, entry in enumerate(below)}  # 'Trưởng ban' and 'Trưởng Ban' are two
    new: list[Any] = []
    known = list(below)
    for entry in above:
        key = key_of(entry, model)
        place = None if key is None else exact.get(_as_written(entry, model), places.get(key))
        if place is None:
            new.append(entry)
        else:
            name = {field: known[place][field] for field in model.KEY if field in known[place]}
            known[place] = {**laid_over(known[place], entry, model), **name}
    return [*new, *known]


def _as_written(entry: Any, model: type[Entry]) -> tuple[str, ...]:
    return tuple(str(entry.get(field)) for field in model.KEY) if isinstance(entry, Mapping) else ()


def _at(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _same(value: Any, items: Any, model: type[Entry] | None) -> int | None:
    """The place in a list of an entry of the same key, or of an equal value."""
    if not isinstance(items, list):
        return None
    key = key_of(value, model) if model else None
    for n, item in enumerate(items):
        if (key is not None and model is not None and key_of(item, model) == key) or item == value:
            return n
    return None
