"""Who holds what: the chain of ranks and posts around each name, and the posts that a decision gives or takes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..model import PostRole, Status
from ..resources import Gazetteer, load_gazetteer
from .items import Item, Items
from .plain import PlainDoc, plain_of
from .records import PersonPosts, Post

POST = r"S?+T(?:U(?:,U)*+)?+"
"""One post: 'nguyên Tư lệnh', 'Tiểu đoàn trưởng Tiểu đoàn 3, Trung đoàn 1187'."""

CALLED = r"(?:H:?)?(?:R[,:]?)?(?:D,?)*H?"
"""What stands between post and name: 'đồng chí Trung tướng, PGS, TS'."""

CHAIN = re.compile(
    rf"(?P<left>(?:{POST}(?:,|,?K|A|-))*{POST}[,-]?)?(?P<called>{CALLED})P"
    rf"(?P<right>(?:(?:[,(-]|,?K|,?A|)(?:[RD],?)*{POST}(?!{CALLED}P))*)"
)
"""'Chủ tịch UBND tỉnh P'; 'Thiếu tướng P, Bí thư Đảng ủy, Chính ủy Quân khu 6'. A last post right before another name
is that one's: 'Đại tá P, Chủ tịch UBND tỉnh P'."""

DECISION = re.compile(rf"(?P<verb>[BGLS]+|V?S)(?P<posts>{POST}(?:(?:,|,?K|,?A){POST}(?!{CALLED}P))*)")
"""Behind a name: 'được bổ nhiệm giữ chức Tư lệnh', 'thôi giữ chức Đoàn trưởng', 'trước đó là Trưởng phòng'."""

FRONTED = re.compile(rf"(?P<posts>{POST})[^PT;.]{{0,3}}B[^PT;.]{{0,2}}{CALLED}P")
"""Before a name: 'Vị trí Tham mưu trưởng được giao cho Thượng tá P'."""

PROMOTION = re.compile(r"(?:M[^PRM]{0,4}(?:R[^PR]{1,3})?|N)(?P<rank>R)(?!,?D*P)")
"""'thăng quân hàm Thiếu tướng', '... từ Đại tá lên Thiếu tướng', and once more '; từ Thượng tá lên Đại tá'."""

SHARED_TITLE = re.compile(r"(?P<post>TU?):")
"""'các Phó Tư lệnh Quân khu 6: ...'."""

LISTED = re.compile(r"[,;A:H]*")
"""All that stands between two names of one list."""

TITLE_OR_STATUS = re.compile(r"S?T(?:U(?:,U)*)?")


@Language.factory(
    "vi_posts",
    default_config={"extra": []},
    requires=["doc._.items"],
    assigns=["doc._.posts"],
)
def create_posts(nlp: Language, name: str, extra: list[str]) -> PostReader:
    return PostReader(load_gazetteer([Path(p) for p in extra]))


