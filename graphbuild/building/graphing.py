"""From the claims in a store to a published graph: the half of a build that reads no text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from graphbuild.errors import StoreError
from graphbuild.model import Entity, EntityKind
from graphbuild.resolve import Change, Judgements, resolve, resolve_again, touched_blocks, with_linked
from graphbuild.resources import Gazetteer, load_gazetteer
from graphbuild.resources.collector import collector_paused
from graphbuild.store import Build, ClaimStream, Reader, Workspace, judged, read_part, sharing_ids
from graphbuild.text import compare_key

from .fingerprint import RESOLVING, program_digest
from .names import LAID_OVER, forms_in, spelling
from .report import Progress, tell_nobody

RESOLVER = "resolver"
"""Under this name the store remembers what resolved its claims, as a digest."""


def put_graph(store: Build, names: Gazetteer, judgements: Judgements, tell: Progress, jobs: int = 1) -> None:
    """Resolve what `store` holds and write the graph into it; `jobs`: processes to work in, 1 is this one."""
    tell("resolving names", 0, None)
    known = store.reader
    with collector_paused():
        before = known.assigned(), known.former()
        resolution = store.put_resolution(
            lambda put: resolve(ClaimStream(known), before[0], names, judgements, before[1], put, jobs)
        )
    store.put_expansions(_expansions(resolution.entities, names), sorted(_abbreviations(names)))
    store.put_every_form(*spelling(store.reader))
    store.set_judged(judgements)
    store.set_meta({LAID_OVER: json.dumps(names.extra), RESOLVER: program_digest(RESOLVING)})


def apply_judgements(output: str | Path, progress: Progress | None = None) -> None:
    """Bring the graph in `output` up to date with its file of judgements; no article is read again.

    Where judgements about persons alone have come or gone, only persons of their names are resolved again. The page
    and the GraphML are left as they are: `Workspace.views_are_older` until `write_views` has written them anew.

    Raises JudgementError for a file that is not right, StoreError where there is no graph, where another build is at
    work, or where the gazetteer is no longer the one that the graph was built with.
    """
    workspace = Workspace(output)
    judgements = workspace.judgements.load()
    with workspace.open_reader() as reader:
        if _resolver(reader) == program_digest(RESOLVING) and judged(reader) == judgements:
            return
    tell = progress or tell_nobody

    def again() -> tuple[Gazetteer, Change | None]:
        with workspace.open_reader() as reader:
            names = gazetteer_of(reader, workspace)
            blocks = _to_resolve_again(reader, judgements)
            if blocks is None:
                return names, None
            tell("resolving names", 0, None)
            return names, resolve_again(read_part(reader, blocks), judgements, names)

    with workspace.begin_change(again) as (store, (names, change)):
        if change is None:
            put_graph(store, names, judgements, tell)
        else:
            store.put_change(change)
            told = {one.id for one in change.entities}
            store.put_forms(forms_in(store.reader, told), told.union(change.gone))
            store.set_judged(judgements)
        tell("publishing", 0, None)
        workspace.mark_views_older()
        store.publish()


def _resolver(reader: Reader) -> str | None:
    return reader.meta().get(RESOLVER)


def _to_resolve_again(reader: Reader, judgements: Judgements) -> frozenset[str] | None:
    """The blocks of names whose persons the judgements may change, None where more than persons may change."""
    if _resolver(reader) != program_digest(RESOLVING):
        return None
    obeyed = judged(reader)
    blocks = touched_blocks(obeyed, judgements)
    while blocks:
        more = with_linked(sharing_ids(reader, blocks), obeyed, judgements)
        if more == blocks:
            break
        blocks = more
    return blocks


def gazetteer_of(reader: Reader, workspace: Workspace) -> Gazetteer:
    """The gazetteer that the claims were made with. Raises StoreError where it has changed since."""
    meta = reader.meta()
    names = load_gazetteer([Path(file) for file in json.loads(meta[LAID_OVER])])
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
