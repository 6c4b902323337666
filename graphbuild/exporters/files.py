"""Writing so that what is there already stays until the new is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoreError


@contextmanager
def replacing(path: Path, folder: bool = False) -> Iterator[Path]:
    """Hand out a place beside `path` to write to; what was written there takes the place of `path` afterwards.

    Parameters
    ----------
    folder: hand out an empty folder; of a folder that is there already, files of other names stay.

    Raises StoreError if it cannot be written; nothing is left behind then.

    Example
    -------
    >>> with replacing(Path("graph.gexf")) as place:       # doctest: +SKIP
    ...     place.write_text("<gexf/>")
    """
    try:
        beside = Path(tempfile.mkdtemp(prefix=".graphbuild-", dir=path.parent))
        try:
            place = beside / (path.name or "export")
            if folder:
                place.mkdir()
            yield place
            if folder:
                path.mkdir(exist_ok=True)
                for file in sorted(place.iterdir()):
                    file.replace(path / file.name)
            else:
                place.replace(path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        do = "check the folder, or choose another place with -o"
        raise StoreError(f"cannot be written ({error.strerror or error})", where=str(path), do=do) from error
