"""How much there is to read, found out while the reading has begun already."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from graphbuild.readers import is_address
from graphbuild.readers.files import FORMATS


class Amount:
    """The size of the sources' files in bytes: None until it is known, and where a source cannot be measured.

    A folder of a million files takes a while to look through, so that is done beside the reading.
    """

    def __init__(self, sources: Sequence[str | Path]) -> None:
        self.size: int | None = None
        names = [str(source) for source in sources]
        if not any(name == "-" or is_address(name) for name in names):
            threading.Thread(target=self._measure, args=(names,), daemon=True).start()

    def _measure(self, names: Sequence[str]) -> None:
        self.size = sum(size for name in names for size in _sizes(name))


def _sizes(name: str) -> Iterator[int]:
    # What cannot be looked at is reported when its turn comes to be read.
    with suppress(OSError):
        if not os.path.isdir(name):  # noqa: PTH112 - the paths of a million files cost seconds as Path
            yield os.stat(name).st_size  # noqa: PTH116
            return
        folders = []
        with os.scandir(name) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif os.path.splitext(entry.name)[1].lower() in FORMATS:  # noqa: PTH122
                    yield entry.stat().st_size
        for folder in folders:
            yield from _sizes(folder)
