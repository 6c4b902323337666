"""Persons' names: two to five capitalised syllables after a rank, an honorific or a post, or behind a surname."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key, title_case
from .plain import CREDITED, PlainDoc, plain_of
from .records import PersonSpan, UnitSpan

LONGEST = 6
"""Syllables: 'Y Thanh Hà Niê Kđăm' has five, a name with an apostrophe one sign more."""


@Language.factory(
    "vi_persons",
    default_config={"extra": []},
    requires=["doc._.matches", "doc._.units"],
    assigns=["doc._.persons"],
)
def create_persons(nlp: Language, name: str, extra: list[str]) -> PersonFinder:
    return PersonFinder(load_gazetteer([Path(p) for p in extra]))


class PersonFinder:
    """Set `doc._.persons`.

    A run of capitals is a name where a rank, honorific, degree, title or unit stands right before it, or where it
    begins with a surname, is no place or person of history, and names no street, prize or ship.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.surnames = frozenset(compare_key(s.name) for s in gazetteer.surnames)
        self.historical = frozenset(compare_key(n) for n in gazetteer.historical)

    def __call__(self, doc: Doc) -> Doc:
        plain = plain_of(doc)
        inside = _tokens_of_units(doc._.units)
        ends_unit = {u.end for u in doc._.units}
        found: list[PersonSpan] = []
        end = 0
        for i, word in enumerate(plain):
            if i < end or not word.is_name or i in inside or plain.kinds[i] in CREDITED:
                continue
            person = self._at(plain, i, inside, i in ends_unit)
            if person:
                found.append(person)
                end = person.end
        doc._.persons = tuple(found)
        return doc

    def _at(self, doc: PlainDoc, i: int, inside: frozenset[int], after_unit: bool) -> PersonSpan | None:
        cue = self._cue(doc, i)
        end = self._end(doc, i, inside)
        surname = compare_key(doc[i].text) in self.surnames
        name = doc.text_of(i, end)
        if end == i or compare_key(name) in self.historical:
            return None
        if surname and _words(doc, i, end) >= 2:
            if (
                cue
                or after_unit
                or (self._free(doc, i, end) and (_words(doc, i, end) >= 3 or self._post_behind(doc, end)))
            ):
                return PersonSpan(i, end, title_case(name), False, cue or ("after unit" if after_unit else "surname"))
            return None
        if cue in ("degree", "title") and (_words(doc, i, end) < 2 or doc.matches.at(i, "TAIL")):
            return None
        if cue and not self._place_here(doc, i, end):
            return PersonSpan(i, end, title_case(name), _words(doc, i, end) < 2 or not surname, cue)
        return None

    def _cue(self, doc: PlainDoc, i: int) -> str:
        """What stands right before the name; a colon or a line's end may come between in a list of names."""
        before = i - 1
        if before >= 0 and doc[before].text == ":":
            before -= 1
        if before < 0:
            return ""
        for label in ("RANK", "HONORIFIC", "DEGREE", "TITLE"):
            match = doc.matches.covering(before, label)
            if match and match.end == before + 1:
                return label.lower()
        return ""

    def _end(self, doc: PlainDoc, i: int, inside: frozenset[int]) -> int:
        end = i
        while end < len(doc) and end - i < LONGEST and end not in inside:
            if self._something_else(doc, end, at_start=end == i):
                break
            if doc[end].is_name or _apostrophe(doc, end):
                end += 1
            else:
                break
        return end

    def _something_else(self, doc: PlainDoc, i: int, *, at_start: bool) -> bool:
        """A title, rank or event ends the name, in capitals also an act: 'LÊ VĂN MINH THĂM ĐƠN VỊ'."""
        for label in ("TITLE", "RANK", "EVENT_HEAD", "HONORIFIC", "DEGREE"):
            match = doc.matches.at(i, label)
            if match and (at_start or match.end - match.start > 1):
                return True
        return not at_start and doc[i].is_upper and any(doc.matches.at(i, label) for label in ("ACT", "ORGANISES"))

    def _free(self, doc: PlainDoc, i: int, end: int) -> bool:
        """No street, ship or place: nothing of the kind stands before, and the words are no known place."""
        if i and doc.matches.covering(i - 1, "NAMED_AFTER"):
            return False
        if i and (doc.matches.covering(i - 1, "PLACE_KIND") or doc.matches.covering(i - 1, "SITE_KIND")):
            return False
        if i > 1 and doc[i - 1].text == ":" and doc.matches.covering(i - 2, "NAMED_AFTER"):
            return False
        return not self._place_here(doc, i, end)

    def _place_here(self, doc: PlainDoc, i: int, end: int) -> bool:
        return any(m and m.end >= end for label in ("PROVINCE", "DISTRICT") for m in [doc.matches.at(i, label)])

    def _post_behind(self, doc: PlainDoc, end: int) -> bool:
        """', Phó Tư lệnh': a comma and a title follow."""
        return end + 1 < len(doc) and doc[end].text in ",-–(" and doc.matches.at(end + 1, "TITLE") is not None


def _tokens_of_units(units: tuple[UnitSpan, ...]) -> frozenset[int]:
    return frozenset(i for u in units for i in range(u.start, u.end))


def _words(doc: PlainDoc, start: int, end: int) -> int:
    return sum(t.is_alpha for t in doc[start:end])


def _apostrophe(doc: PlainDoc, i: int) -> bool:
    """The sign in "H'Len": no blank on either side."""
    if doc[i].text not in "'’" or not i or i + 1 >= len(doc):
        return False
    return not doc.spaced(i - 1) and not doc.spaced(i) and doc[i + 1].is_alpha
