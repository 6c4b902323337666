"""Telling captions from paragraphs in plain text: they repeat names and must not count twice."""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuild.model import BlockKind
from graphbuild.resources.articles import load_article_words
from graphbuild.text import compare_key

from .lines import Line, ends_sentence, is_body, words_in
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

LETTERS = 600
"""Letters of the longest line that is looked at: what is longer with few words is no caption."""

LONGEST = 45
"""Words of the longest caption known by its own words."""

LOOKED_BACK = 40
"""So many lines above a caption are looked at for its words."""

SHORT = 30
"""Words of the longest caption that ends with a full stop, where only its words tell it from a paragraph."""


def mark_captions(lines: list[Line]) -> list[Line]:
    """Return the lines with captions known as captions. Headlines, bylines and cuts must be known by now."""
    bodies = [n for n, line in enumerate(lines) if is_body(line)]
    if not bodies:
        return lines
    signed = next((n for n in range(bodies[-1] + 1, len(lines)) if read_byline(lines[n].text) is not None), len(lines))
    return [
        line.known_as(BlockKind.CAPTION)
        if line.open and line.glue == "\n" and _is_caption(lines, n, bodies, signed)
        else line
        for n, line in enumerate(lines)
    ]


def is_caption_like(text: str) -> bool:
    """True if the words alone show a caption, given that the line stands inside the body.

    >>> is_caption_like("Đại tá Lê Văn A trao quà cho các gia đình")
    True
    """
    if is_surely_caption(text):
        return True
    words = load_article_words().caption
    if _cannot_be(text) or ends_sentence(text) or anywhere(words.body).search(text):
        return False
    return words_in(text) >= 4 and bool(anywhere(words.actions).search(text, 1))


def is_surely_caption(text: str) -> bool:
    """True if the words show a caption wherever the line stands: its opening, its ending, or a photographer's name.

    >>> is_surely_caption("Toàn cảnh hội nghị.")
    True
    """
    if words_in(text) > UNDER_A_PHOTO or len(text) > LETTERS:
        return False
    if PHOTO_CREDIT.search(text):
        return True
    if _cannot_be(text):
        return False
    words = load_article_words().caption
    stopped = ends_sentence(text)
    if _opens(text):
        return not stopped or words_in(text) <= SHORT // 2
    return words_in(text) <= SHORT and bool(_ending().search(text)) and not anywhere(words.body).search(text)


def _cannot_be(text: str) -> bool:
    if words_in(text) > LONGEST or len(text) > LETTERS or text.endswith((":", ";")):
        return True
    tells = opening(load_article_words().caption.times).match(text)
    return bool(tells or INNER_STOP.search(text) or LIST_ITEM.match(text))


def _is_caption(lines: list[Line], n: int, bodies: list[int], signed: int) -> bool:
    """`bodies`: indices of the body lines; `signed`: index of the byline below them."""
    text = lines[n].text
    byline = read_byline(text)
    if byline is not None:
        return byline.credit is Credit.PICTURE
    if _stands_under_photo(lines, n):
        return True
    if n == bodies[0]:
        return len(bodies) > 1 and len(text) <= LETTERS and bool(PHOTO_CREDIT.search(text))
    if not is_caption_like(text):
        return False
    inside = n < bodies[-1] or n > signed
    return inside or lines[n].gap or not ends_sentence(text) or _opens(text) or _repeats(lines, n)


def _stands_under_photo(lines: list[Line], n: int) -> bool:
    """True for a short line under a photo's file name; a blank line between them asks for a shorter one."""
    line = lines[n]
    if n == 0 or lines[n - 1].cut != PHOTO or line.text.endswith(":"):
        return False
    return words_in(line.text) <= (SHORT if line.gap else UNDER_A_PHOTO) and not INNER_STOP.search(line.text)


def _repeats(lines: list[Line], n: int) -> bool:
    """True if most of the line's words stand in one of the lines above."""
    own = set(compare_key(lines[n].text).split())
    above = (set(compare_key(line.text).split()) for line in lines[max(0, n - LOOKED_BACK) : n] if line.open)
    return any(len(own & words) >= 0.8 * len(own) for words in above)


def _opens(text: str) -> bool:
    return bool(opening(load_article_words().caption.openings).match(text))


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    """'... phát biểu chỉ đạo.', '... tại Hội nghị./.'"""
    return re.compile(rf"{any_of(load_article_words().caption.endings)}[\s./]*$", re.IGNORECASE)
