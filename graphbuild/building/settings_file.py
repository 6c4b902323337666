"""Reading `graphbuild.toml`: validated, with the line of what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from graphbuild.errors import GraphbuildError, ResourceError, UsageError
from graphbuild.resources.faults import expected
from graphbuild.resources.json_schema import DIALECT
from graphbuild.resources.layers import DataFile, kept_name, packs
from graphbuild.resources.schema import Entry
from graphbuild.resources.toml_lines import Path as Place
from graphbuild.resources.toml_lines import lines_of

from .settings import OPTIONS, Settings


class FilterSettings(Entry):
    """Filters by the names of the command line's options."""

    only: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    since: str = Field(default="", alias="from")
    until: str = Field(default="", alias="to")
    confidence: float = Field(default=0, ge=0, le=1)


class SettingsFile(Entry):
    """What the file may hold."""

    name: str = ""
    language: Literal["en", "vi"] = "en"
    gazetteer: tuple[str, ...] = ()
    filters: FilterSettings = FilterSettings()


def read_settings(path: Path) -> Settings:
    """The settings in the file `path`; `settings.load_settings` tells what is raised."""
    try:
        file = DataFile("settings", str(path), path.read_bytes())
    except OSError as error:
        raise ResourceError(f"cannot be read ({error.strerror})", where=str(path), do="check the path") from error
    try:
        held = SettingsFile.model_validate(file.data)
    except ValidationError as error:
        detail = error.errors()[0]
        place: Place = detail["loc"]
        raise _wrong(file, place, f"{' '.join(map(str, place))}: {expected(detail, SettingsFile)}") from error
    settings = Settings(
        held.name,
        held.language,
        tuple(kept_name(path.parent / name) if name not in packs() else name for name in held.gazetteer),
        {name: value for name, value in held.filters.model_dump(by_alias=True).items() if value},
    )
    for n, name in enumerate(settings.gazetteer):
        if name not in packs() and not Path(name).exists():
            raise _wrong(file, ("gazetteer", n), f"gazetteer: there is no {held.gazetteer[n]!r} beside this file")
    _check_filters(file, settings)
    return settings


def settings_schema() -> dict[str, Any]:
    """The JSON schema of `graphbuild.toml`."""
    schema = SettingsFile.model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **schema, "title": "graphbuild.toml, the settings of a collection"}


def _check_filters(file: DataFile, settings: Settings) -> None:
    """Refuse a filter that no question could be asked with, at its own line."""
    for name in (*OPTIONS, "confidence"):
        if name in settings.filters:
            try:
                Settings(filters={name: settings.filters[name]}).only()
            except UsageError as error:
                raise _wrong(file, ("filters", name), f"filters {name}: {error.what}") from error
    try:
        settings.only()
    except UsageError as error:
        raise _wrong(file, ("filters",), f"filters: {error.what}") from error


def _wrong(file: DataFile, place: Place, what: str) -> GraphbuildError:
    lines = lines_of(file.text)
    line = next((lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in lines), 0)
    return ResourceError(what, where=f"{file.where}:{line}" if line else file.where, do="mend that line")
