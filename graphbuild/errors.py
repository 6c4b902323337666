"""Every error that graphbuild raises on purpose: what was wrong, where, and what to do.

The tree is shallow so that callers can catch by stage. The command line prints the message as one line
and exits with `exit_code`; library users catch `GraphbuildError`.
"""

from __future__ import annotations

from importlib.util import find_spec


class GraphbuildError(Exception):
    """Root of the tree.

    Parameters
    ----------
    what: what was wrong, in one clause.
    where: the file, line or field concerned, if there is one.
    do: what the user can do about it, if anything.

    Example
    -------
    >>> str(ReadError("the file is empty", where="a.txt", do="remove it or fill it"))
    'a.txt: the file is empty; remove it or fill it'
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, do: str | None = None) -> None:
        self.what, self.where, self.do = what, where, do
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.do}" if self.do else ""
        return f"{place}{self.what}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders, and keyword-only arguments are not pickled by default.
        return (_rebuild, (type(self), self.what, self.where, self.do))


def _rebuild(kind: type[GraphbuildError], what: str, where: str | None, do: str | None) -> GraphbuildError:
    return kind(what, where=where, do=do)


class ReadError(GraphbuildError):
    """A source could not be read; the rest of the batch goes on."""


class ResourceError(GraphbuildError):
    """A gazetteer file does not hold what it should."""


class JudgementError(GraphbuildError):
    """The file of judgements does not hold what it should, or two judgements contradict each other."""


class StoreError(GraphbuildError):
    """The output folder or the graph in it cannot be read or written."""


class OpenError(StoreError):
    """There is no graph where one was asked for, or none that this version of the program can read."""

    exit_code = 2


class UsageError(GraphbuildError):
    """The question cannot be asked like this."""

    exit_code = 2


class NotFoundError(UsageError):
    """No entity answers to the name."""


class AmbiguousError(UsageError):
    """Several entities answer to the name.

    `candidates` holds (id, name) pairs, best first.
    """

    def __init__(self, what: str, candidates: list[tuple[str, str]], *, where: str | None = None) -> None:
        self.candidates = candidates
        super().__init__(what, where=where, do="ask again with one of these ids")

    def __str__(self) -> str:
        return f"{super().__str__()}: {', '.join(id for id, _ in self.candidates)}"


def need_package(name: str, needed_by: str, extra: str) -> None:
    """Raise UsageError, telling how to install it, unless an optional package is there.

    Parameters
    ----------
    name: of the package. needed_by: what need it, in words. extra: the extra of graphbuild that brings it.

    Example
    -------
    >>> need_package("json", "data frames", "notebook")
    """
    if find_spec(name) is None:
        raise UsageError(f"{needed_by} need {name}", do=f'pip install "graphbuild[{extra}]"')
