"""The page and the GraphML of a published graph: written from the store, apart from what changes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graphbuild.explorer import make_table, write_page, write_page_of_part
from graphbuild.exporters import write_graphml_rows
from graphbuild.graph import build_graph, with_doubts
from graphbuild.graph.doubts import doubt_row
from graphbuild.model import Conflict, EntityKind
from graphbuild.resources.collector import collector_paused
from graphbuild.store import Reader, Workspace
from graphbuild.store.linked import QuotesInTurn, edges_numbered, entities_with_articles, most_linked
from graphbuild.store.row_by_row import edge_rows, entity_rows

from .report import Progress, tell_nobody
from .settings import Settings, remembered
from .too_large import MOST_EDGES, MOST_NAMES, is_too_large


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
    page = workspace.building(workspace.page)
    title = settings.name or "graphbuild"
    beside = (workspace.building(workspace.evidence), workspace.evidence.name)
    if is_too_large(names, counts["edges"]):
        with collector_paused():
            _draw_part(reader, page, names, title=title, language=settings.language, beside=beside)
    else:
        graph = build_graph(reader.entities(), reader.edges())
        conflicts = reader.conflicts()
        quotes = reader.quotes() | reader.quotes(_sides(conflicts))
        shown = with_doubts(graph, reader.doubtful())
        write_page(shown, quotes, page, title=title, language=settings.language, conflicts=conflicts, beside=beside)
        del graph, quotes, shown
    write_graphml_rows(_nodes(reader), _edges(reader), workspace.building(workspace.graphml))


def _draw_part(reader: Reader, page: Path, names: int, *, title: str, language: str, beside: tuple[Path, str]) -> None:
    """The page of the names with most edges, and of what lies between them."""
    ids, numbers = most_linked(reader, MOST_NAMES, MOST_EDGES)
    nodes = {
        entity.id: {
            **entity.attributes,
            "kind": entity.kind.value,
            "name": entity.name,
            "aliases": entity.aliases,
            "members": entity.members,
        }
        for entity in entities_with_articles(reader, ids)
    }
    doubts = [doubt_row(pair) for pair in reader.doubtful(ids) if pair.a in nodes and pair.b in nodes]
    edges = [*edges_numbered(reader, numbers), *doubts]
    edges.sort(key=lambda row: row[:3])
    table = make_table(nodes, edges)
    conflicts = reader.conflicts(ids)
    quotes = QuotesInTurn(reader, [claim for *_, data in edges for claim in data["claims"]] + _sides(conflicts))
    del edges
    write_page_of_part(
        table, quotes, page, title=title, language=language, conflicts=conflicts, beside=beside, part_of=names
    )


def _sides(conflicts: Iterable[Conflict]) -> list[str]:
    """The claims that contradict each other."""
    return [side.claim for one in conflicts for side in (one.one, one.other)]


def _nodes(reader: Reader) -> Iterator[tuple[str, dict[str, Any]]]:
    for id, kind, name, attributes, aliases in entity_rows(reader):
        yield id, {**attributes, "kind": kind, "name": name, "aliases": aliases}


def _edges(reader: Reader) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for source, target, relation, key, attributes, claims, count, first, last in edge_rows(reader):
        own = {"relation": relation, "claims": claims, "count": count, "first": first, "last": last}
        yield source, target, f"{relation}|{key}", {**attributes, **own}
