"""GraphML: for Gephi, yEd, Cytoscape, igraph and networkx itself."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError
from .content import Content, told
from .texts import JOINT, NOT_TEXT, clean

if TYPE_CHECKING:
    import networkx as nx

NodeRow = tuple[str, Mapping[str, object]]
EdgeRow = tuple[str, str, str, Mapping[str, object]]

HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}

ODD = re.compile(rf"[&<>\r]|{NOT_TEXT.pattern}")
"""What cannot stand as it is in the text of an element."""

BREAKS = re.compile(r"[\"\n\t]")
"""What else cannot in that of an attribute."""

COPIED = 1 << 20
"""Bytes that are copied at a time."""

INTERNAL = frozenset({"members"})
"""Attributes of use to the program only."""


def write(content: Content, path: Path) -> None:
    """Write a part of the graph: what `write_graphml` writes, with the number of articles and the sentences behind."""
    graph = content.graph.copy()
    for entry in content.entries():
        graph.nodes[entry.id]["articles"] = entry.count
    for fact in content.facts():
        edge = graph.edges[fact.source.id, fact.target.id, f"{fact.relation}|{fact.key}"]
        edge["evidence"] = JOINT.join(map(told, content.said(fact)))
    write_graphml(graph, path)


def write_graphml(graph: nx.MultiDiGraph[str], path: Path) -> Path:
    """Write `graph` as GraphML in UTF-8; equal graphs give equal bytes, whatever order they were made in.

    Parameters
    ----------
    graph: as `graph.build_graph` makes it. Tuples (aliases, claims) are joined with ' | '; `members` is left out.
    path: the file, replaced if it is there.

    Returns `path`. Raises StoreError if the file cannot be written.

    Example
    -------
    >>> write_graphml(graph, Path("output/graph.graphml"))                  # doctest: +SKIP
    >>> networkx.read_graphml("output/graph.graphml", force_multigraph=True)  # doctest: +SKIP
    """
    return write_graphml_rows(
        ((node, graph.nodes[node]) for node in sorted(graph)),
        ((*ends, graph.edges[ends]) for ends in sorted(graph.edges(keys=True))),
        path,
    )


def write_graphml_rows(nodes: Iterable[NodeRow], edges: Iterable[EdgeRow], path: Path) -> Path:
    """Write what `write_graphml` does from rows as they come, of which none is kept: (id, attributes) of each node by
    id, then (source, target, key, attributes) of each edge by these three.

    The bytes are those of `networkx.write_graphml`. Raises StoreError if the file cannot be written.
    """
    keys = _Keys()
    body = path.with_name(f"{path.name}.body")
    try:
        # What keys there are is known in the end, and they stand in front.
        with body.open("w", encoding="utf-8", newline="") as file:
            for id, attributes in nodes:
                file.write(f'<node id="{_quoted(id)}"{keys.data("node", attributes)}')
            for source, target, key, attributes in edges:
                ends = f'source="{_quoted(source)}" target="{_quoted(target)}" id="{_quoted(key)}"'
                file.write(f"<edge {ends}{keys.data('edge', attributes)}")
            file.write("</graph></graphml>")
        with path.open("wb") as whole, body.open("rb") as rest:
            whole.write(f'{HEAD}{keys.declared()}<graph edgedefault="directed">'.encode())
            shutil.copyfileobj(rest, whole, COPIED)
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", where=str(path), do="check the folder") from error
    finally:
        body.unlink(missing_ok=True)
    return path


class _Keys:
    """The keys of the attributes, numbered as they are met: one for each name and type of nodes, and of edges."""

    def __init__(self) -> None:
        self._opened: dict[tuple[str, str, type], str] = {}

    def data(self, scope: str, attributes: Mapping[str, object]) -> str:
        """What stands behind '<node id=...'."""
        lines = [">\n"]
        for name in sorted(attributes):
            if name in INTERNAL:
                continue
            value = attributes[name]
            if isinstance(value, tuple | list):
                value = JOINT.join(map(str, value))
            elif type(value) not in TYPES:
                value = str(value)
            kind = scope, name, type(value)
            opened = self._opened.get(kind) or self._met(kind)
            lines.append(f"{opened}{_escaped(value) if isinstance(value, str) else value}</data>\n")
        if len(lines) == 1:
            return "/>\n"
        lines.append(f"</{scope}>\n")
        return "".join(lines)

    def declared(self) -> str:
        """The elements that declare them, the last one first as networkx has them."""
        return "".join(
            f'<key id="d{n}" for="{scope}" attr.name="{_quoted(name)}" attr.type="{TYPES[kind]}"/>\n'
            for n, (scope, name, kind) in reversed(list(enumerate(self._opened)))
        )

    def _met(self, kind: tuple[str, str, type]) -> str:
        return self._opened.setdefault(kind, f'  <data key="d{len(self._opened)}">')


def _escaped(text: str) -> str:
    """Text of an element; `clean` has what XML cannot hold."""
    if not ODD.search(text):
        return text
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    """Text of an attribute."""
    if not ODD.search(text) and not BREAKS.search(text):
        return text
    return _escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
