"""Statistical NER: persons and places in sentences where the rules leave a run of capitals unexplained.

It adds and never overrules: what the rules have found keeps its borders, and a prediction that touches it is dropped.
The model tells units apart too, so that it takes none for a person or a place, but adds none: on text marked by hand
those it added were wrong (`resources/vi/ner/README.md`).
"""

from __future__ import annotations

from collections.abc import Set
from importlib import resources
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from ..errors import ResourceError
from ..resources import Gazetteer, load_gazetteer
from ..text import compare_key
from .persons import post_behind
from .plain import PlainDoc, Sentence, plain_of
from .records import PersonSpan, PlaceSpan
from .spans import Spans
from .unexplained import Run, found_by_rules, short_names, unexplained_runs

RULE = "statistical NER"
"""The name under which its mentions are recorded."""

LABELS = ("PERSON", "PLACE", "UNIT")
"""What the model tells apart."""

PERSON_CONFIDENCE, PLACE_CONFIDENCE = 0.55, 0.7
"""Share of its names that a reader found right on real sentences; how that was counted stands beside the weights."""

WEIGHTS = "vi/ner/weights.msgpack"
NAME_LENGTH = range(2, 6)
"""Syllables of a person's name."""

KIND_WORDS = 2
"""The most that stand in front of a place's name: 'dốc Bò Lăn', 'bãi tập Hòn Gấm'."""

REACH = 6
"""Words around an unexplained run that are shown to the model; its convolutions see two to either side."""

ARCHITECTURE: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 32,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 48,
        "depth": 2,
        "embed_size": 1000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
        "pretrained_vectors": None,
    },
}
"""spaCy's own `ner` over hashed words, first and last letters and shapes. The weights fit only this."""


def create_recogniser(nlp: Language) -> Any:
    """spaCy's `ner` component without weights, over the vocabulary of `nlp`."""
    return nlp.create_pipe("ner", config={"model": ARCHITECTURE})


@Language.factory(
    "vi_ner",
    default_config={"extra": [], "weights": ""},
    requires=["doc._.matches", "doc._.units", "doc._.persons", "doc._.places", "doc._.events"],
    assigns=["doc._.persons", "doc._.places"],
)
def create_statistical_ner(nlp: Language, name: str, extra: list[str], weights: str) -> StatisticalNer:
    """`weights`: a file to take in place of the packaged ones."""
    recogniser = create_recogniser(nlp)
    recogniser.from_bytes(_read_weights(weights), exclude=["vocab"])
    return StatisticalNer(recogniser, load_gazetteer([Path(p) for p in extra]))


class StatisticalNer:
    """Add to `doc._.persons` and `doc._.places` what the model finds in unexplained runs."""

    def __init__(self, recogniser: Any, gazetteer: Gazetteer) -> None:
        self.recogniser = recogniser
        self.gazetteer = gazetteer
        self.surnames = frozenset(compare_key(surname.name) for surname in gazetteer.surnames)
        self.historical = frozenset(compare_key(name) for name in gazetteer.historical)

    def __call__(self, doc: Doc) -> Doc:
        taken = found_by_rules(doc)
        doubtful = list(unexplained_runs(doc, taken))
        if not doubtful:
            return doc
        plain = plain_of(doc)
        windows = [_window(sentence, runs) for sentence, runs in doubtful]
        parts = [_part(doc, plain, start, end) for start, end in windows]
        self.recogniser.set_annotations(parts, self.recogniser.predict(parts))
        persons, places = [*doc._.persons], [*doc._.places]
        known = short_names(plain, places)
        for (first, _), (_, runs), part in zip(windows, doubtful, parts, strict=True):
            for found in part.ents:
                span = start, end = first + found.start, first + found.end
                in_run = any(start < run_end and run_start < end for run_start, run_end in runs)
                if not in_run or any(taken[start:end]):
                    continue
                if found.label_ == "PERSON" and span in runs and self._may_be_person(plain, *span):
                    persons.append(PersonSpan(*span, plain.text_of(*span), False, RULE))
                elif found.label_ == "PLACE" and _may_be_place(plain, *span, known):
                    places.append(self._place(plain, *span))
                    known |= short_names(plain, places[-1:])
        doc._.persons, doc._.places = (Spans(sorted(spans, key=_in_order)) for spans in (persons, places))
        return doc

    def _place(self, plain: PlainDoc, start: int, end: int) -> PlaceSpan:
        kind = "province" if self.gazetteer.province(plain.text_of(start, end)) else "site"
        return PlaceSpan(start, end, kind, RULE)

    def _may_be_person(self, plain: PlainDoc, start: int, end: int) -> bool:
        """Two to five syllables with a post behind, no place that the gazetteer knows, no first word glued on.

        Whom an article names without a post is more often a bystander than an officer.
        """
        if end - start not in NAME_LENGTH or compare_key(plain.text_of(start, end)) in self.historical:
            return False
        if any(plain.matches.at(start, label) for label in ("PROVINCE", "DISTRICT", "COUNTRY", "HEAD")):
            return False
        first_word = start in plain.sentence_starts and plain[start].key not in self.surnames
        return not first_word and post_behind(plain, end)


def _in_order(span: PersonSpan | PlaceSpan) -> tuple[int, int]:
    """Where a span stands, an outer one before those inside it."""
    return span.start, -span.end


def _may_be_place(plain: PlainDoc, start: int, end: int, known: Set[str]) -> bool:
    """A word or two in small letters in front at most, and no short name (`known`) of a place named in full."""
    words = plain[start:end]
    first = next(n for n, word in enumerate(words) if word.text[0].isupper())
    named = all(word.is_name or word.text.isdigit() for word in words[first:])
    return first <= KIND_WORDS and named and compare_key(plain.text_of(start, end)) not in known


def _window(sentence: Sentence, runs: list[Run]) -> tuple[int, int]:
    """The runs with as many words around them as the model looks at."""
    return max(sentence.start, runs[0][0] - REACH), min(sentence.end, runs[-1][1] + REACH)


def _part(doc: Doc, plain: PlainDoc, start: int, end: int) -> Doc:
    """A stretch of the text as a Doc of its own."""
    return Doc(doc.vocab, words=[word.text for word in plain[start:end]])


def _read_weights(path: str) -> bytes:
    file = Path(path) if path else resources.files("graphbuild.resources").joinpath(*WEIGHTS.split("/"))
    if not file.is_file():
        raise ResourceError(
            "the weights of the statistical NER are missing",
            where=path or WEIGHTS,
            do="run python -m graphbuild.training",
        )
    return file.read_bytes()
