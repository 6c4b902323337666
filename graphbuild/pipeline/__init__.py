"""The spaCy pipeline: one Document in, a Doc with mentions on it out."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Document
from .load import COMPONENTS, annotate, load_pipeline

__all__ = ["COMPONENTS", "Doc", "Document", "Language", "annotate", "load_pipeline"]
