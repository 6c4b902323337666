"""The gazetteer as validated data: `vi/*.toml` and what reads them."""

from .gazetteer import Gazetteer
from .load import load_gazetteer
from .schema import KnownUnit, Rank, Title, UnitType
from .word_lists import Clauses

__all__ = ["Clauses", "Gazetteer", "KnownUnit", "Rank", "Title", "UnitType", "load_gazetteer"]
