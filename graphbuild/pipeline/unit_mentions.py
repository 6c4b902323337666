"""The words of one mention of a unit, with what it leaves out put in where the article tells."""

from __future__ import annotations

from ..resources import Gazetteer
from .named_places import NamedPlaces
from .named_units import Span
from .plain import PlainDoc
from .records import UnitSpan
from .unit_words import ALL_CAPS


class MentionWords:
    """Answers for one Doc."""

    def __init__(self, doc: PlainDoc, places: NamedPlaces, gazetteer: Gazetteer) -> None:
        self._doc, self._places, self._gazetteer = doc, places, gazetteer

    def text(self, start: int, end: int) -> str:
        """The words from token to token."""
        return self._doc.text_of(start, end)

    def place_kind(self, place: Span) -> str:
        """'tỉnh' for 'tỉnh Lâm Đồng', '' where no kind is named."""
        match = self._doc.matches.at(place[0], "PLACE_KIND")
        return match.key if match else ""

    def full_place(self, place: Span) -> str:
        """'tỉnh' as 'tỉnh Lâm Đồng' where the article names the province."""
        text = self.text(*place)
        match = self._doc.matches.at(place[0], "PLACE_KIND")
        if match and match.end == place[1]:
            return self._places.main(match.key) or text
        return text

    def form(self, span: UnitSpan) -> str:
        """A mention's words, with the name of its province put in where only 'tỉnh' stands."""
        text = self.of(span)
        if span.relative and span.place and not _has_capital(self._doc, span.place):
            before = span.own_end if span.shared else span.place[0]
            return f"{self.text(span.start, before)} {self.full_place(span.place)}"
        if span.relative and span.own_end == span.end:
            return f"{text} {self._seat(span)}".strip()
        return text

    def of(self, span: UnitSpan) -> str:
        """The words of a mention, those that it shares with others of its list included."""
        if span.shared is None:
            return self.text(span.start, span.end)
        return f"{span.shared.head} {self.shared_place(span)}" if span.place else span.shared.text

    def shared_place(self, span: UnitSpan) -> str:
        """'xã Tân Lập' for the 'Tân Lập' of 'Ban CHQS các xã, phường: Tân Lập, ...' where the article tells."""
        own = span.shared.own if span.shared else ""
        kind = self._gazetteer.unit_type(span.type)
        elsewhere = span.place is not None and span.place[0] >= span.end
        return own if elsewhere or (kind and kind.of) else self._places.with_kind(own)

    def _seat(self, span: UnitSpan) -> str:
        """'Sơn Khê' for 'Tỉnh ủy' in an article about tỉnh Sơn Khê; '' where the kind has no such place."""
        kind = self._gazetteer.unit_type(span.type)
        words = self._places.main(kind.of).split() if kind else []
        return " ".join(words[next((n for n, w in enumerate(words) if w[0].isupper()), len(words)) :])


def _has_capital(doc: PlainDoc, place: Span) -> bool:
    words = doc[place[0] : place[1]]
    return any(t.text.isdigit() or (t.text[0].isupper() and not ALL_CAPS.fullmatch(t.text)) for t in words)
