"""What the left half of the program makes of one article, and how a claim is shown to a person."""

from __future__ import annotations

from dataclasses import dataclass

from .claim import Claim
from .document import Document
from .mention import Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article with its mentions and claims, both in the order of the text."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]

    def claim_ids(self) -> tuple[str, ...]:
        """One stable id a claim: the article's id and the claim's place in it, 'articles/a.txt:3'."""
        return tuple(f"{self.document.id}:{n}" for n in range(len(self.claims)))


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence behind a claim, ready to be shown.

    Attributes
    ----------
    claim: id of the claim.
    document, title, url, published: the article; '' where unknown, `published` as ISO text.
    sentence: the words of the article; `mark_start`, `mark_end`: the words within it that carry the claim.
    caption: True where the sentence is a photo's caption. publisher: who published the article, '' where unknown.
    """

    claim: str
    document: str
    title: str
    url: str
    published: str
    sentence: str
    mark_start: int
    mark_end: int
    rule: str
    confidence: float
    caption: bool = False
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """Where a claim stands and how sure it is; publisher and address are '' where the article does not say."""

    document: str
    publisher: str
    url: str
    confidence: float
