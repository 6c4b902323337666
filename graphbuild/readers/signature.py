"""Who wrote the article, as its end says: a name on a line of its own, or behind the last sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graphbuild.model import BlockKind
from graphbuild.resources.articles import load_article_words

from .captions import is_caption_like
from .lines import Line, ends_sentence, is_body, words_in
from .names import Byline, Credit, read_byline
from .words import any_of

AFTER_SIGNATURE = "after the byline"
"""Reason of a cut: lines below the writer's name that are neither captions nor labels belong to the page."""

MOST_NAMES = 2
"""So many lines of names may stand below each other as one byline; more are a list."""

SENTENCE = 8
"""Words that must stand before a byline on the same line: fewer are a label or a caption."""

BEHIND_STOP = re.compile(r"(?<=[.!?…”\"/])\s*\((?P<name>[^().]{3,40})\)\s*$|\./\.\s+(?P<bare>[^.()]{3,40})$")
"""'... được giao. (Hoài Anh)', '... được giao./. Hoài Anh'."""


def split_signature(lines: list[Line]) -> list[Line]:
    """Give a byline behind the last sentence a line of its own: '... được giao. Tin, ảnh: Hoài Anh'."""
    n = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].open and words_in(lines[n].text) > SENTENCE), None)
    if n is None:
        return lines
    text = lines[n].text
    found = _label_behind().search(text) or BEHIND_STOP.search(text)
    at = len(text) - len(text[found.start() :].lstrip(" ./")) if found else 0
    byline = read_byline(text[at:]) if words_in(text[:at]) >= SENTENCE else None
    if byline is None or not byline.names:
        return lines
    glue = " " if text[at - 1] == " " else ""
    return [*lines[:n], replace(lines[n], text=text[:at].rstrip()), Line(text[at:], glue=glue), *lines[n + 1 :]]


def find_signature(lines: list[Line]) -> tuple[list[Line], str | None, bool]:
    """Mark the byline at the end. Returns the lines, the names, and whether a label says that they are the writers'."""
    tail = [n for n in range(_after_last_body(lines), len(lines)) if lines[n].open]
    credits = {n: byline for n in tail if (byline := read_byline(lines[n].text)) is not None}
    chosen = _labelled(credits) or _unlabelled(lines, tail, credits)
    names = ", ".join(credits[n].names for n in chosen) or None
    return _sign(lines, credits, chosen), names, bool(chosen) and credits[chosen[0]].labelled


def _after_last_body(lines: list[Line]) -> int:
    """Index behind the last paragraph; captions that follow the byline are already known as captions."""
    return next((n + 1 for n in range(len(lines) - 1, -1, -1) if is_body(lines[n])), 0)


def _labelled(credits: dict[int, Byline]) -> list[int]:
    return [n for n, byline in credits.items() if byline.labelled and byline.names and byline.credit is Credit.WRITER][
        :1
    ]


def _unlabelled(lines: list[Line], tail: list[int], credits: dict[int, Byline]) -> list[int]:
    """The last run of name lines, if it is short and no list: 'Cùng dự có:' above makes it one."""
    named = [n for n in tail if n in credits and credits[n].names]
    if not named:
        return []
    run = [named[-1]]
    for n in reversed(named[:-1]):
        if tail.index(run[0]) - tail.index(n) == 1:
            run.insert(0, n)
    above = next((lines[n] for n in range(run[0] - 1, -1, -1) if not lines[n].cut), None)
    if len(run) > MOST_NAMES or above is None or above.text.endswith(":"):
        return []
    return run


def _sign(lines: list[Line], credits: dict[int, Byline], chosen: list[int]) -> list[Line]:
    """Mark bylines, sources and photographers; cut what the page shows below the writer's name."""
    marked = list(lines)
    for n, byline in credits.items():
        if n in chosen or byline.labelled:
            marked[n] = lines[n].known_as(BlockKind.HEADER if byline.credit is Credit.SOURCE else BlockKind.BYLINE)
    for n in range(chosen[-1] + 1 if chosen else len(lines), len(lines)):
        line = marked[n]
        if line.open and not ends_sentence(line.text) and not is_caption_like(line.text):
            marked[n] = line.dropped(AFTER_SIGNATURE)
    return marked


@lru_cache(maxsize=1)
def _label_behind() -> re.Pattern[str]:
    """'. Tin, ảnh: Hoài Anh' at the end of a paragraph."""
    words = load_article_words().byline
    role = any_of(words.writer + words.picture)
    return re.compile(
        rf"(?<=[.!?…”\"/)])\s*(?:{role})(?:\s*(?:,|và|&|-)\s*(?:{role}))*\s*:\s*[^.:]{{2,60}}$", re.IGNORECASE
    )
