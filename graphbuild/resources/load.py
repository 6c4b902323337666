"""Reading the data files: each is validated, and an error names the file, the entry and the field."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ..errors import ResourceError
from . import schema, word_lists
from .gazetteer import Gazetteer

Model = TypeVar("Model", bound=BaseModel)


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """Load the packaged gazetteer, with the units of `extra` files put before the packaged ones.

    Parameters
    ----------
    extra: TOML files of the shape of `vi/known_units.toml`: `[[unit]]` with name, aliases, parent, source.

    Raises ResourceError naming file, entry and field where a file does not hold what it should.

    Example
    -------
    >>> load_gazetteer().rank_order("Thiếu tướng")
    14.0
    """
    return _load(tuple(Path(p) for p in extra))


@lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...]) -> Gazetteer:
    data = _Packaged()
    own = [_parse(schema.KnownUnitsFile, str(path), _read(path)) for path in extra]
    known = data.read("known_units", schema.KnownUnitsFile)
    for path in extra:
        data.hash.update(path.read_bytes())
    unit_types = data.read("unit_types", schema.UnitTypesFile).unit_type
    titles = data.read("titles", schema.TitlesFile).title
    _check_heads(titles, {t.name for t in unit_types})
    return Gazetteer(
        ranks=data.read("ranks", schema.RanksFile).rank,
        unit_types=unit_types,
        titles=titles,
        known_units=tuple(u for file in (*own, known) for u in file.unit),
        surnames=data.read("surnames", schema.SurnamesFile).surname,
        name_parts=data.read("name_parts", schema.NameParts),
        provinces=data.read("provinces", schema.ProvincesFile).province,
        successions=data.read("successions", schema.SuccessionsFile),
        sole_posts=_check_titles(data.read("sole_posts", schema.SolePostsFile).titles, titles),
        districts=data.read("districts", schema.DistrictsFile).district,
        abbreviations=data.read("abbreviations", schema.AbbreviationsFile).abbreviation,
        anniversaries=data.read("anniversaries", schema.AnniversariesFile).anniversary,
        dates=data.read("dates", word_lists.DateWords),
        historical=data.read("historical", word_lists.HistoricalFile).names,
        words=data.read("words", word_lists.Words),
        events=data.read("event_types", word_lists.EventTypesFile),
        roles=data.read("roles", word_lists.RolesFile),
        clauses=data.read("clauses", word_lists.Clauses),
        sources=data.read("sources", schema.SourcesFile).source,
        digest=data.hash.hexdigest(),
        extra=tuple(str(path) for path in extra),
    )


class _Packaged:
    """Reads the packaged files and hashes what it read."""

    def __init__(self) -> None:
        self.hash = hashlib.sha256()

    def read(self, name: str, model: type[Model]) -> Model:
        raw = resources.files(__package__).joinpath("vi", f"{name}.toml").read_bytes()
        self.hash.update(raw)
        return _parse(model, f"vi/{name}.toml", raw)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(f"cannot be read ({error.strerror})", where=str(path), do="check the path") from error


def _parse(model: type[Model], where: str, raw: bytes) -> Model:
    try:
        return model.model_validate(tomllib.loads(raw.decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"is not valid TOML: {error}", where=where, do="mend that line") from error
    except ValidationError as error:
        raise ResourceError(_first(error), where=where, do="mend that entry") from error


def _first(error: ValidationError) -> str:
    """The first fault, as 'unit 3, field source: Field required'."""
    fault = error.errors()[0]
    path = [str(part + 1) if isinstance(part, int) else part for part in fault["loc"]]
    place = " ".join(path[:2]) + (f", field {' '.join(path[2:])}" if path[2:] else "")
    return f"{place}: {fault['msg']}"


def _check_heads(titles: Iterable[schema.Title], kinds: set[str]) -> None:
    for title in titles:
        opened = next((kind for kind in sorted(kinds) if title.opens and kind.startswith(title.opens)), title.opens)
        for head in (*title.heads, *([opened] if opened else [])):
            if head not in kinds:
                raise ResourceError(
                    f"title {title.name!r} names an unknown kind of unit {head!r}",
                    where="vi/titles.toml",
                    do="use a name from vi/unit_types.toml",
                )


def _check_titles(names: frozenset[str], titles: Iterable[schema.Title]) -> frozenset[str]:
    unknown = names - {title.name for title in titles}
    if unknown:
        raise ResourceError(
            f"unknown titles: {', '.join(sorted(unknown))}",
            where="vi/sole_posts.toml",
            do="use names from vi/titles.toml",
        )
    return names
