"""What an engine is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from graphbuild.errors import GraphbuildError

T = TypeVar("T")
R = TypeVar("R")

Prepare = Callable[[], Callable[[T], R]]
"""Called once in every process: loads what the work needs and returns the work on one item.

It must be picklable: a function of a module, or a `functools.partial` of one.
"""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """One item with what became of it.

    Attributes
    ----------
    item: what was given.
    value: the result, None where the work failed.
    error: one line that says why it failed, '' where it did not.
    """

    item: T
    value: R | None
    error: str = ""


DIED = "the process that read it died, perhaps for want of memory; try it alone, or leave it out"
"""The error of an item that the process at work on it did not survive."""


TOO_LARGE = "it needs more memory than one article may take; cut it, or leave it out"
"""The error of an item over which memory ran out."""


def attempt(work: Callable[[T], R], item: T) -> tuple[R | None, str]:
    """Do the work on one item; return its result and '', or None and one line that says what failed."""
    try:
        return work(item), ""
    except GraphbuildError as error:
        return None, str(error)
    except MemoryError:
        return None, TOO_LARGE
    except Exception as error:
        # A fault of the program in one article must not cost the user the others; it is named so that it can be found.
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return None, f"{reason} (a fault of graphbuild: please report it with the article)"
