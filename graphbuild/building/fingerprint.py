"""Noticing that the program reads articles differently than it did."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

READING = ("text.py", "model", "resources", "readers", "pipeline", "claims")
"""What decides how an article is read: the rows of the left half, code and data."""

RESOLVING = ("text.py", "model", "resources", "resolve")
"""What decides how claims are resolved."""


def program_digest(parts: Sequence[str] = READING) -> str:
    """A digest of parts of the program; it changes when a rule or a word list does: no version is counted up."""
    package = Path(str(files("graphbuild")))
    digest = sha256()
    for part in parts:
        path = package / part
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
