"""Markdown: headline, captions under photos, front matter; marks of emphasis and links are taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.model import BlockKind

from .dates import read_date
from .encoding import decode
from .lines import Line, Page, split_lines, tidy
from .photos import is_photo_name

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\A\ufeff?\s*---[ \t]*\r?\n(?P<body>.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
"""'---', lines of 'key: value', '---' at the top of the file."""

FIELD = re.compile(r"^(?P<key>[A-Za-z_]+)\s*:\s*(?P<value>.*?)\s*$", re.MULTILINE)
"""'title: Hội nghị', 'date: 2021-07-12'."""

TAG = re.compile(r"<[^<>]+>")
"""A piece of HTML inside Markdown."""


def read_markdown(payload: bytes, source: str) -> Page:
    """Read a `.md` file. Raises `ReadError` where its encoding cannot be told.

    Front matter gives title, date (date, published), author (author, byline) and url. The first heading of the
    highest level is the headline. A photo's text and a line in italics are captions.
    """
    text = decode(payload, source)
    fields, text = _front_matter(text)
    lines = _headline(list(_lines(text)))
    stated = fields.get("date") or fields.get("published") or ""
    published = read_date(stated)
    wrong = (Line(stated, cut="published date not understood"),) if stated and published is None else ()
    return Page(
        lines=tuple(lines),
        title=tidy(fields.get("title", "")) or None,
        byline=tidy(fields.get("author") or fields.get("byline") or "") or None,
        published=published,
        url=fields.get("url") or fields.get("source"),
        notes=wrong,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = FRONT_MATTER.match(text)
    fields = {m["key"].lower(): m["value"].strip("\"'") for m in FIELD.finditer(found["body"])} if found else {}
    return (fields, text[found.end() :]) if found and fields else ({}, text)


def _headline(lines: list[Line]) -> list[Line]:
    """Only the first heading is the headline; those inside the text are lines of it."""
    first = next((n for n, line in enumerate(lines) if line.kind is BlockKind.TITLE), -1)
    return [
        replace(line, kind=None) if line.kind is BlockKind.TITLE and n != first else line
        for n, line in enumerate(lines)
    ]


def _lines(text: str) -> Iterator[Line]:
    from markdown_it import MarkdownIt

    numbers: list[str] = []
    heading = ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "list_item_open":
            numbers.append(f"{token.info}{token.markup} " if token.info else "")
        elif token.type in ("code_block", "fence", "html_block"):
            yield from _paragraph([Line(line.text) for line in split_lines(TAG.sub("", token.content))])
        elif token.type == "inline":
            number = numbers.pop() if numbers else ""
            lines = list(_inline(token.children or [], number))
            yield from (
                line.known_as(BlockKind.TITLE) if heading == "h1" and line.kind is None else line
                for line in _paragraph(lines)
            )
            heading = ""


def _paragraph(lines: list[Line]) -> list[Line]:
    return [replace(line, gap=n == 0) for n, line in enumerate(lines)]


def _inline(children: list[Token], number: str) -> Iterator[Line]:
    """The lines of one paragraph; photos and lines wholly in italics come out as captions."""
    words, italics = number, ""
    depth = 0
    for token in children:
        if token.type == "em_open":
            depth += 1
        elif token.type == "em_close":
            depth -= 1
        elif token.type == "image":
            yield from _captions(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            yield from _line(words, italics)
            words, italics = "", ""
        elif token.type in ("text", "code_inline", "text_special"):
            words += token.content
            italics += token.content if depth else ""
    yield from _line(words, italics)


def _line(words: str, italics: str) -> Iterator[Line]:
    text = tidy(words)
    if text:
        yield Line(text, kind=BlockKind.CAPTION if tidy(italics) == text and len(text.split()) > 3 else None)


def _captions(alt: str) -> Iterator[Line]:
    """The text of a photo is its caption, unless it is its file name (which is cut later like any other)."""
    text = tidy(alt)
    if text:
        yield Line(text, kind=None if is_photo_name(text) else BlockKind.CAPTION)
