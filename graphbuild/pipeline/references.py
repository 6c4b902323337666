"""Words that stand for a person named elsewhere in the article, and whom they stand for.

'đồng chí Tư lệnh' is whoever holds that title in the article; 'Thiếu tướng Toản', 'ông Sơn' is whoever has that
given name; 'Đồng chí yêu cầu', 'Ông cho biết' is the person named last before.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key
from .items import Items
from .plain import PlainDoc, plain_of
from .post_sentence import CALLED
from .records import PersonPosts, PersonReference, PersonSpan, Post

BY_TITLE = re.compile(rf"H:?(?P<title>T)(?:U(?:,U)*)?(?!{CALLED}P)")
"""'đồng chí Phó Tư lệnh', with no name behind it."""

BY_POST = re.compile(rf"(?P<title>T)(?:U(?:,U)*)?(?:,?K?T(?:U(?:,U)*)?)*(?=[VBG])(?!V?{CALLED}P)")
"""'Thứ trưởng Bộ Quốc phòng mong ...' at the beginning of a sentence."""

BY_PRONOUN = re.compile(r"(?P<pronoun>H)(?=[VGBLZM])")
"""'Đồng chí yêu cầu', 'Ông cho biết' at the beginning of a sentence: the person named last before."""

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
        found = [r for p in doc._.persons if p.partial for r in [_by_given_name(p, full)] if r]
        found += _misspelt(plain, doc._.posts, full)
        for items in doc._.items:
            for match in BY_TITLE.finditer(items.letters):
                first, last = items.items[match.start()], items.items[match.end() - 1]
                name = _holder(doc, full, items, match)
                if name and self._one(plain, first.start, first.end):
                    found.append(PersonReference(first.start, last.end, name, "title"))
            subject = BY_POST.match(items.letters)
            if subject and items.items[0].start in plain.sentence_starts:
                name = _holder(doc, full, items, subject)
                if name:
                    found.append(
                        PersonReference(items.items[0].start, items.items[subject.end() - 1].end, name, "post")
                    )
            for match in BY_PRONOUN.finditer(items.letters):
                item = items.items[match.start()]
                before = [p for p in full if p.end <= item.start]
                if before and item.start in plain.sentence_starts and self._one(plain, item.start, item.end):
                    found.append(PersonReference(item.start, item.end, before[-1].name, "pronoun"))
        doc._.references = tuple(sorted(found, key=lambda r: r.start))
        return doc

    def _one(self, doc: PlainDoc, start: int, end: int) -> bool:
        """The honorific speaks of one person: 'đồng chí', not 'các đồng chí'."""
        return compare_key(doc.text_of(start, end)) in self.singular


def _by_given_name(partial: PersonSpan, full: list[PersonSpan]) -> PersonReference | None:
    """'Thiếu tướng Toản': the one person of the article whose name ends so."""
    given = compare_key(partial.name)
    names = list(dict.fromkeys(p.name for p in full if f" {compare_key(p.name)}".endswith(f" {given}")))
    return PersonReference(partial.start, partial.end, names[0], "given name") if len(names) == 1 else None


def _misspelt(doc: PlainDoc, posts: tuple[PersonPosts, ...], full: list[PersonSpan]) -> list[PersonReference]:
    """'Trần Đăng Khuê' once, with the rank and post of the 'Trần Đắc Khuê' named often: a slip, and the same person."""
    count = Counter(p.name for p in full)
    often = [name for name, times in count.items() if times >= OFTEN]
    held = {p.name: _held(doc, posts, p.name, full) for p in full} if often else {}
    found = []
    for person in full:
        meant = [name for name in often if count[person.name] == 1 and _one_syllable_apart(name, person.name)]
        if len(meant) == 1 and held[person.name] & held[meant[0]]:
            found.append(PersonReference(person.start, person.end, meant[0], "misspelt"))
    return found


def _held(
    doc: PlainDoc, posts: tuple[PersonPosts, ...], name: str, full: list[PersonSpan]
) -> set[tuple[str, str, str]]:
    """(rank, title, words of the unit) of whoever is called so."""
    spans = {(p.start, p.end) for p in full if p.name == name}
    return {
        (chain.rank, compare_key(post.title), compare_key(doc.text_of(*post.unit)))
        for chain in posts
        if chain.person in spans and chain.rank
        for post in chain.posts
        if post.unit
    }


def _one_syllable_apart(one: str, other: str) -> bool:
    a, b = compare_key(one).split(), compare_key(other).split()
    return len(a) == len(b) > 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _holder(doc: Doc, full: list[PersonSpan], items: Items, found: re.Match[str]) -> str:
    """'đồng chí Tư lệnh': who held the title last before, else first behind; '' for nobody named.

    Where both say of which unit, it must be the same one.
    """
    title, plain, units = items.items[found.start("title")], plain_of(doc), doc._.unit_names
    wanted = compare_key(plain.text_of(title.start, title.end))
    behind = items.items[min(found.start("title") + 1, len(items.items) - 1)]
    unit = units.at((behind.start, behind.end)) if behind.unit else None

    def held(post: Post) -> bool:
        other = units.at(post.unit)
        return compare_key(post.title) == wanted and (unit is None or other is None or unit is other)

    holders = [chain for chain in doc._.posts if any(held(post) for post in chain.posts)]
    before = [chain for chain in holders if chain.start < title.start]
    chosen = before[-1:] or holders[:1]
    return next((p.name for chain in chosen for p in full if (p.start, p.end) == chain.person), "")
