"""Ranks that a sentence gives: promotions."""

from __future__ import annotations

import re
from dataclasses import replace

from .post_sentence import LISTED, PostSentence

PROMOTION = re.compile(r"(?:M[^PRM]{0,4}(?:R[^PR]{1,3})?|N)(?P<rank>R)(?!,?D*P)")
"""'thăng quân hàm Thiếu tướng', '... từ Đại tá lên Thiếu tướng', and once more '; từ Thượng tá lên Đại tá'."""


def promote(sentence: PostSentence) -> None:
    """A promotion gives its rank to the names behind it, or else to the name before it."""
    for found in PROMOTION.finditer(sentence.letters):
        match = sentence.items[found.start("rank")].match
        behind = [n for n, chain in enumerate(sentence.chains) if chain.start() >= found.end()]
        if behind and not _given(sentence, found, behind[0]):
            behind = []
        for n in behind or _listed_before(sentence, found.start()):
            person = sentence.people[n]
            sentence.people[n] = replace(person, rank=match.key if match else person.rank, decided=True, promoted=True)


def _given(sentence: PostSentence, found: re.Match[str], n: int) -> bool:
    """'... Thiếu tướng cho các đồng chí: P', '... lên Đại tá gồm: P': the rank is given to the names behind it."""
    words = sentence.gazetteer.clauses.given_to | sentence.gazetteer.clauses.lists | {":"}
    return any(t.lower_ in words for t in sentence.words(found.start(), sentence.chains[n].start()))


def _listed_before(sentence: PostSentence, until: int) -> list[int]:
    """The last name before, with those listed together with it: 'P, Q và R được thăng quân hàm'."""
    before = [n for n, chain in enumerate(sentence.chains) if chain.end() <= until]
    listed = before[-1:]
    for n in reversed(before[:-1]):
        if not LISTED.fullmatch(sentence.letters, sentence.chains[n].end(), sentence.chains[n + 1].start()):
            break
        listed.append(n)
    return listed
