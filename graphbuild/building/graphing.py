"""From the claims in a store to a published graph: the half of a build that reads no text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from graphbuild.errors import StoreError
from graphbuild.explorer import write_page
from graphbuild.export import write_graphml
from graphbuild.graph import build_graph, with_doubts
from graphbuild.model import Entity, EntityKind
from graphbuild.resolve import Judgements, Resolution, resolve
from graphbuild.resources import Gazetteer, load_gazetteer
from graphbuild.store import Build, Workspace
from graphbuild.text import compare_key

from .report import Progress

FILES = "gazetteer_files"
"""Under this name the store remembers the user's own gazetteer files, as JSON."""


def put_graph(
    workspace: Workspace, store: Build, names: Gazetteer, judgements: Judgements, tell: Progress
) -> Resolution:
    """Resolve what `store` holds and write the graph into it, and its views beside the published ones."""
    tell("resolving names", 0, None)
    known = store.reader
    resolution = resolve(known.claim_sets(), known.assigned(), names, judgements, known.former())
    store.put_resolution(resolution)
    store.put_expansions(_expansions(resolution.entities, names), sorted(_abbreviations(names)))
    store.set_meta({FILES: json.dumps([str(Path(file).resolve()) for file in names.extra])})
    tell("writing the page", 0, None)
    graph = build_graph(resolution.entities, resolution.edges)
    full = with_doubts(graph, resolution.doubtful)
    write_page(full, known.quotes(), workspace.building(workspace.page))
    write_graphml(graph, workspace.building(workspace.graphml))
    return resolution


def publish(workspace: Workspace, store: Build) -> None:
    """Make the graph and its views the published ones."""
    store.publish()
    for view in (workspace.page, workspace.graphml):
        workspace.building(view).replace(view)


def apply_judgements(output: str | Path, progress: Progress | None = None) -> Resolution:
    """Bring the graph in `output` up to date with its file of judgements; no article is read again.

    Raises JudgementError for a file that is not right, StoreError where there is no graph, where another build is at
    work, or where the gazetteer is no longer the one that the graph was built with.
    """
    workspace = Workspace(output)
    judgements = workspace.judgements.load()
    workspace.open_reader().close()
    with workspace.begin_build() as store:
        tell = progress or _tell_nobody
        resolution = put_graph(workspace, store, _gazetteer_of(store, workspace), judgements, tell)
        tell("publishing", 0, None)
        publish(workspace, store)
    return resolution


def _gazetteer_of(store: Build, workspace: Workspace) -> Gazetteer:
    """The gazetteer that the claims were made with."""
    meta = store.reader.meta()
    names = load_gazetteer([Path(file) for file in json.loads(meta[FILES])])
    if names.digest != meta["gazetteer"]:
        raise StoreError(
            "the gazetteer has changed since this graph was built", where=str(workspace.folder), do="build it again"
        )
    return names


def _expansions(entities: Iterable[Entity], names: Gazetteer) -> dict[str, str]:
    forms = {form for entity in entities if entity.kind is EntityKind.UNIT for form in (entity.name, *entity.aliases)}
    return {form: names.expand(form) for form in sorted(forms)}


def _abbreviations(names: Gazetteer) -> set[str]:
    return {word for short in names.abbreviations for word in compare_key(short.short).split()}


def _tell_nobody(doing: str, done: int, of: int | None) -> None:
    pass
