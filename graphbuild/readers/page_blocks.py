"""The blocks of an HTML page in the order of the page: each a line of text and what the mark-up says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .lines import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "head", "textarea")
)
INLINE = frozenset(
    ["a", "abbr", "b", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark"]
) | frozenset(["q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"])
"""Elements inside a line; every other element ends the line before it."""

FURNITURE = {"nav": "menu", "header": "menu", "footer": "footer", "aside": "related articles", "form": "share box"}
CONTAINERS = frozenset(("article", "main", "section", "div", "td", "body"))

CAPTION_CLASS = re.compile(
    r"caption|chu-?thich|pic_?desc|image-?desc|photo-?desc|img-?desc|wp-caption-text", re.IGNORECASE
)
"""class="PhotoCMS_Caption", "image-caption", "chuthich", "pic_desc"."""

FURNITURE_CLASS = re.compile(
    r"(?P<related>relat|lien-?quan|tin-?khac|cung-?chuyen-?muc|doc-?nhieu|xem-?nhieu|most-?read|other-?news|sidebar)"
    r"|(?P<share>share|social|chia-?se|tool-?bar|toolbox|rating)|(?P<comments>comment|binh-?luan|phan-?hoi|y-?kien)"
    r"|(?P<menu>breadcrumb|nav-?bar|main-?menu|top-?menu|menu-?top)|(?P<footer>footer|copyright)",
    re.IGNORECASE,
)
"""class="related-news", "box-tin-lien-quan", "social-share", "breadcrumb": names of what is no article."""

REASONS = {
    "related": "related articles",
    "share": "share box",
    "comments": "comments",
    "menu": "menu",
    "footer": "footer",
}


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One line of a page.

    Attributes
    ----------
    headline: it stands in an `h1`.
    caption: it stands in a `figcaption`, or in an element that a site calls a caption.
    furniture: why it is no article, from the mark-up alone; '' where nothing says so.
    linked: most of its words are links.
    container: number of the element that holds the block's paragraph.
    """

    text: str
    headline: bool = False
    caption: bool = False
    furniture: str = ""
    linked: bool = False
    container: int = 0


@dataclass(frozen=True, slots=True)
class _Around:
    headline: bool = False
    caption: bool = False
    furniture: str = ""
    article: bool = False
    container: int = 0


class _Walk:
    """Collects words until a block element begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self._words: list[str] = []
        self._linked = 0
        self._containers = 0

    def visit(self, element: HtmlElement, around: _Around, linked: bool = False) -> None:
        if not isinstance(element.tag, str) or element.tag in SKIPPED or _is_hidden(element):
            return
        if element.tag in INLINE:
            self._inside(element, around, linked or element.tag == "a")
            return
        self.flush(around)
        within = self._within(element, around)
        self._inside(element, within, linked)
        self.flush(within)

    def _inside(self, element: HtmlElement, around: _Around, linked: bool) -> None:
        self._add(element.text, linked)
        for child in element:
            self.visit(child, around, linked)
            self._add(child.tail or (" " if child.tag == "a" else ""), linked)

    def _within(self, element: HtmlElement, around: _Around) -> _Around:
        if element.tag in CONTAINERS:
            self._containers += 1
        names = f"{element.get('class', '')} {element.get('id', '')}"
        article = around.article or element.tag == "article"
        return _Around(
            headline=around.headline or element.tag == "h1",
            caption=around.caption or element.tag == "figcaption" or bool(CAPTION_CLASS.search(names)),
            furniture=around.furniture or _furniture(element.tag, names, article),
            article=article,
            container=self._containers if element.tag in CONTAINERS else around.container,
        )

    def _add(self, text: str | None, linked: bool) -> None:
        if text:
            self._words.append(text)
            self._linked += len(tidy(text)) if linked else 0

    def flush(self, around: _Around) -> None:
        """End the line that was being collected."""
        text = tidy("".join(self._words))
        if text:
            linked = self._linked * 2 > len(text)
            self.blocks.append(
                PageBlock(text, around.headline, around.caption, around.furniture, linked, around.container)
            )
        self._words, self._linked = [], 0


def page_blocks(tree: HtmlElement) -> list[PageBlock]:
    """The page's blocks, top to bottom."""
    walk = _Walk()
    around = _Around()
    for body in _bodies(tree):
        walk.visit(body, around)
    walk.flush(around)
    return walk.blocks


def _bodies(tree: HtmlElement) -> Iterator[HtmlElement]:
    bodies = tree.findall(".//body")
    yield from bodies or [tree]


def _furniture(tag: str, names: str, article: bool) -> str:
    if tag == "header" and article:
        return ""
    found = FURNITURE_CLASS.search(names) if tag not in ("body", "html", "main", "article") else None
    return FURNITURE.get(tag) or (REASONS[found.lastgroup] if found and found.lastgroup else "")


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None
