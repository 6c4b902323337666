"""The spaCy pipeline: one Document in, a Doc with mentions on it out."""

from .load import COMPONENTS, annotate, empty_doc, load_pipeline

__all__ = ["COMPONENTS", "annotate", "empty_doc", "load_pipeline"]
