"""One sentence with its chains of posts: what the rules that share, give and take posts work on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..model import PostRole, Status
from ..resources import Gazetteer
from .items import Item, Items
from .plain import PlainDoc, Word
from .records import PersonPosts, Post

POST = r"S?+T(?:U(?:,U)*+|\(U\))?+"
"""One post: 'nguyên Tư lệnh', 'Tiểu đoàn trưởng Tiểu đoàn 3, Trung đoàn 1187', 'Phó Chánh Thanh tra (Bộ Công an)'."""

CALLED = r"(?:H:?)?(?:R[,:]?)?(?:D[.,]{0,2})*H?"
"""What stands between post and name: 'đồng chí Trung tướng, PGS, TS', 'PGS.TS.'."""

CHAIN = re.compile(
    rf"(?P<left>(?:{POST}(?:,|,?K|A|-))*{POST}[,-]?)?(?P<called>{CALLED})P"
    rf"(?P<right>(?:(?!,?A(?:{POST},)+{CALLED}P)(?:(?:[,(-]|,?K|,?A|)(?:[RD],?)*{POST}(?!{CALLED}P))*)?)"
)
"""'Chủ tịch UBND tỉnh P'; 'Thiếu tướng P, Bí thư Đảng ủy, Chính ủy Quân khu 6'. A last post right before another name
is that one's: 'Đại tá P, Chủ tịch UBND tỉnh P'; so are all behind 'và': 'P và Bí thư Đảng ủy, Giám đốc, Đại tá Q'."""

PRONOUN = re.compile(r"(?P<left>)(?P<called>)H(?P<right>)(?=[VSBGLZM])")
"""'Ông từng là Tư lệnh Quân đoàn 4': an honorific that opens the sentence stands for a name."""

TITLE_OR_STATUS = re.compile(rf"(?P<post>{POST})(?P<behind>,U)?")
"""A post, with a unit behind a comma: 'Trợ lý Thanh niên, Phòng Chính trị'."""

LISTED = re.compile(r"[,;A:H]*")
"""All that stands between two names of one list."""

LISTED_WITH_WORDS = re.compile(r"[^;.P]{0,8};[,;A:H]*")
"""The same where something else is said of the name: 'P - ... của Ban tổ chức; Q'."""

STATUSES = {"FORMER": Status.FORMER, "ACTING": Status.ACTING, "INCOMING": Status.INCOMING}


