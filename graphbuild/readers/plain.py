"""Plain text: a line a paragraph, or paragraphs wrapped at a column."""

from __future__ import annotations

from .encoding import decode
from .lines import Page, split_lines


def read_plain(payload: bytes, source: str) -> Page:
    """Read a `.txt` file. Raises `ReadError` where its encoding cannot be told."""
    return Page(lines=tuple(split_lines(decode(payload, source))))
