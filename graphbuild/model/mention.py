"""A span of an article that names or refers to something."""

from __future__ import annotations

from dataclasses import dataclass

from .vocabulary import MentionKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of `Document.text`, end exclusive.

    Attributes
    ----------
    text: the words, `Document.text[start:end]`.
    kind: what is named.
    rule: the component and rule that found it.
    key: the gazetteer's key, a normalised value, or what a reference stands for; '' where there is none.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    rule: str
    key: str = ""
