"""The page and the GraphML of a published graph: written from the store, apart from what changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from heapq import merge
from pathlib import Path
from typing import Any

from graphbuild.explorer import ReadyEvidence, make_table, write_page, write_page_of_table
from graphbuild.explorer.overview import ALL_DRAWN
from graphbuild.exporters import write_graphml_rows
from graphbuild.graph import build_graph, with_doubts
from graphbuild.graph.doubts import doubt_row
from graphbuild.model import Conflict, EntityKind
from graphbuild.resolve.spread import spread
from graphbuild.resources.collector import collector_paused
from graphbuild.store import Reader, Workspace
from graphbuild.store.linked import edges_numbered, most_linked, names_linked
from graphbuild.store.row_by_row import edge_rows, entity_rows
from graphbuild.store.told_by import told_by
from graphbuild.store.workspace import open_store

from .report import Progress, tell_nobody
from .settings import Settings, remembered
from .too_large import MOST_EDGES, MOST_NAMES, is_too_large

APART_FROM = 30_000
"""The views of a graph of so many edges take longer than processes take to start."""


def write_views(output: str | Path = "output", progress: Progress | None = None) -> None:
    """Write graph.html and graph.graphml anew from the graph in `output`.

    Raises StoreError where there is no graph or where a build is at work.

    Example
    -------
    >>> write_views("output")        # doctest: +SKIP
    """
    workspace = Workspace(output)
    with workspace.locked():
        workspace.open_reader().close()
        draw_views(workspace, workspace.database, progress or tell_nobody, remembered(output))
        workspace.publish_views()


def draw_views(workspace: Workspace, database: Path, tell: Progress, settings: Settings, jobs: int = 1) -> None:
    """Write the views of the graph in the file `database` beside the published ones.

    The page of a graph that is too large for one (`is_too_large`) shows its most linked names and says so; its GraphML
    is whole. The two of a large graph are written at the same time where there may be two processes.

    Parameters
    ----------
    database: a store that nobody writes to. jobs: processes to work in; 1 is this one.
    """
    tell("writing the page", 0, None)
    with open_store(database) as reader:
        edges = reader.counts()["edges"]
    drawing = Drawing(
        database=database,
        page=workspace.building(workspace.page),
        graphml=workspace.building(workspace.graphml),
        beside=(workspace.building(workspace.evidence), workspace.evidence.name),
        title=settings.name or "graphbuild",
        language=settings.language,
    )
    # The page is for this process, which reuses the memory that resolving needed.
    draw_page = cache(partial(_draw_page, drawing))
    for _ in spread([drawing], _graphml_drawer, jobs if edges >= APART_FROM else 1, waiting=draw_page):
        pass
    draw_page()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn, and where: all that a process needs to be told.

    Attributes
    ----------
    database: the store. page, graphml: the files. beside: the folder of the sentences, and its name beside the page.
    title, language: of the page.
    """

    database: Path
    page: Path
    graphml: Path
    beside: tuple[Path, str]
    title: str
    language: str


def _graphml_drawer() -> Callable[[Drawing], Path]:
    return _draw_graphml


def _draw_graphml(drawing: Drawing) -> Path:
    with collector_paused(), open_store(drawing.database, _spill(drawing.graphml)) as reader:
        write_graphml_rows(_nodes(reader), _edges(reader), drawing.graphml)
    return drawing.graphml


def _draw_page(drawing: Drawing) -> None:
    told = {"title": drawing.title, "language": drawing.language}
    with collector_paused(), open_store(drawing.database, _spill(drawing.page)) as reader:
        counts = reader.counts()
        names = sum(counts[kind] for kind in EntityKind)
        if names > ALL_DRAWN or is_too_large(names, counts["edges"]):
            part_of = names if is_too_large(names, counts["edges"]) else 0
            _draw_table(reader, drawing.page, part_of, beside=drawing.beside, **told)
            return
        graph = build_graph(reader.entities(), reader.edges())
        conflicts = reader.conflicts()
        quotes = reader.quotes() | reader.quotes(_sides(conflicts))
        shown = with_doubts(graph, reader.doubtful())
        write_page(shown, quotes, drawing.page, conflicts=conflicts, beside=drawing.beside, **told)


def _spill(view: Path) -> Path:
    """Where DuckDB may put what does not fit into memory; what a killed build leaves of it goes with its views."""
    return view.with_name(f"{view.name}.spill")


def _draw_table(
    reader: Reader, page: Path, part_of: int, *, title: str, language: str, beside: tuple[Path, str]
) -> None:
    """The page of the names with most edges, at most as many as a page has, and of what lies between them.

    `part_of`: how many names there are if those are not all, else 0.
    """
    ids, numbers = most_linked(reader, MOST_NAMES, MOST_EDGES)
    nodes: dict[str, dict[str, Any]] = {}
    articles = []
    for id, attributes, named in names_linked(reader, ids):
        nodes[id] = attributes
        articles.append(named)
    doubts = [doubt_row(pair) for pair in reader.doubtful(ids) if pair.a in nodes and pair.b in nodes]
    edges = merge(edges_numbered(reader, numbers), sorted(doubts, key=_place), key=_place)
    table = make_table(nodes, edges, articles)
    conflicts = reader.conflicts(ids)
    evidence = ReadyEvidence(told_by(reader, numbers, _sides(conflicts)))
    write_page_of_table(
        table, evidence, page, title=title, language=language, conflicts=conflicts, beside=beside, part_of=part_of
    )


def _place(row: tuple[str, str, str, dict[str, Any]]) -> tuple[str, str, str]:
    """Where an edge stands: by source, target and key."""
    return row[:3]


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
