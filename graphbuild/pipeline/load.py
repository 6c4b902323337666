"""Assembling the pipeline.

Importing a component's module registers its factory with spaCy.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..model import Document
from ..resources import Gazetteer, load_gazetteer
from .dates import create_dates
from .events import create_events
from .gazetteer import create_gazetteer, use_compare_keys
from .items import create_items
from .persons import create_persons
from .places import create_places
from .posts import create_posts
from .records import register_extensions
from .references import create_references
from .sentences import create_sentences
from .statistical import create_statistical_ner
from .tokenizer import NAME
from .unit_names import create_unit_names
from .units import create_units

COMPONENTS: Mapping[str, Callable[..., Any]] = {
    "vi_sentences": create_sentences,
    "vi_gazetteer": create_gazetteer,
    "vi_dates": create_dates,
    "vi_units": create_units,
    "vi_persons": create_persons,
    "vi_places": create_places,
    "vi_events": create_events,
    "vi_ner": create_statistical_ner,
    "vi_items": create_items,
    "vi_posts": create_posts,
    "vi_unit_names": create_unit_names,
    "vi_references": create_references,
}
"""Factories in the order in which they run. `vi_ner` stands behind every rule that finds names, and before those that
put names together: it adds to what the rules have found."""


def load_pipeline(gazetteer: Gazetteer | None = None, *, ner: bool = True, weights: Path | None = None) -> Language:
    """The Vietnamese pipeline over `gazetteer`, the packaged one if it is left out.

    Parameters
    ----------
    gazetteer: the word lists.
    ner: let the statistical NER look at what the rules leave unexplained.
    weights: a file of weights for it in place of the packaged ones.

    Loading takes about a third of a second; keep the pipeline and give it many articles.

    Example
    -------
    >>> load_pipeline().pipe_names[:2]
    ['vi_sentences', 'vi_gazetteer']
    """
    gazetteer = gazetteer or load_gazetteer()
    options = {"extra": list(gazetteer.extra), "weights": str(weights or "")}
    nlp = blank_pipeline()
    for name in COMPONENTS:
        if name != "vi_ner" or ner:
            taken = nlp.get_factory_meta(name).default_config or {}
            nlp.add_pipe(name, config={option: value for option, value in options.items() if option in taken})
    return nlp


def blank_pipeline() -> Language:
    """The tokeniser and the forms that words are compared by, without a component."""
    register_extensions()
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})
    use_compare_keys(nlp)
    nlp.max_length = sys.maxsize  # spaCy's limit is for its parser: nothing here sees more than a sentence at once
    return nlp


def annotate(nlp: Language, document: Document, *, tokens: bool = True) -> Doc:
    """Run the pipeline over one article; `doc._.document` is the article.

    Parameters
    ----------
    tokens: False leaves out spaCy's own tokens, which take a tenth of the time: `doc._` alone says what is found.
    """
    return nlp(empty_doc(nlp, document, tokens=tokens))


def empty_doc(nlp: Language, document: Document, *, tokens: bool = True) -> Doc:
    """What the components of the pipeline are given: the article, and nothing found in it. See `annotate`."""
    doc = nlp.make_doc(document.text) if tokens else Doc(nlp.vocab)
    doc._.document = document
    return doc