class PostSentence:
    """The items of one sentence, the chain around each name, and the people, whose posts the rules change in place.

    Attributes
    ----------
    letters: a letter an item, see `items.py`.
    chains: a match of CHAIN a name, in order.
    people: what is known of each name so far, in the same order.
    opening: True if the first of them is a pronoun that opens the sentence.
    """

    def __init__(self, doc: PlainDoc, items: Items, gazetteer: Gazetteer) -> None:
        self.doc, self.items, self.letters, self.gazetteer = doc, items.items, items.letters, gazetteer
        pronoun = PRONOUN.match(self.letters)
        self.opening = pronoun is not None and not self.plural(0)
        self.chains = [*([pronoun] if pronoun and self.opening else []), *CHAIN.finditer(self.letters)]
        self.people = [self._person(chain) for chain in self.chains]

    def until(self, n: int) -> int:
        """The item at which the chain behind the `n`th begins, or the sentence ends."""
        return self.chains[n + 1].start() if n + 1 < len(self.chains) else len(self.letters)

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """The words from item `start` to item `end`, which is not part of them."""
        return self.doc[self.token(start) : self.token(end)]

    def token(self, item: int) -> int:
        """The token at which an item begins; the sentence's end behind the last."""
        return self.items[item].start if item < len(self.items) else self.items[-1].end

    def text(self, item: Item) -> str:
        """The words of an item."""
        return self.doc.text_of(item.start, item.end)

    def text_of(self, start: int, end: int) -> str:
        """The text from item `start` to item `end`, which is not part of it."""
        return self.doc.text_of(self.token(start), self.token(end))

    def chain_at(self, item: int) -> int | None:
        """The chain of the first name at an item or behind it."""
        return next((n for n, chain in enumerate(self.chains) if chain.end("called") >= item), None)

    def chain_before(self, item: int) -> int | None:
        """The last chain that ends at an item or before it."""
        return next((n for n in reversed(range(len(self.chains))) if self.chains[n].end() <= item), None)

    def listed_with(self, n: int) -> list[int]:
        """The `n`th chain and those listed behind it: 'P, Q và R'."""
        listed = [n]
        for m in range(n + 1, len(self.chains)):
            between = self.chains[m - 1].end(), self.chains[m].start()
            if not any(sign.fullmatch(self.letters, *between) for sign in (LISTED, LISTED_WITH_WORDS)):
                break
            listed.append(m)
        return listed

    def plural(self, item: int) -> bool:
        """'các' stands right before an item, or an honorific that begins so."""
        first = item - 1 if item and self.letters[item - 1] == "H" else item
        plural = self.gazetteer.words.grammar.plural_before
        here, before = self.doc[self.token(first)].lower_, self.token(first) - 1
        return here in plural or (before >= 0 and self.doc[before].lower_ in plural)

    def posts(self, start: int, end: int) -> list[Post]:
        """The posts that items `start` to `end` name."""
        matches = TITLE_OR_STATUS.finditer(self.letters, start, end)
        found = (self._post(m.start(), m.end("post")) for m in matches)
        return _carried([post for post in found if post])

    def _person(self, chain: re.Match[str]) -> PersonPosts:
        items = self.items[chain.start() : chain.end()]
        name = next((item for item in items if item.letter == "P"), items[0])
        rank = next((i.match.key for i in reversed(items) if i.letter == "R" and i.match and i.start < name.start), "")
        if not rank:
            rank = next((i.match.key for i in items if i.letter == "R" and i.match), "")
        posts = self.posts(chain.start("right"), chain.end("right"))
        apart = (chain["left"] or "").endswith(",")
        if chain["left"] and not (apart and (posts or self.of_others(chain.start()))):
            own = self.posts(chain.start("left"), chain.end("left"))
            posts = (own[1:] if len(own) > 1 and self.of_others(chain.start()) else own) + posts
        return PersonPosts((name.start, name.end), items[0].start, items[-1].end, rank, tuple(posts))

    def of_others(self, item: int) -> bool:
        """The post before a comma is not the name's.

        'thừa ủy quyền của Chủ tịch nước, Trung tướng P', 'dặn các chiến sĩ, Đại tá P', 'bổ nhiệm Chính ủy, Đại tá P'.
        """
        i = self.token(item)
        on_behalf = i > 0 and self.doc[i - 1].lower_ in self.gazetteer.clauses.on_behalf
        given = item > 0 and self.letters[item - 1] == "B" and " " in self.text(self.items[item - 1])
        return on_behalf or given or self.plural(item)

    def _post(self, start: int, end: int) -> Post | None:
        items = self.items[start:end]
        title = next(item for item in items if item.letter == "T")
        unit = next((item for item in items if item.letter == "U"), None)
        known = self.gazetteer.title(title.match.key) if title.match else None
        if unit is None:
            unit = self._behind_comma(end, known.heads if known and not known.alone else None)
        meant = self.gazetteer.meant_title(self.text(title), unit.unit.type if unit and unit.unit else "")
        known = meant or known
        if known and known.collective and start and self.letters[start - 1] == "A":
            return None
        return Post(
            items[0].start,
            items[-1].end,
            meant.name if meant else self._words_of(title, unit),
            known.name if known else "",
            known.role if known else PostRole.MEMBER,
            status_of(items[0]) if items[0].letter == "S" else Status.CURRENT,
            (unit.start, unit.end) if unit else None,
        )

    def _behind_comma(self, end: int, heads: tuple[str, ...] | None) -> Item | None:
        """'Nhân viên, Khoa Dược': the unit of a post that may be held there."""
        if heads is None or self.letters[end : end + 2] != ",U":
            return None
        unit = self.items[end + 1]
        kind = unit.unit.type if unit.unit else ""
        return unit if kind in (heads or self.gazetteer.clauses.offices) else None

    def _words_of(self, title: Item, unit: Item | None) -> str:
        """The words of the title, without the head of a unit that begins in it."""
        words = self.doc.text_of(title.start, title.end)
        if unit and unit.start < title.end:
            known = self.gazetteer.title(title.match.key) if title.match else None
            kept = 0 if known and known.role is PostRole.PARTY else 1  # 'Chủ nhiệm Khoa', but 'Bí thư' of a 'Đoàn'
            own = (self.doc.text_of(title.start, end) for end in range(unit.start + kept, title.end))
            return next((w for w in own if self.gazetteer.title(w)), words)
        return words


def _carried(posts: list[Post]) -> list[Post]:
    """'nguyên Phó Tư lệnh, Tham mưu trưởng Quân khu 6': the first word is said of both, which share the unit."""
    for n in range(1, len(posts)):
        before = posts[n - 1]
        if before.status is Status.FORMER and before.unit is None and posts[n].status is Status.CURRENT:
            posts[n] = replace(posts[n], status=Status.FORMER)
    return posts


def status_of(item: Item) -> Status:
    """What a word such as 'nguyên' or 'phụ trách' says of the post behind it."""
    return STATUSES.get(item.match.label if item.match else "", Status.CURRENT)


def ended(posts: Iterable[Post]) -> tuple[Post, ...]:
    """The posts held until now as former ones."""
    return tuple(replace(p, status=Status.FORMER) if p.status is Status.CURRENT else p for p in posts)
