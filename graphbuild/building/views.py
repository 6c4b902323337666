"""The page and the GraphML of a published graph: written from the store, apart from what changes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphbuild.explorer import write_page
from graphbuild.exporters import write_graphml_rows
from graphbuild.graph import build_graph, with_doubts
from graphbuild.store import Reader, Workspace

from .report import Progress, tell_nobody
from .settings import Settings, remembered


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
    """Write the views of what `reader` holds beside the published ones."""
    tell("writing the page", 0, None)
    graph = build_graph(reader.entities(), reader.edges())
    conflicts = reader.conflicts()
    quotes = reader.quotes() | reader.quotes([side.claim for one in conflicts for side in (one.one, one.other)])
    page = workspace.building(workspace.page)
    beside = (workspace.building(workspace.evidence), workspace.evidence.name)
    shown = with_doubts(graph, reader.doubtful())
    title = settings.name or "graphbuild"
    write_page(shown, quotes, page, title=title, language=settings.language, conflicts=conflicts, beside=beside)
    write_graphml_rows(_nodes(reader), _edges(reader), workspace.building(workspace.graphml))


def _nodes(reader: Reader) -> Iterator[tuple[str, dict[str, Any]]]:
    for id, kind, name, attributes, aliases in reader.entity_rows():
        yield id, {**attributes, "kind": kind, "name": name, "aliases": aliases}


def _edges(reader: Reader) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for source, target, relation, key, attributes, claims, count, first, last in reader.edge_rows():
        own = {"relation": relation, "claims": claims, "count": count, "first": first, "last": last}
        yield source, target, f"{relation}|{key}", {**attributes, **own}
