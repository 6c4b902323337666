"""Assembling the pipeline.

Importing a component's module registers its factory with spaCy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from .tokenizer import NAME
from .unit_names import create_unit_names
from .units import create_units

COMPONENTS: Mapping[str, Callable[..., Any]] = {
    "vi_sentences": create_sentences,
    "vi_gazetteer": create_gazetteer,
    "vi_dates": create_dates,
    "vi_units": create_units,
    "vi_persons": create_persons,
    "vi_items": create_items,
    "vi_posts": create_posts,
    "vi_unit_names": create_unit_names,
    "vi_places": create_places,
    "vi_events": create_events,
    "vi_references": create_references,
}
"""Factories in the order in which they run. A statistical NER will stand between `vi_units` and `vi_persons`."""


def load_pipeline(gazetteer: Gazetteer | None = None) -> Language:
    """The Vietnamese pipeline over `gazetteer`, the packaged one if it is left out.

    Loading takes about a third of a second; keep the pipeline and give it many articles.

    Example
    -------
    >>> load_pipeline().pipe_names[:2]
    ['vi_sentences', 'vi_gazetteer']
    """
    gazetteer = gazetteer or load_gazetteer()
    register_extensions()
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})
    use_compare_keys(nlp)
    for name in COMPONENTS:
        takes_extra = "extra" in (nlp.get_factory_meta(name).default_config or {})
        nlp.add_pipe(name, config={"extra": list(gazetteer.extra)} if takes_extra else {})
    return nlp


def annotate(nlp: Language, document: Document) -> Doc:
    """Run the pipeline over one article; `doc._.document` is the article."""
    doc = nlp.make_doc(document.text)
    doc._.document = document
    return nlp(doc)
