"""Words that stand for a person named elsewhere in the article, and whom they stand for.

'đồng chí Tư lệnh' is whoever holds that title in the article; 'Thiếu tướng Toản', 'ông Sơn' is whoever has that
given name; 'Đồng chí yêu cầu', 'Ông cho biết' is the person named last before.
"""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key
from .plain import PlainDoc, plain_of
from .post_sentence import CALLED
from .records import PersonPosts, PersonReference, PersonSpan

BY_TITLE = re.compile(rf"H:?(?P<title>T)(?:U(?:,U)*)?(?!{CALLED}P)")
"""'đồng chí Phó Tư lệnh', with no name behind it."""

BY_PRONOUN = re.compile(r"(?P<pronoun>H)(?=[VGBLZM])")
"""'Đồng chí yêu cầu', 'Ông cho biết' at the beginning of a sentence: the person named last before."""


@Language.factory(
    "vi_references",
    default_config={"extra": []},
    requires=["doc._.persons", "doc._.posts"],
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
        for items in doc._.items:
            for match in BY_TITLE.finditer(items.letters):
                first, last = items.items[match.start()], items.items[match.end() - 1]
                title = items.items[match.start("title")]
                name = _holder(doc._.posts, full, first.start, plain.text_of(title.start, title.end))
                if name and self._one(plain, first.start, first.end):
                    found.append(PersonReference(first.start, last.end, name, "title"))
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


def _holder(posts: tuple[PersonPosts, ...], full: list[PersonSpan], start: int, title: str) -> str:
    """'đồng chí Tư lệnh': who held the title last before token `start`, else first behind; '' for nobody named."""
    wanted = compare_key(title)
    holders = [chain for chain in posts if any(compare_key(post.title) == wanted for post in chain.posts)]
    before = [chain for chain in holders if chain.start < start]
    chosen = before[-1:] or holders[:1]
    return next((p.name for chain in chosen for p in full if (p.start, p.end) == chain.person), "")
