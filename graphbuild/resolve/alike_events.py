"""Names of events that are the same but for a word, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from math import ceil
from typing import NamedTuple

from .event_rules import NEARLY_SAME, alike, same_numbers, telling_numbers

Words = frozenset[str]


class Name(NamedTuple):
    """What an event's name says, as compared: its words, and the years and ordinals in it."""

    words: Words
    numbers: Words


def nearly_same(names: Collection[Name]) -> Mapping[Name, Mapping[Name, float]]:
    """Each name with those that are nearly the same and have the same numbers, itself among them: how alike they are.

    >>> one, other = (Name(frozenset(words.split()), frozenset()) for words in ("lễ ra quân năm mới", "lễ ra quân năm"))
    >>> nearly_same([one, other])[one] == {one: 1.0, other: 8 / 9}
    True
    """
    found: dict[Name, dict[Name, float]] = {name: {name: 1.0} for name in names if name.words}
    by_numbers: defaultdict[Words, list[Name]] = defaultdict(list)
    for name in found:
        by_numbers[telling_numbers(name.numbers)].append(name)
    for some in by_numbers.values():
        for one, other in _sharing(some):
            share = alike(one.words, other.words)
            if share >= NEARLY_SAME and same_numbers(one.numbers, other.numbers):
                found[one][other] = found[other][one] = share
    return found


def _sharing(names: Collection[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of which each has one of its rarest words in common with the other, so many that no like pair is missed.

    Two that share so much of their words cannot differ in all of the rarest ones of both.
    """
    often = Counter(word for name in names for word in name.words)
    known: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        rarest = sorted(name.words, key=lambda word: (often[word], word))
        least = ceil(NEARLY_SAME / (2 - NEARLY_SAME) * len(rarest) - 1e-9)
        marks = rarest[: len(rarest) - least + 1]
        for other in {other: None for mark in marks for other in known[mark]}:
            yield other, name
        for mark in marks:
            known[mark].append(name)
