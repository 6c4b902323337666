"""Judging a published graph: what is decided lands in the file of judgements and in the graph at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from graphbuild.errors import AmbiguousError, NotFoundError, StoreError, UsageError
from graphbuild.graph import SearchIndex
from graphbuild.model import Claim, Entity, EntityKind
from graphbuild.resolve import (
    Answer,
    Judgement,
    NotAPerson,
    PairJudgement,
    ParentJudgement,
    Side,
    Signed,
    WrongClaim,
    field_text,
    is_wrong,
)
from graphbuild.store import Reader, Workspace, judged

from .graphing import apply_judgements
from .opening import index_of
from .report import Progress
from .views import write_views

SHOWN = 3
"""Records of an entity that a judge is shown and that the judgement names, so that it outlives one of them."""

RECORD = "::"
"""Between an article's id and a name in it, where a record is meant: 'articles/a.txt::Lò Văn Thắm'."""


class Judging:
    """A published graph on which judgements are passed; close it, or use it in a `with` statement.

    Entities are given by name or id, or by one of their records as 'articles/a.txt::Lò Văn Thắm': that is how two
    that were joined wrongly are told apart. What is judged is in the file at once; `apply` brings it into the graph.

    Attributes
    ----------
    output: the folder of the graph. file: the file of judgements. reader: the published graph.

    Raises StoreError where there is no graph, JudgementError for a file of judgements that is not right.

    Example
    -------
    >>> with Judging("output") as judging:                                       # doctest: +SKIP
    ...     judging.pair("person/le-van-tuan", "person/le-van-tuan-2", Answer.SAME, Signed("Lan"))
    ...     judging.apply()
    """

    def __init__(self, output: str | Path) -> None:
        self.output = Path(output)
        self._workspace = Workspace(output)
        self.file = self._workspace.judgements
        self.file.load()
        self.reader: Reader = self._workspace.open_reader()
        self._index: SearchIndex | None = None

    def __enter__(self) -> Judging:
        return self

    def __exit__(self, *raised: object) -> None:
        self.reader.close()

    def pair(self, a: str, b: str, answer: Answer, signed: Signed) -> Judgement:
        """Judge that `a` and `b` are the same, are different, or that nobody can tell.

        Raises UsageError if they are of two kinds or one entity, JudgementError if that contradicts another judgement.
        """
        kind_a, side_a = self._side(a)
        kind_b, side_b = self._side(b, kind_a)
        if kind_a is not kind_b:
            raise UsageError(f"{side_a} is a {kind_a} and {side_b} a {kind_b}", do="judge two of one kind")
        if side_a.id == side_b.id and not (RECORD in a and RECORD in b and side_a.records != side_b.records):
            raise UsageError(f"{a!r} and {b!r} are one {kind_a}, {side_a.id}", do=self._how_to_part(side_a.id))
        return self._keep(PairJudgement(answer, kind_a, side_a, side_b, signed))

    def not_a_person(self, name: str, document: str, signed: Signed) -> Judgement:
        """Judge that `name` is no person's, in the article `document` or, where that is '', in any."""
        if not name.strip():
            raise UsageError("a name is needed", do="give the name as the articles have it")
        if document and document not in self.reader.sources():
            raise NotFoundError(f"no article has the id {document!r}", do="see graphbuild evidence for ids of articles")
        return self._keep(NotAPerson(self._person_name(name), document, signed))

    def parent(self, unit: str, parent: str, signed: Signed) -> Judgement:
        """Judge that `unit` is part of `parent` and of no other unit."""
        _, below = self._side(unit, EntityKind.UNIT)
        _, above = self._side(parent, EntityKind.UNIT)
        if below.id == above.id:
            raise UsageError(f"{unit!r} and {parent!r} are one unit, {below.id}", do="name its parent")
        return self._keep(ParentJudgement(below, above, signed))

    def wrong(self, claim: str, signed: Signed) -> Judgement:
        """Judge that the claim of this id, as `evidence` shows it, is wrong."""
        found = self.reader.claim(claim)
        if not found:
            raise NotFoundError(f"no claim has the id {claim!r}", do="see graphbuild evidence --json for ids of claims")
        document, said = found
        return self._keep(WrongClaim(document, said.kind, _says(said), signed))

    def take_back(self, entry: int | None = None) -> Judgement:
        """Take a judgement back by its number, or the last one."""
        last = len(self.file.load().all)
        return self.file.remove(last if entry is None and last else entry or 0)

    def in_effect(self, judgement: Judgement) -> bool:
        """False while what the judgement names is not among the articles, for instance because they are gone."""
        return in_effect(self.reader, judgement)

    def apply(self, progress: Progress | None = None, *, views: bool = True) -> None:
        """Bring the published graph up to date with the judgements; no article is read again.

        Parameters
        ----------
        progress: told how far it is.
        views: write the page and the GraphML too, once the graph is published. On a large graph that takes far longer
            than the judgement itself: leave it for when all is judged. Until then `views_are_older`.
        """
        self.reader.close()
        try:
            apply_judgements(self.output, progress)
        except StoreError as error:
            what = f"the judgements are kept but not yet in the graph: {error.what}"
            raise StoreError(what, where=error.where, do=error.do) from error
        finally:
            self.reader = self._workspace.open_reader()
            self._index = None
        if views and self.views_are_older:
            write_views(self.output, progress)

    @property
    def is_behind(self) -> bool:
        """True if the published graph does not obey the file of judgements as it is now; `apply` has it follow."""
        return judged(self.reader) != self.file.load()

    @property
    def views_are_older(self) -> bool:
        """True if the page or the GraphML does not show the graph as it is; `apply` writes them."""
        return self._workspace.views_are_older

    def _keep(self, judgement: Judgement) -> Judgement:
        entry = self.file.append(judgement)
        return replace(judgement, signed=replace(judgement.signed, entry=entry))

    def _side(self, name: str, kind: EntityKind | None = None) -> tuple[EntityKind, Side]:
        document, mark, key = name.partition(RECORD)
        if mark:
            ids = [id for id in self.reader.entities_of(document, key) if kind is None or self._kind(id) is kind]
            if not ids:
                raise NotFoundError(
                    f"no article {document!r} names {key!r}", do=f"give ARTICLE{RECORD}NAME as it has it"
                )
            if len(ids) > 1:
                raise AmbiguousError(f"{len(ids)} answer to {name!r}", [(id, key) for id in ids])
            return self._kind(ids[0]), Side(((document, key),), ids[0])
        entity = self._found(name, kind)
        return entity.kind, side_of(entity)

    def _found(self, name: str, kind: EntityKind | None) -> Entity:
        try:
            found = self.reader.entity(name)
        except KeyError:
            self._index = self._index or index_of(self.reader)
            found = self.reader.entity(self._index.find_one(name, kind))
        return found

    def _kind(self, id: str) -> EntityKind:
        return self.reader.entity(id).kind

    def _person_name(self, name: str) -> str:
        """The name of the person where an id is given, else what was given."""
        try:
            return self.reader.entity(name).name
        except KeyError:
            return name

    def _how_to_part(self, id: str) -> str:
        records = self.reader.members(id)[:5]
        return f"to tell them apart name two records of it: {', '.join(map(RECORD.join, records))}"


def in_effect(reader: Reader, judgement: Judgement, without: Collection[str] = ()) -> bool:
    """False while what the judgement names is not among the articles that `reader` holds, or in `without` alone."""
    match judgement:
        case PairJudgement(a=one, b=other) | ParentJudgement(unit=one, parent=other):
            sides = ([r for r in side.records if r[0] not in without] for side in (one, other))
            return all(any(reader.entities_of(*record) for record in records) for records in sides)
        case NotAPerson(document=document):
            return not document or (document in reader.sources() and document not in without)
        case WrongClaim(document=document):
            said = reader.claims_of(document) if document not in without else []
            return any(is_wrong(claim, document, judgement) for _, claim in said)


def side_of(entity: Entity) -> Side:
    """The side of a judgement that stands for `entity`: the first of its records, by article."""
    return Side(entity.members[:SHOWN], entity.id)


def _says(claim: Claim) -> tuple[tuple[str, str], ...]:
    fields = sorted(set(claim.__dataclass_fields__) - {"evidence"})
    return tuple((name, text) for name in fields if (text := field_text(claim, name)))
