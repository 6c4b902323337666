"""A sentence as a string of letters, one an item, so that chains of posts can be read by regular expressions.

P person  R rank  H honorific  D degree  T title  U unit  S status word  K 'kiêm'  A 'và'
B appoints  G takes a post  L leaves a post  Z retires  M promotes  N 'lên'
V any other word; signs stand for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from .gazetteer import matches_of
from .records import Match, PersonSpan, UnitSpan

SIGNS = {"–": "-", "—": "-", "…": ".", "!": ".", "?": "."}
PHRASES = (("FORMER", "S"), ("ACTING", "S"), ("INCOMING", "S"), ("JOIN", "K"), ("LEAVES", "L"), ("RETIRES", "Z"),
           ("TAKES", "G"), ("APPOINTS", "B"), ("PROMOTES", "M"), ("RAISES", "N"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One letter with its tokens and what the gazetteer or a component knows of them."""

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


def read_items(doc: Doc, sentence: Span) -> Items:
    """The items of `sentence`, with the line's ends inside a caption left out."""
    persons = {p.start: p for p in doc._.persons}
    units = {u.start: u for u in doc._.units if not u.nested}
    items: list[Item] = []
    i = sentence.start
    while i < sentence.end:
        if doc[i].is_space:
            i += 1
            continue
        item = _item(doc, i, persons, units)
        items.append(item)
        opened = units.get(item.end - 1) if item.letter == "T" else None
        if opened and opened.start > item.start:
            items.append(Item("U", opened.start, opened.end, unit=opened))
        i = max(item.end, items[-1].end)
    return Items(tuple(items), "".join(item.letter for item in items))


def _item(doc: Doc, i: int, persons: dict[int, PersonSpan], units: dict[int, UnitSpan]) -> Item:
    if i in persons:
        return Item("P", i, persons[i].end, person=persons[i])
    at = matches_of(doc).at
    unit, title = units.get(i), at(i, "TITLE")
    if title and (not unit or unit.end <= title.end):
        return Item("T", i, _with_topic(doc, title, units), match=title)
    if unit:
        return Item("U", i, unit.end, unit=unit)
    for label, letter in (("RANK", "R"), ("DEGREE", "D"), ("HONORIFIC", "H"), *PHRASES):
        match = at(i, label)
        if match:
            return Item(letter, i, match.end, match=match)
    word = doc[i]
    if word.lower_ == "và":
        return Item("A", i, i + 1)
    if word.is_alpha or word.text[0].isalnum():
        return Item("V", i, i + 1)
    return Item(SIGNS.get(word.text, word.text[0]), i, i + 1)


def _with_topic(doc: Doc, title: Match, units: dict[int, UnitSpan]) -> int:
    """'Trợ lý Dân quân tự vệ': a field of work behind a title of no one kind of unit belongs to the title."""
    topic = matches_of(doc).at(title.end, "TOPIC") if title.end < len(doc) else None
    staff = matches_of(doc).at(title.start, "STAFF_TITLE")
    free = staff is not None and staff.end == title.end and not units.keys() & {title.end - 1, title.end}
    return topic.end if topic and free and doc[title.end].text[0].isupper() else title.end
