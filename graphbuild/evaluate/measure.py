"""What the measure takes as equal, from measure.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Measure:
    """Abbreviations spelled out, roles that count as one, and words that are no part of a title."""

    status_words: tuple[str, ...]
    roles: dict[str, str]
    phrases: dict[str, str]
    abbreviations: dict[str, str]


@cache
def load_measure() -> Measure:
    """Load the packaged data, once."""
    data = tomllib.loads(resources.files(__package__).joinpath("measure.toml").read_text("utf-8"))
    return Measure(tuple(data["status_words"]), data["roles"], data["phrases"], data["abbreviations"])
