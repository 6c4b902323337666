"""How far an event's name goes: up to a stop word, a person, a sign, or the next event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from ..resources import Gazetteer
from .plain import PlainDoc
from .records import Match, PersonSpan, UnitSpan
from .spans import Spans

LONGEST = 45
"""Tokens in the longest name that is believed."""

NEXT_EVENT = 6
"""Tokens behind 'và' or a comma within which the head of another event ends the name before them."""

ENDING_SIGNS = frozenset(".;:?!()…")


@dataclass(frozen=True, slots=True)
class Names:
    """The names that an event's name may hold or ends at.

    `units`: where the outer units end, by their first token; `spans`: all units; `ends`: first tokens of persons, ranks
    and honorifics.
    """

    units: Mapping[int, int]
    spans: Spans[UnitSpan]
    ends: Set[int]

    @classmethod
    def of(cls, doc: PlainDoc, units: Spans[UnitSpan], persons: Iterable[PersonSpan]) -> Names:
        """The names among the units and persons of a Doc."""
        outer = {u.start: u.end for u in units if not u.nested}
        return cls(outer, units, {p.start for p in persons}.union(doc.matches.of("RANK"), doc.matches.of("HONORIFIC")))

    def unit_around(self, match: Match) -> bool:
        """The phrase is part of a unit's name."""
        return any(match.end <= unit.end for unit in self.spans.holding(match.start))


def name_end(doc: PlainDoc, names: Names, i: int, gazetteer: Gazetteer) -> int:
    """Where the name that goes on at token `i` ends; trailing small words are left out."""
    start, quoted = i, False
    while i < len(doc) and i - start < LONGEST:
        token = doc[i]
        if token.text in '“”"':
            quoted = not quoted
        elif not quoted and (_ends(doc, i, names, gazetteer) or (token.text == "," and not _comma_goes_on(doc, i))):
            break
        if token.is_space:
            break
        i = names.units.get(i, i + 1)
    whole = i < len(doc) and doc[i].text in ENDING_SIGNS
    whole = whole or (i < len(doc) and doc[i].lower_ in gazetteer.clauses.occasion)
    while i > start and not whole and doc[i - 1].lower_ in gazetteer.clauses.trimmed:
        i -= 1
    return i


def _ends(doc: PlainDoc, i: int, names: Names, gazetteer: Gazetteer) -> bool:
    token, matches = doc[i], doc.matches
    if token.text in ENDING_SIGNS or i in names.ends:
        return True
    if token.lower_ in ("và", ",") and _another_event(doc, i + 1):
        return True
    if token.lower_ in gazetteer.clauses.occasion and matches.at(i + 1, "EVENT_HEAD"):
        return True
    if matches.at(i, "EVENT_BETWEEN"):
        return i + 1 not in names.units
    stop = matches.at(i, "EVENT_STOP")
    if stop and token.text[0].islower():
        return True
    return token.text in "-–" and i + 1 < len(doc) and bool(matches.at(i + 1, "RANK") or matches.at(i + 1, "TITLE"))


def _another_event(doc: PlainDoc, i: int) -> bool:
    """'và công tác phục vụ Đại hội ...', 'và kỷ niệm 55 năm ...': the next event begins within a few words."""
    for n in range(i, min(i + NEXT_EVENT, len(doc))):
        if doc[n].text in ENDING_SIGNS or doc[n].text == ",":
            return False
        head = doc.matches.at(n, "EVENT_HEAD")
        if head and (doc[n].is_capital or (n == i and _is_count(doc, head.end))):
            return True
    return False


def _is_count(doc: PlainDoc, i: int) -> bool:
    """'kỷ niệm 55 năm'."""
    return i + 1 < len(doc) and doc[i].text.isdigit() and doc[i + 1].lower_ == "năm"


def _comma_goes_on(doc: PlainDoc, i: int) -> bool:
    """'bàn giao chức trách Chỉ huy trưởng, Chính ủy', 'tổng kết công tác hậu cần, kỹ thuật'."""
    if i + 1 >= len(doc):
        return False
    title = doc.matches.covering(i - 1, "TITLE")
    posts = title is not None and title.end == i and doc.matches.at(i + 1, "TITLE") is not None
    return posts or doc.matches.at(i + 1, "EVENT_COMMA") is not None
