"""The JSON schema of each kind of data file, for an editor that completes and checks while one writes."""

from __future__ import annotations

from typing import Any

from .kinds import KINDS, entry_of, kind_named
from .schema import Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON schema of the file `kind`.toml of a folder that is laid over the gazetteer.

    An entry of such a file needs no more than what it is known by; an entry of a new name needs the other fields too,
    which the description of the entry names.

    Raises UsageError for a kind that there is not.

    Example
    -------
    >>> schema_of("ranks")["$defs"]["Rank"]["required"]
    ['name']
    """
    model = KINDS[kind_named(kind)]
    schema = model.model_json_schema()
    parts: dict[str, dict[str, Any]] = schema.get("$defs", {})
    keys = {entry.__name__: entry for entry in _entries(model)}
    for name, part in parts.items():
        _relax(part, keys.get(name))
    _relax(schema, None)
    return {"$schema": DIALECT, **schema, "title": f"{kind}.toml of a graphbuild gazetteer"}


def _entries(model: type[Entry]) -> list[type[Entry]]:
    return [entry for field in model.model_fields if (entry := entry_of(model, field))]


def _relax(part: dict[str, Any], entry: type[Entry] | None) -> None:
    """Only the key is needed of what may add to something known."""
    needed = part.pop("required", [])
    if entry:
        part["required"] = [field for field in entry.KEY if field in needed]
        more = [field for field in needed if field not in entry.KEY]
        if more:
            part["description"] = f"A new entry needs {', '.join(more)} too."
