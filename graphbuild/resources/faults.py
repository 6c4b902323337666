"""What is wrong with a data file, with its line and field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..errors import ResourceError
from .kinds import KINDS, entry_of, part_of
from .layers import DataFile
from .merging import Data, place_above
from .schema import Entry
from .toml_lines import Path, lines_of


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes
    ----------
    file: where the file lies. line: from 1; 0 for the whole file.
    what: the entry, the field, and what was expected.
    sure: False for what only may be meant otherwise, and hinders nothing.
    """

    file: str
    line: int
    what: str
    sure: bool = True

    @property
    def where(self) -> str:
        """'mine/ranks.toml:12'."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def error(self) -> ResourceError:
        """The fault as an error."""
        return ResourceError(self.what, where=self.where, do="mend that line")


def faults_of(error: ValidationError, file: DataFile, whole: Data) -> Iterator[Fault]:
    """Every fault that a model found in `whole`, of which `file` is the layer on top, by its line in that file."""
    model = KINDS[file.kind]
    lines = lines_of(file.text)
    for detail in error.errors():
        path: Path = detail["loc"]
        place = place_above(path, whole, file.data, model)
        line = next((lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in lines), 0)
        rest = path[len(place) :]
        yield Fault(file.where, line, f"{_said(place + rest)}: {expected(detail, model)}")


def line_of(file: DataFile, place: Path) -> int:
    """The line of a value of the file, 0 where it has none."""
    return lines_of(file.text).get(place, 0)


def _said(path: Path) -> str:
    """'unit 3, field source'."""
    parts = [str(part + 1) if isinstance(part, int) else part for part in path]
    entry = len(path) > 1 and isinstance(path[1], int)
    first, rest = (parts[:2], parts[2:]) if entry else ([], parts)
    return ", ".join(filter(None, (" ".join(first), f"field {' '.join(rest)}" if rest else "")))


def expected(detail: ErrorDetails, model: type[Entry]) -> str:
    """What the model says of a fault; of a field that there is not, those that there are."""
    if detail["type"] == "extra_forbidden":
        fields = _fields(detail["loc"][:-1], model)
        near = get_close_matches(str(detail["loc"][-1]), fields, 1)
        return f"there is no such field{f', perhaps {near[0]}' if near else ''}; it takes {', '.join(fields)}"
    given = detail["input"]
    shown = f", not {given!r}" if isinstance(given, str | int | float | bool) and detail["type"] != "missing" else ""
    return f"{detail['msg']}{shown}"


def _fields(path: tuple[int | str, ...], model: type[Entry]) -> list[str]:
    at: type[Entry] = model
    for step in path:
        if isinstance(step, str):
            at = entry_of(at, step) or part_of(at, step) or at
    return [field.alias or name for name, field in at.model_fields.items()]
