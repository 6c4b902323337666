"""Persons of one name after another, here or in other processes: no name needs to know of another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from .hierarchy import Hierarchy
from .name_shares import NameShares
from .namesakes import Namesakes, OpenPair
from .person_profile import ProfileMaker, Seen
from .person_score import Scorer
from .person_weights import load_person_weights
from .spread import spread
from .ties import Ties

if TYPE_CHECKING:
    from ..resources import Gazetteer

RECORDS = 150
"""Records that go to another process at once, or those of one name where it has more."""


class Block(NamedTuple):
    """The records of one name in the order of time, and what people have said of them."""

    seen: Sequence[Seen]
    judged: Ties


class Joined(NamedTuple):
    """The records of each person by number, with the reasons why they were joined; and persons that may be one."""

    persons: Sequence[tuple[Sequence[int], Sequence[str]]]
    open_pairs: Sequence[OpenPair]


def join_blocks(blocks: Iterable[Block], hierarchy: Hierarchy, gazetteer: Gazetteer, jobs: int = 1) -> Iterator[Joined]:
    """Join the records of each block to persons, in the order of the blocks.

    Parameters
    ----------
    blocks: taken as they are needed. jobs: processes to work in; 1 is this one.
    """
    work = partial(_prepare, hierarchy, gazetteer)
    if jobs > 1:
        # To other processes go the bare ones: what has been looked up in them is large, and not all of it can be sent.
        work = partial(_prepare, hierarchy.bare(), replace(gazetteer))
    for found in spread(_batches(blocks), work, jobs):
        yield from found


def _prepare(hierarchy: Hierarchy, gazetteer: Gazetteer) -> Callable[[Sequence[Block]], list[Joined]]:
    profiles = ProfileMaker(gazetteer)
    scorer = Scorer(hierarchy, NameShares(gazetteer), load_person_weights())

    def join(blocks: Sequence[Block]) -> list[Joined]:
        joined = []
        for block in blocks:
            namesakes = Namesakes([profiles.of(seen) for seen in block.seen], scorer, block.judged)
            joined.append(Joined(namesakes.persons, namesakes.open_pairs))
        return joined

    return join


def _batches(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    batch: list[Block] = []
    count = 0
    for block in blocks:
        batch.append(block)
        count += len(block.seen)
        if count >= RECORDS:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch
