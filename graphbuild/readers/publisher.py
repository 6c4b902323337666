"""The publisher's code or the dateline before the first sentence: 'QPTĐ-Chiều ngày ...', '(LĐ online) - ...'."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graphbuild.model import BlockKind
from graphbuild.resources.articles import load_article_words

from .lines import Line, is_body, words_in
from .words import any_of, is_one_of

DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)", re.IGNORECASE)
"""'VTV.vn', 'Baothanhhoa.vn'."""

CODE = re.compile(r"(?=[\w.&]*[A-ZĐ][\w.&]*[A-ZĐ0-9])[A-ZĐƯƠ][A-ZĐƯƠ0-9.&]{1,9}")
"""'QPTĐ', 'LĐ', 'QK6': two capitals at least, or one and digits."""

LOOKED_AT = 4
"""The code stands before the lead or the paragraph after it, so more body lines are not looked at."""


def split_publisher(lines: list[Line]) -> tuple[list[Line], str | None]:
    """Put the publisher's code before one of the first paragraphs into a line of its own, kind HEADER.

    Returns the lines and the code, None where no line opens with one.
    """
    tried = 0
    for n, line in enumerate(lines):
        if not line.open or not (is_body(line) or words_in(line.text) >= 8):
            continue
        found = _prefix().match(line.text)
        if found:
            code = " ".join((found["bracket"] or found["written"] or found["code"]).split())
            if not _is_publisher(code, bracketed=bool(found["bracket"])):
                found = None
        if found:
            head, rest = line.text[: found.end()].rstrip(), line.text[found.end() :]
            glue = " " if line.text[: found.end()].endswith(" ") else ""
            parts = [replace(line, text=head, kind=BlockKind.HEADER), Line(rest, glue=glue)]
            return [*lines[:n], *parts, *lines[n + 1 :]], code
        tried += 1
        if tried == LOOKED_AT:
            break
    return lines, None


@lru_cache(maxsize=1)
def _prefix() -> re.Pattern[str]:
    """'(LĐ online) - ', 'QK6 Online - ', 'Báo Quân khu 6 - ', 'VTV.vn - ', 'Sơn Khê (TTXVN) - ' before a capital."""
    publishers = load_article_words().publishers
    suffix = any_of(publishers.suffixes)
    name = r"[A-ZÀ-ỸĐ][^\W\d_]*"
    plain = rf"{DOMAIN.pattern}|{CODE.pattern}(?:\s(?i:{suffix}))?"
    written = rf"{any_of(publishers.heads)}\s{name}(?:\s[^\W_]+){{0,4}}(?:\s(?i:{suffix}))?"
    place = rf"(?:{name}(?:\s{name}){{0,4}}\s*,?\s*)?"
    dated = r"(?:[\s,]*(?:ngày\s)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?)?"
    start_of_sentence = r"(?=[\"“‘]?[A-ZÀ-ỸĐ])"
    return re.compile(
        rf"(?:{place}\((?P<bracket>[^()\d][^()]{{1,40}}?){dated}\)\s*[-–—:.]*\s*"
        rf"|(?P<written>{written})\s*[-–—:]+\s*"
        rf"|(?P<code>{plain})\s*[-–—]+\s*){start_of_sentence}"
    )


def _is_publisher(code: str, *, bracketed: bool) -> bool:
    """Brackets hold more than codes: '(ngày 2/3)', '(Sơn Khê)' are none."""
    publishers = load_article_words().publishers
    if is_one_of(code, publishers.not_codes):
        return False
    if is_one_of(code, publishers.names) or not bracketed:
        return True
    first, _, rest = code.partition(" ")
    if DOMAIN.fullmatch(first) or re.match(any_of(publishers.heads), code):
        return True
    looks_coded = CODE.fullmatch(first) or first.isupper()
    return bool(looks_coded) and (
        not rest or bool(re.fullmatch(rf"(?:{any_of(publishers.suffixes)}|\S+)", rest, re.IGNORECASE))
    )
