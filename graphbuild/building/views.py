"""The page and the GraphML of a published graph: written from the store, apart from what changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.explorer import write_page
from graphbuild.exporters import write_graphml_rows
from graphbuild.graph import build_graph, with_doubts
from graphbuild.model import Conflict, EntityKind, Quote
from graphbuild.store import Reader, Workspace
from graphbuild.store.linked import QuotesInTurn, entities_with_articles, most_linked

from .report import Progress, tell_nobody
from .settings import Settings, remembered
from .too_large import MOST_EDGES, MOST_NAMES, is_too_large

if TYPE_CHECKING:
    import networkx as nx


def write_views(output: str | Path = "output", progress: Progress | None = None) -> None:
    """Write graph.html and graph.graphml anew from the graph in `output`.

    Raises StoreError where there is no graph or where a build is at work.

    Example
    -------
    >>> write_views("output")        # doctest: +SKIP
    """
    workspace = Workspace(output)
    with workspace.locked(), workspace.open_reader() as reader:
        draw_views(workspace, reader, progress or tell_nobody, remembered(output))
        workspace.publish_views()


def draw_views(workspace: Workspace, reader: Reader, tell: Progress, settings: Settings) -> None:
    """Write the views of what `reader` holds beside the published ones.

    The page of a graph that is too large for one (`is_too_large`) shows its most linked names and says so; its GraphML
    is whole.
    """
    tell("writing the page", 0, None)
    counts = reader.counts()
    names = sum(counts[kind] for kind in EntityKind)
    drawn = _part(reader, names) if is_too_large(names, counts["edges"]) else _whole(reader)
    beside = (workspace.building(workspace.evidence), workspace.evidence.name)
    title = settings.name or "graphbuild"
    write_page(
        drawn.graph,
        drawn.quotes,
        workspace.building(workspace.page),
        title=title,
        language=settings.language,
        conflicts=drawn.conflicts,
        beside=beside,
        part_of=drawn.part_of,
    )
    # The largest thing in memory goes before the rest is written.
    del drawn
    write_graphml_rows(_nodes(reader), _edges(reader), workspace.building(workspace.graphml))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the page is made of; `part_of` is the number of all names where it shows a part of them, else 0."""

    graph: nx.MultiDiGraph[str]
    quotes: Mapping[str, Quote]
    conflicts: Sequence[Conflict]
    part_of: int = 0


def _whole(reader: Reader) -> _Drawn:
    graph = build_graph(reader.entities(), reader.edges())
    conflicts = reader.conflicts()
    quotes = reader.quotes() | reader.quotes([side.claim for one in conflicts for side in (one.one, one.other)])
    return _Drawn(with_doubts(graph, reader.doubtful()), quotes, conflicts)


def _part(reader: Reader, names: int) -> _Drawn:
    """The names with most edges, with what lies between them."""
    ids, numbers = most_linked(reader, MOST_NAMES, MOST_EDGES)
    edges = reader.edges(numbers)
    conflicts = reader.conflicts(ids)
    claims = [claim for edge in edges for claim in edge.claims]
    claims += [side.claim for one in conflicts for side in (one.one, one.other)]
    graph = build_graph(entities_with_articles(reader, ids), edges)
    doubts = [pair for pair in reader.doubtful(ids) if pair.a in graph and pair.b in graph]
    return _Drawn(with_doubts(graph, doubts), QuotesInTurn(reader, claims), conflicts, names)


def _nodes(reader: Reader) -> Iterator[tuple[str, dict[str, Any]]]:
    for id, kind, name, attributes, aliases in reader.entity_rows():
        yield id, {**attributes, "kind": kind, "name": name, "aliases": aliases}


def _edges(reader: Reader) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for source, target, relation, key, attributes, claims, count, first, last in reader.edge_rows():
        own = {"relation": relation, "claims": claims, "count": count, "first": first, "last": last}
        yield source, target, f"{relation}|{key}", {**attributes, **own}
