"""Estimate the weights of evidence on a generated collection: how often each level is seen in pairs of records of one
person (m) and of two persons of one name (u). Prints the tables of graphbuild/resolve/person_weights.toml.

    python -m tests.generated.estimate 60000 101
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from itertools import combinations
from random import Random

from graphbuild.resolve import Judgements
from graphbuild.resolve.articles import gather
from graphbuild.resolve.events import resolve_events
from graphbuild.resolve.name_shares import NameShares
from graphbuild.resolve.person_profile import Profile, Profiles
from graphbuild.resolve.person_score import Scorer
from graphbuild.resolve.person_weights import PersonWeights
from graphbuild.resolve.places import resolve_places
from graphbuild.resolve.setting import setting_of
from graphbuild.resolve.unit_names import UnitNames
from graphbuild.resolve.units import resolve_units
from graphbuild.resources import load_gazetteer
from graphbuild.text import compare_key

from .collection import generate

SET_BY_HAND = "posts in unrelated units on one day"
"""Here it comes of posts read with a neighbour's unit alone, which real articles do not say."""

NEVER_OF_TWO = "at one time", "within 1 year"
"""Two persons never hold a sole post at one time here: the weight of that is set by hand, and it counts as the other."""

SMOOTHING = 2
"""Added to each count: what was never seen is rare and not impossible."""

PAIRS_A_PERSON, PAIRS_A_NAME = 6, 60
"""So that neither the much-named persons nor the commonest names make up the tables alone."""


def main(mentions: int, seed: int) -> None:
    """Print the tables."""
    collection = generate(mentions, seed)
    gazetteer = load_gazetteer()
    articles = [gather(claim_set) for claim_set in collection.claim_sets]
    units = resolve_units(articles, UnitNames(gazetteer), Judgements())
    places = resolve_places(articles, gazetteer, Judgements())
    events = resolve_events(articles, units, places, Judgements())
    profiles = Profiles(articles, setting_of(units, places, events), gazetteer)
    scorer = Scorer(units.hierarchy, NameShares(gazetteer), PersonWeights({}, 1, 0, 1, 1, 1))
    by_name: defaultdict[str, list[tuple[int, Profile]]] = defaultdict(list)
    for article in articles:
        for record in article.persons:
            number = collection.truth.persons[record.key[0], f"person:{record.key[1]}"]
            by_name[compare_key(record.key[1])].append((number, profiles.of(record)))
    same, other = _pairs(by_name, Random(seed))
    m = Counter(level for a, b in same for level in _levels(scorer, a, b))
    u = Counter(level for a, b in other for level in _levels(scorer, a, b))
    print(f"# {len(same)} pairs of one person, {len(other)} of two persons of one name")
    tables: defaultdict[str, list[str]] = defaultdict(list)
    for level in sorted({*m, *u} - {SET_BY_HAND}):
        tables[_table(level)].append(level)
    for table, levels in tables.items():
        print(f"\n[evidence.{table}]")
        for level in levels:
            alike = [other for other in levels if _when(other) == _when(level)]
            print(f'"{level}" = [{_share(level, alike, m)}, {_share(level, alike, u)}]')


def _when(level: str) -> str:
    """'same rank, within 2 years' -> 'within 2 years': how far apart two records are tells little, so shares go by it."""
    return level.rpartition(", ")[2] if "year" in level else ""


def _share(level: str, alike: list[str], counts: Counter[str]) -> str:
    return f"{(counts[level] + SMOOTHING) / (sum(counts[other] for other in alike) + SMOOTHING * len(alike)):.5f}"


def _pairs(by_name: dict[str, list[tuple[int, Profile]]], random: Random) -> tuple[list, list]:  # type: ignore[type-arg]
    same, other = [], []
    for records in by_name.values():
        persons: defaultdict[int, list[Profile]] = defaultdict(list)
        for number, profile in records:
            persons[number].append(profile)
        for own in persons.values():
            pairs = list(combinations(own[:200], 2))
            same += random.sample(pairs, min(PAIRS_A_PERSON, len(pairs)))
        mixed = [(a[1], b[1]) for a, b in combinations(records[:300], 2) if a[0] != b[0]]
        other += random.sample(mixed, min(PAIRS_A_NAME, len(mixed)))
    return same, other


def _levels(scorer: Scorer, a: Profile, b: Profile) -> list[str]:
    """Pairs that no career holds are left out: they are kept apart whatever the weights say."""
    return [] if a.clashes(b) else [level.replace(*NEVER_OF_TWO) for level in scorer.levels(a, b)]


def _table(level: str) -> str:
    if "event" in level:
        return "event"
    if "no posts" in level:
        return "no_posts"
    if "article names" in level:
        return "naming"
    return "rank" if "rank" in level else "unit"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
