"""One article after reading: cleaned text whose offsets never change, and what the reader learnt of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from .dates import PartialDate


class BlockKind(StrEnum):
    """What a line of the cleaned text is."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Document.text`, end exclusive; blocks are in order, do not overlap and skip only white space."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Cut:
    """What cleaning left out.

    Attributes
    ----------
    text: the words that were cut, as read.
    reason: 'photo file name', 'menu', 'related articles', 'share box', 'rendered date', ...
    at: the offset in `Document.text` where they stood.
    """

    text: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    Attributes
    ----------
    id: stable name of the article in a collection: its path below the source's parent folder,
        with '#' and the row's number for files of many articles.
    text: cleaned text in NFC; every offset in the program counts its code points.
    digest: SHA-256 of what was read, so that an unchanged article is not read again.
    title, publisher, byline, published, url: None where the article does not say.
    published: what the article or its metadata states; the day a page was rendered is not it.
    """

    id: str
    text: str
    digest: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    cuts: tuple[Cut, ...] = ()

    def kind_at(self, offset: int) -> BlockKind:
        """The kind of the block that holds `offset`; a paragraph where no block does."""
        block = self.block_at(offset)
        return block.kind if block else BlockKind.PARAGRAPH

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`; None between two blocks."""
        n = bisect_right(self.blocks, offset, key=attrgetter("start")) - 1
        return self.blocks[n] if n >= 0 and offset < self.blocks[n].end else None
