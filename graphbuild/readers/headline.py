"""The headline: found above the body, or matched with the one that the format states."""

from __future__ import annotations

from graphbuild.model import BlockKind
from graphbuild.text import compare_key

from .captions import is_surely_caption
from .lines import Line, above_body, is_sentence, words_in
from .photos import PHOTO

REPEATED = "repeated title"
"""Reason of a cut: many pages say the headline twice."""

TITLE_LINES, TITLE_WORDS = 3, 45
"""A headline is at most so long; what is longer is text without full stops."""


def mark_title(lines: list[Line], title: str | None) -> tuple[list[Line], str | None]:
    """Mark the headline's lines, and return them with the headline.

    `title` is the one that the format states; if no line says it, it is put above the others.
    Dates and bylines must be known by now.
    """
    stated = [n for n, line in enumerate(lines) if line.kind is BlockKind.TITLE]
    parts = stated or (_said(lines, title) if title else _headline(lines))
    if title and not parts:
        lines, parts = [Line(title, kind=BlockKind.TITLE), *lines], [0]
    marked = [line.known_as(BlockKind.TITLE) if n in parts else line for n, line in enumerate(lines)]
    title = title or " ".join(lines[n].text for n in parts) or None
    return _without_repeats(marked, title), title


def _said(lines: list[Line], title: str) -> list[int]:
    """The lines above the body that together say `title`."""
    zone = [n for n in above_body(lines) if lines[n].open]
    for first in range(len(zone)):
        for count in range(1, TITLE_LINES + 1):
            said = " ".join(lines[n].text for n in zone[first : first + count])
            if compare_key(said) == compare_key(title):
                return zone[first : first + count]
    return []


def _headline(lines: list[Line]) -> list[int]:
    """The first lines above the body that end without a full stop; one alone where they are too many for a headline."""
    parts: list[int] = []
    for n in above_body(lines):
        line = lines[n]
        known = line.kind in (BlockKind.HEADER, BlockKind.BYLINE)
        if (parts and known) or not (known or _may_be_headline(lines, n, bool(parts))):
            break
        said = compare_key(line.text) in {compare_key(lines[part].text) for part in parts}
        if not known and not said and not line.text.endswith((":", ";", ",")):
            parts.append(n)
    if sum(words_in(lines[n].text) for n in parts) > TITLE_WORDS or len(parts) > TITLE_LINES:
        parts = parts[:1]
    followed = any(line.open for line in lines[parts[-1] + 1 :]) if parts else False
    return parts if followed else []


def _may_be_headline(lines: list[Line], n: int, later: bool) -> bool:
    """False for a sentence, a caption, and the kicker's colon below a headline's first line."""
    text = lines[n].text
    if not lines[n].open or is_sentence(text) or (n > 0 and lines[n - 1].cut == PHOTO):
        return False
    return not (later and (is_surely_caption(text) or text.endswith((":", ";", ","))))


def _without_repeats(lines: list[Line], title: str | None) -> list[Line]:
    zone = set(above_body(lines))
    return [
        line.dropped(REPEATED)
        if n in zone and line.open and title and compare_key(line.text) == compare_key(title)
        else line
        for n, line in enumerate(lines)
    ]
