"""Writing an entry into a folder of one's own: what stands in the file, comments too, stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from ..errors import ResourceError, UsageError
from .faults import line_of
from .kinds import KINDS, UNITS, entry_of, kind_named, part_of, table_of
from .layers import DataFile, Layer, shipped
from .load import read_kind
from .merging import Data, key_of
from .schema import Entry
from .toml_lines import Path as Place

MEANT = "write FIELD=VALUE, and a list by giving its field again"


@dataclass(frozen=True, slots=True)
class Added:
    """What was written: the file, the line of the entry or list, and whether it adds to something known."""

    path: Path
    line: int
    known: bool


def add_to_gazetteer(to: str | Path, kind: str, fields: Sequence[tuple[str, Any]]) -> Added:
    """Add an entry, or words to a list, to a data file of one's own, and return where it stands.

    Parameters
    ----------
    to: a folder, made where it is missing; or a single file of units.
    kind: the name of the data file without .toml.
    fields: names and values; a name that comes again makes a list. In files of several tables the table comes first:
        'act.role', 'grammar.stop_words'.

    Raises UsageError for a kind or a field that there is not, ResourceError where the file would not be right: it then
    stays as it was.

    Example
    -------
    >>> add_to_gazetteer("mine", "ranks", [("name", "Thiếu tướng"), ("variants", "TTg.")])    # doctest: +SKIP
    Added(path=PosixPath('mine/ranks.toml'), line=3, known=True)
    """
    path = _file(Path(to), kind_named(kind))
    said = _data(kind, fields)
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else _opening(kind)
        written = tomlkit.parse(text)
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise ResourceError(f"is not valid TOML: {error}", where=str(path), do="mend it first") from error
    place = _put(written, said, KINDS[kind])
    file = DataFile(kind, str(path), tomlkit.dumps(written).encode("utf-8"))
    _check(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(file.raw)
    beside.replace(path)
    return Added(path, line_of(file, place), _is_known(kind, said))


def _file(to: Path, kind: str) -> Path:
    if to.suffix != ".toml":
        return to / f"{kind}.toml"
    if kind != UNITS:
        raise UsageError(f"a single file holds {UNITS} alone", where=str(to), do="name a folder")
    return to


def _opening(kind: str) -> str:
    return (
        f"# Laid over {kind}.toml of graphbuild:"
        " an entry of a known name adds to its lists and replaces its fields.\n\n"
    )


def _data(kind: str, fields: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """The fields as the file will have them: one entry of one table, or words of lists."""
    if not fields:
        raise UsageError("nothing to add", do=MEANT)
    table = table_of(kind)
    said: dict[str, Any] = {}
    for name, value in fields:
        steps = name.split(".") if not table or name.startswith(f"{table}.") else [table, name]
        at: dict[str, Any] = said
        model: type[Entry] | None = KINDS[kind]
        held: Any = model
        for n, step in enumerate(steps):
            held, model = _field(held, model, step, f"{kind}.toml")
            if n == len(steps) - 1:
                _set(at, step, value, held, f"{kind}.toml")
            else:
                at = at.setdefault(step, [{}])[0] if model and model.KEY else at.setdefault(step, {})
    return said


def _field(holder: Any, model: type[Entry] | None, step: str, where: str) -> tuple[Any, type[Entry] | None]:
    """The type of a field of `holder`, and the model of its entries or of the table that it is."""
    if get_origin(holder) is dict:
        return get_args(holder)[1], None
    info = model.model_fields.get(step) if model else None
    if info is None:
        known = (
            f"use one of: {', '.join(model.model_fields)}" if model else "leave out what stands behind the first dot"
        )
        raise UsageError(f"there is no field {step!r}", where=where, do=known)
    return info.annotation, entry_of(model, step) or part_of(model, step)


def _set(at: dict[str, Any], field: str, value: Any, kind: Any, where: str) -> None:
    if get_origin(kind) in (tuple, frozenset):
        values = value if isinstance(value, list | tuple) else [value]
        at[field] = [*at.get(field, []), *(v for v in values if v not in at.get(field, []))]
    elif field in at:
        raise UsageError(f"field {field!r} takes one value", where=where, do="give it once")
    elif get_origin(kind) is dict:
        raise UsageError(f"field {field!r} holds several lists", where=where, do=f"write {field}.NAME=VALUE")
    else:
        at[field] = _typed(value, kind)


def _typed(value: Any, kind: Any) -> Any:
    """The value as TOML has it; what is no number or truth stays text, and the model finds it."""
    if not isinstance(value, str) or kind is str:
        return value
    if kind is bool:
        return {"true": True, "false": False}.get(value.lower(), value)
    for number in (int, float):
        if kind is number or (kind is float and number is int):
            try:
                return number(value)
            except ValueError:
                continue
    return value


def _put(written: Any, said: Data, model: type[Entry] | None, above: Place = ()) -> Place:
    """Put what is said into the file; the place of the last of it. `written` is a document or table of tomlkit."""
    place = above
    for field, value in said.items():
        entry, part = entry_of(model, field), part_of(model, field)
        place = (*above, field)
        if entry:
            place = (*place, _put_entry(written, field, value[0], entry))
        elif isinstance(value, dict):
            if field not in written:
                written[field] = tomlkit.table()
            place = _put(written[field], value, part, place)
        elif isinstance(value, list) and isinstance(held := written.get(field), Array):
            _extend(held, value)
        else:
            written[field] = value
    return place


def _put_entry(written: Any, field: str, said: Data, model: type[Entry]) -> int:
    """Add to the file's own entry of the same key, else write a new one behind the others; its place."""
    if field not in written:
        written[field] = tomlkit.aot()
    table = written[field]
    for n, entry in enumerate(table):
        if key_of(entry, model) == key_of(said, model) is not None:
            for name, value in said.items():
                if isinstance(value, list) and isinstance(held := entry.get(name), Array):
                    _extend(held, value)
                elif name not in model.KEY:
                    entry[name] = value
            return n
    new = tomlkit.table() if isinstance(table, AoT) else tomlkit.inline_table()
    for name, value in said.items():
        new[name] = value
    table.append(new)
    return len(table) - 1


def _extend(held: Array, words: Sequence[Any]) -> None:
    for word in words:
        if word not in held:
            held.append(word)


def _check(file: DataFile) -> None:
    """Refuse what the model would."""
    held, faults = read_kind((shipped(), Layer(file.where, (file,))), file.kind)
    if held is None:
        what = "; ".join(fault.what for fault in faults)
        raise ResourceError(f"{what}; nothing was written", where=file.where, do=MEANT)


def _is_known(kind: str, said: Data) -> bool:
    """The shipped gazetteer knows the entry, or has the list."""
    table = table_of(kind) or next(iter(said))
    model = entry_of(KINDS[kind], table)
    file = shipped().file(kind)
    if model is None or file is None:
        return True
    return key_of(said[table][0], model) in {key_of(entry, model) for entry in file.data[table]}
