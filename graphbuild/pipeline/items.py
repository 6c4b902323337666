"""A sentence as a string of letters, one an item, so that chains of posts can be read by regular expressions.

P person  R rank  H honorific  D degree  T title  U unit  S status word  K 'kiêm'  A 'và', 'and'
B appoints  G takes a post  L leaves a post  Z retires  M promotes  N 'lên'
V any other word; signs stand for themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from .plain import PlainDoc, Sentence, Word, plain_of
from .records import Match, PersonSpan, UnitSpan

SIGNS = {"–": "-", "—": "-", "…": ".", "!": ".", "?": "."}
LISTS = (("RANK", "R"), ("DEGREE", "D"), ("HONORIFIC", "H"), ("FORMER", "S"), ("ACTING", "S"), ("INCOMING", "S"),
         ("JOIN", "K"), ("LEAVES", "L"), ("RETIRES", "Z"), ("TAKES", "G"), ("APPOINTS", "B"), ("PROMOTES", "M"),
         ("RAISES", "N"))  # fmt: skip
"""The gazetteer's lists with their letters; where phrases of two begin at one token, the first named here."""


class Item(NamedTuple):
    """One letter with its tokens and what the gazetteer or a component knows of them.

    Every other word becomes one: a tuple is made several times faster than a dataclass.
    """

    letter: str
    start: int
    end: int
    match: Match | None = None
    person: PersonSpan | None = None
    unit: UnitSpan | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one sentence; `letters[n]` is the letter of `items[n]`."""

    items: tuple[Item, ...]
    letters: str


@Language.factory(
    "vi_items",
    default_config={"extra": []},
    requires=["doc._.matches", "doc._.units", "doc._.persons"],
    assigns=["doc._.items"],
)
def create_items(nlp: Language, name: str, extra: list[str]) -> ItemReader:
    return ItemReader(load_gazetteer([Path(p) for p in extra]))


class ItemReader:
    """Set `doc._.items`: the Items of each sentence with a name or an honorific, or with a title as its first word.

    The others can hold no post and stand for nobody.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.letters = _Letters(gazetteer.words.grammar.ands)

    def __call__(self, doc: Doc) -> Doc:
        plain, persons = plain_of(doc), {p.start: p for p in doc._.persons}
        outer = {u.start: u for u in doc._.units if not u.nested}
        phrases = {at: (letter, m) for label, letter in reversed(LISTS) for at, m in plain.matches.of(label).items()}
        marked = {*persons, *outer, *phrases, *plain.matches.of("TITLE")}
        reading = _Reading(plain, persons, outer, phrases, marked, self.letters)
        opening = plain.matches.of("TITLE").keys() & plain.sentence_starts
        people = sorted({*persons, *plain.matches.of("HONORIFIC"), *opening})
        doc._.items = tuple(
            reading.items(s) for s in plain.sentences if bisect_left(people, s.start) < bisect_left(people, s.end)
        )
        return doc


@dataclass(frozen=True, slots=True)
class _Reading:
    """One Doc with what begins at a token: a person's name, a unit's, or a phrase with its letter.

    `marked` are the tokens at which anything of these or a title begins.
    """

    doc: PlainDoc
    persons: Mapping[int, PersonSpan]
    units: Mapping[int, UnitSpan]
    phrases: Mapping[int, tuple[str, Match]]
    marked: Set[int]
    letters: Mapping[Word, str]

    def items(self, sentence: Sentence) -> Items:
        """The items of `sentence`, with the line's ends inside a caption left out."""
        items: list[Item] = []
        i = sentence.start
        while i < sentence.end:
            if self.doc[i].is_space:
                i += 1
                continue
            if i not in self.marked:
                items.append(Item(self.letters[self.doc[i]], i, i + 1))
                i += 1
                continue
            item = self._marked(i)
            items.append(item)
            opened = self._opened(item) if item.letter == "T" else None
            if opened:
                items.append(Item("U", opened.start, opened.end, unit=opened))
            i = self._past_link(items[-1])
        return Items(tuple(items), "".join(item.letter for item in items))

    def _opened(self, title: Item) -> UnitSpan | None:
        """The unit whose name begins with the last words of the title: 'Trưởng ban' before 'Dân vận'."""
        inside = (self.units.get(i) for i in range(title.start + 1, title.end))
        return next((unit for unit in inside if unit), None)

    def _past_link(self, item: Item) -> int:
        """Behind 'of the' where it stands between a post and its unit."""
        link = self.doc.matches.at(item.end, "LINK") if item.letter == "T" else None
        return link.end if link and link.end in self.units else item.end

    def _marked(self, i: int) -> Item:
        if i in self.persons:
            return Item("P", i, self.persons[i].end, person=self.persons[i])
        unit, title = self.units.get(i), self.doc.matches.at(i, "TITLE")
        if title and (not unit or unit.end <= title.end) and not self._is_degree(title):
            return Item("T", i, self._with_topic(title), match=title)
        if unit:
            return Item("U", i, unit.end, unit=unit)
        letter, match = self.phrases[i]
        return Item(letter, i, match.end, match=match)

    def _is_degree(self, title: Match) -> bool:
        """'bác sĩ' before a name; before a unit it is a post: 'bác sĩ Bệnh xá Vùng 2'."""
        return self.doc.matches.at(title.start, "DEGREE") is not None and title.end not in self.units

    def _with_topic(self, title: Match) -> int:
        """'Trợ lý Dân quân tự vệ', 'nhân viên quân y': a field of work behind a title of no one kind of unit belongs
        to the title, and behind 'về' to any: 'Phó Sư đoàn trưởng về hậu cần'."""
        doc, at = self.doc, self.doc.matches.at
        staff = at(title.start, "STAFF_TITLE")
        if staff and staff.end == title.end and not self.units.keys() & {title.end - 1, title.end}:
            start = title.end
        elif title.end < len(doc) and doc[title.end].lower_ == "về":
            start = title.end + 1
        else:
            return title.end
        field = doc.matches.longest(start, "TOPIC", "ARM", "COUNTRY")
        return field.end if field else title.end


class _Letters(dict[Word, str]):
    """The letter of each word at which nothing begins that is known."""

    def __init__(self, ands: Set[str]) -> None:
        self._ands = ands

    def __missing__(self, word: Word) -> str:
        if word.lower_ in self._ands:
            letter = "A"
        elif word.is_alpha or word.text[0].isalnum():
            letter = "V"
        else:
            letter = SIGNS.get(word.text, word.text[0])
        self[word] = letter
        return letter
