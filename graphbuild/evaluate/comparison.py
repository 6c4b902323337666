"""Gold and prediction of one article side by side, with what the rows share."""

from __future__ import annotations

from dataclasses import dataclass

from .events import pair_events
from .names import Aliases, alias_table
from .pairing import Pairs
from .records import Facts


@dataclass(frozen=True, slots=True)
class Comparison:
    """The facts as a reader has them and as they were extracted.

    Attributes
    ----------
    aliases: the names of the units of both.
    events: index of a gold event -> index of the predicted one that is meant.
    """

    gold: Facts
    predicted: Facts
    aliases: Aliases
    events: Pairs


def compare(gold: Facts, predicted: Facts) -> Comparison:
    """Put gold and prediction of one article side by side."""
    aliases = alias_table((*gold.units, *predicted.units))
    return Comparison(gold, predicted, aliases, pair_events(gold, predicted))
