"""Telling captions from paragraphs in plain text: they repeat names and must not count twice."""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuild.model import BlockKind
from graphbuild.resources.articles import load_article_words
from graphbuild.text import compare_key

from .lines import SENTENCE_END, Line, is_body, words_in
from .names import Credit, read_byline
from .photos import PHOTO
from .words import any_of, anywhere, opening

PHOTO_CREDIT = re.compile(
    r"[\s.,;(\[–-]*\bẢnh\s*(?:minh họa|tư liệu)?\s*:\s*[^.!?]{1,50}[).\]]*$|\(Ảnh[^()]{0,50}\)\.?$", re.IGNORECASE
)
"""'... ký biên bản. Ảnh: VĂN KHÁNH', '... (Ảnh: CTV)'."""

INNER_STOP = re.compile(r"(?<=\w{2})[.!?]\s+(?=[A-ZÀ-ỸĐ“\"])")
"""A full stop inside a line: it holds two sentences."""

LIST_ITEM = re.compile(r"\s*(?:[-+*•–]|\d+[.)/]|[a-zđ][.)]|[IVX]+[.)])\s*\S")
"""'- Đồng chí ...', '1. Kết quả', 'a) Về ...', 'II. ...'."""

UNDER_A_PHOTO = 60
"""Words of the longest caption under a photo's file name."""

LONGEST = 45
"""Words of the longest caption known by its own words."""

SHORT = 30
"""Words of the longest caption that ends with a full stop, where only its words tell it from a paragraph."""


def mark_captions(lines: list[Line]) -> list[Line]:
    """Return the lines with captions known as captions. Headlines, bylines and cuts must be known by now."""
    bodies = [n for n, line in enumerate(lines) if is_body(line)]
    if not bodies:
        return lines
    marked = list(lines)
    for n, line in enumerate(lines):
        if line.open and line.glue == "\n" and _is_caption(lines, n, bodies[0], bodies[-1]):
            marked[n] = line.known_as(BlockKind.CAPTION)
    return marked


def is_caption_like(text: str) -> bool:
    """True if the words alone show a caption, given that the line stands inside the body.

    >>> is_caption_like("Đại tá Lê Văn A trao quà cho các gia đình")
    True
    """
    if is_surely_caption(text):
        return True
    words = load_article_words().caption
    if _cannot_be(text) or SENTENCE_END.search(text) or anywhere(words.body).search(text):
        return False
    return words_in(text) >= 4 and bool(anywhere(words.actions).search(text, 1))


def is_surely_caption(text: str) -> bool:
    """True if the words show a caption wherever the line stands: its opening, its ending, or a photographer's name.

    >>> is_surely_caption("Toàn cảnh hội nghị.")
    True
    """
    if words_in(text) > UNDER_A_PHOTO:
        return False
    if PHOTO_CREDIT.search(text):
        return True
    if _cannot_be(text):
        return False
    words = load_article_words().caption
    stopped = bool(SENTENCE_END.search(text))
    if _opens(text):
        return not stopped or words_in(text) <= SHORT // 2
    return words_in(text) <= SHORT and bool(_ending().search(text)) and not anywhere(words.body).search(text)


def _cannot_be(text: str) -> bool:
    too_long = words_in(text) > LONGEST
    return too_long or text.endswith((":", ";")) or bool(INNER_STOP.search(text) or LIST_ITEM.match(text))


def _is_caption(lines: list[Line], n: int, first: int, last: int) -> bool:
    line = lines[n]
    byline = read_byline(line.text)
    if byline is not None:
        return byline.credit is Credit.PICTURE
    photo_above = n > 0 and lines[n - 1].cut == PHOTO
    if photo_above and words_in(line.text) <= UNDER_A_PHOTO and not line.text.endswith(":"):
        close = not line.gap or words_in(line.text) <= SHORT
        if close and not INNER_STOP.search(line.text):
            return True
    if n <= first and (is_body(line) or n == first):
        return bool(PHOTO_CREDIT.search(line.text)) and any(is_body(other) for other in lines[n + 1 :])
    if not is_caption_like(line.text):
        return False
    if n < last or line.gap or not SENTENCE_END.search(line.text) or _opens(line.text):
        return True
    signed = any(other.open and read_byline(other.text) for other in lines[last + 1 : n])
    return signed or _repeats(line.text, lines[:n])


def _repeats(text: str, above: list[Line]) -> bool:
    """True if most of the line's words stand in one line above."""
    own = set(compare_key(text).split())
    return any(len(own & set(compare_key(line.text).split())) >= 0.8 * len(own) for line in above if line.open)


def _opens(text: str) -> bool:
    return bool(opening(load_article_words().caption.openings).match(text))


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    """'... phát biểu chỉ đạo.', '... tại Hội nghị./.'"""
    return re.compile(rf"{any_of(load_article_words().caption.endings)}[\s./]*$", re.IGNORECASE)
