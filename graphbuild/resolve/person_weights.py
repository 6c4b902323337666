"""Weights of evidence for two persons being one, read from person_weights.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log2


@dataclass(frozen=True, slots=True)
class PersonWeights:
    """Weights in bits (log2 of how much likelier the evidence is for one person than for two of one name).

    Attributes
    ----------
    bits: evidence, in words for a reader -> weight; what is not listed weighs nothing.
    population: officers and officials whom newspapers name; times a name's share it says how many bear a name.
    rarest: the most that a rare name weighs, in bits. slip: the share of names that are misspelled.
    join, doubt: from which likelihood on two are joined, and from which they are listed as possibly the same.
    """

    bits: Mapping[str, float]
    population: float
    rarest: float
    slip: float
    join: float
    doubt: float


@cache
def load_person_weights() -> PersonWeights:
    """Load the packaged weights, once."""
    data = tomllib.loads(resources.files(__package__).joinpath("person_weights.toml").read_text("utf-8"))
    bits = {level: log2(m / u) for table in data["evidence"].values() for level, (m, u) in table.items()}
    return PersonWeights(bits, **data["settings"])
