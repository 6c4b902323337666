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
from .plain import PlainDoc
from .records import Match, UnitSpan
from .unit_borders import Borders
from .unit_words import has_name, has_number, number_end

GO_ON = frozenset({"số", "và"})
"""Small words with which the words of a name may go on."""

FORMATION_LEVELS = range(10, 90)


class UnitGrammar:
    """Reads units off the words of a Doc and the gazetteer's phrases in it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.borders = Borders(gazetteer)
        self.stop_words = frozenset(gazetteer.words.grammar.stop_words)
        self.verbs = frozenset(gazetteer.words.grammar.arms_as_verbs)
        self.plural_before = frozenset(gazetteer.words.grammar.plural_before)
        self.plural_after = frozenset(gazetteer.words.grammar.plural_after)

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
        if not known and not (head and self._may_begin(doc, i, head)):
            return []
        if self.borders.in_longer_phrase(doc, i, max(known.end if known else 0, head.end if head else 0)):
            return []
        borders = self.borders
        if not known and (
            borders.names_person(doc, i) or borders.in_capitals(doc, i, head) or borders.names_place(doc, i, head)
        ):
            return []
        read = self._read(doc, i, head, nested) if head else []
        lettered = known is not None and number_end(doc, known.end - 1) > known.end
        if known is None or lettered or (head and known.end <= head.end):
            return read
        if read and read[0].end == known.end and (read[0].place or read[0].identified):
            return [replace(read[0], known=known.key), *read[1:]]
        return self._known(doc, i, known.end, known.key, nested)

    def _may_begin(self, doc: PlainDoc, i: int, head: Match) -> bool:
        """False for a head in small letters, of which most are plain words, that nothing around it makes a unit's."""
        kind = self.gazetteer.unit_type(head.key)
        return kind is not None and ("arm" in kind.takes or self._begins(doc, i, kind))

    def _begins(self, doc: PlainDoc, i: int, kind: UnitType) -> bool:
        return doc[i].is_capital or self.borders.held_here(doc, i, kind) or self.borders.opened(doc, i)

    def _read(self, doc: PlainDoc, i: int, head: Match, nested: bool) -> list[UnitSpan]:
        kind = self.gazetteer.unit_type(head.key)
        return self._from_head(doc, i, head.end, kind, nested) if kind else []

    def _in_post(self, doc: PlainDoc, i: int, nested: bool) -> Match | None:
        """'Hải quân' in 'Tư lệnh Hải quân', but not the place of 'Phó Chính ủy BĐBP tỉnh'."""
        match = doc.matches.at(i, "POST_UNIT")
        title = doc.matches.covering(i - 1, "TITLE") if match and i else None
        if match is None or not (nested or (title and title.end == i)):
            return None
        return None if self.borders.place(doc, match.end) else match

    def _known(self, doc: PlainDoc, i: int, end: int, name: str, nested: bool) -> list[UnitSpan]:
        if not doc[i].is_capital and not any(c.isdigit() for c in doc.text_of(i, end)):
            return []
        kind = self.gazetteer.kind_of(name)
        country = self._foreign(doc, end)
        if country and kind:
            end = country.end
            return [UnitSpan(i, end, kind.name, end, True, None, None, False, nested, "", "unit of another country")]
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

    def _foreign(self, doc: PlainDoc, i: int) -> Match | None:
        """The 'Mông Cổ' of 'Bộ Quốc phòng Mông Cổ': another country's body of the same name."""
        country = doc.matches.at(i, "COUNTRY") if i < len(doc) else None
        return country if country and doc[i].is_capital else None

    def _from_head(self, doc: PlainDoc, i: int, end: int, kind: UnitType, nested: bool) -> list[UnitSpan]:
        begins = self._begins(doc, i, kind)
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
            place = self.borders.place(doc, rest)
            rest = place[1] if place else rest
        named_place = place is not None and has_name(doc, place)
        relative = not identified and not inner and not named_place
        committee = rest == end and kind.name in self.gazetteer.clauses.committees
        if not self._is_unit(doc, i, end, rest, kind, relative) and not (
            committee and self.borders.held_here(doc, i, kind)
        ):
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
        return at + 1 == end and doc[at].is_number

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
        if self._is_plain(doc, i) or self._ends_own(doc, i, kind):
            return None
        if "number" in kind.takes and not has_number(doc, first, i):
            number = self.borders.number(doc, i)
            if number and not (kind.digits and len(doc[number - 1].text) > kind.digits):
                return self._behind_number(doc, number, kind), True
        named = "topic" in kind.takes or "name" in kind.takes
        arm = matches.at(i, "ARM")
        small_too = kind.level in FORMATION_LEVELS and not (arm and i > first and self._does(doc, arm))
        if "arm" in kind.takes and arm and (token.text[0].isupper() or small_too):
            return arm.end, kind.scope == "parent"
        if self.borders.new_unit(doc, i):
            return None
        topic = matches.at(i, "TOPIC")
        if "topic" in kind.takes and topic and token.is_capital:
            return topic.end, True
        site = matches.at(i, "SITE_KIND")
        if site and "name" in kind.takes and (token.is_capital or self._names_post(doc, site, kind, first)):
            return site.end, False
        tail = matches.at(i, "TAIL")
        if tail and named and token.is_capital:
            return tail.end, True
        if identified and "topic" in kind.takes:
            joined = self._joined(doc, i)
            if joined:
                return joined, True
        if named:
            end = self._proper(doc, i, kind, first)
            if end:
                return end, True
        return None

    def _is_plain(self, doc: PlainDoc, i: int) -> bool:
        """A word in small letters that goes on no name, as most words behind a head are."""
        word, at = doc[i], doc.matches.at
        small = word.is_lower and word.is_alpha and word.lower_ not in GO_ON
        return small and at(i, "ARM") is None and at(i, "SITE_KIND") is None

    def _does(self, doc: PlainDoc, arm: Match) -> bool:
        """'sửa chữa' behind the number in 'Tiểu đoàn 4 sửa chữa nhà ở': a verb with its object, and no arm."""
        object = doc[arm.end] if arm.end < len(doc) else None
        return (
            doc.text_of(arm.start, arm.end) in self.verbs
            and object is not None
            and object.is_lower
            and object.is_alpha
            and object.lower_ not in self.stop_words
        )

    def _names_post(self, doc: PlainDoc, site: Match, kind: UnitType, first: int) -> bool:
        """'Đồn Biên phòng cửa khẩu Cửa Mận': the site that a border post is named for, in small letters too."""
        follows = site.end < len(doc) and doc[site.end].is_name
        return bool(kind.under) and site.start == first and follows

    def _ends_own(self, doc: PlainDoc, i: int, kind: UnitType) -> bool:
        """A rank, an honorific, a title, or the province of a unit that is named by its place."""
        at = doc.matches.at
        if at(i, "RANK") or at(i, "HONORIFIC") or self.borders.title_here(doc, i):
            return True
        of_place = kind.scope == "place" and "place" in kind.takes
        return of_place and at(i, "PROVINCE") is not None and at(i, "TAIL") is None

    def _behind_number(self, doc: PlainDoc, i: int, kind: UnitType) -> int:
        """'Vùng 4 Hải quân', 'khu vực 2 - Yên Lập': the arm or the seat behind the number belongs to the name."""
        if "seat" in kind.takes and i + 1 < len(doc) and doc[i].text in "-–" and doc[i + 1].is_capital:
            return self.borders.place_name(doc, i + 1) if self.borders.place_name(doc, i + 1) > i + 1 else i
        arm = doc.matches.at(i, "ARM") if i < len(doc) else None
        return arm.end if arm and kind.name.startswith("Vùng") else i

    def _joined(self, doc: PlainDoc, i: int) -> int | None:
        """'và Đào tạo', '- Kỹ thuật', ', Thể thao': another field of work of the same office; not 'và Công an tỉnh'."""
        if doc[i].lower_ not in ("và", "-", "–", ",") or i + 1 >= len(doc):
            return None
        topic = doc.matches.at(i + 1, "TOPIC")
        if not topic or not doc[i + 1].is_capital or self.borders.new_unit(doc, i + 1):
            return None
        head = doc.matches.at(i + 1, "HEAD")
        if head and head.end == topic.end and topic.end < len(doc) and doc.matches.at(topic.end, "PLACE_KIND"):
            return None
        comma_then_and = doc[i].text == "," and topic.end < len(doc) and doc[topic.end].lower_ == "và"
        return topic.end if doc[i].text != "," or comma_then_and else None

    def _proper(self, doc: PlainDoc, i: int, kind: UnitType, first: int) -> int | None:
        """One capitalised word, with the small second syllable of a compound: 'Viện Hàn lâm', 'Quyết thắng'."""
        token = doc[i]
        if not token.is_capital or not token.text[0].isalpha() or self.borders.starts_person(doc, i):
            return None
        place = doc.matches.at(i, "PLACE_KIND")
        if doc.matches.at(i, "EVENT_HEAD") or (place and place.end < len(doc) and doc[place.end].is_name):
            return None
        second = i + 1
        small = second < len(doc) and doc[second].is_lower and doc[second].is_alpha
        if "topic" not in kind.takes or not small or doc[second].lower_ in self.stop_words:
            return second
        begins_compound = i == first or not doc[i - 1].is_name
        follows_capital = second + 1 < len(doc) and doc[second + 1].is_name
        return second + 1 if begins_compound or follows_capital else second

    def _skip_own_agency(self, doc: PlainDoc, i: int) -> int:
        match = doc.matches.at(i, "OWN_AGENCY") if i < len(doc) else None
        return match.end if match else i

    def glued(self, doc: PlainDoc, i: int) -> list[UnitSpan]:
        """The parent's name right behind, also behind '/', a remark in parentheses or 'of the'."""
        at = self.borders.skip_remark(doc, i)
        link = doc.matches.at(at, "LINK") if at < len(doc) else None
        at = link.end if link else at
        if at < len(doc) and doc[at].text == "/":
            at += 1
        if at >= len(doc) or "\n" in doc[at].text or not doc[at].is_capital:
            return []
        return self.parse(doc, at, nested=True)
