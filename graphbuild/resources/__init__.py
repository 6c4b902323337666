"""The gazetteer as validated data: `vi/*.toml` and what reads them."""

from .checking import check_gazetteer
from .faults import Fault
from .gazetteer import Gazetteer
from .json_schema import schema_of
from .load import load_gazetteer
from .schema import KnownUnit, Rank, Title, UnitType
from .word_lists import Clauses

__all__ = [
    "Clauses",
    "Fault",
    "Gazetteer",
    "KnownUnit",
    "Rank",
    "Title",
    "UnitType",
    "check_gazetteer",
    "load_gazetteer",
    "schema_of",
]
