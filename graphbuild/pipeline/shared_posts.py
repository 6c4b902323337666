"""Ranks and posts said once of several people, or beside the name: 'các Đại tá: P, Q', 'Trưởng ban là đồng chí P'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..model import PostRole, Status
from .post_sentence import CALLED, LISTED, PostSentence, status_of
from .records import Post

SHARED_TITLE = re.compile(rf"(?P<post>S?TU?)(?P<colon>:?)(?={CALLED}P)")
"""'các đồng chí Phó Tư lệnh Quân khu 6: P; Q', 'các Phó Tư lệnh P và Q'; of one alone 'Thứ trưởng Bộ Công an: P'."""

PREDICATE = re.compile(rf"(?P<post>TU?)V{{0,2}}(?P<verb>[VS])(?={CALLED}P)")
"""'Trưởng ban là đồng chí P', 'Tư lệnh Quân khu 4 trước đó là Trung tướng P'."""


def share_rank(sentence: PostSentence) -> None:
    """'các Đại tá: P, Q và R': one rank before a list of names."""
    plural = sentence.gazetteer.words.grammar.plural_before
    people, shared = sentence.people, ""
    for n, chain in enumerate(sentence.chains):
        start = people[n].start
        if people[n].rank:
            shared = people[n].rank if start and sentence.doc[start - 1].lower_ in plural else ""
        elif shared and LISTED.fullmatch(sentence.letters, sentence.chains[n - 1].end(), chain.start()):
            people[n] = replace(people[n], rank=shared)
        else:
            shared = ""


def share_title(sentence: PostSentence) -> None:
    """One post before a list of names; before a colon also of one name."""
    for found in SHARED_TITLE.finditer(sentence.letters):
        plural = sentence.plural(found.start())
        first = sentence.chain_at(found.end())
        if first is None or not (plural or found["colon"]):
            continue
        shared = sentence.posts(found.start("post"), found.end("post"))
        if not plural:
            _add(sentence, first, shared)
            continue
        for n in sentence.listed_with(first):
            if (found["colon"] or n > first) and not _holds_another(sentence, sentence.people[n].posts, shared):
                _add(sentence, n, shared)


def name_the_holder(sentence: PostSentence) -> None:
    """'Trưởng ban là đồng chí P': the post of the subject is that of the name behind 'là'."""
    for found in PREDICATE.finditer(sentence.letters):
        verb, n = sentence.items[found.start("verb")], sentence.chain_at(found.end())
        if n is None or sentence.of_others(found.start()) or not sentence.text(verb).lower().endswith("là"):
            continue
        posts = sentence.posts(found.start("post"), found.end("post"))
        status = status_of(verb) if verb.letter == "S" else Status.CURRENT
        _add(sentence, n, [replace(p, status=status) for p in posts])


def _holds_another(sentence: PostSentence, posts: Iterable[Post], shared: list[Post]) -> bool:
    """'các Phó Tư lệnh: P; Q, Chính ủy Sư đoàn 3': Q is no Phó Tư lệnh; a party post goes with any other."""
    if all(post.role is PostRole.PARTY for post in shared):
        return False
    titles = [sentence.gazetteer.title(post.key) for post in posts if post.role is not PostRole.PARTY]
    aside = sentence.gazetteer.clauses.beside_posts
    return any(title and not title.passing and not aside & set(title.heads) for title in titles)


def _add(sentence: PostSentence, n: int, posts: list[Post]) -> None:
    person = sentence.people[n]
    sentence.people[n] = replace(person, posts=(*person.posts, *posts))
