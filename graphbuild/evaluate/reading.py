"""Gold files and predictions, checked as they are read: an error names the file, the field and what was expected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..errors import ReadError
from .records import Facts

LISTS = ("persons", "units", "events", "relations", "unit_relations", "places")
SHAPE = "write it as graphbuild extract --format jsonl does"

_FACTS = TypeAdapter(Facts)


def read_gold(folder: str | Path) -> dict[str, Facts]:
    """Return the facts of each NAME.json of the folder, by NAME.

    Raises ReadError for a folder without such files, and for a file that is not JSON or lacks a key.
    """
    files = sorted(Path(folder).glob("*.json"))
    if not files:
        raise ReadError("no gold here, expected NAME.json for each article", where=str(folder), do="check the path")
    return {file.stem: check_facts(_read_json(file), str(file)) for file in files}


def read_predictions(file: str | Path) -> Iterator[dict[str, object]]:
    """Yield the predictions of a JSONL file, one a line.

    Raises ReadError naming the line that is not a JSON object.
    """
    for number, line in enumerate(_read_text(Path(file)).splitlines(), 1):
        if line.strip():
            yield _object(line, f"{file}, line {number}")


def check_prediction(facts: Mapping[str, object], where: str) -> Facts:
    """Return a prediction as facts; a list that is not there is an empty one.

    Raises ReadError naming `where` and the field that is not as expected.
    """
    return check_facts({**{name: [] for name in LISTS}, **facts}, where)


def check_facts(facts: Mapping[str, object], where: str) -> Facts:
    """Return facts that have every list. Raises ReadError naming `where` and the field that is not as expected."""
    try:
        checked = _FACTS.validate_python(facts)
    except ValidationError as error:
        raise ReadError(_first(error), where=where, do=SHAPE) from error
    for number, relation in enumerate(checked.relations, 1):
        if relation.event >= len(checked.events):
            raise ReadError(
                f"field relations {number} event: {relation.event} is no index into the {len(checked.events)} events, "
                "counted from 0",
                where=where,
                do=SHAPE,
            )
    return checked


def _read_json(file: Path) -> dict[str, object]:
    return _object(_read_text(file), str(file))


def _read_text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror})", where=str(file), do="check the path") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"is not UTF-8 at byte {error.start}", where=str(file), do="save it as UTF-8") from error


def _object(text: str, where: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise ReadError(f"is not JSON ({error.msg} at {place})", where=where, do=SHAPE) from error
    if not isinstance(value, dict):
        raise ReadError(f"expected a JSON object, not a {type(value).__name__}", where=where, do=SHAPE)
    return value


def _first(error: ValidationError) -> str:
    """The first fault, as 'field persons 3 name: Field required', entries counted from 1."""
    fault = error.errors()[0]
    path = (str(part + 1) if isinstance(part, int) else part for part in fault["loc"])
    return f"{' '.join(('field', *path))}: {fault['msg']}"
