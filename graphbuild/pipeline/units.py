"""Units: a head ('Sư đoàn', 'Ban CHQS') and what its grammar lets follow, up to where the name ends."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import load_gazetteer
from .plain import CREDITED, plain_of
from .records import UnitSpan
from .spans import Spans
from .unit_grammar import UnitGrammar
from .unit_lists import UnitLists


@Language.factory("vi_units", default_config={"extra": []}, requires=["doc._.matches"], assigns=["doc._.units"])
def create_units(nlp: Language, name: str, extra: list[str]) -> UnitFinder:
    return UnitFinder(UnitGrammar(load_gazetteer([Path(p) for p in extra])))


class UnitFinder:
    """Set `doc._.units` in the order of the text, an outer unit before those nested in its name."""

    def __init__(self, grammar: UnitGrammar) -> None:
        self.grammar = grammar
        self.lists = UnitLists(grammar)

    def __call__(self, doc: Doc) -> Doc:
        plain = plain_of(doc)
        found: list[UnitSpan] = []
        end = 0
        for i in plain.matches.starts("HEAD", "KNOWN", "POST_UNIT"):
            if i < end or plain.kinds[i] in CREDITED:
                continue
            here = self.lists.parse(plain, i) or self.grammar.parse(plain, i)
            if here:
                found += here
                end = max((span.end for span in here if not span.nested), default=end)
        doc._.units = Spans(found)
        return doc
