"""The grammar of one unit's name, read from its head to the right.

    name   = head own* (parent | place)?
    own    = number | arm of service | field of work | proper name | tail ('Trung ương', 'Việt Nam')
    parent = ['cơ quan' | '/'] name            "Ban CHQS Ban Dân vận Trung ương", "Cụm số 1/Khối Tự vệ LLVT tỉnh"
    place  = kind of place [name]              "Bộ Chỉ huy Quân sự tỉnh Lâm Đồng", "UBND tỉnh"

Which of these a head takes is data (`unit_types.toml`).
"""

from __future__ import annotations

from dataclasses import replace

from ..resources import Gazetteer, UnitType
from ..text import compare_key, is_capitalised
from .plain import PlainDoc
from .records import Match, UnitSpan
from .unit_words import ALL_CAPS, NUMBER, begins_name, has_name, has_number

FORMATION_LEVELS = range(10, 90)


class UnitGrammar:
    """Reads units off the words of a Doc and the gazetteer's phrases in it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.stop_words = frozenset(gazetteer.words.grammar.stop_words)
        self.plural_before = frozenset(gazetteer.words.grammar.plural_before)
        self.plural_after = frozenset(gazetteer.words.grammar.plural_after)
        self.surnames = frozenset(s.name for s in gazetteer.surnames if not s.common)

    def parse(self, doc: PlainDoc, i: int, *, nested: bool = False) -> list[UnitSpan]:
        """The unit whose name begins at token `i`, with those nested in it; [] if none does.

        A title whose last word is a head ('Trưởng Ban') lets the name begin inside it.
        """
        known, head = doc.matches.at(i, "KNOWN"), doc.matches.at(i, "HEAD")
        if doc.matches.at(i, "NO_UNIT"):
            return []
        posted = self._in_post(doc, i, nested)
        if posted and not any(m and m.end > posted.end for m in (known, head)):
            return self._known(doc, i, posted.end, posted.key, nested)
        if (not known and not head) or self._in_longer_phrase(doc, i, max(m.end for m in (known, head) if m)):
            return []
        if self._names_person(doc, i):
            return []
        if known and (not head or known.end > head.end):
            return self._known(doc, i, known.end, known.key, nested)
        assert head is not None
        kind = self.gazetteer.unit_type(head.key)
        assert kind is not None
        return self._from_head(doc, i, head.end, kind, nested)

    def _in_post(self, doc: PlainDoc, i: int, nested: bool) -> Match | None:
        """'Hải quân' in 'Tư lệnh Hải quân', but not the place of 'Phó Chính ủy BĐBP tỉnh'."""
        match = doc.matches.at(i, "POST_UNIT")
        title = doc.matches.covering(i - 1, "TITLE") if match and i else None
        if match is None or not (nested or (title and title.end == i)):
            return None
        return None if self._place(doc, match.end) else match

    def _in_longer_phrase(self, doc: PlainDoc, i: int, end: int) -> bool:
        """The head's words belong to a title ('Trung đoàn trưởng'), a place ('Hội An') or an event ('Hội nghị')."""
        title = doc.matches.covering(i, "TITLE")
        if title and (title.end >= end or title.start < i) and not self._opened(doc, i):
            return True
        name = doc.matches.longest(i, "PROVINCE", "DISTRICT", "HISTORICAL")
        event = doc.matches.covering(i, "EVENT_HEAD")
        return any(m and m.end > end for m in (name, event))

    def _names_person(self, doc: PlainDoc, i: int) -> bool:
        """A head that is part of a person's name: 'Đại tá Đoàn Công Triều', 'Nguyễn Trường Giao'."""
        if i == 0 or i + 1 >= len(doc) or not is_capitalised(doc[i + 1].text) or doc[i].is_upper:
            return False
        if doc[i].text in self.surnames:
            covering = (doc.matches.covering(i - 1, label) for label in ("RANK", "HONORIFIC", "DEGREE"))
            return any(match and match.end == i for match in covering)
        begins = i < 2 or not is_capitalised(doc[i - 2].text) or doc.matches.covering(i - 2, "RANK") is not None
        return doc[i - 1].text in self.surnames and begins and doc[i + 1].is_alpha

    def _opened(self, doc: PlainDoc, i: int) -> bool:
        """The head is the last word of a title: 'Trưởng phòng' before 'Quân báo'."""
        title = doc.matches.covering(i, "TITLE")
        found = self.gazetteer.title(title.key) if title and title.start < i else None
        return bool(
            found and title and found.opens and compare_key(found.opens) == compare_key(doc.text_of(i, title.end))
        )

    def _known(self, doc: PlainDoc, i: int, end: int, name: str, nested: bool) -> list[UnitSpan]:
        if not begins_name(doc, i) and not any(c.isdigit() for c in doc.text_of(i, end)):
            return []
        kind = self.gazetteer.kind_of(name)
        end = self._of_the_army(doc, end)
        span = UnitSpan(i, end, kind.name if kind else "", end, True, None, None, False, nested, name, "known unit")
        inner = self.glued(doc, end) if kind and kind.level < 85 else []
        if inner:
            return [replace(span, end=inner[0].end, parent=(inner[0].start, inner[0].end)), *inner]
        return [span]

    def _of_the_army(self, doc: PlainDoc, i: int) -> int:
        """'Tổng cục Chính trị Quân đội nhân dân Việt Nam': the whole army behind the name of one of its bodies."""
        match = self._in_post(doc, i, nested=True) if i < len(doc) else None
        return match.end if match else i

    def _from_head(self, doc: PlainDoc, i: int, end: int, kind: UnitType, nested: bool) -> list[UnitSpan]:
        begins = begins_name(doc, i) or self._opened(doc, i)
        if not begins and "arm" not in kind.takes:
            return []
        own_end, identified = self._own(doc, end, kind)
        if not begins and not self._plain_formation(doc, end, own_end):
            return []
        rest, inner, place = own_end, [], None
        rest = self._skip_own_agency(doc, rest)
        agency = rest > own_end
        if "unit" in kind.takes or kind.scope in ("number", "name", "parent"):
            inner = self.glued(doc, rest)
        if inner:
            rest = inner[0].end
        elif "place" in kind.takes or kind.scope == "place":
            place = self._place(doc, rest)
            rest = place[1] if place else rest
        named_place = place is not None and has_name(doc, place)
        relative = not identified and not inner and not named_place
        if not self._is_unit(doc, i, end, rest, kind, relative):
            return []
        span = UnitSpan(
            i, rest, kind.name, own_end, identified, (inner[0].start, inner[0].end) if inner else None, place,
            relative or (agency and not inner), nested, "", "unit grammar",
        )  # fmt: skip
        return [span, *inner]

    def _plain_formation(self, doc: PlainDoc, start: int, end: int) -> bool:
        """'sư đoàn 301' in small letters: a formation with nothing but arm and number behind the head."""
        arm = doc.matches.at(start, "ARM") if start < len(doc) else None
        at = arm.end if arm else start
        return at + 1 == end and bool(NUMBER.fullmatch(doc[at].text))

    def _is_unit(self, doc: PlainDoc, i: int, head_end: int, end: int, kind: UnitType, relative: bool) -> bool:
        """False for a plural ('các Ban CHQS'), a plain noun ('Ban'), or a capital that only begins a sentence."""
        before = doc[i - 1] if i else None
        after = doc[end].lower_ if end < len(doc) else ""
        if end == head_end and after in self.plural_after:
            return False
        if relative and before is not None and (before.lower_ in self.plural_before or before.text.isdigit()):
            return False
        if end == head_end:
            return kind.relative
        return True

    def _own(self, doc: PlainDoc, i: int, kind: UnitType) -> tuple[int, bool]:
        """Where the unit's own words end, and whether they tell which unit it is."""
        identified, at = False, i
        while at < len(doc):
            step = self._own_step(doc, at, kind, identified, i)
            if not step:
                break
            at, tells = step
            identified = identified or tells
        return at, identified

    def _own_step(self, doc: PlainDoc, i: int, kind: UnitType, identified: bool, first: int) -> tuple[int, bool] | None:
        matches, token = doc.matches, doc[i]
        if self._ends_own(doc, i, kind):
            return None
        if "number" in kind.takes and not has_number(doc, first, i):
            number = self._number(doc, i)
            if number and not (kind.digits and len(doc[number - 1].text) > kind.digits):
                return self._behind_number(doc, number, kind), True
        named = "topic" in kind.takes or "name" in kind.takes
        arm = matches.at(i, "ARM")
        if "arm" in kind.takes and arm and (token.text[0].isupper() or kind.level in FORMATION_LEVELS):
            return arm.end, kind.scope == "parent"
        if self._new_unit(doc, i):
            return None
        topic = matches.at(i, "TOPIC")
        if "topic" in kind.takes and topic and is_capitalised(token.text):
            return topic.end, True
        site = matches.at(i, "SITE_KIND")
        if site and "name" in kind.takes and is_capitalised(token.text):
            return site.end, False
        tail = matches.at(i, "TAIL")
        if tail and named and is_capitalised(token.text):
            return tail.end, True
        if identified and named:
            joined = self._joined(doc, i)
            if joined:
                return joined, True
        if named:
            end = self._proper(doc, i, kind, first)
            if end:
                return end, True
        return None

    def _ends_own(self, doc: PlainDoc, i: int, kind: UnitType) -> bool:
        """A rank, an honorific, a title, or the province of a unit that is named by its place."""
        at = doc.matches.at
        of_place = kind.scope == "place" and "place" in kind.takes
        province = of_place and at(i, "PROVINCE") and not at(i, "TAIL")
        return bool(at(i, "RANK") or at(i, "HONORIFIC") or self._title_here(doc, i) or province)

    def _title_here(self, doc: PlainDoc, i: int) -> bool:
        """A title begins here, unless a unit's head does ('Chính ủy' against 'Chính trị')."""
        title, topic = doc.matches.at(i, "TITLE"), doc.matches.at(i, "TOPIC")
        return bool(title and not (topic and topic.end >= title.end))

    def _new_unit(self, doc: PlainDoc, i: int) -> bool:
        unit, topic = doc.matches.longest(i, "HEAD", "KNOWN"), doc.matches.at(i, "TOPIC")
        if not unit or not is_capitalised(doc[i].text) or (topic and topic.end >= unit.end):
            return False
        return unit.end > i + 1 or self._head_goes_on(doc, i + 1, doc.matches.at(i, "HEAD"))

    def _head_goes_on(self, doc: PlainDoc, i: int, head: Match | None) -> bool:
        """A head of one syllable begins a unit only before what heads take: 'Trường Khê' is a plain name."""
        kind = self.gazetteer.unit_type(head.key) if head else None
        if kind is None or i >= len(doc):
            return False
        taken = doc.matches.longest(i, "TOPIC", "ARM", "PLACE_KIND", "OWN_AGENCY", "HEAD", "KNOWN")
        return kind.relative or self._number(doc, i) is not None or taken is not None

    def _number(self, doc: PlainDoc, i: int) -> int | None:
        """'301', 'số 6', 'số 1'; not the 29 of '29 tháng 12' nor a quantity of something."""
        at = i + 1 if doc[i].lower_ == "số" and i + 1 < len(doc) else i
        if not NUMBER.fullmatch(doc[at].text) or (doc[at].text in ("I", "V", "X") and at == i and i == 0):
            return None
        return at + 1

    def _behind_number(self, doc: PlainDoc, i: int, kind: UnitType) -> int:
        """'Vùng 4 Hải quân', 'khu vực 2 - Yên Lập': the arm or the seat behind the number belongs to the name."""
        if "seat" in kind.takes and i + 1 < len(doc) and doc[i].text in "-–" and is_capitalised(doc[i + 1].text):
            return self.place_name(doc, i + 1) if self.place_name(doc, i + 1) > i + 1 else i
        arm = doc.matches.at(i, "ARM") if i < len(doc) else None
        return arm.end if arm and kind.name.startswith("Vùng") else i

    def _joined(self, doc: PlainDoc, i: int) -> int | None:
        """'và Đào tạo', '- Kỹ thuật', ', Thể thao': another field of work of the same office."""
        if doc[i].lower_ not in ("và", "-", "–", ",") or i + 1 >= len(doc):
            return None
        topic = doc.matches.at(i + 1, "TOPIC")
        if not topic or not is_capitalised(doc[i + 1].text) or self._new_unit(doc, i + 1):
            return None
        comma_then_and = doc[i].text == "," and topic.end < len(doc) and doc[topic.end].lower_ == "và"
        return topic.end if doc[i].text != "," or comma_then_and else None

    def _proper(self, doc: PlainDoc, i: int, kind: UnitType, first: int) -> int | None:
        """One capitalised word, with the small second syllable of a compound: 'Viện Hàn lâm', 'Quyết thắng'."""
        token = doc[i]
        if not is_capitalised(token.text) or not token.text[0].isalpha() or self._starts_person(doc, i):
            return None
        if doc.matches.at(i, "EVENT_HEAD") or doc.matches.at(i, "PLACE_KIND"):
            return None
        second = i + 1
        small = second < len(doc) and doc[second].is_lower and doc[second].is_alpha
        if "topic" not in kind.takes or not small or doc[second].lower_ in self.stop_words:
            return second
        begins_compound = i == first or not doc[i - 1].is_name
        follows_capital = second + 1 < len(doc) and doc[second + 1].is_name
        return second + 1 if begins_compound or follows_capital else second

    def _starts_person(self, doc: PlainDoc, i: int) -> bool:
        """A surname and at least one more capital: 'MTTQ Việt Nam | Nguyễn Văn A'; a known place is no person."""
        if doc[i].text not in self.surnames or doc.matches.at(i, "PROVINCE") or doc.matches.at(i, "DISTRICT"):
            return False
        follow = doc[i + 1 : i + 3]
        return len(follow) == 2 and all(is_capitalised(t.text) and t.is_alpha for t in follow)

    def _skip_own_agency(self, doc: PlainDoc, i: int) -> int:
        match = doc.matches.at(i, "OWN_AGENCY") if i < len(doc) else None
        return match.end if match else i

    def glued(self, doc: PlainDoc, i: int) -> list[UnitSpan]:
        """The parent's name right behind, also behind '/' or a remark in parentheses."""
        at = self.skip_remark(doc, i)
        if at < len(doc) and doc[at].text == "/":
            at += 1
        if at >= len(doc) or "\n" in doc[at].text or not is_capitalised(doc[at].text):
            return []
        return self.parse(doc, at, nested=True)

    def skip_remark(self, doc: PlainDoc, i: int) -> int:
        """Past '(LLVT)' where the name goes on behind it."""
        if i + 3 < len(doc) and doc[i].text == "(" and ALL_CAPS.fullmatch(doc[i + 1].text) and doc[i + 2].text == ")":
            return i + 3
        return i

    def _place(self, doc: PlainDoc, i: int) -> tuple[int, int] | None:
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
        listed = doc.matches.longest(i, "PROVINCE", "DISTRICT")
        if listed and is_capitalised(doc[i].text):
            return listed.end
        if doc[i].text.isdigit() and i and doc.matches.covering(i - 1, "PLACE_KIND"):
            return i + 1
        tail = doc.matches.at(i, "TAIL")
        if tail and is_capitalised(doc[i].text):
            return max(tail.end, self.place_name(doc, tail.end))
        end = i
        while end < len(doc) and end - i < 4 and is_capitalised(doc[end].text) and doc[end].is_alpha:
            if self._starts_person(doc, end) or (end > i and (self._new_unit(doc, end) or self._title_here(doc, end))):
                break
            if doc.matches.longest(end, "RANK", "HONORIFIC", *(("HEAD", "TITLE") if end == i else ())):
                break
            end += 1
        return end
