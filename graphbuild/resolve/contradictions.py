"""Judgements that cannot all be right."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..errors import JudgementError
from ..model import EntityKind
from ..text import compare_key
from .articles import Key
from .judgements import Answer, Judgement, Judgements, PairJudgement, ParentJudgement
from .ties import classes


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`judgement` cannot stand beside `others`, which are as few as show it; alone it contradicts itself."""

    judgement: Judgement
    others: tuple[Judgement, ...]

    def __str__(self) -> str:
        return f"{_named(self.judgement)} contradicts {' and '.join(map(_named, self.others)) or 'itself'}"


def check(judgements: Judgements, where: str | None = None) -> None:
    """Raise JudgementError if some contradict each other; it names them. `where` is the file they come from."""
    found = next(contradictions(judgements), None)
    if found:
        raise JudgementError(str(found), where=where, do="take one of them back")


def contradictions(judgements: Judgements) -> Iterator[Contradiction]:
    """Every contradiction: two that are the same and are not, a person who is none, a unit of two parents."""
    yield from _same_and_different(judgements)
    yield from _persons_who_are_none(judgements)
    yield from _parents(judgements)


def _same_and_different(judgements: Judgements) -> Iterator[Contradiction]:
    for kind in EntityKind:
        chains = _Chains(judgements.of_kind(kind, Answer.SAME))
        for one in judgements.of_kind(kind, Answer.DIFFERENT):
            links = chains.between(one.a.records, one.b.records)
            if links is not None:
                yield Contradiction(one, links)


class _Chains:
    """Judgements of 'same' as a graph of records, to find which of them link two records."""

    def __init__(self, same: Iterable[PairJudgement]) -> None:
        self._links: defaultdict[Key, list[PairJudgement]] = defaultdict(list)
        for one in same:
            for key in (*one.a.records, *one.b.records):
                self._links[key].append(one)

    def between(self, starts: Sequence[Key], ends: Sequence[Key]) -> tuple[PairJudgement, ...] | None:
        """The shortest chain from one of `starts` to one of `ends`; () where they share a record, None without one."""
        chains: dict[Key, tuple[PairJudgement, ...]] = dict.fromkeys(starts, ())
        queue = deque(starts)
        while queue:
            key = queue.popleft()
            if key in ends:
                return chains[key]
            for link in self._links[key]:
                for other in (*link.a.records, *link.b.records):
                    if other not in chains:
                        chains[other] = (*chains[key], link)
                        queue.append(other)
        return None


def _persons_who_are_none(judgements: Judgements) -> Iterator[Contradiction]:
    named = defaultdict(list)
    for none in judgements.not_persons():
        named[compare_key(none.name)].append(none)
    for one in judgements.pairs() if named else ():
        if one.kind is not EntityKind.PERSON or one.answer is not Answer.SAME:
            continue
        for document, name in (*one.a.records, *one.b.records):
            for none in named[compare_key(name)]:
                if none.document in ("", document):
                    yield Contradiction(none, (one,))


def _parents(judgements: Judgements) -> Iterator[Contradiction]:
    """Two parents of one unit, and circles; sides that share a record or that were judged to be one are one unit."""
    parents = judgements.parents()
    same = [(*one.a.records, *one.b.records) for one in judgements.of_kind(EntityKind.UNIT, Answer.SAME)]
    unit_of = classes([*same, *(side.records for one in parents for side in (one.unit, one.parent))])
    above: dict[Key, ParentJudgement] = {}
    for one in parents:
        unit, parent = unit_of[one.unit.records[0]], unit_of[one.parent.records[0]]
        earlier = above.setdefault(unit, one)
        if unit_of[earlier.parent.records[0]] != parent:
            yield Contradiction(one, (earlier,))
    for one in parents:
        start = unit_of[one.unit.records[0]]
        chain: list[ParentJudgement] = []
        unit = start
        while unit in above and above[unit] not in chain:
            chain.append(above[unit])
            unit = unit_of[above[unit].parent.records[0]]
            if unit == start:
                yield Contradiction(chain[0], tuple(chain[1:]))
                return


def _named(judgement: Judgement) -> str:
    entry = judgement.signed.entry
    return f"judgement {entry} ({judgement})" if entry else f"the judgement ({judgement})"
