"""Watching over single articles while a part is made of them: whatever one of them does, it costs that one at most."""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from graphbuild.engines.limits import MEMORY, killing, limited_memory, raising
from graphbuild.store.notes import Notes, put_number

Article = Callable[[int], AbstractContextManager[None]]
"""Given the number of an article of a part, counted from 0: what is open while the article is worked.

An article may be worked in several stretches, with others between them.
"""


class Watch(Protocol):
    """How the articles of a part are watched."""

    def __call__(self, part: str) -> AbstractContextManager[Article]:
        """What is open while the part of this name is made."""


@dataclass(frozen=True, slots=True)
class Killing:
    """The watch of a worker: an article that takes too long ends the process, one that wants too much memory fails.

    Attributes
    ----------
    patience: seconds for one article.
    place: where the parts go, and beside them the notes that say over which article a worker died.
    memory: bytes that the process may hold.
    """

    patience: float
    place: str
    memory: int = MEMORY

    @contextmanager
    def __call__(self, part: str) -> Iterator[Article]:
        """Note which article is worked, and look at the clock."""
        with Notes(self.place).begin(part) as file, limited_memory(self.memory):
            begin = killing(self.patience, file)

            def article(number: int) -> AbstractContextManager[None]:
                put_number(file, number)
                begin(number)
                return nullcontext()

            try:
                yield article
            finally:
                faulthandler.cancel_dump_traceback_later()


@dataclass(frozen=True, slots=True)
class Raising:
    """The watch of a build in its user's own process, which has to survive: what takes too long is stopped.

    Attributes
    ----------
    patience: seconds for one article.
    heard: called before each article with its number, once; what it raises ends the build.
    """

    patience: float
    heard: Callable[[int], object]

    @contextmanager
    def __call__(self, part: str) -> Iterator[Article]:
        """Call `heard`, and have the clock ring."""

        taken: dict[int, float] = {}

        @contextmanager
        def article(number: int) -> Iterator[None]:
            if number not in taken:
                self.heard(number)
            since, before = time.monotonic(), taken.get(number, 0.0)
            with raising(self.patience, before):
                yield
            taken[number] = before + time.monotonic() - since

        yield article


def stuck(patience: float, words: str = "") -> str:
    """The error of an article that was given up; `words`: where the process was when it ended, as faulthandler says."""
    where = next((line.strip() for line in words.splitlines() if "graphbuild" in line), "")
    place = f" ({_short(where)})" if where else ""
    return f"it was not finished within {patience:g} seconds{place}; look at the article, or give more with --patience"


def _short(line: str) -> str:
    """'File "/a/graphbuild/claims/units.py", line 3 in find' without the folders above the package."""
    _, _, inside = line.rpartition("graphbuild/")
    return f"graphbuild/{inside}".replace('"', "") if inside else ""
