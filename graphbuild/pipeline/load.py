"""Assembling the pipeline.

Importing the component modules registers their factories with spaCy.
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..model import Document
from ..resources import Gazetteer, load_gazetteer
from . import dates as _dates
from . import events as _events
from . import gazetteer as _gazetteer
from . import persons as _persons
from . import places as _places
from . import posts as _posts
from . import references as _references
from . import sentences as _sentences
from . import tokenizer as _tokenizer
from . import unit_names as _unit_names
from . import units as _units
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
"""In the order in which they run. A statistical NER will stand between `vi_units` and `vi_persons`."""



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
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": _tokenizer.NAME}}})
    _gazetteer.use_compare_keys(nlp)
    for name in COMPONENTS:
        takes_extra = "extra" in nlp.get_factory_meta(name).default_config
        nlp.add_pipe(name, config={"extra": list(gazetteer.extra)} if takes_extra else {})
    return nlp


def annotate(nlp: Language, document: Document) -> Doc:
    """Run the pipeline over one article; `doc._.document` is the article."""
    doc = nlp.make_doc(document.text)
    doc._.document = document
    return nlp(doc)
