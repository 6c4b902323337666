"""Words that stand for a person named elsewhere in the article, and whom they stand for.

'đồng chí Tư lệnh' is whoever holds that title in the article; 'Thiếu tướng Toản', 'ông Sơn' is whoever has that
given name; 'Đồng chí yêu cầu', 'Ông cho biết' is the person named last before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key
from .items import Items
from .named_units import Span
from .plain import PlainDoc, plain_of
from .post_sentence import CALLED
from .records import PersonPosts, PersonReference, PersonSpan

BY_TITLE = re.compile(rf"H:?(?P<title>T)(?:U(?:,U)*)?(?!{CALLED}P)")
"""'đồng chí Phó Tư lệnh', with no name behind it."""

BY_POST = re.compile(rf"(?P<title>T)(?:U(?:,U)*)?(?:,?K?T(?:U(?:,U)*)?)*(?=[VBG])(?!V?{CALLED}P)")
"""'Thứ trưởng Bộ Quốc phòng mong ...' at the beginning of a sentence."""

BY_PRONOUN = re.compile(r"(?P<pronoun>H)(?=[VGBLZM])")
"""'Đồng chí yêu cầu', 'Ông cho biết' at the beginning of a sentence: the person named last before."""

ANYWHERE: Span = (-1, -1)
"""Stands for every unit and for none where the holders of a title are looked up."""

NOWHERE: Span = (-2, -2)
"""Stands for posts whose unit the article does not tell."""

OFTEN = 3
"""So often must a name stand for another spelling of it that stands once to be a slip of the pen."""


@Language.factory(
    "vi_references",
    default_config={"extra": []},
    requires=["doc._.persons", "doc._.posts", "doc._.unit_names"],
    assigns=["doc._.references"],
)
def create_references(nlp: Language, name: str, extra: list[str]) -> ReferenceResolver:
    return ReferenceResolver(load_gazetteer([Path(p) for p in extra]))


class ReferenceResolver:
    """Set `doc._.references`; words that fit nobody, or that fit two with nothing to choose by, are left out."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.singular = frozenset(
            compare_key(h) for h in gazetteer.words.honorifics if not h.startswith("các") and not h.endswith(":")
        )

    def __call__(self, doc: Doc) -> Doc:
        plain = plain_of(doc)
        full = [p for p in doc._.persons if not p.partial]
        ends = [p.end for p in full]
        holders = _Holders(doc, full)
        found = _by_given_name(doc._.persons, full)
        found += _misspelt(plain, doc._.posts, full)
        for items in doc._.items:
            for match in BY_TITLE.finditer(items.letters):
                first, last = items.items[match.start()], items.items[match.end() - 1]
                name = holders.of(items, match)
                if name and self._one(plain, first.start, first.end):
                    found.append(PersonReference(first.start, last.end, name, "title"))
            subject = BY_POST.match(items.letters)
            if subject and items.items[0].start in plain.sentence_starts:
                name = holders.of(items, subject)
                if name:
                    found.append(
                        PersonReference(items.items[0].start, items.items[subject.end() - 1].end, name, "post")
                    )
            for match in BY_PRONOUN.finditer(items.letters):
                item = items.items[match.start()]
                before = bisect_right(ends, item.start)
                if before and item.start in plain.sentence_starts and self._one(plain, item.start, item.end):
                    found.append(PersonReference(item.start, item.end, full[before - 1].name, "pronoun"))
        doc._.references = tuple(sorted(found, key=lambda r: r.start))
        return doc

    def _one(self, doc: PlainDoc, start: int, end: int) -> bool:
        """The honorific speaks of one person: 'đồng chí', not 'các đồng chí'."""
        return compare_key(doc.text_of(start, end)) in self.singular


