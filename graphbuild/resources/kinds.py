"""The files that a gazetteer is made of: one a kind of knowledge, each with the model of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from ..errors import UsageError
from . import schema, word_lists
from .schema import Entry

KINDS: Mapping[str, type[Entry]] = {
    "ranks": schema.RanksFile,
    "titles": schema.TitlesFile,
    "unit_types": schema.UnitTypesFile,
    "known_units": schema.KnownUnitsFile,
    "translations": schema.TranslationsFile,
    "abbreviations": schema.AbbreviationsFile,
    "provinces": schema.ProvincesFile,
    "districts": schema.DistrictsFile,
    "surnames": schema.SurnamesFile,
    "name_parts": schema.NameParts,
    "historical": word_lists.HistoricalFile,
    "event_types": word_lists.EventTypesFile,
    "roles": word_lists.RolesFile,
    "dates": word_lists.DateWords,
    "anniversaries": schema.AnniversariesFile,
    "words": word_lists.Words,
    "clauses": word_lists.Clauses,
    "successions": schema.SuccessionsFile,
    "sole_posts": schema.SolePostsFile,
    "sources": schema.SourcesFile,
}
"""Name of the file, without .toml, -> what it holds."""

UNITS = "known_units"
"""The kind of a single file of one's own."""


def kind_named(name: str) -> str:
    """Return `name` if there is such a kind. Raises UsageError that lists them."""
    if name not in KINDS:
        raise UsageError(f"no kind {name!r} in a gazetteer", do=f"use one of: {', '.join(KINDS)}")
    return name


def entry_of(model: type[Entry] | None, field: str) -> type[Entry] | None:
    """The model of the entries of a table, None where the field holds no table of entries with a key.

    >>> entry_of(schema.RanksFile, "rank").__name__
    'Rank'
    """
    held = _annotation(model, field)
    inner = next(iter(get_args(held)), None)
    return inner if isinstance(inner, type) and issubclass(inner, Entry) and inner.KEY else None


def part_of(model: type[Entry] | None, field: str) -> type[Entry] | None:
    """The model of a table that stands once in its file, as `[grammar]` in words.toml."""
    held = _annotation(model, field)
    return held if isinstance(held, type) and issubclass(held, Entry) else None


def table_of(kind: str) -> str:
    """The one table that a file of this kind consists of ('rank' of ranks.toml); '' where it holds word lists."""
    model = KINDS[kind]
    fields = [*model.model_fields]
    return fields[0] if len(fields) == 1 and entry_of(model, fields[0]) else ""


def _annotation(model: type[Entry] | None, field: str) -> Any:
    info = model.model_fields.get(field) if model else None
    return info.annotation if info else None
