"""The spaCy pipeline: one Document in, a Doc with mentions on it out."""

from .load import COMPONENTS, annotate, load_pipeline

__all__ = ["COMPONENTS", "annotate", "load_pipeline"]
