"""Numbers that two units bear: 'Lữ đoàn 25' of one military region and 'Lữ đoàn 25' of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from .articles import Article
from .days import earliest, latest
from .unit_names import UnitNames

ARTICLES = 2
"""How many articles must put the number under each of the two parents: one may be a slip."""

SHARE = 0.1
"""And what share of those that put it under the parent named most: of a thousand articles some slip in the same way."""


def mark_twins(articles: Iterable[Article], names: UnitNames) -> None:
    """Have `names` tell numbers apart by their parents where articles of one time put them under two of one kind.

    Only the parent tells such units apart. A unit that is seen under one parent and later under another has moved,
    and stays one; where one article names both parents, or few articles say so, that is a contradiction and no twin.
    """
    names.tell_apart(())
    said: defaultdict[str, defaultdict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    for article in articles:
        for record in article.units:
            read = names.read(record.key[1])
            parents = {above.key for parent in record.parents if (above := names.read(parent[1])).alone and above.type}
            if read.alone and read.numbers and len(parents) == 1 and article.date:
                said[read.key][min(parents)].add((article.document, article.date))
    names.tell_apart(key for key, parents in said.items() if _are_twins(parents, names))


def _are_twins(parents: Mapping[str, set[tuple[str, str]]], names: UnitNames) -> bool:
    least = max(ARTICLES, SHARE * max(map(len, parents.values())))
    firm = {parent: [date for _, date in seen] for parent, seen in parents.items() if len(seen) >= least}
    return any(_one_kind(a, b, names) and _at_one_time(firm[a], firm[b]) for a, b in combinations(sorted(firm), 2))


def _one_kind(a: str, b: str, names: UnitNames) -> bool:
    one, other = names.read(a), names.read(b)
    return one.type is not None and one.type == other.type


def _at_one_time(one: list[str], other: list[str]) -> bool:
    """The time from the first to the last sighting under the one parent certainly meets that under the other."""
    start = max(min(map(latest, dates)) for dates in (one, other))
    end = min(max(map(earliest, dates)) for dates in (one, other))
    return start <= end
