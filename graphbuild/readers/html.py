"""HTML: trafilatura tells the article from the page; captions, bylines and dates that it leaves out are kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from graphbuild.errors import ReadError
from graphbuild.model import BlockKind
from graphbuild.text import compare_key

from .encoding import decode
from .lines import Line, Page, tidy, words_in
from .metadata import read_metadata
from .names import read_byline
from .page_blocks import PageBlock, page_blocks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
        lines=tuple(_lines(blocks, _main_keys(text))),
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


def _main_keys(text: str) -> frozenset[str]:
    """Keys of the lines that trafilatura takes for the article."""
    from trafilatura import bare_extraction

    document: Any = bare_extraction(text, include_comments=False, include_tables=True, favor_recall=True)
    main = getattr(document, "text", None) or ""
    return frozenset(compare_key(line) for line in main.splitlines() if line.strip())


def _lines(blocks: list[PageBlock], main: frozenset[str]) -> list[Line]:
    """The article from its headline to the end of its container; what lies around it is cut."""
    inside = [n for n, block in enumerate(blocks) if compare_key(block.text) in main and not block.furniture]
    if not inside:
        inside = [n for n, block in enumerate(blocks) if not block.furniture and words_in(block.text) >= 12]
    if not inside:
        return [_cut(block) for block in blocks]
    headline = next((n for n, block in enumerate(blocks) if block.headline and n <= inside[-1]), inside[0])
    start = min(headline, inside[0])
    end = _end(blocks, inside)
    return [
        _line(block, n == headline) if start <= n <= end and _belongs(block, n in inside) else _cut(block)
        for n, block in enumerate(blocks)
    ]


def _end(blocks: list[PageBlock], inside: list[int]) -> int:
    """The last block of the article: bylines and captions behind its last paragraph still belong to it."""
    container = blocks[inside[-1]].container
    end = inside[-1]
    for n in range(end + 1, len(blocks)):
        if blocks[n].container != container or blocks[n].furniture:
            break
        end = n
    return end


def _belongs(block: PageBlock, main: bool) -> bool:
    if block.furniture:
        return False
    return main or block.caption or block.headline or not block.linked or read_byline(block.text) is not None


def _line(block: PageBlock, headline: bool) -> Line:
    kind = BlockKind.TITLE if headline and block.headline else BlockKind.CAPTION if block.caption else None
    return Line(tidy(block.text), gap=True, kind=kind)


def _cut(block: PageBlock) -> Line:
    return Line(tidy(block.text), cut=block.furniture or ("related articles" if block.linked else "page furniture"))
