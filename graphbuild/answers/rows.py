"""Rows of values, as a question in SQL gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import need_package
from .answer import Answer, Row, table
from .display import Displayed

if TYPE_CHECKING:
    import pandas as pd

NOTHING = "no rows"


@dataclass(frozen=True, slots=True, repr=False)
class Rows(Displayed):
    """What a question in SQL answers. It shows itself as a table: in a notebook, a terminal, or with `print`.

    Attributes
    ----------
    columns: their names; one that the question gives twice gets a number. rows: a value a column, None for NULL.

    Example
    -------
    >>> found = Rows(("name", "articles"), (("Trần Đắc Khuê", 10),))
    >>> list(found)
    [('Trần Đắc Khuê', 10)]
    >>> found.records()
    [{'name': 'Trần Đắc Khuê', 'articles': 10}]
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries by the names of the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def frame(self) -> pd.DataFrame:
        """The rows as a data frame. Raises UsageError if pandas is not installed."""
        need_package("pandas", "data frames", "notebook")
        import pandas as pd

        return pd.DataFrame.from_records(list(self.rows), columns=list(self.columns))

    def answer(self) -> Answer:
        """The rows as a table for a person: a row a line, whatever the cells hold."""
        return table(self.records(), self.columns, (Row(tuple(map(_on_one_line, row))) for row in self.rows), NOTHING)


def _on_one_line(cell: object) -> object:
    if isinstance(cell, int | float):
        return cell
    text = "" if cell is None else str(cell)
    return text if text.isprintable() else " ".join(text.split())
