"""Names of events that are the same but for a word, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, combinations
from math import ceil
from typing import NamedTuple

from .event_rules import NEARLY_SAME, alike, telling_numbers

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
    for one, other in _sharing(found):
        share = alike(one.words, other.words)
        if share >= NEARLY_SAME:
            found[one][other] = found[other][one] = share
    return found


def _sharing(names: Collection[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs with the same numbers of which each has one of its rarest words in common with the other.

    They are so many that no like pair is missed: two that share so much of their words cannot differ in all of the
    rarest ones of both.
    """
    often = Counter(word for name in names for word in name.words)
    fitting = _fitting({name.numbers for name in names})
    known: defaultdict[tuple[Words, str], list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda name: len(name.numbers)):
        rarest = sorted(name.words, key=lambda word: (often[word], word))
        least = ceil(NEARLY_SAME / (2 - NEARLY_SAME) * len(rarest) - 1e-9)
        marks = rarest[: len(rarest) - least + 1]
        shelves = (known.get((numbers, mark), ()) for numbers in fitting[name.numbers] for mark in marks)
        for other in dict.fromkeys(chain.from_iterable(shelves)):
            yield other, name
        for mark in marks:
            known[name.numbers, mark].append(name)


def _fitting(every: Collection[Words]) -> Mapping[Words, Collection[Words]]:
    """Numbers with those that `same_numbers` takes for the same, and that are not more of them.

    These are they themselves, and what has the same Roman ordinals and fewer of the others: most have few others, so
    that all there could be are soon looked up.
    """
    by_telling: defaultdict[Words, list[Words]] = defaultdict(list)
    for numbers in every:
        by_telling[telling_numbers(numbers)].append(numbers)
    found: dict[Words, Collection[Words]] = {}
    for telling, some in by_telling.items():
        there = set(some)
        for numbers in some:
            rest = numbers - telling
            if 1 << len(rest) <= len(some):
                less = (telling.union(part) for size in range(len(rest) + 1) for part in combinations(rest, size))
                found[numbers] = [numbers for numbers in less if numbers in there]
            else:
                found[numbers] = [other for other in some if other <= numbers]
    return found
