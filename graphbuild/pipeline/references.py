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
from .items import read_items
from .posts import CALLED
from .records import PersonPosts, PersonReference

BY_TITLE = re.compile(rf"H:?(?P<title>T)(?:U(?:,U)*)?(?!{CALLED}P)")
"""'đồng chí Phó Tư lệnh', with no name behind it."""

BY_PRONOUN = re.compile(r"(?P<pronoun>H)(?=[VGBLZM])")
"""'Đồng chí yêu cầu', 'Ông cho biết'."""


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
        full = [p for p in doc._.persons if not p.partial]
        found = [r for p in doc._.persons if p.partial for r in [self._by_given_name(doc, p.start, p.end, full)] if r]
        for sentence in doc.sents:
            items = read_items(doc, sentence)
            for match in BY_TITLE.finditer(items.letters):
                first, last = items.items[match.start()], items.items[match.end() - 1]
                title = items.items[match.start("title")]
                found += self._by_title(doc, first.start, last.end, doc[title.start : title.end].text)
            for match in BY_PRONOUN.finditer(items.letters):
                item = items.items[match.start()]
                found += self._by_pronoun(doc, item.start, item.end)
        doc._.references = tuple(sorted(found, key=lambda r: r.start))
        return doc

    def _by_given_name(self, doc: Doc, start: int, end: int, full: list) -> PersonReference | None:  # type: ignore[type-arg]
        given = compare_key(doc[start:end].text)
        names = list(dict.fromkeys(p.name for p in full if f" {compare_key(p.name)}".endswith(f" {given}")))
        return PersonReference(start, end, names[0], "given name") if len(names) == 1 else None

    def _by_title(self, doc: Doc, start: int, end: int, title: str) -> list[PersonReference]:
        if compare_key(doc[start].text + " " + doc[start + 1].text) not in self.singular and (
            compare_key(doc[start].text) not in self.singular
        ):
            return []
        wanted = compare_key(title)
        holders: list[PersonPosts] = [
            chain for chain in doc._.posts if any(compare_key(post.title) == wanted for post in chain.posts)
        ]
        before = [c for c in holders if c.start < start]
        chosen = before[-1] if before else (holders[0] if holders else None)
        name = _name(doc, chosen)
        return [PersonReference(start, end, name, "title")] if name else []

    def _by_pronoun(self, doc: Doc, start: int, end: int) -> list[PersonReference]:
        if compare_key(doc[start:end].text) not in self.singular or not doc[start].is_sent_start:
            return []
        before = [p for p in doc._.persons if p.end <= start and not p.partial]
        return [PersonReference(start, end, before[-1].name, "pronoun")] if before else []


def _name(doc: Doc, chain: PersonPosts | None) -> str:
    if chain is None:
        return ""
    person = next((p for p in doc._.persons if (p.start, p.end) == chain.person), None)
    return person.name if person and not person.partial else ""
