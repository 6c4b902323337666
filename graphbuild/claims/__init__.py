"""From mentions to claims: what one article says, each with the words that say it."""

from .extract import extract, extract_steps
from .facts import DocumentFacts, facts

__all__ = ["DocumentFacts", "extract", "extract_steps", "facts"]
