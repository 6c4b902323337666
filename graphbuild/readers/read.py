"""Reading: an Item or a text to a Document. Pure, so that any process or machine can do it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from graphbuild.errors import ReadError
from graphbuild.model import Document

from .assemble import assemble
from .dates import read_date
from .html import read_html
from .items import Item
from .lines import Page, split_lines, tidy
from .markdown import read_markdown
from .plain import read_plain
from .rows import read_row

READERS: dict[str, Callable[[bytes, str], Page]] = {
    "txt": read_plain,
    "md": read_markdown,
    "html": read_html,
    "jsonl": read_row,
    "csv": read_row,
    "parquet": read_row,
}
"""The reader of each format: takes an item's payload and its source."""


def read_item(item: Item) -> Document:
    """Read one article.

    Raises `ReadError` if its bytes are no text or nothing is left after cleaning.
    """
    page = READERS[item.format](item.payload, item.source)
    try:
        return assemble(page, id=item.id, digest=item.digest)
    except ReadError as error:
        raise ReadError(error.what, where=item.source, do=error.do) from error


def read_text(
    text: str,
    *,
    id: str = "text",
    title: str | None = None,
    url: str | None = None,
    published: str | None = None,
    byline: str | None = None,
) -> Document:
    """Read an article that is already text.

    Parameters
    ----------
    text: a line a paragraph, as saved from a page; menus, captions and bylines are told as in a `.txt` file.
    id: id of the document.
    title, url, published, byline: what is known of the article; they outweigh what the text says.

    Raises `ReadError` if `published` is no date or no text is left after cleaning.

    >>> read_text("Sáng 6/10/2020, Lữ đoàn 7 ra quân huấn luyện.", published="2020-10-07").published.year
    2020
    """
    date = read_date(published) if published else None
    if published and date is None:
        raise ReadError(f"not a date: {published!r}", where=id, do="give 'published' as YYYY, YYYY-MM or YYYY-MM-DD")
    fields = {"text": text, "title": title, "url": url, "published": published, "byline": byline}
    digest = hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
    page = Page(
        lines=tuple(split_lines(text)),
        title=tidy(title or "") or None,
        byline=tidy(byline or "") or None,
        published=date,
        url=url,
    )
    return assemble(page, id=id, digest=digest)
