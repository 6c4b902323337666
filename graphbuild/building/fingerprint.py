"""Noticing that the program reads articles differently than it did."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

READING = ("text.py", "model", "resources", "readers", "pipeline", "claims")
"""What decides how an article is read: the rows of the left half, code and data."""


def program_digest() -> str:
    """A digest of the left half; it changes when a rule or a word list does, so that no version must be counted up."""
    package = Path(str(files("graphbuild")))
    digest = sha256()
    for part in READING:
        path = package / part
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
