"""JSON-LD: linked data that is JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from .content import Content
from .rdf import PREFIXES, Iri, Resource, Value, resources


def write(content: Content, path: Path) -> None:
    """Write one document with an object a resource; its context is in it, so that nothing need be fetched."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": [\n')
        file.writelines(_objects(content))
        file.write("\n]}\n")


def _objects(content: Content) -> Iterator[str]:
    for number, one in enumerate(resources(content)):
        yield (",\n" if number else "") + json.dumps(_object(one), ensure_ascii=False)


def _object(resource: Resource) -> dict[str, object]:
    said = {name: [_value(v) for _, v in pairs] for name, pairs in groupby(resource.said, key=lambda pair: pair[0])}
    return {"@id": resource.iri.text, "@type": [one.text for one in resource.types], **said}


def _value(value: Value) -> object:
    if isinstance(value, Iri):
        return {"@id": value.text}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": value.type} if value.type else value.text
