"""At which article of a part a worker is: a small file beside the parts, for whoever has to find out after a crash."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphbuild.readers.files import is_address

SUFFIX = ".at"

FORM = b"%9d\n"
"""The number of the article, always of one length; behind it is room for last words."""


class Notes:
    """The notes of the workers that make parts.

    Parameters
    ----------
    place: where the parts go. At an address there are no notes; what is noted is lost, and nothing is ever found.
    """

    def __init__(self, place: str) -> None:
        self._folder = None if is_address(place) else Path(place)

    @contextmanager
    def begin(self, part: str) -> Iterator[int]:
        """A file descriptor for the notes on one part, taken away when the part is finished.

        `put_number` writes to it; what else is written stands behind the number.
        """
        path = self._path(part)
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path or os.devnull, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            put_number(file, 0)
            os.lseek(file, len(FORM % 0), os.SEEK_SET)
            yield file
        finally:
            os.close(file)
            self.forget(part)

    def read(self, part: str) -> tuple[int, str] | None:
        """What a worker left that died: at which article of the part it was, counted from 0, and its last words."""
        path = self._path(part)
        try:
            number, _, words = path.read_text("utf-8", "replace").partition("\n") if path else ("", "", "")
            return int(number), words
        except (OSError, ValueError):
            return None

    def forget(self, part: str) -> None:
        """Remove what was noted about a part."""
        path = self._path(part)
        if path:
            path.unlink(missing_ok=True)

    def articles(self) -> int:
        """How many articles are finished in parts that are not, as far as that can be seen from here."""
        if self._folder is None:
            return 0
        with suppress(FileNotFoundError), os.scandir(self._folder) as files:
            parts = [file.name[1 : -len(SUFFIX)] for file in files if file.name.endswith(SUFFIX)]
            return sum(found[0] for part in parts if (found := self.read(part)))
        return 0

    def _path(self, part: str) -> Path | None:
        return self._folder / f".{part}{SUFFIX}" if self._folder else None


def put_number(file: int, number: int) -> None:
    """Note that a worker begins with the article of this number."""
    os.pwrite(file, FORM % number, 0)
