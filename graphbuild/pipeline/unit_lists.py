"""Lists in which units share words: the head, or the place behind the last one.

    'Ban CHQS các xã, phường: Tân Lập, Phú Xuân và Hòa Sơn'   three units, one head
    'các Tiểu đoàn 1, 2 và 3 Trung đoàn 1187'                  three units, one head and one parent
    'Tỉnh ủy, HĐND, UBND tỉnh Sơn Khê'                         three units, one place

Each unit is a span of its own with the shared words spelled out in `UnitSpan.shared`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..resources import UnitType
from .plain import PlainDoc
from .records import SharedName, UnitSpan
from .unit_grammar import UnitGrammar

JOINS = frozenset({",", ";", "và", "-", "–", "/", "&"})
RULE = "words shared in a list"


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    end: int
    kind: UnitType


class UnitLists:
    """Reads a whole list of units that share words, from its first head on."""

    def __init__(self, grammar: UnitGrammar) -> None:
        self.grammar = grammar

    def parse(self, doc: PlainDoc, i: int) -> list[UnitSpan]:
        """The units of the list that begins at token `i`, with those nested in it; [] if none does."""
        head = self._head(doc, i) if doc[i].is_capital else None
        if head is None:
            return []
        return (
            self._one_head_many_places(doc, head) or self._one_head_many_numbers(doc, head) or self._one_place(doc, i)
        )

    def _head(self, doc: PlainDoc, i: int) -> _Head | None:
        match = doc.matches.at(i, "HEAD") if i < len(doc) and doc[i].is_capital else None
        kind = self.grammar.gazetteer.unit_type(match.key) if match else None
        return _Head(i, match.end, kind) if match and kind else None

    # --- 'Ban CHQS các xã, phường: A, B và C' -----------------------------------------------------------------------

    def _one_head_many_places(self, doc: PlainDoc, head: _Head) -> list[UnitSpan]:
        at = self.grammar.borders.skip_remark(doc, head.end)
        counted = at < len(doc) and doc[at].text == ":" and self._is_plural(doc, head.start)
        if not (head.kind.of or "place" in head.kind.takes) or not (counted or self._plural(doc, at)):
            return []
        kinds, at = ([], at) if counted else self._place_kinds(doc, at + 1)
        if not kinds and not counted:
            return []
        at += at < len(doc) and doc[at].text == ":"
        shared_kind = kinds[0] if len(kinds) == 1 and not head.kind.of else ""
        members: list[UnitSpan] = []
        while (place := self._place(doc, at, shared_kind)) is not None:
            start, end, words = place
            shared = SharedName(doc.text_of(head.start, head.end), words)
            members.append(
                UnitSpan(start, end, head.kind.name, end, False, None, (start, end), False, False, "", RULE, shared)
            )
            at = self._past_join(doc, end)
            if at == end:
                break
        if len(members) < 2:
            return []
        return [replace(members[0], start=head.start), *members[1:]]

    def _is_plural(self, doc: PlainDoc, i: int) -> bool:
        """'các Tiểu đoàn', '4 Ban CHQS'."""
        return i > 0 and (self._plural(doc, i - 1) or doc[i - 1].text.isdigit())

    def _plural(self, doc: PlainDoc, i: int) -> bool:
        return i < len(doc) and doc[i].lower_ in self.grammar.plural_before

    def _place_kinds(self, doc: PlainDoc, i: int) -> tuple[list[str], int]:
        """'xã, phường' -> (['xã', 'phường'], past them)."""
        kinds: list[str] = []
        while match := doc.matches.at(i, "PLACE_KIND") if i < len(doc) else None:
            kinds.append(doc.text_of(match.start, match.end))
            i = match.end
            joined = self._past_join(doc, i)
            if joined == i or not doc.matches.at(joined, "PLACE_KIND") or self._named_kind(doc, joined):
                break
            i = joined
        return kinds, i

    def _named_kind(self, doc: PlainDoc, i: int) -> bool:
        """A kind of place with its own name behind it: the 'huyện Củ Chi' of 'các quận 1, 3 và huyện Củ Chi'."""
        kind = doc.matches.at(i, "PLACE_KIND")
        return bool(kind and kind.end < len(doc) and doc[kind.end].is_capital)

    def _place(self, doc: PlainDoc, i: int, shared_kind: str) -> tuple[int, int, str] | None:
        """(start, end, words) of one place of the list, its kind put before its name where the list shares it."""
        if i >= len(doc):
            return None
        own = doc.matches.at(i, "PLACE_KIND")
        start = own.end if own else i
        numbered = start < len(doc) and doc[start].text.isdigit()
        end = start + 1 if numbered else self.grammar.borders.place_name(doc, start)
        if end == start:
            return None
        kind = doc.text_of(own.start, own.end) if own else shared_kind
        return i, end, f"{kind} {doc.text_of(start, end)}".strip()

    # --- 'các Tiểu đoàn 1, 2 và 3' -----------------------------------------------------------------------------------

    def _one_head_many_numbers(self, doc: PlainDoc, head: _Head) -> list[UnitSpan]:
        if "number" not in head.kind.takes or not self._is_plural(doc, head.start):
            return []
        parsed = self.grammar.parse(doc, head.start)
        if len(parsed) != 1 or not doc[parsed[0].end - 1].is_number:
            return []
        first = parsed[0]
        words = doc.text_of(head.start, first.end - 1)
        members, at = [first], first.end
        while (number := self._past_join(doc, at)) > at and number < len(doc) and doc[number].is_number:
            shared = SharedName(words, doc[number].text)
            at = number + 1
            members.append(replace(first, start=number, end=at, own_end=at, rule=RULE, shared=shared))
        inner = self.grammar.glued(doc, at)
        if len(members) < 2:
            return []
        parent = (inner[0].start, inner[0].end) if inner else None
        return [*(replace(member, parent=parent) for member in members), *inner]

    # --- 'Tỉnh ủy, HĐND, UBND tỉnh Sơn Khê' ---------------------------------------------------------------------------

    def _one_place(self, doc: PlainDoc, i: int) -> list[UnitSpan]:
        bare: list[_Head] = []
        at = i
        while (head := self._head(doc, at)) and head.kind.scope == "place":
            last = self.grammar.parse(doc, at) if bare else []
            place = last[0].place if last else None
            if place:
                return [*(span for each in bare for span in self._with_place(doc, each, place)), *last]
            joined = self._past_join(doc, head.end)
            if joined == head.end:
                return []
            bare.append(head)
            at = joined
        return []

    def _with_place(self, doc: PlainDoc, head: _Head, place: tuple[int, int]) -> list[UnitSpan]:
        """The head with the place named behind a later one; 'Tỉnh ủy' and 'Tỉnh đoàn' have its kind in themselves."""
        kind = doc.matches.at(place[0], "PLACE_KIND")
        holds_kind = kind is not None and (bool(head.kind.of) or doc[head.start].lower_ == doc[kind.start].lower_)
        relative = kind is not None and kind.end == place[1]
        if holds_kind and relative:
            return self.grammar.parse(doc, head.start)
        start = kind.end if kind and holds_kind and doc[kind.start].is_lower else place[0]
        shared = SharedName(doc.text_of(head.start, head.end), doc.text_of(start, place[1]))
        return [
            UnitSpan(
                head.start, head.end, head.kind.name, head.end, False, None, (start, place[1]), relative, False, "",
                RULE, shared,
            )
        ]  # fmt: skip

    def _past_join(self, doc: PlainDoc, i: int) -> int:
        """Past ',', 'và', ', và', '-' ...; `i` itself where none stands."""
        while i < len(doc) and doc[i].lower_ in JOINS:
            i += 1
        return i
