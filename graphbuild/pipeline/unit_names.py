"""Which words name the same unit: every unit of the article once, under its fullest name.

Two full names are one unit if the gazetteer knows them as one, or if kind and number agree ('Sư đoàn 941', 'Sư đoàn
Bộ binh 941'), or if their own words agree and nothing behind them differs. A bare head ('Bộ Tư lệnh', 'UBND tỉnh')
stands for the unit of its kind named last before it, or else first after it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key
from .named_places import NamedPlaces
from .named_units import NamedUnit, Span, UnitNames
from .plain import NUMBER, PlainDoc, plain_of
from .records import PersonSpan, UnitSpan
from .unit_apposition import Apposition
from .unit_mentions import MentionWords
from .unit_words import number_in

FURTHEST = 8
"""Words between a unit and its other name, the parenthesis counted: '(hay còn được gọi là'."""


@Language.factory(
    "vi_unit_names",
    default_config={"extra": []},
    requires=["doc._.units", "doc._.persons"],
    assigns=["doc._.unit_names"],
)
def create_unit_names(nlp: Language, name: str, extra: list[str]) -> UnitNamer:
    return UnitNamer(load_gazetteer([Path(p) for p in extra]))


class UnitNamer:
    """Set `doc._.unit_names`."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        doc._.unit_names = UnitNames(_Article(plain_of(doc), doc._.units, doc._.persons, self.gazetteer).named())
        return doc


