"""CSV tables: for Excel, LibreOffice, R and pandas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..graph import Link
from .content import Content
from .texts import clean, columns

WITH_MARK = "utf-8-sig"
"""UTF-8 with the mark at its beginning by which Excel knows it."""

LIST = "; "
"""Between the parts of a list."""

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a text begins with that spreadsheets work out as a formula, or that looks like such a text made harmless."""

OF_NODE = ("id", "kind", "name", "aliases", "articles")
OF_ENDS = ("source", "source_name", "relation", "target", "target_name", "key")
OF_TIMES = ("first", "last", "articles", "claims")
OF_QUOTE = (
    "sentence",
    "marked",
    "article",
    "title",
    "publisher",
    "published",
    "address",
    "rule",
    "confidence",
    "caption",
)
OF_DOUBT = ("one", "one_name", "other", "other_name", "likelihood", "reasons")


def write(content: Content, folder: Path) -> None:
    """Write nodes.csv, edges.csv, evidence.csv (a row a sentence behind an edge) and doubts.csv into `folder`."""
    of_nodes = list(columns(one.attributes for one in content.entries()))
    of_edges = list(columns(fact.attributes for fact in content.facts()))
    _write(folder / "nodes.csv", (*OF_NODE, *of_nodes), _nodes(content, of_nodes))
    _write(folder / "edges.csv", (*OF_ENDS, *of_edges, *OF_TIMES), _edges(content, of_edges))
    _write(folder / "evidence.csv", ("claim", *OF_ENDS, *OF_QUOTE), _evidence(content))
    _write(folder / "doubts.csv", OF_DOUBT, _doubts(content))


def _nodes(content: Content, names: Sequence[str]) -> Iterator[Sequence[object]]:
    for one in content.entries():
        yield (one.id, one.kind, one.name, LIST.join(one.aliases), one.count, *_values(one.attributes, names))


def _edges(content: Content, names: Sequence[str]) -> Iterator[Sequence[object]]:
    for one in content.facts():
        known = (one.first, one.last, one.count, LIST.join(one.claims))
        yield (*_ends(one), *_values(one.attributes, names), *known)


def _evidence(content: Content) -> Iterator[Sequence[object]]:
    for one in content.facts():
        for quote in content.said(one):
            marked = quote.sentence[quote.mark_start : quote.mark_end]
            article = (quote.document, quote.title, quote.publisher, quote.published, quote.url)
            sure = (quote.rule, quote.confidence, quote.caption)
            yield (quote.claim, *_ends(one), quote.sentence, marked, *article, *sure)


def _doubts(content: Content) -> Iterator[Sequence[object]]:
    for one in content.doubts():
        ends = (one.source.id, one.source.name, one.target.id, one.target.name)
        yield (*ends, one.attributes["likelihood"], one.text("reasons"))


def _ends(one: Link) -> tuple[object, ...]:
    return (one.source.id, one.source.name, one.relation, one.target.id, one.target.name, one.key)


def _values(attributes: Mapping[str, object], names: Sequence[str]) -> list[object]:
    return [attributes.get(name, "") for name in names]


def _write(file: Path, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with file.open("w", encoding=WITH_MARK, newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(names)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if FORMULA.match(text) else text
