"""Assembling the pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..model import Document
from . import dates, events, gazetteer, persons, places, posts, references, sentences, tokenizer, unit_names, units
from .records import register_extensions

COMPONENTS = (
    "vi_sentences",
    "vi_gazetteer",
    "vi_dates",
    "vi_units",
    "vi_persons",
    "vi_posts",
    "vi_unit_names",
    "vi_places",
    "vi_events",
    "vi_references",
)

__all__ = ["COMPONENTS", "annotate", "dates", "gazetteer", "load_pipeline", "persons", "posts", "sentences", "tokenizer", "unit_names", "units"]


def load_pipeline(extra: Sequence[Path] = ()) -> Language:
    register_extensions()
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "graphbuild.syllables.v1"}}})
    gazetteer.use_compare_keys(nlp)
    for name in COMPONENTS:
        config = {"extra": [str(p) for p in extra]} if "extra" in nlp.get_factory_meta(name).default_config else {}
        nlp.add_pipe(name, config=config)
    return nlp


def annotate(nlp: Language, document: Document) -> Doc:
    doc = nlp.make_doc(document.text)
    doc._.document = document
    return nlp(doc)
