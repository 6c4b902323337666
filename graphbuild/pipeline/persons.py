"""Persons' names: two to five capitalised syllables after a rank, an honorific or a post, or behind a surname."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key, search_key, title_case
from .plain import CREDITED, PlainDoc, plain_of
from .records import PersonSpan, UnitSpan
from .spans import Spans

LONGEST = 6
"""Syllables: 'Y Thanh Hà Niê Kđăm' has five, a name with an apostrophe one sign more."""

CUES = ("RANK", "HONORIFIC", "DEGREE", "TITLE")
"""Lists of what stands before a name and says that it is one, the surest first."""

FOREIGN = re.compile(r"[aeiouy][^aeiouy ]+[aeiouy]")
"""Two vowels with a consonant between within one word without accents, as in 'Batsukh': no Vietnamese syllable."""


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
    begins with a surname or has a middle name such as 'Văn' or 'Thị', is no place or person of history, and names no
    street, prize or ship.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.surnames = frozenset(compare_key(s.name) for s in gazetteer.surnames if not s.common)
        self.all_surnames = frozenset(compare_key(s.name) for s in gazetteer.surnames)
        self.middle_names = frozenset(compare_key(n) for n in gazetteer.words.middle_names)
        self.historical = frozenset(compare_key(n) for n in gazetteer.historical)

    def __call__(self, doc: Doc) -> Doc:
        plain = plain_of(doc)
        inside = _tokens_of_units(doc._.units)
        ends_post = _ends_of_posts(plain, doc._.units)
        found: list[PersonSpan] = []
        end = 0
        cues = _ends_of_cues(plain)
        for i in plain.names:
            if i < end or i in inside or plain.kinds[i] in CREDITED:
                continue
            before = i - 1 if i and plain[i - 1].text == ":" else i
            cue = self._cue(plain, before) if before in cues else ""
            person = self._at(plain, i, inside, cue or ("post" if before in ends_post else ""))
            if person:
                found.append(person)
                end = person.end
        fallen = self._fallen(plain, inside)
        doc._.persons = _given_names_apart([p for p in found if compare_key(p.name) not in fallen])
        return doc

    def _fallen(self, doc: PlainDoc, inside: frozenset[int]) -> Set[str]:
        """Keys of the names of the dead: 'liệt sĩ, Anh hùng LLVT nhân dân Ngô Tất Hào'."""
        keys: set[str] = set()
        for match in doc.matches.of("FALLEN").values():
            i = match.end
            while i < len(doc) and (doc[i].text == "," or doc.matches.at(i, "DEGREE")):
                degree = doc.matches.at(i, "DEGREE")
                i = degree.end if degree else i + 1
            keys.add(compare_key(doc.text_of(i, self._end(doc, i, inside))))
        return keys

    def _at(self, doc: PlainDoc, i: int, inside: frozenset[int], cue: str) -> PersonSpan | None:
        if not cue and doc[i].key not in self.surnames and not self._middle_name(doc, i):
            return None
        end = self._end(doc, i, inside)
        count = _words(doc, i, end)
        name = doc.text_of(i, end)
        if end == i or compare_key(name) in self.historical or (not cue and self._body_of(doc, i, end)):
            return None
        if count >= 2 and self._begins_name(doc, i, cue):
            sure = cue and not (cue == "post" and self._place_here(doc, i, end))
            if sure or (self._free(doc, i, end) and (count >= 3 or post_behind(doc, end))):
                return PersonSpan(i, end, title_case(name), False, cue or "surname")
            return None
        if not cue and count >= 3 and self._free(doc, i, end) and self._middle_name(doc, i):
            return PersonSpan(i, end, title_case(name), False, "middle name")
        if cue == "post" or (cue in ("degree", "title") and (count < 2 or doc.matches.at(i, "TAIL"))):
            return None
        if cue == "title" and doc.matches.at(i, "HEAD") and doc[i + 1].key in self.surnames:
            return None
        if cue and not self._place_here(doc, i, end):
            whole = count > 2 or (count == 2 and (cue == "rank" or _foreign(name)))
            return PersonSpan(i, end, title_case(name), not whole, cue)
        return None

    def _body_of(self, doc: PlainDoc, i: int, end: int) -> bool:
        """'Đoàn Lê Hồng Phong', 'Đoàn Trường THPT': a body with what it is named after or belongs to."""
        head = doc.matches.at(i, "HEAD")
        if head is None or head.end != i + 1 or end == i + 1:
            return False
        return doc.matches.at(i + 1, "HEAD") is not None or compare_key(doc.text_of(i + 1, end)) in self.historical

    def _begins_name(self, doc: PlainDoc, i: int, cue: str) -> bool:
        """A surname; one that is written often as another word only behind a rank, an honorific or a post."""
        return doc[i].key in (self.all_surnames if cue else self.surnames)

    def _middle_name(self, doc: PlainDoc, i: int) -> bool:
        """'Pờ Văn Xá', 'Quảng Thị Sương Mai'."""
        return i + 1 < len(doc) and doc[i + 1].key in self.middle_names

    def _cue(self, doc: PlainDoc, i: int) -> str:
        """What stands right before the name at token `i`, or before the colon there in a list of names."""
        for label in CUES:
            match = doc.matches.covering(i - 1, label)
            if match and match.end == i:
                return label.lower()
        return ""

    def _end(self, doc: PlainDoc, i: int, inside: frozenset[int]) -> int:
        end = i
        while end < len(doc) and _syllables(doc, i, end) < LONGEST and end not in inside:
            if self._something_else(doc, end, at_start=end == i) and not (end == i and self._surname_here(doc, i)):
                break
            if _abbreviation(doc, i, end):
                break
            if doc[end].is_name or _apostrophe(doc, end):
                end += 1
            elif end > i and _hyphen(doc, end):
                end += 2
            else:
                break
        return end

    def _surname_here(self, doc: PlainDoc, i: int) -> bool:
        """'Đại tá Ông Văn Phước': behind a rank the word with a capital is no honorific."""
        rank = doc.matches.covering(i - 1, "RANK") if i and doc[i].key in self.all_surnames else None
        return rank is not None and doc.matches.at(i, "TITLE") is None

    def _something_else(self, doc: PlainDoc, i: int, *, at_start: bool) -> bool:
        """A title, rank or event ends the name, in capitals also an act: 'LÊ VĂN MINH THĂM ĐƠN VỊ'."""
        match = doc.matches.longest(i, "TITLE", "RANK", "EVENT_HEAD", "HONORIFIC", "DEGREE")
        if match and (at_start or match.end - match.start > 1):
            return True
        return not at_start and doc[i].is_upper and doc.matches.longest(i, "ACT", "ORGANISES") is not None

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
        place = doc.matches.longest(i, "PROVINCE", "DISTRICT", "COUNTRY")
        return place is not None and place.end >= end


def post_behind(doc: PlainDoc, end: int) -> bool:
    """', Phó Tư lệnh': a comma and a title follow the name that ends at token `end`."""
    return end + 1 < len(doc) and doc[end].text in ",-–(" and doc.matches.at(end + 1, "TITLE") is not None


def _given_names_apart(found: list[PersonSpan]) -> Spans[PersonSpan]:
    """Two syllables without a surname ('Trung tá Hải Long') are a given name if a longer name ends with them."""
    whole = {compare_key(p.name) for p in found if not p.partial}
    given = {name[i + 1 :] for name in whole for i, sign in enumerate(name) if sign == " "}
    return Spans(replace(p, partial=True) if compare_key(p.name) in given else p for p in found)


def _ends_of_cues(doc: PlainDoc) -> Set[int]:
    """Where a rank, an honorific, a degree or a title ends."""
    return {match.end for label in CUES for match in doc.matches.of(label).values()}


def _ends_of_posts(doc: PlainDoc, units: tuple[UnitSpan, ...]) -> Set[int]:
    """Where the unit of a post ends: a name may follow as in 'Chủ tịch UBND tỉnh P'."""
    return {u.end for u in units if u.nested or (u.start and doc.matches.covering(u.start - 1, "TITLE"))}


def _tokens_of_units(units: tuple[UnitSpan, ...]) -> frozenset[int]:
    return frozenset(i for u in units for i in range(u.start, u.end))


def _foreign(name: str) -> bool:
    return "-" in name or FOREIGN.search(search_key(name)) is not None


def _abbreviation(doc: PlainDoc, start: int, i: int) -> bool:
    """'UVBTV' behind a name in small letters."""
    return i > start and doc[i].is_upper and len(doc[i].text) > 1 and not doc[start].is_upper


def _hyphen(doc: PlainDoc, i: int) -> bool:
    """The sign in 'Khăm-phui': a small letter follows and no blank."""
    apart = doc.spaced(i - 1) or doc.spaced(i)
    return doc[i].text == "-" and not apart and i + 1 < len(doc) and doc[i + 1].is_lower and doc[i + 1].is_alpha


def _syllables(doc: PlainDoc, start: int, end: int) -> int:
    """Words between blanks, an apostrophe and what it joins counted apart."""
    return end - start - 2 * [word.text for word in doc[start:end]].count("-")


def _words(doc: PlainDoc, start: int, end: int) -> int:
    return sum(t.is_alpha for t in doc[start:end])


def _apostrophe(doc: PlainDoc, i: int) -> bool:
    """The sign in "H'Len": no blank on either side."""
    if doc[i].text not in "'’" or not i or i + 1 >= len(doc):
        return False
    return not doc.spaced(i - 1) and not doc.spaced(i) and doc[i + 1].is_alpha
