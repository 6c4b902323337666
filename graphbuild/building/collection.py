"""A build from beginning to end: sources in, one published graph out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import chain
from pathlib import Path

from graphbuild import engines
from graphbuild.engines import Dask, Outcome
from graphbuild.errors import UsageError
from graphbuild.model import Document, EntityKind, Extraction
from graphbuild.readers import Item, find_items, is_address
from graphbuild.resources import Gazetteer, load_gazetteer
from graphbuild.store import Build, Workspace

from .article import Read, failure, prepare
from .fingerprint import program_digest
from .graphing import put_graph
from .intake import Intake, size_of
from .report import BuildReport, Progress, tell_nobody
from .settings import find_settings, remember
from .sharing import parts_for, put_shared
from .views import draw_views

STDIN = "-"


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
    progress: Progress | None = None,
) -> BuildReport:
    """Read, extract, resolve, write; articles that the graph has already and that are unchanged are not read again.

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
    held = find_settings(chosen, output, settings)
    extra = tuple(Path(file) for file in (*held.gazetteer, *gazetteer))
    tell = progress or tell_nobody
    workspace = Workspace(output)
    workspace.judgements.load()
    with ExitStack() as keep:
        store = keep.enter_context(workspace.begin_build())
        names = load_gazetteer(extra)
        intake = _begin_intake(workspace, store, names, ner=ner)
        if engine:
            parts = keep.enter_context(parts_for(workspace, engine))
            put_shared(chosen, store, intake, engine, parts, gazetteer=extra, ner=ner, prune=prune, tell=tell)
        else:
            _put_local(chosen, store, intake, partial(prepare, extra, ner=ner), jobs, prune=prune, progress=progress)
        gone = intake.gone(store.reader.sources())
        if prune:
            store.remove(gone)
        store.set_failures((failed.source, failed.error) for failed in intake.failures)
        put_graph(store, names, workspace.judgements.load(), tell)
        draw_views(workspace, store.reader, tell, held)
        report = _report(workspace, store, intake, len(gone))
        workspace.mark_views_older()
        store.publish()
        remember(held, workspace.folder)
        workspace.publish_views()
    return report


def _begin_intake(workspace: Workspace, store: Build, names: Gazetteer, *, ner: bool) -> Intake:
    """Compare what the store's claims were made with to what is at work now, and remember the latter."""
    made_with = {"gazetteer": names.digest, "program": program_digest(), "ner": "on" if ner else "off"}
    before = store.reader.meta()
    outdated = any(before.get(name) != value for name, value in made_with.items())
    store.set_meta(made_with)
    own_files = (workspace.database, workspace.page, workspace.graphml)
    return Intake(store.reader.digests(), outdated=outdated, skip=own_files)


def _put_local(
    sources: Sequence[str | Path],
    store: Build,
    intake: Intake,
    work: Callable[[], Read],
    jobs: int | None,
    *,
    prune: bool,
    progress: Progress | None,
) -> None:
    """Read the sources in processes of this machine, and put what the articles say into the store."""
    articles: Iterable[Item | Document]
    articles = intake.to_read(find_items(sources), size_of(sources) if progress else None, progress or tell_nobody)
    if not prune:
        articles = chain(articles, _outdated(store, intake))
    _put_all(engines.run(articles, work, jobs), store, intake)


def _outdated(store: Build, intake: Intake) -> Iterator[Document]:
    """After the last item: the stored articles that the sources do not hold, if they are to be read again."""
    if intake.outdated:
        yield from store.reader.documents(intake.gone(store.reader.sources()))


def _put_all(outcomes: Iterable[Outcome[Item | Document, Extraction]], store: Build, intake: Intake) -> None:
    """Put what the articles say into the store, and what failed into the intake."""
    sources = store.reader.sources()
    for outcome in outcomes:
        article = outcome.item
        source = article.source if isinstance(article, Item) else sources[article.id]
        if outcome.value is None:
            intake.failures.append(failure(source, outcome.error))
            store.distrust(article.id)
        else:
            store.put(outcome.value, source)
            intake.count(article.id, article.digest)
    store.flush()


def _report(workspace: Workspace, store: Build, intake: Intake, gone: int) -> BuildReport:
    counts = store.reader.counts()
    return BuildReport(
        new=intake.new,
        changed=intake.changed,
        unchanged=intake.unchanged,
        reread=intake.reread,
        gone=gone,
        failures=tuple(intake.failures),
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
