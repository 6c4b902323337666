"""Places with their kind word: provinces, districts, communes, sites and venues, also inside the names of units."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import load_gazetteer
from .plain import PlainDoc, plain_of
from .records import PlaceSpan, UnitSpan
from .spans import Spans
from .unit_grammar import UnitGrammar

SITE_OF_UNIT = "site of a unit"
"""Rule of a venue that is known only by whose it is: 'hội trường Sở Giáo dục và Đào tạo'."""


@Language.factory(
    "vi_places",
    default_config={"extra": []},
    requires=["doc._.matches", "doc._.units", "doc._.persons"],
    assigns=["doc._.places"],
)
def create_places(nlp: Language, name: str, extra: list[str]) -> PlaceFinder:
    return PlaceFinder(UnitGrammar(load_gazetteer([Path(p) for p in extra])))


def _in_compound(doc: PlainDoc, i: int) -> bool:
    """The 'cầu' of 'yêu cầu'."""
    compound = doc.matches.covering(i, "COMPOUND")
    return compound is not None and compound.start < i


class PlaceFinder:
    """Set `doc._.places` in the order of the text."""

    def __init__(self, grammar: UnitGrammar) -> None:
        self.grammar = grammar
        self.plurals = frozenset(grammar.gazetteer.words.grammar.plural_before)
        self.prepositions = grammar.gazetteer.clauses.before_province

    def __call__(self, doc: Doc) -> Doc:
        plain, units = plain_of(doc), doc._.units
        found: list[PlaceSpan] = []
        named = {t for p in doc._.persons for t in range(p.start, p.end)}
        for i in plain.matches.starts("PLACE_KIND", "SITE_KIND", "PROVINCE", "COUNTRY"):
            if (
                i in named
                or (found and i < found[-1].end)
                or plain.matches.covering(i, "HISTORICAL")
                or _in_compound(plain, i)
            ):
                continue
            place = (
                self._administrative(plain, i)
                or self._site(plain, i, units)
                or self._bare(plain, i, "PROVINCE", "province", units)
                or self._bare(plain, i, "COUNTRY", "country", units)
            )
            if place:
                found += [place, *self._more(plain, place)]
        doc._.places = Spans(found)
        return doc

    def _administrative(self, doc: PlainDoc, i: int) -> PlaceSpan | None:
        """'tỉnh Sơn Khê', 'quận Ba Đình', 'phường 7'."""
        kind = doc.matches.at(i, "PLACE_KIND")
        if not kind or kind.end >= len(doc):
            return None
        end = self.grammar.borders.place_name(doc, kind.end)
        return PlaceSpan(i, end, kind.key, "kind and name") if end > kind.end else None

    def _more(self, doc: PlainDoc, first: PlaceSpan) -> list[PlaceSpan]:
        """The others of a list that has one kind word: 'các xã Thạch Mỹ, Thạch An', 'ba tỉnh Sơn Khê, Bình Lâm'."""
        before = doc[first.start - 1].lower_ if first.start else ""
        if before not in self.plurals or doc.matches.at(first.start, "PLACE_KIND") is None:
            return []
        found, at = [], first.end
        while at + 1 < len(doc) and doc[at].lower_ in (",", "và"):
            end = self.grammar.borders.place_name(doc, at + 1)
            if end == at + 1:
                break
            found.append(PlaceSpan(at + 1, end, first.type, "list of places"))
            at = end
        return found

    def _site(self, doc: PlainDoc, i: int, units: Spans[UnitSpan]) -> PlaceSpan | None:
        """'Khu Di tích K9', 'hội trường Sở Giáo dục và Đào tạo', 'trường bắn Gò Sim'."""
        kind = doc.matches.at(i, "SITE_KIND")
        if not kind or kind.end >= len(doc) or self._inside_name(units, i, kind.key):
            return None
        unit = next(iter(units.starting(kind.end)), None)
        if unit:
            return PlaceSpan(i, unit.end, kind.key, SITE_OF_UNIT) if kind.key == "venue" else None
        area = doc.matches.at(kind.end, "PLACE_KIND")
        if area and kind.key == "area":
            return None
        if area:
            end = self.grammar.borders.place_name(doc, area.end)
            return PlaceSpan(i, end, kind.key, "site of a place" if end > area.end else SITE_OF_UNIT)
        end = self._site_name(doc, kind.end)
        return PlaceSpan(i, end, kind.key, "site and name") if end > kind.end else None

    def _site_name(self, doc: PlainDoc, i: int) -> int:
        end = i
        while end < len(doc) and end - i < 5 and doc[end].is_capital and not doc[end].is_space:
            if doc.matches.at(end, "RANK") or doc.matches.at(end, "TITLE"):
                break
            end += 1
        behind = doc.matches.at(end, "PLACE_KIND") if end < len(doc) else None
        if end > i and behind:
            return self.grammar.borders.place_name(doc, behind.end)
        return end

    def _inside_name(self, units: Spans[UnitSpan], i: int, kind: str) -> bool:
        """Inside a unit's name; but a headquarters named for the site it guards names that site too."""
        outer = next((u for u in units.holding(i) if u.start < i), None)
        guards = self.grammar.gazetteer.unit_type(outer.type) if outer else None
        return outer is not None and not (kind == "site" and (outer.known or (guards is not None and guards.houses)))

    def _bare(self, doc: PlainDoc, i: int, label: str, kind: str, units: Spans[UnitSpan]) -> PlaceSpan | None:
        """'Lâm Đồng', 'Lào' without a kind word, where a preposition says that it is a place."""
        match = doc.matches.at(i, label)
        before = doc[i - 1].lower_ if i else ""
        if not match or not doc[i].is_capital or before not in self.prepositions:
            return None
        if units.holding(i):
            return None
        return PlaceSpan(i, match.end, kind, f"known {kind}")
