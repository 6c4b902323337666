"""Turtle: linked data that a person can read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from .content import Content
from .rdf import OURS, PREFIXES, Iri, Resource, Value, resources

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(content: Content, path: Path) -> None:
    """Write a block a resource, its properties in the order of their names."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
        file.writelines(f"\n{_block(one)} .\n" for one in resources(content))


def _block(resource: Resource) -> str:
    return " ;\n    ".join((f"{_term(resource.iri)} a {', '.join(map(_term, resource.types))}", *_said(resource)))


def _said(resource: Resource) -> Iterator[str]:
    for name, pairs in groupby(resource.said, key=lambda pair: pair[0]):
        yield f"{_term(Iri(name))} {', '.join(_term(value) for _, value in pairs)}"


def _term(value: Value) -> str:
    if isinstance(value, Iri):
        return f"<{value.text}>" if value.text.startswith(OURS) else value.text
    text = f'"{value.text.translate(ESCAPES)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.type}" if value.type else text