def _by_given_name(persons: Iterable[PersonSpan], full: Iterable[PersonSpan]) -> list[PersonReference]:
    """'Thiếu tướng Toản': the one person of the article whose name ends so."""
    names: dict[str, set[str]] = {}
    for name in {person.name for person in full}:
        words = compare_key(name).split()
        for n in range(len(words)):
            names.setdefault(" ".join(words[n:]), set()).add(name)
    found = []
    for person in persons:
        meant = names.get(compare_key(person.name), ()) if person.partial else ()
        found += [PersonReference(person.start, person.end, name, "given name") for name in meant if len(meant) == 1]
    return found


def _misspelt(doc: PlainDoc, posts: tuple[PersonPosts, ...], full: list[PersonSpan]) -> list[PersonReference]:
    """'Trần Đăng Khuê' once, with the rank and post of the 'Trần Đắc Khuê' named often: a slip, and the same person."""
    count = Counter(p.name for p in full)
    often = [name for name, times in count.items() if times >= OFTEN]
    once = [p for p in full if count[p.name] == 1] if often else []
    held = _held(doc, posts, full) if once else {}
    found = []
    for person in once:
        meant = [name for name in often if _one_syllable_apart(name, person.name)]
        if len(meant) == 1 and held[person.name] & held[meant[0]]:
            found.append(PersonReference(person.start, person.end, meant[0], "misspelt"))
    return found


def _held(
    doc: PlainDoc, posts: Iterable[PersonPosts], full: Iterable[PersonSpan]
) -> Mapping[str, set[tuple[str, str, str]]]:
    """(rank, title, words of the unit) of each person by name."""
    names = {(p.start, p.end): p.name for p in full}
    held: dict[str, set[tuple[str, str, str]]] = {name: set() for name in names.values()}
    for chain in posts:
        name = names.get(chain.person) if chain.rank else None
        if name is not None:
            held[name] |= {
                (chain.rank, compare_key(post.title), compare_key(doc.text_of(*post.unit)))
                for post in chain.posts
                if post.unit
            }
    return held


def _one_syllable_apart(one: str, other: str) -> bool:
    a, b = compare_key(one).split(), compare_key(other).split()
    return len(a) == len(b) > 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


class _Holders:
    """Who holds which title in one Doc."""

    def __init__(self, doc: Doc, full: Iterable[PersonSpan]) -> None:
        self._doc, self._units, self._posts = plain_of(doc), doc._.unit_names, doc._.posts
        self._names = {(p.start, p.end): p.name for p in full}

    def of(self, items: Items, found: re.Match[str]) -> str:
        """'đồng chí Tư lệnh': who held the title last before, else first behind; '' for nobody named.

        Where both say of which unit, it must be the same one.
        """
        title = items.items[found.start("title")]
        behind = items.items[min(found.start("title") + 1, len(items.items) - 1)]
        unit = self._units.at((behind.start, behind.end)) if behind.unit else None
        words = compare_key(self._doc.text_of(title.start, title.end))
        fitting = (ANYWHERE,) if unit is None else (NOWHERE, unit.mentions[0])
        before, after = [], []
        for holders in (self._holders[words, where] for where in fitting if (words, where) in self._holders):
            n = bisect_left(holders, title.start, key=attrgetter("start"))
            before += holders[max(n - 1, 0) : n]
            after += holders[n : n + 1]
        chosen = max(before, key=attrgetter("start"), default=None) or min(after, key=attrgetter("start"), default=None)
        return self._names.get(chosen.person, "") if chosen else ""

    @cached_property
    def _holders(self) -> Mapping[tuple[str, Span], list[PersonPosts]]:
        """Everybody by the compare key of a title and by the first mention of the unit where it is held."""
        holders: dict[tuple[str, Span], list[PersonPosts]] = {}
        for chain in self._posts:
            for post in chain.posts:
                unit = self._units.at(post.unit)
                for where in (ANYWHERE, unit.mentions[0] if unit else NOWHERE):
                    holders.setdefault((compare_key(post.title), where), []).append(chain)
        return holders
