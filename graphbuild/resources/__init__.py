"""The gazetteer as validated data: `vi/*.toml` and what reads them."""

from .gazetteer import Gazetteer
from .load import load_gazetteer
from .schema import KnownUnit, Rank, Title, UnitType

__all__ = ["Gazetteer", "KnownUnit", "Rank", "Title", "UnitType", "load_gazetteer"]
