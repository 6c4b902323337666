"""What sentences are made of: `resources/vi/ner/sentences.toml`, checked when it is read."""

from __future__ import annotations

import tomllib
from importlib import resources

from pydantic import BaseModel, ConfigDict, ValidationError

from ..errors import ResourceError

FILE = "vi/ner/sentences.toml"


class Material(BaseModel):
    """Syllables of invented names, words that are none, and sentences; the file's comments say what each is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    middle_names: tuple[str, ...]
    given_names: tuple[str, ...]
    birth_orders: tuple[str, ...]
    highland_patterns: tuple[str, ...]
    highland_names: tuple[str, ...]
    place_first: tuple[str, ...]
    place_second: tuple[str, ...]
    place_patterns: tuple[str, ...]
    place_highland: tuple[str, ...]
    odd_units: tuple[str, ...]
    other: tuple[str, ...]
    foreign_persons: tuple[str, ...]
    foreign_places: tuple[str, ...]
    streets: tuple[str, ...]
    sentences: tuple[str, ...]
    negatives: tuple[str, ...]


def load_material() -> Material:
    """The packaged material. Raises ResourceError naming the field that does not hold what it should."""
    raw = resources.files("graphbuild.resources").joinpath(*FILE.split("/")).read_text("utf-8")
    try:
        return Material.model_validate(tomllib.loads(raw))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ResourceError(str(error).replace("\n", " "), where=FILE, do="mend that entry") from error