class _Article:
    """The work on one Doc: keys first, then groups, then names."""

    def __init__(
        self, doc: PlainDoc, spans: tuple[UnitSpan, ...], persons: tuple[PersonSpan, ...], gazetteer: Gazetteer
    ) -> None:
        self.doc, self.spans, self.gazetteer = doc, spans, gazetteer
        self.keys: dict[Span, str] = {}
        self._spans = {(span.start, span.end): span for span in reversed(self.spans)}
        self._by_kind: dict[str, list[UnitSpan]] = {}
        self.places = NamedPlaces(self.doc, persons)
        self.words = MentionWords(self.doc, self.places, gazetteer)
        for span in reversed(self.spans):
            self._give_key(span)
        self._join_short_kinds()
        self._join_covers()

    def named(self) -> list[NamedUnit]:
        groups: dict[str, list[UnitSpan]] = {}
        for span in self.spans:
            key = self.keys.get((span.start, span.end))
            if key:
                groups.setdefault(key, []).append(span)
        names = {key: self._name(spans) for key, spans in groups.items()}
        return [self._unit(key, spans, names) for key, spans in groups.items()]

    # --- keys -----------------------------------------------------------------------------------------------------

    def _give_key(self, span: UnitSpan) -> None:
        """A full name's key; nested units stand behind their outer one, so theirs is known already."""
        at = (span.start, span.end)
        if at in self.keys:
            return
        self.keys[at] = ""  # being worked on: words that lead back to themselves stand for nothing
        if span.relative or (span.parent and not span.identified and not self._resolve_nested(span.parent)):
            key = self._antecedent(span)
        else:
            key = self._full_key(span)
        self.keys[at] = key

    def _resolve_nested(self, at: Span) -> str:
        if at not in self.keys:
            self._give_key(self._spans[at])
        return self.keys.get(at, "")

    def _full_key(self, span: UnitSpan) -> str:
        kind = self.gazetteer.unit_type(span.type)
        number = number_in(self.doc, span.start, span.own_end) if kind and "number" in kind.takes else ""
        if span.known and not (number and number in span.known.split()):
            return self._known_key(span.known)
        parent = self._resolve_nested(span.parent) if span.parent else ""
        if kind and span.parent and not span.identified:
            housed = self._spans[span.parent]
            if housed.type in kind.houses:
                return parent
        if number and kind:
            return f"{kind.name} {compare_key(number)}"
        own = span.shared.head if span.shared else self.words.text(span.start, span.own_end)
        key = f"{span.type} {self.gazetteer.expand(own)}" if span.identified else self._place_type(span)
        if span.place:
            place = self.words.shared_place(span) if span.shared else self.words.full_place(span.place)
            key += f" @ {self._place_key(place)}"
        return f"{key} < {parent}" if parent and not span.identified else key

    def _known_key(self, known: str) -> str:
        """'Quân đoàn 1' also for 'Binh đoàn Quyết thắng', so that the article's two names of it are one unit."""
        kind = self.gazetteer.kind_of(known)
        number = next((word for word in known.split() if NUMBER.fullmatch(word)), "")
        if number and kind and "number" in kind.takes:
            return f"{kind.name} {compare_key(number)}"
        return f"known {self.gazetteer.expand(known)}"

    def _place_key(self, place: str) -> str:
        """One key for 'tỉnh Bến Tre' and 'Bến Tre', for 'huyện An Thạch' and an 'An Thạch' that is one elsewhere."""
        bare = " ".join(word for word in place.split() if word[0].isupper() or word[0].isdigit())
        province = self.gazetteer.province(bare)
        return self.gazetteer.expand(province.name if province else self.places.with_kind(place))

    def _place_type(self, span: UnitSpan) -> str:
        """The kind that a headquarters of a place stands for: 'Bộ Chỉ huy BĐBP tỉnh' is 'BĐBP tỉnh'."""
        kind = self.gazetteer.unit_type(span.type)
        if kind is None or not span.place:
            return span.type
        housed = [h for h in kind.houses for t in [self.gazetteer.unit_type(h)] if t and t.scope == "place"]
        return housed[0] if housed else span.type

    def _antecedent(self, span: UnitSpan) -> str:
        """The key of the unit that relative words stand for, or a key of their own."""
        chosen = self._nearest(span)
        if chosen and not self._of_other_place(span, chosen):
            return self._resolve_nested((chosen.start, chosen.end))
        if span.place and self.words.full_place(span.place) != self.words.text(*span.place):
            return f"{span.type} @ {self.gazetteer.expand(self.words.full_place(span.place))}"
        return f"{span.type} {self.gazetteer.expand(self.words.form(span))}"

    def _nearest(self, relative: UnitSpan) -> UnitSpan | None:
        """The unit that fits the words, last before them or else first behind them."""
        full = self._of_kind(relative.type)
        at = bisect_left(full, relative.start, key=lambda s: s.start)
        for n in chain(reversed(range(at)), range(at, len(full))):
            other = full[n]
            allowed = other is not relative and not (other.relative and self._stands_alone(relative))
            if allowed and self._fits(relative, other):
                return other
        return None

    def _of_kind(self, name: str) -> list[UnitSpan]:
        """The spans that words of a kind may stand for: 'Bộ Chỉ huy' also for 'Bộ Chỉ huy Quân sự'."""
        if name not in self._by_kind:
            kind = self.gazetteer.unit_type(name)
            kinds = {name, *(kind.houses if kind else ())} if kind else set()
            self._by_kind[name] = [
                s
                for s in self.spans
                if kind and (s.type in kinds or s.type.startswith(f"{name} ")) and self._stands_alone(s)
            ]
        return self._by_kind[name]

    def _of_other_place(self, relative: UnitSpan, full: UnitSpan) -> bool:
        """'Bộ CHQS tỉnh' of an article about one province is not the full name that it has of another province's."""
        if not relative.place or not full.place:
            return False
        return self.places.outweighs(self.words.place_kind(relative.place), self.words.full_place(full.place))

    def _stands_alone(self, span: UnitSpan) -> bool:
        """A full name, or the agency's own ('Đảng ủy cơ quan'), which bare words ('Đảng ủy') may stand for."""
        return not span.relative or (span.own_end < span.end and span.place is None and span.parent is None)

    def _fits(self, relative: UnitSpan, full: UnitSpan) -> bool:
        """`full` is at the kind of place that the relative words name; the agency's own unit is at none."""
        if relative.place:
            return full.place is not None and self.words.place_kind(full.place) == self.words.place_kind(relative.place)
        agency = relative.own_end < relative.end
        return not (agency and full.place)

    def _join_short_kinds(self) -> None:
        """'Đoàn 538' is 'Đoàn Kinh tế - Quốc phòng 538' where the article names both."""
        by_number: dict[str, dict[str, None]] = {}
        for key in self.keys.values():
            head, _, number = key.rpartition(" ")
            if head and number.isdigit():
                by_number.setdefault(number, {})[key] = None
        for number, keys in by_number.items():
            for short in tuple(keys):
                longer = [key for key in keys if key != short and key.startswith(short.removesuffix(number))]
                if len(longer) == 1:
                    (whole,) = longer
                    self.keys = {span: whole if key == short else key for span, key in self.keys.items()}
                    del keys[short]

    def _join_covers(self) -> None:
        """'Bộ Tư lệnh Bảo vệ Khu Di tích (Đoàn 2207)': two names side by side of one unit."""
        apposition = Apposition(self.doc, self.gazetteer)
        first = {span.start: span for span in reversed(self.spans)}
        for outer in self.spans:
            starts = range(outer.end + 1, outer.end + FURTHEST)
            inner = None if outer.relative else next((first[start] for start in starts if start in first), None)
            if inner is None or not apposition.names_one(outer, inner):
                continue
            old, new = self.keys.get((inner.start, inner.end)), self.keys.get((outer.start, outer.end))
            if old and new and old != new:
                self.keys = {span: key.replace(old, new) for span, key in self.keys.items()}

    # --- names ----------------------------------------------------------------------------------------------------

    def _name(self, spans: list[UnitSpan]) -> str:
        """The fullest form; a number rather than an honorary name, the housed unit rather than its headquarters."""
        full = [s for s in spans if not s.relative] or spans
        kinds = {s.type for s in full}
        quarters = {kind for kind in kinds if any(self._houses(kind, other) for other in kinds)}
        housed = [s for s in full if s.type not in quarters] or full
        housed = [s for s in housed if self._is_numbered(s)] or housed
        fullest = max({self.words.form(s) for s in housed}, key=lambda form: (len(compare_key(form).split()), form))
        return fullest[0].upper() + fullest[1:]

    def _is_numbered(self, span: UnitSpan) -> bool:
        return span.type in self.gazetteer.clauses.covered and bool(number_in(self.doc, span.start, span.own_end))

    def _houses(self, outer: str, inner: str) -> bool:
        kind = self.gazetteer.unit_type(outer)
        return bool(kind and inner in kind.houses)

    def _unit(self, key: str, spans: list[UnitSpan], names: dict[str, str]) -> NamedUnit:
        name = names[key]
        forms = dict.fromkeys(self.words.of(s) for s in spans)
        glued = next((s for s in spans if s.parent and self.keys.get(s.parent, key) != key), None)
        parent = names.get(self.keys.get(glued.parent, ""), "") if glued and glued.parent else ""
        place = next((self.words.full_place(s.place) for s in spans if s.place), "")
        main = max(spans, key=lambda s: (not s.relative, self.words.text(s.start, s.end) == name))
        kind = self.gazetteer.unit_type(main.type)
        bare = all(s.relative and s.own_end == s.end and s.place is None for s in spans)
        return NamedUnit(
            name,
            main.type,
            tuple(form for form in forms if form != name),
            tuple((s.start, s.end) for s in spans),
            parent,
            (glued.start, glued.end) if glued else None,
            place,
            bare and kind is not None and not kind.of and not kind.single,
        )
