"""A part of a graph as a file that another program opens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graphbuild.exporters import Content, format_of, replacing
from graphbuild.graph import Filters, Graph
from graphbuild.model import Relation


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes
    ----------
    path: the file or folder. title: what part of the graph it is.
    nodes, edges: how many the part has; pairs that may be one are no edges.
    notes: what had to be left out and how to go on, in words.
    """

    path: Path
    title: str
    nodes: int
    edges: int
    notes: tuple[str, ...] = ()


def export(
    graph: Graph,
    format: str,
    path: str | Path,
    around: str | None = None,
    hops: int = 2,
    only: Filters | None = None,
) -> Exported:
    """Write a part of `graph` in a format of other programs.

    Ids, dates and the sentences behind each fact are kept where the format has room for them. Pairs that may be one
    are kept as such and never as a fact; formats of plain networks leave them out, unless `only` names POSSIBLY_SAME.
    Equal graphs give equal bytes.

    Parameters
    ----------
    format: graphml, gexf, node-link, csv, parquet, neo4j, cypher, ftm, jsonld, turtle or timeline.
    path: the file, replaced if it is there; of csv, parquet and neo4j a folder, in which other files stay.
    around: name or id of what the part is around, `hops` steps wide; None takes the whole graph.
    only: which nodes and edges are left.

    Raises UsageError for an unknown format and where nothing is left, NotFoundError and AmbiguousError as
    `Graph.part` does, and StoreError if the file cannot be written.

    Example
    -------
    >>> g = gb.open("output")                                                           # doctest: +SKIP
    >>> gb.export(g, "graphml", "qk6.graphml", around="quan khu 6", hops=1).edges             # doctest: +SKIP
    131
    """
    chosen = format_of(format)
    middle = None if around is None else graph.find(around)
    part = graph.part(middle, hops, only) if middle or only else graph
    asked = bool(only and Relation.POSSIBLY_SAME in only.relations)
    doubts = len(part.possibly_same())
    kept = chosen.doubts or asked
    content = Content(part.nx if kept else part.facts, part.quotes() if chosen.quotes else {}, part.title)
    with replacing(Path(path), chosen.folder) as place:
        said = chosen.write(content, place)
    notes = (*said, *((_left_out(doubts),) if doubts and not kept else ()))
    return Exported(Path(path), part.title, len(part.facts), part.facts.number_of_edges(), notes)


def _left_out(doubts: int) -> str:
    pairs = "1 pair that may be one is" if doubts == 1 else f"{doubts} pairs that may be one are"
    return f"{pairs} left out"
