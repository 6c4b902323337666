"""Weights of what speaks for two units or events being one, read from doubt_weights.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class DoubtWeights:
    """Weights in bits by what they weigh, in words for a reader; and the likelihood from which a pair is listed."""

    unit: Mapping[str, float]
    event: Mapping[str, float]
    least: float


@cache
def load_doubt_weights() -> DoubtWeights:
    """Load the packaged weights, once."""
    data = tomllib.loads(resources.files(__package__).joinpath("doubt_weights.toml").read_text("utf-8"))
    return DoubtWeights(**data)
