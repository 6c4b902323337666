"""Pairs of unit names that may be one name: a slip of the pen, words left out, the unit above behind the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from unicodedata import normalize

from ..text import search_key
from .unit_names import Reading, Words

ACCENTS = "the names differ in accents alone"
LETTER = "the names differ by a letter"
SHORTER = "one name has words that the other leaves out"
ABOVE = "one name has the unit above it behind it"

CROWD = 60
"""A word that so many names have tells none of them apart; names are compared by their other words."""

SHORT = 3
"""Syllables of fewer letters differ by a letter all the time: 'An', 'Ân', 'Yên'."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a unit that tells it apart by itself.

    Attributes
    ----------
    unit: the number of the unit. own: it is the unit's fullest name. plain: the words without accents.
    """

    unit: int
    own: bool
    read: Reading
    words: Words
    plain: Words

    @property
    def kind(self) -> str:
        return self.read.type.key if self.read.type else ""

    @property
    def part(self) -> Words:
        """The words before the unit above that stands behind the name."""
        tail = tuple(self.read.tail.split())
        return self.words[: len(self.words) - len(tail)] if tail and self.words[-len(tail) :] == tail else self.words


@dataclass(frozen=True, slots=True)
class Telling:
    """Words, as compared, with which a longer name means another unit: kinds of places, and fields of work."""

    places: frozenset[str]
    fields: frozenset[str]


def form(unit: int, read: Reading, *, own: bool) -> Form:
    """The form of a name that was read."""
    words = tuple(read.key.split())
    return Form(unit, own, read, words, tuple(map(search_key, words)))


def alike(forms: Iterable[Form], telling: Telling) -> Mapping[Pair, str]:
    """How the names of two units are alike, for every pair of which two names are; the smaller number first."""
    forms = list(forms)
    found: dict[Pair, str] = {}
    ways = {
        ACCENTS: _accents(forms),
        LETTER: _letters(forms),
        ABOVE: _above(forms),
        SHORTER: _shorter(forms, telling),
    }
    for how, pairs in ways.items():
        for a, b in pairs:
            if a.unit != b.unit:
                found.setdefault((min(a.unit, b.unit), max(a.unit, b.unit)), how)
    return found


def _accents(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    buckets: defaultdict[Words, list[Form]] = defaultdict(list)
    for one in forms:
        buckets[one.plain].append(one)
    for bucket in buckets.values():
        yield from combinations(bucket, 2)


def _letters(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Names of one kind that differ in one word, and in that by one letter; numbers are never slips."""
    buckets: defaultdict[tuple[str, int, Words], list[Form]] = defaultdict(list)
    for one in forms:
        for n, word in enumerate(one.words):
            if len(one.plain[n]) >= SHORT and not _numbered([word]):
                buckets[one.kind, n, one.words[:n] + one.words[n + 1 :]].append(one)
    for (_, n, _), bucket in buckets.items():
        for a, b in combinations(bucket, 2):
            if _one_letter(a.words[n], b.words[n]):
                yield a, b


def _one_letter(a: str, b: str) -> bool:
    """True if one letter is another, is missing or is too many, and all accents are the same.

    >>> _one_letter("thach", "thanh"), _one_letter("thach", "thac"), _one_letter("thach", "tan")
    (True, True, False)
    >>> _one_letter("mang", "lăng"), _one_letter("lâm", "lam")
    (False, False)
    """
    short, long = sorted((normalize("NFD", a), normalize("NFD", b)), key=len)
    if len(long) - len(short) > 1 or search_key(a) == search_key(b):
        return False
    same = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _above(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """'Sư đoàn 941' and 'Sư đoàn 941 Quân khu 6', where the former has no unit behind it in any article."""
    by_key: defaultdict[str, list[Form]] = defaultdict(list)
    for one in forms:
        if one.own:
            by_key[one.read.key].append(one)
    for one in forms:
        if one.read.within and one.read.type and one.read.type.scope != "parent":
            yield from ((one, other) for other in by_key[one.read.part])


def _shorter(forms: Sequence[Form], telling: Telling) -> Iterator[tuple[Form, Form]]:
    """Names of one kind with the same numbers and in the same unit, of which one has all words of the other.

    A name that the gazetteer knows leaves nothing out.
    """
    buckets: defaultdict[tuple[str, frozenset[str], str, str], list[Form]] = defaultdict(list)
    for one in forms:
        for mark in {""} if one.read.numbers else set(one.words[1:]):
            buckets[one.kind, one.read.numbers, one.read.tail, mark].append(one)
    for (_, numbers, _, _), bucket in buckets.items():
        if numbers or len(bucket) <= CROWD:
            for a, b in combinations(sorted(bucket, key=lambda f: (len(f.words), f.words, f.unit)), 2):
                if a.own and not a.read.known and leaves_out(a.part, b.part, telling):
                    yield a, b


def leaves_out(short: Words, long: Words, telling: Telling) -> bool:
    """True if `long` is `short` with words inserted or behind it, and these do not make it the name of another unit.

    A field of work tells nothing where a number does. Behind the name of a place only the place above it may follow.

    >>> words, telling = str.split, Telling(frozenset({"xã", "huyện"}), frozenset({"công binh", "hậu cần"}))
    >>> leaves_out(words("lữ đoàn 25"), words("lữ đoàn công binh 25"), telling)
    True
    >>> leaves_out(words("ban chỉ huy xã tư"), words("ban chỉ huy xã tư huyện ba"), telling)
    True
    >>> leaves_out(words("ban chỉ huy huyện ba"), words("ban chỉ huy xã tư huyện ba"), telling)
    False
    """
    if len(short) >= len(long) or short[0] != long[0]:
        return False
    start = next((n for n, word in enumerate(short) if word != long[n]), len(short))
    rest = len(short) - start
    if rest and short[start:] != long[-rest:]:
        return False
    inserted = long[start : len(long) - rest]
    if not _numbered(short) and _holds(inserted, telling.fields):
        return False
    if rest:
        return not _holds(inserted, telling.places)
    behind = f"{' '.join(inserted)} "
    return not _holds(short, telling.places) or any(behind.startswith(f"{place} ") for place in telling.places)


def _holds(words: Words, phrases: Collection[str]) -> bool:
    line = f" {' '.join(words)} "
    return any(f" {phrase} " in line for phrase in phrases)


def _numbered(words: Iterable[str]) -> bool:
    return any(letter.isdigit() for word in words for letter in word)
