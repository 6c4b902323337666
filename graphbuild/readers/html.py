"""HTML: trafilatura tells the article from the page; captions, bylines and dates that it leaves out are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphbuild.errors import ReadError
from graphbuild.model import BlockKind
from graphbuild.text import compare_key

from .dates import read_date_line
from .encoding import decode
from .lines import Line, Page, tidy, words_in
from .metadata import read_metadata
from .names import read_byline
from .page_blocks import PageBlock, page_blocks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BESIDE = 3
"""So many blocks above the headline and below the text are looked at for a date or a byline in a box of its own."""

LONG_ENOUGH = 8
"""Syllables by which a paragraph is known again inside a longer line."""

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
"""'<meta charset="utf-8">', '<meta http-equiv=... content="text/html; charset=windows-1258">'."""


def read_html(payload: bytes, source: str) -> Page:
    """Read an `.html` page.

    Raises `ReadError` where its encoding cannot be told or no article is found in it.
    """
    declared = CHARSET.search(payload[:4096])
    text = decode(payload, source, declared[1].decode("ascii") if declared else None)
    tree = _tree(text)
    if tree is None:
        raise ReadError("not an HTML page", where=source, do="give a saved page, or the text as .txt")
    blocks = page_blocks(tree)
    metadata = read_metadata(tree)
    return Page(
        lines=tuple(_lines(blocks, _main_text(text))),
        title=metadata.title if not any(block.headline for block in blocks) else None,
        byline=metadata.byline,
        publisher=metadata.publisher,
        published=metadata.published,
        url=metadata.url,
    )


def _tree(text: str) -> HtmlElement | None:
    from lxml import etree, html

    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return html.document_fromstring(bare.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class _MainText:
    """The lines that trafilatura takes for the article, as keys; a row of a table is one line to it."""

    lines: frozenset[str]
    whole: str

    def holds(self, text: str) -> bool:
        """`text` is one of the lines, or long enough to know it again inside one."""
        key = compare_key(text)
        return key in self.lines or (len(key.split()) >= LONG_ENOUGH and f" {key} " in self.whole)


def _main_text(text: str) -> _MainText:
    from trafilatura import bare_extraction

    document: Any = bare_extraction(text, include_comments=False, include_tables=True, favor_recall=True)
    main = getattr(document, "text", None) or ""
    return _MainText(
        frozenset(compare_key(line) for line in main.splitlines() if line.strip()), f" {compare_key(main)} "
    )


def _lines(blocks: list[PageBlock], main: _MainText) -> list[Line]:
    """The article from its headline to the end of its container; what lies around it is cut."""
    inside = [n for n, block in enumerate(blocks) if not block.furniture and main.holds(block.text)]
    if not inside:
        inside = [n for n, block in enumerate(blocks) if not block.furniture and words_in(block.text) >= 12]
    if not inside:
        return [_line(block, headline=False) for block in blocks]
    headline = _headline(blocks, inside)
    start, end = _start(blocks, min(headline, inside[0])), _end(blocks, inside)
    return [
        _line(block, headline=n == headline)
        if start <= n <= end and _belongs(block, main=n in inside)
        else _cut(block, above=n < start)
        for n, block in enumerate(blocks)
    ]


def _headline(blocks: list[PageBlock], inside: list[int]) -> int:
    """The `h1` right above the text: a site's name may be one too. Without any, the text's first block."""
    body = next((n for n in inside if words_in(blocks[n].text) >= 12 and not blocks[n].headline), inside[-1])
    headings = [n for n, block in enumerate(blocks) if block.headline and not block.furniture and n <= inside[-1]]
    above = [n for n in headings if n <= body]
    return above[-1] if above else headings[0] if headings else inside[0]


def _start(blocks: list[PageBlock], headline: int) -> int:
    """The first block of the article: a date or a writer right above the headline belongs to it."""
    start = headline
    for n in range(headline - 1, max(headline - 1 - BESIDE, -1), -1):
        if _credits(blocks[n]):
            start = n
    return start


def _end(blocks: list[PageBlock], inside: list[int]) -> int:
    """The last block of the article: what follows in its container, and a byline or date in one of its own."""
    container = blocks[inside[-1]].container
    end = inside[-1]
    for n in range(end + 1, len(blocks)):
        if blocks[n].furniture or (blocks[n].container != container and n > end + BESIDE):
            break
        if blocks[n].container == container or _credits(blocks[n]):
            end = n
    return end


def _credits(block: PageBlock) -> bool:
    """True for a line that is a byline or a date and nothing else."""
    if block.furniture or block.linked or words_in(block.text) > 15:
        return False
    date = read_date_line(block.text)
    return read_byline(block.text) is not None or (date is not None and date.pure)


def _belongs(block: PageBlock, *, main: bool) -> bool:
    if block.furniture:
        return False
    return main or block.caption or block.headline or not block.linked or read_byline(block.text) is not None


def _line(block: PageBlock, *, headline: bool) -> Line:
    kind = BlockKind.TITLE if headline and block.headline else BlockKind.CAPTION if block.caption else None
    return Line(tidy(block.text), gap=True, kind=kind)


def _cut(block: PageBlock, *, above: bool) -> Line:
    linked = "menu" if above else "related articles"
    return Line(tidy(block.text), cut=block.furniture or (linked if block.linked else "page furniture"))
