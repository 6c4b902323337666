"""Judgements that what articles say is wrong: names that are no persons', wrong claims, and units' parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Claim, Edge, EntityKind, ParticipationClaim, PostingClaim, RankClaim, Relation
from ..text import compare_key
from .articles import Article, Key, gather
from .edges import Saying
from .ids import assigned_key
from .judgements import Judgements, NotAPerson, ParentJudgement, WrongClaim
from .records import ClaimSet
from .stretches import Stretch, stretches


class Corrected:
    """The sets of claims, each time they are iterated, without what was judged to be wrong."""

    def __init__(self, sets: Iterable[ClaimSet], judgements: Judgements) -> None:
        self._sets, self._judgements = sets, judgements
        self._none = {compare_key(one.name) for one in judgements.not_persons()}
        self._wrong = {one.document for one in judgements.wrong()}

    def __iter__(self) -> Iterator[ClaimSet]:
        if not self._none and not self._wrong:
            return iter(self._sets)
        return (self._right(one) if self._touches(one) else one for one in self._sets)

    def stretches(self) -> Iterator[Stretch]:
        """The same, a stretch of articles at a time."""
        if not self._none and not self._wrong:
            return stretches(self._sets)
        return (Stretch(one.documents, Corrected(one.sets, self._judgements)) for one in stretches(self._sets))

    def articles(self, articles: Sequence[Article]) -> list[Article]:
        """The records of what is right, and units under the parents that they were judged to have.

        Parameters
        ----------
        articles: the records of the sets as they were given.
        """
        if self._none or self._wrong:
            corrected = {one.document: gather(self._right(one)) for one in self._sets if self._touches(one)}
            articles = [corrected.get(article.document, article) for article in articles]
        return _with_parents(list(articles), self._judgements.parents())

    def _touches(self, one: ClaimSet) -> bool:
        named = self._none and any(_person(claim) in self._none for _, claim in one.claims)
        return bool(named) or one.document in self._wrong

    def _right(self, one: ClaimSet) -> ClaimSet:
        return replace(one, claims=_right(one, self._judgements))


@dataclass(frozen=True, slots=True)
class JudgedParent:
    """The parent, by id, that a unit was judged to have, and what the edge between them tells of the judgement."""

    parent: str
    told: str


def judged_parents(judgements: Judgements, ids: Mapping[Key, str]) -> dict[str, JudgedParent]:
    """Id of a unit -> its judged parent, where records of both are among `ids`, which `assigned_key` keys."""
    parents: dict[str, JudgedParent] = {}
    for one in judgements.parents():
        unit, parent = _first_id(one.unit.records, ids), _first_id(one.parent.records, ids)
        if unit and parent and unit != parent:
            told = ", ".join(filter(None, (one.signed.who, one.signed.when, one.signed.why)))
            parents[unit] = JudgedParent(parent, told or "yes")
    return parents


def says_right(said: Saying, parents: Mapping[str, JudgedParent]) -> bool:
    """False for what gives a unit another parent than the judged one."""
    judged = parents.get(said.source) if said.relation is Relation.PART_OF else None
    return judged is None or said.target == judged.parent


def with_parent(edges: Iterable[Edge], unit: str, judged: JudgedParent | None) -> list[Edge]:
    """The edges from `unit` with that to its judged parent; what was judged stands in the attribute `judged`."""
    edges = list(edges)
    if judged is None:
        return edges
    above = [edge for edge in edges if edge.relation is Relation.PART_OF and edge.target == judged.parent]
    told = [
        replace(edge, attributes={**edge.attributes, "judged": judged.told})
        for edge in above or [Edge(unit, judged.parent, Relation.PART_OF)]
    ]
    return [*(edge for edge in edges if edge not in above), *told]


def _first_id(records: Iterable[Key], ids: Mapping[Key, str]) -> str:
    return next(filter(None, (ids.get(assigned_key(EntityKind.UNIT, record)) for record in records)), "")


def is_wrong(claim: Claim, document: str, judgement: WrongClaim) -> bool:
    """True if `judgement` is about this claim of `document`."""
    if document != judgement.document or claim.kind != judgement.kind:
        return False
    return all(field_text(claim, name) == value for name, value in judgement.says)


def field_text(claim: Claim, name: str) -> str | None:
    """A field of a claim as judgements write it, None where it is empty, is not text or does not exist."""
    value = getattr(claim, name, None)
    return str(value) if isinstance(value, str) and value else None


def _right(one: ClaimSet, judgements: Judgements) -> tuple[tuple[str, Claim], ...]:
    wrong = [judgement for judgement in judgements.wrong() if judgement.document == one.document]
    none = judgements.not_persons()
    return tuple(
        (id, claim)
        for id, claim in one.claims
        if not any(is_wrong(claim, one.document, judgement) for judgement in wrong)
        and not any(_is_none(claim, one.document, judgement) for judgement in none)
    )


def _is_none(claim: Claim, document: str, judgement: NotAPerson) -> bool:
    return judgement.document in ("", document) and _person(claim) == compare_key(judgement.name)


def _person(claim: Claim) -> str:
    if isinstance(claim, RankClaim | PostingClaim | ParticipationClaim) and claim.person:
        return compare_key(claim.person)
    return ""


def _with_parents(articles: list[Article], judged: Sequence[ParentJudgement]) -> list[Article]:
    """Records of units with their judged parent alone, where the parent is a record of some article."""
    if not judged:
        return articles
    there = {record.key for article in articles for record in article.units}
    parents: dict[Key, Key] = {}
    for one in judged:
        parent = next((key for key in one.parent.records if key in there), None)
        if parent:
            parents.update((key, parent) for key in one.unit.records)
    return [_under(article, parents) for article in articles]


def _under(article: Article, parents: Mapping[Key, Key]) -> Article:
    if not any(record.key in parents for record in article.units):
        return article
    units = tuple(
        replace(record, parents=(parents[record.key],)) if record.key in parents else record for record in article.units
    )
    return replace(article, units=units)