class PostReader:
    """Set `doc._.posts`: one PersonPosts a name, in the order of the text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        found: list[PersonPosts] = []
        plain = plain_of(doc)
        for sentence in doc._.items:
            found += self.read(plain, sentence)
        doc._.posts = tuple(found)
        return doc

    def read(self, doc: PlainDoc, sentence: Items) -> list[PersonPosts]:
        chains = list(CHAIN.finditer(sentence.letters))
        people = [self._person(doc, sentence, chain) for chain in chains]
        for n, chain in enumerate(chains):
            until = chains[n + 1].start() if n + 1 < len(chains) else len(sentence.letters)
            people[n] = self._decide(doc, sentence, people[n], chain, until)
        for found in FRONTED.finditer(sentence.letters):
            n = next(n for n, chain in enumerate(chains) if chain.start() < found.end() <= chain.end())
            people[n] = _appointed(people[n], self._posts(doc, sentence, found.start("posts"), found.end("posts")))
        for n in range(1, len(chains)):
            between = doc[people[n - 1].end : people[n].start]
            if any(t.lower_ in self.gazetteer.clauses.replaces for t in between):
                people[n] = _succeeded(people[n], people[n - 1])
        self._share_rank(doc, sentence, chains, people)
        self._share_title(doc, sentence, chains, people)
        return self._promote(doc, sentence, chains, people)

    def _share_rank(
        self, doc: PlainDoc, sentence: Items, chains: list[re.Match[str]], people: list[PersonPosts]
    ) -> None:
        """'các Đại tá: P, Q và R': one rank before a list of names."""
        plural = self.gazetteer.words.grammar.plural_before
        shared = ""
        for n, chain in enumerate(chains):
            start = people[n].start
            if people[n].rank:
                shared = people[n].rank if start and doc[start - 1].lower_ in plural else ""
            elif shared and LISTED.fullmatch(sentence.letters, chains[n - 1].end(), chain.start()):
                people[n] = replace(people[n], rank=shared)
            else:
                shared = ""

    def _share_title(
        self, doc: PlainDoc, sentence: Items, chains: list[re.Match[str]], people: list[PersonPosts]
    ) -> None:
        """'các Phó Tư lệnh Quân khu: P; Q': one post before a list of names."""
        for found in SHARED_TITLE.finditer(sentence.letters):
            start = sentence.items[found.start()].start
            if not start or doc[start - 1].lower_ not in self.gazetteer.words.grammar.plural_before:
                continue
            shared = self._posts(doc, sentence, found.start("post"), found.end("post"))
            end = found.end()
            for n, chain in enumerate(chains):
                if chain.start() >= end and LISTED.fullmatch(sentence.letters, end, chain.start()):
                    people[n] = replace(people[n], posts=(*people[n].posts, *shared))
                    end = chain.end()

    def _person(self, doc: PlainDoc, sentence: Items, chain: re.Match[str]) -> PersonPosts:
        items = sentence.items[chain.start() : chain.end()]
        name = next(item for item in items if item.letter == "P")
        rank = next((i.match.key for i in reversed(items) if i.letter == "R" and i.match and i.start < name.start), "")
        if not rank:
            rank = next((i.match.key for i in items if i.letter == "R" and i.match), "")
        posts = self._posts(doc, sentence, chain.start("right"), chain.end("right"))
        if chain["left"] and not (chain["left"].endswith(",") and (posts or self._on_behalf(doc, items[0].start))):
            posts = self._posts(doc, sentence, chain.start("left"), chain.end("left")) + posts
        return PersonPosts((name.start, name.end), items[0].start, items[-1].end, rank, tuple(posts))

    def _on_behalf(self, doc: PlainDoc, i: int) -> bool:
        """'thừa ủy quyền của Chủ tịch nước, Trung tướng P': the post is not P's."""
        return i > 0 and doc[i - 1].lower_ in self.gazetteer.clauses.on_behalf

    def _posts(self, doc: PlainDoc, sentence: Items, start: int, end: int) -> list[Post]:
        found = TITLE_OR_STATUS.finditer(sentence.letters, start, end)
        return [self._post(doc, sentence.items[m.start() : m.end()]) for m in found]

    def _post(self, doc: PlainDoc, items: tuple[Item, ...]) -> Post:
        title = next(item for item in items if item.letter == "T")
        unit = next((item for item in items if item.letter == "U"), None)
        known = self.gazetteer.title(title.match.key) if title.match else None
        status = _status(items[0]) if items[0].letter == "S" else Status.CURRENT
        return Post(
            items[0].start,
            items[-1].end,
            doc.text_of(title.start, title.end),
            known.role if known else PostRole.MEMBER,
            status,
            (unit.start, unit.end) if unit else None,
        )

    def _decide(
        self, doc: PlainDoc, sentence: Items, person: PersonPosts, chain: re.Match[str], until: int
    ) -> PersonPosts:
        """Add the posts that the words behind the name give or take; an appointment ends the posts named before."""
        added: list[Post] = []
        held = list(person.posts)
        for found in DECISION.finditer(sentence.letters, chain.end(), until):
            verb = sentence.letters[found.start("verb") : found.end("verb")]
            status = self._decided(sentence.items[found.start("verb") : found.end("verb")])
            posts = self._posts(doc, sentence, found.start("posts"), found.end("posts"))
            added += [replace(p, status=status) if p.status is Status.CURRENT else p for p in posts]
            if set(verb) & {"B", "G"} and status is not Status.FORMER and not self._passing(posts):
                held = [replace(p, status=Status.FORMER) if p.status is Status.CURRENT else p for p in held]
        if "Z" in sentence.letters[chain.end() : until][:4]:
            held = [replace(p, status=Status.FORMER) for p in held]
        return replace(person, posts=(*held, *added), decided=bool(added) and held != list(person.posts))

    def _listed_before(self, sentence: Items, chains: list[re.Match[str]], until: int) -> list[int]:
        """The last name before, with those listed together with it: 'P, Q và R được thăng quân hàm'."""
        before = [n for n, chain in enumerate(chains) if chain.end() <= until]
        listed = before[-1:]
        for n in reversed(before[:-1]):
            if not LISTED.fullmatch(sentence.letters, chains[n].end(), chains[n + 1].start()):
                break
            listed.append(n)
        return listed

    def _given(self, doc: PlainDoc, sentence: Items, found: re.Match[str], chain: re.Match[str]) -> bool:
        """'... Thiếu tướng cho các đồng chí: P', '... lên Đại tá gồm: P': the rank is given to the names behind it."""
        words = self.gazetteer.clauses.given_to | self.gazetteer.clauses.lists | {":"}
        return any(t.lower_ in words for t in doc[_first(sentence, found) : _first(sentence, chain)])

    def _passing(self, posts: list[Post]) -> bool:
        """'làm Trưởng đoàn': for one occasion, beside the posts that one holds."""
        return all((title := self.gazetteer.title(post.title)) and title.passing for post in posts)

    def _decided(self, verb: tuple[Item, ...]) -> Status:
        letters = "".join(item.letter for item in verb)
        if "L" in letters:
            return Status.FORMER
        if "S" in letters:
            return _status(next(item for item in verb if item.letter == "S"))
        return Status.CURRENT

    def _promote(
        self, doc: PlainDoc, sentence: Items, chains: list[re.Match[str]], people: list[PersonPosts]
    ) -> list[PersonPosts]:
        """A promotion gives its rank to the names behind it, or else to the name before it."""
        for found in PROMOTION.finditer(sentence.letters):
            match = sentence.items[found.start("rank")].match
            behind = [n for n, chain in enumerate(chains) if chain.start() >= found.end()]
            if behind and not self._given(doc, sentence, found, chains[behind[0]]):
                behind = []
            for n in behind or self._listed_before(sentence, chains, found.start()):
                people[n] = replace(people[n], rank=match.key if match else people[n].rank, decided=True)
        return people


def _appointed(person: PersonPosts, taken: list[Post]) -> PersonPosts:
    """The person with the posts taken, and those held before as former ones."""
    held = [replace(p, status=Status.FORMER) if p.status is Status.CURRENT else p for p in person.posts]
    return replace(person, posts=(*held, *taken), decided=True)


def _succeeded(left: PersonPosts, successor: PersonPosts) -> PersonPosts:
    """'P giữ chức Tư lệnh thay Q nghỉ hưu': what P takes is what Q leaves."""
    taken = [p for p in successor.posts if p.status is not Status.FORMER]
    if left.posts or not taken or not any(p.status is Status.FORMER for p in successor.posts):
        return left
    return replace(left, posts=tuple(replace(p, status=Status.FORMER) for p in taken))


def _first(sentence: Items, found: re.Match[str]) -> int:
    """The token at which a regular expression's match begins."""
    return sentence.items[found.start()].start


def _status(item: Item) -> Status:
    label = item.match.label if item.match else ""
    return {"FORMER": Status.FORMER, "ACTING": Status.ACTING, "INCOMING": Status.INCOMING}.get(label, Status.CURRENT)
