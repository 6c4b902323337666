"""GEXF 1.3 with the times of nodes and edges: for Gephi's timeline, and networkx."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..graph import Link
from ..model import Attribute, EntityKind, Relation
from .content import Content, Entry, told
from .dates import first_day, last_day
from .texts import JOINT, clean, columns, one_line, scalar

NAMESPACE = "http://gexf.net/1.3"
TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}

Values = Mapping[str, Attribute]


def write(content: Content, path: Path) -> None:
    """Write a dynamic graph of full dates.

    A spell lasts from the first day that the beginning can mean to the last that the end can; the dates as they are
    known stand in the attributes. Gephi adds up edges of one kind between the same two, so the second of them is
    another kind: 'HOLDS', 'HOLDS 2'. Weights are numbers of articles.
    """
    from lxml import etree

    of_nodes = list(columns(map(_of_node, content.entries())).items())
    of_edges = list(columns(_of_edge(content, link) for link in _links(content)).items())
    about = {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date", "timerepresentation": "interval"}
    with etree.xmlfile(str(path), encoding="utf-8") as file:
        file.write_declaration()
        with file.element("gexf", nsmap={None: NAMESPACE}, version="1.3"):
            with file.element("meta"):
                _leaf(file, "creator", "graphbuild")
                _leaf(file, "description", clean(content.title))
            with file.element("graph", about):
                _declare(file, "node", of_nodes)
                _declare(file, "edge", of_edges)
                with file.element("nodes"):
                    for entry in content.entries():
                        with file.element("node", {"id": clean(entry.id), "label": one_line(entry.name)}):
                            _tell(file, _of_node(entry), of_nodes, _life(entry))
                with file.element("edges"):
                    for link, attributes in _edges(content):
                        with file.element("edge", attributes):
                            _tell(file, _of_edge(content, link), of_edges, content.period(link))


def _links(content: Content) -> Iterator[Link]:
    yield from content.facts()
    yield from content.doubts()


def _of_node(entry: Entry) -> Values:
    own = {"kind": entry.kind.value, "name": entry.name, "aliases": JOINT.join(entry.aliases), "articles": entry.count}
    return {**own, **entry.attributes}


def _of_edge(content: Content, link: Link) -> Values:
    own: dict[str, Attribute] = {
        "networkx_key": f"{link.relation}|{link.key}",
        "relation": link.relation.value,
        "claims": JOINT.join(link.claims),
        "count": link.count,
        "first": link.first,
        "last": link.last,
        "evidence": JOINT.join(map(told, content.said(link))),
    }
    return {**own, **link.attributes}


def _life(entry: Entry) -> tuple[str, str]:
    """From when and until when a node was seen or was: '' where that is open."""
    known = {name: str(value) for name, value in entry.attributes.items()}
    if entry.kind is EntityKind.EVENT:
        return known.get("date", ""), known.get("date", "")
    if entry.kind is EntityKind.PERSON:
        return known.get("first", ""), known.get("last", "")
    return known.get("valid_from", ""), known.get("valid_to", "")


def _edges(content: Content) -> Iterator[tuple[Link, dict[str, str]]]:
    """Every edge with the attributes of its element."""
    seen: Counter[tuple[str, str, Relation]] = Counter()
    for link in _links(content):
        source, target = clean(link.source.id), clean(link.target.id)
        seen[source, target, link.relation] += 1
        number = seen[source, target, link.relation]
        found = {
            "id": clean(f"{source} {link.relation}|{link.key} {target}"),
            "source": source,
            "target": target,
            "label": one_line(link.text("title") or link.text("role") or link.relation),
            "kind": link.relation.value if number == 1 else f"{link.relation} {number}",
        }
        yield link, found | ({"weight": str(link.count)} if link.count else {})


def _declare(file: Any, of: str, names: Iterable[tuple[str, type]]) -> None:
    with file.element("attributes", {"class": of, "mode": "static"}):
        for number, (name, kind) in enumerate(names):
            _leaf(file, "attribute", None, id=str(number), title=clean(name), type=TYPES[kind])


def _tell(file: Any, values: Values, names: Iterable[tuple[str, type]], period: tuple[str, str]) -> None:
    with file.element("attvalues"):
        for number, (name, _) in enumerate(names):
            if name in values:
                _leaf(file, "attvalue", None, **{"for": str(number), "value": _text(values[name])})
    start, end = first_day(period[0]), last_day(period[1])
    if start or end:
        with file.element("spells"):
            _leaf(file, "spell", None, **{name: day for name, day in (("start", start), ("end", end)) if day})


def _text(value: Attribute) -> str:
    return str(value).lower() if isinstance(value, bool) else str(scalar(value))


def _leaf(file: Any, name: str, text: str | None, **attributes: str) -> None:
    with file.element(name, attributes):
        if text:
            file.write(text)
