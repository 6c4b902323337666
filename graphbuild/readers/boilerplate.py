"""Cutting what surrounds an article: buttons anywhere, menus above the body, related articles and comments below it."""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuild.resources.articles import load_article_words

from .dates import read_date_line
from .lines import Line, ends_sentence, first_body, is_body, words_in
from .names import is_masthead, read_byline
from .words import any_of, is_one_of, opening

COUNTER = re.compile(r"[\s:(]*\d[\d.,/-]*\s*\)?$")
"""'Thích 12', 'Bình luận (3)', 'Lượt xem: 1.234'."""

LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
"""A line that is an address."""

LONGEST = 300
"""Letters of the longest line of page furniture; longer lines without a full stop are left to the reader."""

ABOVE_HEADING = 6
"""So many lines above a heading are looked at for the writer's name; buttons may stand between."""

MENU_ITEMS = 2
"""So many known sections in one line of steps make it a section path."""


def drop_noise(lines: list[Line]) -> list[Line]:
    """Cut buttons, counters and bare links, wherever they stand."""
    return [_without_noise(line) for line in lines]


def cut_furniture(lines: list[Line]) -> list[Line]:
    """Cut menus above the body and what follows the article; a heading such as 'Tin khác:' takes its list along."""
    return _cut_trailers(_cut_menus(lines))


def _without_noise(line: Line) -> Line:
    noise = load_article_words().noise
    if not line.open or is_body(line) or (len(line.text) > LONGEST and not LINK.fullmatch(line.text)):
        return line
    bare = COUNTER.sub("", line.text)
    if is_one_of(bare, noise.lines) or is_one_of(line.text, noise.lines) or _starts_noise(line.text):
        return line.dropped(noise.reason)
    return line.dropped("link") if LINK.fullmatch(line.text) else line


def _starts_noise(text: str) -> bool:
    found = opening(load_article_words().noise.starts).match(text)
    dated = read_date_line(text) if found else None
    if dated and dated.label:
        return False
    rest = text[found.end() :].lstrip() if found else "-"
    return not rest or rest.startswith(":") or bool(COUNTER.fullmatch(rest))


def _cut_menus(lines: list[Line]) -> list[Line]:
    words = load_article_words()
    body = first_body(lines)
    above = len(lines) if body is None else body
    return [
        line.dropped(words.menu.reason) if n < above and line.open and _is_menu(line.text) else line
        for n, line in enumerate(lines)
    ]


def _is_menu(text: str) -> bool:
    if len(text) > LONGEST:
        return False
    return is_one_of(text, load_article_words().menu.lines) or _is_path(text) or is_masthead(text)


def _is_path(text: str) -> bool:
    """'Trang chủ > Tin tức > Quốc phòng' and 'Trang chủ Giới thiệu Tin tức'."""
    words = load_article_words()
    signs = "|".join(re.escape(sign) for sign in words.path.separators)
    steps = [step for step in re.split(rf"\s*(?:{signs})\s*", text) if step]
    known = sum(is_one_of(step, words.menu.lines) for step in steps)
    if len(steps) > 1:
        return known > 0
    rest, found = re.subn(any_of(words.menu.lines), " ", text, flags=re.IGNORECASE)
    return found >= MENU_ITEMS and not rest.strip(" -–|•·/")


@lru_cache(maxsize=1)
def _heading_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """'Bài viết khác:', 'Bình luận (3)', 'Xem thêm: ...' for each reason."""
    return tuple(
        (trailer.reason, re.compile(rf"\W*{any_of(trailer.headings)}\s*(?:[:(>»…].*|\d*\W*)$", re.IGNORECASE))
        for trailer in load_article_words().trailer
    )


def _heading(line: Line) -> str:
    if not line.open or is_body(line) or len(line.text) > LONGEST:
        return ""
    return next((reason for reason, pattern in _heading_patterns() if pattern.match(line.text)), "")


def _cut_trailers(lines: list[Line]) -> list[Line]:
    """Cut from the first heading below the body to the end; a box in the middle of the text only as far as it goes."""
    body = first_body(lines)
    if body is None:
        return lines
    kept = list(lines)
    last_body = max(n for n, line in enumerate(lines) if is_body(line))
    reason, to_the_end = "", False
    for n in range(body + 1, len(lines)):
        line = lines[n]
        heading = _heading(line)
        if heading:
            reason = heading
            to_the_end = to_the_end or n > last_body or _is_signed(lines, n)
        elif reason and not to_the_end and ends_sentence(line.text):
            reason = ""
        if reason and not (line.kind and not to_the_end) and not _is_signature(line, to_the_end):
            kept[n] = line if line.cut else line.dropped(reason)
    return kept


def _is_signature(line: Line, over: bool) -> bool:
    """A writer named below a box, 'Tin, ảnh: ...', still belongs to the article unless that is over."""
    byline = read_byline(line.text) if line.open and not over else None
    return byline is not None and byline.labelled


def _is_signed(lines: list[Line], heading: int) -> bool:
    """True if the writer's name stands right above the heading: the article is over."""
    above = [line for line in lines[max(0, heading - ABOVE_HEADING) : heading] if line.open][-2:]
    return any(words_in(line.text) <= 8 and read_byline(line.text) is not None for line in above)
