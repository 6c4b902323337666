"""Units: a head ('Sư đoàn', 'Ban CHQS') and what its grammar lets follow, up to where the name ends."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..model import BlockKind
from ..resources import load_gazetteer
from .records import UnitSpan
from .unit_grammar import UnitGrammar
from .unit_lists import UnitLists


@Language.factory("vi_units", default_config={"extra": []}, requires=["doc._.matches"], assigns=["doc._.units"])
def create_units(nlp: Language, name: str, extra: list[str]) -> UnitFinder:
    return UnitFinder(UnitGrammar(load_gazetteer([Path(p) for p in extra])))


def _credited(doc: Doc, i: int) -> bool:
    """True in a byline or a header line, where a newspaper is named as publisher."""
    document = doc._.document
    return document is not None and document.kind_at(doc[i].idx) in (BlockKind.BYLINE, BlockKind.HEADER)


class UnitFinder:
    """Set `doc._.units` in the order of the text, an outer unit before those nested in its name."""

    def __init__(self, grammar: UnitGrammar) -> None:
        self.grammar = grammar
        self.lists = UnitLists(grammar)

    def __call__(self, doc: Doc) -> Doc:
        found: list[UnitSpan] = []
        i = 0
        while i < len(doc):
            here = [] if _credited(doc, i) else self.lists.parse(doc, i) or self.grammar.parse(doc, i)
            found += here
            i = max((span.end for span in here if not span.nested), default=i + 1)
        doc._.units = tuple(found)
        return doc
