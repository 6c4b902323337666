"""GraphML: for Gephi, yEd, Cytoscape, igraph and networkx itself."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError
from .content import Content, told
from .texts import JOINT, clean

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

ODD = re.compile(r"[^\t\n\x20-%\x27-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What cannot stand as it is in the text of an element: what XML cannot hold, '&', '<', '>' and carriage returns."""

ODD_QUOTED = re.compile(r"[^\x20!#-%\x27-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What cannot in that of an attribute: quotes and any other break as well."""

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
                if ODD_QUOTED.search(f"{source}{target}{key}"):
                    source, target, key = _quoted(source), _quoted(target), _quoted(key)  # noqa: PLW2901
                data = keys.data("edge", attributes)
                file.write(f'<edge source="{source}" target="{target}" id="{key}"{data}')
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
    """The keys of the attributes, numbered as they are met: one for each name and type of nodes, and of edges.

    Elements with attributes of the same names and types share a pattern that their values are filled into.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, type], int] = {}
        self._patterns: dict[tuple[object, ...], tuple[tuple[str, ...], str]] = {}

    def data(self, scope: str, attributes: Mapping[str, object]) -> str:
        """What stands behind '<node id=...'."""
        shape = scope, *attributes, *map(type, attributes.values())
        names, pattern = self._patterns.get(shape) or self._met(shape, scope, attributes)
        values = tuple([_plain(attributes[name]) for name in names])
        # Most have nothing to be escaped, and one look at all is faster than one at each.
        if ODD.search("%s" * len(values) % values):
            values = tuple([_escaped(value) if isinstance(value, str) else value for value in values])
        return pattern % values

    def declared(self) -> str:
        """The elements that declare them, the last one first as networkx has them."""
        return "".join(
            f'<key id="d{n}" for="{scope}" attr.name="{_quoted(name)}" attr.type="{TYPES[kind]}"/>\n'
            for (scope, name, kind), n in reversed(self._numbers.items())
        )

    def _met(
        self, shape: tuple[object, ...], scope: str, attributes: Mapping[str, object]
    ) -> tuple[tuple[str, ...], str]:
        names = tuple(sorted(attributes.keys() - INTERNAL))
        kinds = [(scope, name, type(_plain(attributes[name]))) for name in names]
        lines = [f'  <data key="d{self._numbers.setdefault(kind, len(self._numbers))}">%s</data>\n' for kind in kinds]
        pattern = f">\n{''.join(lines)}</{scope}>\n" if lines else "/>\n"
        return self._patterns.setdefault(shape, (names, pattern))


def _plain(value: object) -> object:
    """A number, a truth value or text; parts of a list are joined."""
    if type(value) in TYPES:
        return value
    return JOINT.join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def _escaped(text: str) -> str:
    """Text of an element; `clean` has what XML cannot hold."""
    if not ODD.search(text):
        return text
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    """Text of an attribute."""
    return _escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
