"""How the chunks of evidence reach the page: inside it, packed where there are many, or in a folder beside it."""

from __future__ import annotations

import base64
import json
import shutil
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .columns import Column

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Inside strings of JSON these mean the same to its reader, and nothing to the reader of HTML or JavaScript."""

PACKED_FROM = 1_000_000
"""From so many letters of JSON on, chunks are compressed: the browser reads a smaller file sooner."""

BESIDE_FROM = 50_000
"""A graph of more nodes has its evidence in a folder beside the page."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk as it stands in the page: JSON, or where `packed` is set, base64 of zlib of JSON."""

    name: str
    text: str
    packed: bool


def as_json(value: object) -> str:
    """JSON that may stand between <script> tags."""
    return _safe(_json(value))


def json_pieces(value: object, deep: int = 2) -> Iterator[str]:
    """What `as_json` gives, in pieces: each value of a dictionary by itself, down to so many dictionaries.

    >>> list(json_pieces({"a": {"b": 1}, "c": []}))
    ['{"a":', '{"b":', '1', '}', ',"c":', '[]', '}']
    """
    if not (deep and value and isinstance(value, dict)):
        yield as_json(value)
        return
    before = "{"
    for name, one in value.items():
        yield f"{before}{as_json(name)}:"
        yield from json_pieces(one, deep - 1)
        before = ","
    yield "}"


def inside(chunks: Iterable[tuple[str, Column]]) -> list[Chunk]:
    """The chunks as they stand in the page."""
    texts = [(name, _json(column)) for name, column in chunks]
    if sum(len(text) for _, text in texts) < PACKED_FROM:
        return [Chunk(name, _safe(text), False) for name, text in texts]
    return [Chunk(name, _packed(text), True) for name, text in texts]


def write_beside(chunks: Iterable[tuple[str, Column]], folder: Path) -> None:
    """Write each chunk as a file of JSON into `folder`, which holds nothing else afterwards. Raises OSError."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, column in chunks:
        (folder / f"{name}.json").write_text(_json(column), encoding="utf-8", errors="replace")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _safe(text: str) -> str:
    for letter, written in UNSAFE.items():
        text = text.replace(letter, written)
    return text


def _packed(text: str) -> str:
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 6)).decode()
