"""Taking articles out of a published graph, with all that hung on them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from pathlib import Path

from graphbuild.answers import Answer, Displayed, Row, Section
from graphbuild.model import EntityKind
from graphbuild.readers import is_address
from graphbuild.resolve import Judgement, Judgements, NotAPerson, PairJudgement, ParentJudgement, WrongClaim
from graphbuild.store import Parts, Reader, Workspace
from graphbuild.store.without import articles_in, edges_only_in, names_only_in

from .article_names import ROW, ArticleNames
from .collection import PARTS
from .graphing import gazetteer_of, put_graph
from .judging import in_effect
from .report import Progress, tell_nobody
from .views import write_views

COPYING = "writing the rest"


@dataclass(frozen=True, slots=True)
class ForgottenArticle:
    """An article that goes: the file that it was read from, '' for a title or date that it does not have."""

    id: str
    source: str
    title: str
    published: str
    claims: int


@dataclass(frozen=True, slots=True)
class ForgottenName:
    """A person, unit, event or place that no article names any more."""

    id: str
    kind: EntityKind
    name: str


@dataclass(frozen=True, slots=True)
class IdleJudgement:
    """A judgement, by its number in the file, that has nothing to say while the articles are gone."""

    entry: int
    says: str


@dataclass(frozen=True, slots=True, repr=False)
class Forgotten(Displayed):
    """What was taken out of a graph, or would be.

    Attributes
    ----------
    articles: by id. names: what only they name, by id. edges: how many edges only they tell of.
    judgements: those that were in effect and are not any more; they stay in the file and hold again when what they
        name comes back.
    still_there: how many of the articles still lie where they were read; a build of that place reads them again.
    left: how many articles stay.
    dry_run: True if nothing was done.
    """

    articles: tuple[ForgottenArticle, ...]
    names: tuple[ForgottenName, ...]
    edges: int
    judgements: tuple[IdleJudgement, ...]
    still_there: int
    left: int
    dry_run: bool

    @property
    def claims(self) -> int:
        """How many claims the articles make."""
        return sum(article.claims for article in self.articles)

    def of_kind(self, kind: EntityKind) -> int:
        """How many persons, units, events or places go."""
        return Counter(name.kind for name in self.names)[kind]

    def answer(self) -> Answer:
        """As tables: the articles, the names that go with them, and judgements without effect."""
        articles = [Row((a.id, a.published, a.title, a.claims, a.source)) for a in self.articles]
        names = [Row((name.name, name.kind, name.id)) for name in self.names]
        idle = [Row((one.entry, one.says)) for one in self.judgements]
        sections = (
            Section(("article", "date", "title", "claims", "read from"), articles, "Articles"),
            Section(("name", "kind", "id"), names, "Named by these alone"),
            Section(("entry", "judgement"), idle, "Judgements that wait"),
        )
        numbers = {"edges": self.edges, "articles left": self.left, "still where they were read": self.still_there}
        return Answer(self.as_dict(), sections, fields=tuple(numbers.items()))

    def as_dict(self) -> dict[str, object]:
        """The same as values that JSON can hold."""
        return asdict(self) | {"claims": self.claims}


def forget(
    sources: str | Path | Sequence[str | Path],
    output: str | Path = "output",
    *,
    dry_run: bool = False,
    views: bool = True,
    progress: Progress | None = None,
) -> Forgotten:
    """Take articles out of the graph in `output`, with their claims and all that hung on them alone.

    What is left is resolved again, so that it is the graph of a build that never read them, but for ids: these stay
    as they are, and the ones that go are kept for the articles, should they come back. The texts leave the file.
    The articles' files are not touched, and a later build of their folder reads them again.

    Parameters
    ----------
    sources: files and folders that articles were read from, ids of articles or folders that ids begin with, or
        patterns of either ('articles/2021-*'); each is taken for the first of these that it is.
    output: the folder of the graph.
    dry_run: do nothing, and tell what would go.
    views: write the page and the GraphML anew; without it they go on showing what was forgotten, until
        `write_views`, a judgement or a build writes them.
    progress: told how far it is.

    Raises NotFoundError if one of `sources` stands for no article, and then forgets none; OpenError where there is
    no graph; StoreError where a build is at work, where the disk is full, or where the gazetteer is no longer the one
    that the graph was built with; JudgementError for a file of judgements that is not right.

    Example
    -------
    >>> forget("articles/a.txt", "output", dry_run=True).left       # doctest: +SKIP
    41
    """
    wanted = [str(one) for one in ([sources] if isinstance(sources, str | Path) else sources)]
    workspace = Workspace(output)
    if dry_run:
        with workspace.open_reader() as reader:
            return _found(reader, wanted, workspace.judgements.load(), dry_run=True)
    tell = progress or tell_nobody
    # Looked at before the lock is taken, which makes the folder where it is missing.
    workspace.open_reader().close()
    with workspace.locked():
        judgements = workspace.judgements.load()
        with workspace.open_reader() as reader:
            found = _found(reader, wanted, judgements, dry_run=False)
            names = gazetteer_of(reader, workspace)
        tell(COPYING, 0, None)
        with workspace.begin_without([article.id for article in found.articles]) as store:
            put_graph(store, names, judgements, tell)
            _remove_parts(workspace, store.reader.meta(), {article.id for article in found.articles})
            tell("publishing", 0, None)
            workspace.mark_views_older()
            store.publish()
    if views:
        write_views(output, progress)
    return found


def _found(reader: Reader, wanted: Sequence[str], judgements: Judgements, *, dry_run: bool) -> Forgotten:
    sources = reader.sources()
    gone = ArticleNames(sources).find_all(wanted)
    return Forgotten(
        articles=tuple(ForgottenArticle(*row) for row in articles_in(reader, gone)),
        names=tuple(ForgottenName(id, EntityKind(kind), name) for id, kind, name in names_only_in(reader, gone)),
        edges=edges_only_in(reader, gone),
        judgements=tuple(_idle(reader, gone, judgements)),
        still_there=sum(_is_there(sources[id]) for id in gone),
        left=len(sources) - len(gone),
        dry_run=dry_run,
    )


def _remove_parts(workspace: Workspace, meta: Mapping[str, str], gone: Set[str]) -> None:
    """What a build that was stopped has read of the articles goes too; the others of these parts are read again."""
    parts = Parts(str(workspace.folder / PARTS))
    made_with = {name: meta[name] for name in ("gazetteer", "program", "ner") if name in meta}
    kept = [(id, part) for id, _, part in parts.kept(made_with)]
    parts.remove(but={part for _, part in kept} - {part for id, part in kept if id in gone})


def _idle(reader: Reader, gone: Set[str], judgements: Judgements) -> Iterator[IdleJudgement]:
    for one in judgements.all:
        touched = not gone.isdisjoint(_documents(one))
        if touched and in_effect(reader, one) and not in_effect(reader, one, gone):
            yield IdleJudgement(one.signed.entry, str(one))


def _documents(judgement: Judgement) -> set[str]:
    """Ids of the articles that it names."""
    match judgement:
        case PairJudgement(a=one, b=other) | ParentJudgement(unit=one, parent=other):
            return {document for side in (one, other) for document, _ in side.records}
        case NotAPerson(document=document) | WrongClaim(document=document):
            return {document}


def _is_there(source: str) -> bool:
    """True for a file of this machine that is there; what lies elsewhere is not looked for."""
    return not is_address(source) and Path(ROW.sub("", source)).exists()
