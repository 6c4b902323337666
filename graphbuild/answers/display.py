"""What shows itself: as HTML in a notebook, as tables in a terminal, as a data frame on request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, SupportsIndex, TypeVar, overload

from ..errors import need_package
from ..model import Quote
from .answer import Answer
from .flat import Quotes, flat
from .parts import Line, Table, parts

if TYPE_CHECKING:
    from typing import Self

    import pandas as pd
    from rich.console import Console, ConsoleOptions, RenderableType

Find = Callable[[Sequence[str]], Sequence[Quote]]
"""Gives the sentences behind ids of claims."""

MOST = 60
"""Rows of a table that a terminal is shown unasked; `frame` has them all."""

Item_co = TypeVar("Item_co", covariant=True)


class Displayed:
    """A base for what has an answer to show; its tables are those of the command line.

    A subclass says with `answer` what it shows, and may say with `_sentences` where sentences are found.
    """

    __slots__ = ()

    def answer(self) -> Answer:
        """The tables of it."""
        raise NotImplementedError

    def _sentences(self) -> Find | None:
        return None

    def _quotes_of(self, claims: Sequence[str]) -> Quotes:
        find = self._sentences()
        return {quote.claim: quote for quote in find(sorted(set(claims)))} if find and claims else {}

    def _repr_html_(self) -> str:
        from .html import as_html, claims_shown

        answer = self.answer()
        return as_html(answer, self._quotes_of(claims_shown(answer)))

    def __repr__(self) -> str:
        from .terminal import as_text

        return as_text(self._parts())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        from .terminal import rendered

        yield from map(rendered, self._parts())

    def _parts(self) -> Iterator[Line | Table]:
        answer = self.answer()
        yield from parts(answer, most=MOST)
        if answer.is_empty and answer.nothing:
            yield Line(answer.nothing)


class Framed(Displayed):
    """A base for what makes a data frame of its tables as well."""

    __slots__ = ()

    def frame(self, *, evidence: bool = False) -> pd.DataFrame:
        """The same rows as a data frame, as `--csv` has them.

        Parameters
        ----------
        evidence: with it, a row comes once for each sentence behind it, with the sentence and its article.

        Raises UsageError if pandas is not installed.

        >>> g.timeline("lo van hoan").frame(evidence=True)      # doctest: +SKIP
        """
        need_package("pandas", "a data frame", "notebook")
        import pandas as pd

        answer = self.answer()
        columns, rows = flat(answer, self._quotes_of(answer.claims()) if evidence else None)
        return pd.DataFrame(list(rows), columns=list(columns))


class Answered(Framed):
    """A base for records that answer a question. Where their sentences are found is no field: it is not compared,
    copied or written as JSON.
    """

    __slots__ = ("_find",)
    _find: Find

    def sourced(self, find: Find) -> Self:
        """Itself, with the sentences behind it."""
        object.__setattr__(self, "_find", find)
        return self

    def _sentences(self) -> Find | None:
        return getattr(self, "_find", None)


class Listing(Framed, tuple[Item_co, ...]):
    """Records in a row, a tuple that shows itself as a table; a slice of it is one too.

    Parameters
    ----------
    items: the records. tabled: makes the table of some of them. find: gives the sentences behind claims.

    Example
    -------
    >>> from .answer import Row, table
    >>> numbers = Listing([3, 5, 8], lambda some: table(some, ("number",), [Row((one,)) for one in some]))
    >>> numbers[1:]
    number
    5
    8
    >>> numbers == (3, 5, 8)
    True
    """

    _tabled: Callable[[Sequence[Item_co]], Answer]
    _find: Find | None

    def __new__(
        cls, items: Iterable[Item_co], tabled: Callable[[Sequence[Item_co]], Answer], find: Find | None = None
    ) -> Self:
        made = super().__new__(cls, items)
        made._tabled = tabled
        made._find = find
        return made

    def answer(self) -> Answer:
        """The tables of it."""
        return self._tabled(self)

    def _sentences(self) -> Find | None:
        return self._find

    def __reduce__(self) -> tuple[type[tuple[Item_co, ...]], tuple[tuple[Item_co, ...]]]:
        # Taken to another process or to a file it is a plain tuple: the store that its sentences lie in stays here.
        return tuple, (tuple(self),)

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> Item_co: ...
    @overload
    def __getitem__(self, at: slice, /) -> Listing[Item_co]: ...
    def __getitem__(self, at: SupportsIndex | slice, /) -> Item_co | Listing[Item_co]:
        if isinstance(at, slice):
            return Listing(super().__getitem__(at), self._tabled, self._find)
        return super().__getitem__(at)
