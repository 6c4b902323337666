"""A build from beginning to end: sources in, one published graph out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from graphbuild.engines import Dask
from graphbuild.engines.limits import PATIENCE, checked_patience
from graphbuild.errors import UsageError
from graphbuild.model import EntityKind
from graphbuild.readers import is_address
from graphbuild.resources import load_gazetteer
from graphbuild.store import Parts, Reader, Workspace

from .fingerprint import program_digest
from .graphing import put_graph
from .intake import Intake
from .report import BuildReport, Progress, tell_nobody
from .settings import find_settings, remember
from .shares import STDIN
from .sharing import Left, read_sources
from .standing import drawn_with, still_stands
from .views import draw_views

PARTS = ".graphbuild.parts"
"""The folder of the output in which finished parts lie until the graph is published."""


def build(
    sources: str | Path | Sequence[str | Path],
    output: str | Path = "output",
    *,
    jobs: int | None = None,
    engine: Dask | None = None,
    gazetteer: Sequence[str | Path] = (),
    ner: bool = True,
    prune: bool = False,
    settings: str | Path | None = None,
    patience: float = PATIENCE,
    progress: Progress | None = None,
) -> BuildReport:
    """Read, extract, resolve, write; articles that the graph has already and that are unchanged are not read again.

    Whatever ends a build, the articles that it has read are kept, and the next one goes on from there. Where nothing
    has changed since the last one, nothing is written.

    Parameters
    ----------
    sources: files and folders of articles, addresses that fsspec knows (s3://bucket/articles); '-' is standard input.
    output: the folder of the graph; made where it is missing. The graph in it is replaced whole in the end.
    jobs: number of processes; None is one for few articles, else one a processor.
    engine: a Dask cluster to read the articles on, in place of processes of this machine.
    gazetteer: folders and files laid over the gazetteer of the program, and names of shipped packs ('en').
    ner: let the statistical NER name what no rule explains.
    prune: forget articles of earlier builds that are not among the sources.
    settings: the file of the collection's settings; None looks for a graphbuild.toml in `output`, then in the sources.
    patience: seconds that one article may take; one that takes longer is tried once more and then a failure.
    progress: told how far the build is.

    Raises UsageError if none of the sources exists, two of them have settings, or both jobs and an engine are given,
    StoreError if the output folder cannot be written or another build is at work in it, ResourceError for a file of the
    gazetteer or of settings that is not right, JudgementError for a file of judgements (output/judgements.toml) that is
    not, GraphbuildError where a cluster is not reached. An article that cannot be read is a failure in the report.

    Example
    -------
    >>> report = build(["articles/"], "output")     # doctest: +SKIP
    >>> report.new, report.failed                   # doctest: +SKIP
    (120, 0)
    >>> build(["s3://bucket/articles"], engine=Dask("tcp://10.0.0.1:8786", parts="s3://bucket/parts"))  # doctest: +SKIP
    """
    chosen = [sources] if isinstance(sources, str | Path) else list(sources)
    if engine and jobs is not None:
        raise UsageError("jobs are processes of this machine", do="give an engine its workers instead")
    if not any(is_address(str(source)) or str(source) == STDIN or Path(source).exists() for source in chosen):
        raise UsageError("no such file or folder", where=", ".join(map(str, chosen)), do="name folders of articles")
    checked_patience(patience)
    held = find_settings(chosen, output, settings)
    extra = tuple(Path(file) for file in (*held.gazetteer, *gazetteer))
    tell = progress or tell_nobody
    workspace = Workspace(output)
    judgements = workspace.judgements.load()
    with workspace.locked(), ExitStack() as keep:
        names = load_gazetteer(extra)
        made_with = {"gazetteer": names.digest, "program": program_digest(), "ner": "on" if ner else "off"}
        parts = Parts(str(engine.parts if engine and engine.parts is not None else workspace.folder / PARTS))
        is_ours = engine is None or engine.parts is None
        left = Left(parts, made_with, extra, ner, patience, engine, jobs)
        with _published(workspace) as before:
            intake = _begin_intake(workspace, before, left, clear=is_ours)
            read = read_sources(left, chosen, intake, before, prune=prune, progress=progress)
            gone = intake.gone(before.sources() if before else {})
            if (
                before
                and not (prune and gone)
                and still_stands(workspace, before, intake, made_with, names, judgements, held)
            ):
                if is_ours:
                    parts.remove()
                return _report(workspace, before, intake, len(gone))
        store = keep.enter_context(workspace.begin_locked())
        store.set_meta({**made_with, **drawn_with()})
        store.put_parts(parts, read, intake.taken)
        for id in intake.failed:
            store.distrust(id)
        if prune:
            store.remove(gone)
        store.set_failures((failed.source, failed.error) for failed in intake.failures)
        processes = jobs or os.cpu_count() or 1
        put_graph(store, names, workspace.judgements.load(), tell, processes)
        report = _report(workspace, store.reader, intake, len(gone))
        draw_views(workspace, store.finish(), tell, held, processes)
        workspace.mark_views_older()
        store.publish()
        remember(held, workspace.folder)
        workspace.publish_views()
        if is_ours:
            parts.remove()
    return report


def kept_articles(output: str | Path) -> int:
    """How many articles a build that was stopped has read, so that the next one need not.

    Example
    -------
    >>> kept_articles("no-such-folder")
    0
    """
    return Parts(str(Workspace(output).folder / PARTS)).count()


@contextmanager
def _published(workspace: Workspace) -> Iterator[Reader | None]:
    """The graph that is there, None where there is none yet."""
    if not workspace.database.exists():
        yield None
        return
    with workspace.open_reader() as reader:
        yield reader


def _begin_intake(workspace: Workspace, before: Reader | None, left: Left, *, clear: bool) -> Intake:
    """Compare what is at work now to what the articles of the store and of finished parts were read with.

    `clear`: parts that were made with something else are nobody's, and are removed.
    """
    meta = before.meta() if before else {}
    finished: dict[str, list[tuple[str, str]]] = {}
    for id, digest, part in left.parts.kept(left.made_with):
        finished.setdefault(id, []).append((digest, part))
    if clear:
        left.parts.remove(but={part for found in finished.values() for _, part in found})
    return Intake(
        before.digests() if before else {},
        outdated=any(meta.get(name) != value for name, value in left.made_with.items()),
        skip=(workspace.database, workspace.page, workspace.graphml),
        finished=finished,
    )


def _report(workspace: Workspace, held: Reader, intake: Intake, gone: int) -> BuildReport:
    counts = held.counts()
    return BuildReport(
        new=intake.new,
        changed=intake.changed,
        unchanged=intake.unchanged,
        reread=intake.reread,
        kept=intake.kept,
        gone=gone,
        failures=tuple(sorted(intake.failures, key=lambda failed: failed.source)),
        documents=counts["documents"],
        persons=counts[EntityKind.PERSON],
        units=counts[EntityKind.UNIT],
        events=counts[EntityKind.EVENT],
        places=counts[EntityKind.PLACE],
        edges=counts["edges"],
        page=workspace.page,
        graphml=workspace.graphml,
        database=workspace.database,
    )
