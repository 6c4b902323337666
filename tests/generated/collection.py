"""A collection of any size with its truth, the same for the same seed.

python -m tests.generated.collection 50000        # what it holds
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from random import Random

from graphbuild.resolve import ClaimSet
from graphbuild.resources import load_gazetteer

from .careers import Service
from .names import Names
from .reports import Newspaper, Truth
from .units import Army

SEATS_PER_MENTION = 0.08
"""A post has about three holders in fifteen years, so a person is named four times on average, some never."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles' claims, what they are really about, and the true names of persons and units by number."""

    claim_sets: tuple[ClaimSet, ...]
    truth: Truth
    names: tuple[str, ...]
    units: tuple[str, ...]


def generate(mentions: int, seed: int = 0) -> Collection:
    """A collection with `mentions` persons in its articles, each counted once an article, or a few more."""
    random = Random(seed)
    gazetteer = load_gazetteer()
    names = Names(gazetteer, random)
    army = Army(gazetteer, random, max(1500, int(mentions * SEATS_PER_MENTION)))
    service = Service(army, names, random)
    paper = Newspaper(service, army.units, names, random)
    while len(paper.truth.persons) < mentions:
        paper.report()
    people = tuple(officer.name for officer in service.officers)
    return Collection(tuple(paper.claim_sets), paper.truth, people, tuple(unit.forms[0] for unit in army.units))


def main(mentions: int) -> None:
    """Print what a collection of this size holds."""
    made = generate(mentions)
    people = set(made.truth.persons.values())
    named = {made.names[number] for number in people}
    print(f"{len(made.claim_sets)} articles, {len(made.truth.persons)} mentions of {len(people)} persons")
    print(
        f"{len(named)} names, {len(set(made.truth.units.values()))} units, {len(set(made.truth.events.values()))} events"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
