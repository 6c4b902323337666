"""Large data files as they read when laid over each other, kept in the user's cache folder: that loads much sooner.

What is kept of files is JSON, read by the same model as they are; of their phrases, words and numbers. It is found by a
digest of the files and of the code that reads them, so nothing stale is ever found; what is broken, or not this user's
own, is passed over and written anew. Where nothing can be kept, the files are read each time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import ValidationError

from .layers import DataFile
from .schema import Entry

LARGE = 1 << 20
"""Bytes of files of one kind from which on they are kept; less is soon read."""

MOST = 8
"""Of what is kept the newest stay: a file of one's own that grows leaves one behind each time."""

CODE = ("resources", "pipeline", "text.py")
"""What decides how the files read, and what is made of them."""

FOR_OTHERS = 0o022
"""The rights of others to write."""


def find_kept(files: Sequence[DataFile], model: type[Entry]) -> Entry | None:
    """What these files of one kind read as, if it is kept."""
    body = read_kept(_name(files))
    try:
        return None if body is None else model.model_validate_json(body)
    except ValidationError:
        return None


def keep(files: Sequence[DataFile], held: Entry) -> None:
    """Keep what these files of one kind read as, if there is a place for it."""
    write_kept(_name(files), held.model_dump_json(by_alias=True, exclude_defaults=True).encode())


def read_kept(name: str) -> bytes | None:
    """What is kept under a name by this version of the program, None where nothing is, or nothing that is whole."""
    place = _place(name)
    with suppress(OSError):
        if place and _is_ours(place):
            digest, _, body = place.read_bytes().partition(b"\n")
            if digest.decode("ascii", "replace") == sha256(body).hexdigest():
                return body
    return None


def write_kept(name: str, body: bytes) -> None:
    """Keep this under a name, if there is a place for it."""
    place = _place(name)
    if place is None:
        return
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, delete=False) as file:
            try:
                file.write(sha256(body).hexdigest().encode() + b"\n" + body)
                file.close()
                Path(file.name).replace(place)
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise
        kept = sorted(place.parent.glob("*.kept"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for one in kept[MOST:]:
            one.unlink(missing_ok=True)


def cache_folder() -> Path | None:
    """Where this user's programs keep what they can make again, None where there is no such place."""
    home = {"win32": "LOCALAPPDATA"}.get(sys.platform, "XDG_CACHE_HOME")
    if given := os.environ.get(home):
        return Path(given)
    with suppress(RuntimeError):
        return Path.home() / {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    return None


def _name(files: Sequence[DataFile]) -> str:
    return " ".join(f"{file.kind} {sha256(file.raw).hexdigest()}" for file in files)


def _place(name: str) -> Path | None:
    folder = cache_folder()
    if folder is None or not folder.is_absolute():
        return None
    return folder / "graphbuild" / "gazetteer" / f"{sha256(f'{_code()} {name}'.encode()).hexdigest()}.kept"


def _is_ours(place: Path) -> bool:
    """Nobody else can have written the file."""
    if sys.platform == "win32":
        return True
    return all(
        found.st_uid == os.getuid() and not found.st_mode & FOR_OTHERS for found in (place.stat(), place.parent.stat())
    )


@cache
def _code() -> str:
    """A digest of the code that decides what is kept."""
    package = Path(str(resources.files("graphbuild")))
    digest = sha256()
    for part in CODE:
        path = package / part
        for file in [path] if path.is_file() else sorted(path.glob("*.py")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
