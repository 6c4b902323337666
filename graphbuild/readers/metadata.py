"""What an HTML page's head states: title, date, writer, publisher, address. Nothing is searched for in the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphbuild.model import PartialDate

from .dates import read_date
from .lines import tidy
from .names import Credit, read_byline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DATES = (
    "//meta[@property='article:published_time' or @property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time[@pubdate]/@datetime | //article//header//time/@datetime",
    "//h1/following-sibling::*[position() <= 2]/descendant-or-self::time/@datetime",
)
"""Where a page states its date, surest first. A footer's year and dates in the text are not looked at."""

TITLES = ("//meta[@property='og:title']/@content", "//title/text()")
AUTHORS = (
    "//meta[@name='author' or @property='article:author' or @name='dc.creator']/@content",
    "//*[@itemprop='author' or @rel='author']//text()",
)
ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
SITES = ("//meta[@property='og:site_name']/@content",)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields that a page states of itself, None where it does not."""

    title: str | None
    byline: str | None
    publisher: str | None
    published: PartialDate | None
    url: str | None


def read_metadata(tree: HtmlElement) -> Metadata:
    """Read a page's metadata: `meta` elements, `time` elements by the headline, and JSON-LD."""
    linked = list(_linked_data(tree))
    dates = (*_values(tree, DATES), *_stated(linked, "datePublished"))
    site = next(_values(tree, SITES), None)
    title = next(iter([*_stated(linked, "headline"), *_values(tree, TITLES)]), None)
    return Metadata(
        title=_without_site(title, site),
        byline=next(
            (names for author in (*_values(tree, AUTHORS), *_stated(linked, "author")) if (names := _person(author))),
            None,
        ),
        publisher=site,
        published=next((date for value in dates if (date := read_date(value)) is not None), None),
        url=next((url for url in _values(tree, ADDRESSES) if url.startswith("http")), None),
    )


def _values(tree: HtmlElement, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        for value in tree.xpath(path):
            text = tidy(str(value))
            if text:
                yield text


def _person(author: str) -> str | None:
    """A person's name; sites also put their own name here."""
    byline = read_byline(author)
    return byline.names if byline and byline.names and byline.credit is Credit.WRITER else None


def _without_site(title: str | None, site: str | None) -> str | None:
    """'Headline - Báo Sơn Khê' -> 'Headline'."""
    if not title:
        return None
    for sign in (" | ", " - ", " – "):
        head, found, tail = title.rpartition(sign)
        if (
            found
            and len(head) > len(tail)
            and (site is None or tail.casefold() == site.casefold() or len(tail.split()) <= 4)
        ):
            return head.strip()
    return title


def _linked_data(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield json.loads(str(script))
        except (ValueError, RecursionError):
            continue


def _stated(records: list[Any], key: str, depth: int = 4) -> Iterator[str]:
    """Values of `key` in nested records: text, or the `name` of a record."""
    for record in records:
        if isinstance(record, list):
            yield from _stated(record, key, depth)
        elif isinstance(record, dict):
            value = record.get(key)
            for one in value if isinstance(value, list) else [value]:
                named = one.get("name") if isinstance(one, dict) else one
                if isinstance(named, str) and named.strip():
                    yield tidy(named)
            if depth and isinstance(record.get("@graph"), list):
                yield from _stated(record["@graph"], key, depth - 1)
