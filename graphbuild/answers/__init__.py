"""Answers as tables: made in one place, shown by the terminal, the notebook, CSV and data frames alike.

Importing this package imports neither rich nor pandas.
"""

from .answer import Answer, Passage, Row, Section, claims_of, table
from .display import Answered, Displayed, Framed, Listing
from .flat import OF_EVIDENCE, Quotes, flat
from .marked import Marked
from .parts import Line, Table, parts, quote_parts
from .rows import Rows

__all__ = [
    "OF_EVIDENCE",
    "Answer",
    "Answered",
    "Displayed",
    "Framed",
    "Line",
    "Listing",
    "Marked",
    "Passage",
    "Quotes",
    "Row",
    "Rows",
    "Section",
    "Table",
    "claims_of",
    "flat",
    "parts",
    "quote_parts",
    "table",
]
