"""Where the words of a unit's name end: at a person, a title, another unit, a place.

These are the questions that the grammar of units asks of single tokens.
"""

from __future__ import annotations

from ..resources import Gazetteer, UnitType
from ..text import compare_key
from .plain import PlainDoc
from .records import Match
from .unit_words import ALL_CAPS, number_end


class Borders:
    """Answers for one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.surnames = frozenset(s.name for s in gazetteer.surnames if not s.common)
        self.middle_names = frozenset(compare_key(name) for name in gazetteer.words.middle_names)

    def in_longer_phrase(self, doc: PlainDoc, i: int, end: int) -> bool:
        """The head's words belong to a title ('Trung đoàn trưởng'), a place ('Hội An') or an event ('Hội nghị')."""
        title = doc.matches.covering(i, "TITLE")
        if title and (title.end >= end or title.start < i) and not self.opened(doc, i):
            return True
        name = doc.matches.longest(i, "PROVINCE", "DISTRICT", "HISTORICAL")
        if name and name.end > end:
            return True
        event = doc.matches.covering(i, "EVENT_HEAD")
        return event is not None and event.end > end

    def names_person(self, doc: PlainDoc, i: int) -> bool:
        """A head that is part of a person's name: 'Đại tá Đoàn Công Triều', 'Nguyễn Trường Giao'."""
        if i == 0 or i + 1 >= len(doc) or not doc[i + 1].is_capital or doc[i].is_upper:
            return False
        if doc[i].text in self.surnames:
            covering = (doc.matches.covering(i - 1, label) for label in ("RANK", "HONORIFIC", "DEGREE"))
            return any(match and match.end == i for match in covering)
        begins = i < 2 or not doc[i - 2].is_capital or doc.matches.covering(i - 2, "RANK") is not None
        return doc[i - 1].text in self.surnames and begins and doc[i + 1].is_alpha

    def in_capitals(self, doc: PlainDoc, i: int, head: Match | None) -> bool:
        """The 'VỤ' of a headline's 'NHIỆM VỤ QUÂN SỰ': one syllable inside a run of capitals begins no unit."""
        single = head is not None and head.end == i + 1 and doc[i].is_upper and i > 0
        return single and doc[i - 1].is_upper and doc[i - 1].is_alpha

    def held_here(self, doc: PlainDoc, i: int, kind: UnitType) -> bool:
        """Behind a title held in units of the kind the head needs neither capital nor name: 'Bí thư chi bộ'."""
        title = doc.matches.covering(i - 1, "TITLE") if i else None
        known = self.gazetteer.title(title.key) if title and title.end == i else None
        return known is not None and kind.name in known.heads

    def names_place(self, doc: PlainDoc, i: int, head: Match | None) -> bool:
        """The 'Trường' of 'huyện Trường Lệ': one syllable behind the kind of a place begins the place's name."""
        kind = doc.matches.covering(i - 1, "PLACE_KIND") if i else None
        return kind is not None and kind.end == i and head is not None and head.end == i + 1 and doc[i - 1].is_lower

    def opened(self, doc: PlainDoc, i: int) -> bool:
        """The head is the last word of a title: 'Trưởng phòng' before 'Quân báo'."""
        title = doc.matches.covering(i, "TITLE")
        found = self.gazetteer.title(title.key) if title and title.start < i else None
        return bool(
            found and title and found.opens and compare_key(found.opens) == compare_key(doc.text_of(i, title.end))
        )

    def title_here(self, doc: PlainDoc, i: int) -> bool:
        """A title begins here, unless a unit's head does ('Chính ủy' against 'Chính trị')."""
        title = doc.matches.at(i, "TITLE")
        if title is None:
            return False
        topic = doc.matches.at(i, "TOPIC")
        return topic is None or topic.end < title.end

    def new_unit(self, doc: PlainDoc, i: int) -> bool:
        """The name of another unit begins here."""
        unit = doc.matches.longest(i, "HEAD", "KNOWN") if doc[i].is_capital else None
        topic = doc.matches.at(i, "TOPIC") if unit else None
        if not unit or (topic and topic.end >= unit.end):
            return False
        return unit.end > i + 1 or self._head_goes_on(doc, i + 1, doc.matches.at(i, "HEAD"))

    def _head_goes_on(self, doc: PlainDoc, i: int, head: Match | None) -> bool:
        """A head of one syllable begins a unit only before what heads take: 'Trường Khê' is a plain name."""
        kind = self.gazetteer.unit_type(head.key) if head else None
        if kind is None or i >= len(doc):
            return False
        taken = doc.matches.longest(i, "TOPIC", "ARM", "PLACE_KIND", "OWN_AGENCY", "HEAD", "KNOWN")
        return kind.relative or self.number(doc, i) is not None or taken is not None

    def number(self, doc: PlainDoc, i: int) -> int | None:
        """'301', '8B', 'số 6'; not the 29 of '29 tháng 12' nor a quantity of something."""
        at = i + 1 if doc[i].lower_ == "số" and i + 1 < len(doc) else i
        end = number_end(doc, at)
        return None if end == at or (doc[at].text in ("I", "V", "X") and at == i and i == 0) else end

    def starts_person(self, doc: PlainDoc, i: int) -> bool:
        """A surname and at least one more capital: 'MTTQ Việt Nam | Nguyễn Văn A'; a known place is no person."""
        if doc[i].text not in self.surnames or doc.matches.at(i, "PROVINCE") or doc.matches.at(i, "DISTRICT"):
            return False
        follow = doc[i + 1 : i + 3]
        return len(follow) == 2 and all(t.is_capital and t.is_alpha for t in follow)

    def skip_remark(self, doc: PlainDoc, i: int) -> int:
        """Past '(LLVT)' where the name goes on behind it."""
        if i + 3 < len(doc) and doc[i].text == "(" and ALL_CAPS.fullmatch(doc[i + 1].text) and doc[i + 2].text == ")":
            return i + 3
        return i

    def place(self, doc: PlainDoc, i: int) -> tuple[int, int] | None:
        """'tỉnh Lâm Đồng', 'tỉnh', 'phường 7', 'Lâm Đồng'."""
        at = self.skip_remark(doc, i)
        if at >= len(doc):
            return None
        kind = doc.matches.at(at, "PLACE_KIND")
        start = kind.end if kind else at
        end = self.place_name(doc, start)
        if end == start and not kind:
            return None
        return at, end

    def place_name(self, doc: PlainDoc, i: int) -> int:
        """Where the name of a place that begins at `i` ends; `i` itself if none does."""
        if i >= len(doc):
            return i
        capital = doc[i].is_capital
        listed = doc.matches.longest(i, "PROVINCE", "DISTRICT") if capital else None
        if listed:
            return listed.end
        if i > 0 and doc.matches.covering(i - 1, "PLACE_KIND") is not None:
            if doc[i].text.isdigit():
                return i + 1
            remembered = doc.matches.at(i, "HISTORICAL")
            if remembered:  # 'phường Trần Hưng Đạo'
                return remembered.end
        tail = doc.matches.at(i, "TAIL") if capital else None
        if tail:
            return max(tail.end, self.place_name(doc, tail.end))
        end = i
        while end < len(doc) and end - i < 4 and doc[end].is_capital and doc[end].is_alpha:
            if end > i and end + 1 < len(doc) and doc[end + 1].key in self.middle_names:
                break
            if self.starts_person(doc, end) or (end > i and (self.new_unit(doc, end) or self.title_here(doc, end))):
                break
            if doc.matches.longest(end, "RANK", "HONORIFIC", *(("HEAD", "TITLE") if end == i else ())):
                break
            if (
                end > i
                and doc[end].is_upper
                and doc.matches.longest(end, "ACT", "ORGANISES", "EVENT_HEAD", "EVENT_OPENER")
            ):
                break
            end += 1
        return end
