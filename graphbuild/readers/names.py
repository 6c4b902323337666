"""What a byline says: 'Bài và ảnh: HOÀI ANH', 'Trần Đông', 'PV', 'Minh Khuê (Tổng hợp)'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from graphbuild.resources.articles import BylineWords, load_article_words
from graphbuild.text import compare_key

from .lines import words_in
from .words import any_of, anywhere, is_one_of, keys, opening

NAME_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W\d_]['’]|[^\W\d_]+(?:\.[^\W\d_]+)+\.?")
"""'Hương', 'TUẤN', "K'Brơi", "H'", 'P.V.'"""

CASED = re.compile(r"[^\W\d_](?:[^\W\d_]*['’.].*)?")
"""'Y', "K'Brơi", 'P.V': small letters and capitals may mix."""

BETWEEN_NAMES = re.compile(r"\s*[–—;,&+]\s*|\s+-\s*|\s*-\s+|\s+và\s+|(?<=\w)-(?=[A-ZÀ-ỸĐ])", re.IGNORECASE)
"""'Tuấn Hương - Hoài Anh', 'Lan Anh, Minh Khuê', 'Trần Anh và Lê Bình'."""

BRACKETS_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")
"""'Hoài Anh (Tổng hợp)'."""

AGENCY_BEHIND = re.compile(r"\s*/\s*[\w.+ ]+$")
"""'Lê Hoàng/VOV.VN'."""

MOST_WORDS = 5
"""Words of the longest name: 'Nguyễn Thị Phương Thảo Nguyên'."""


LONGEST = 120
"""Letters of the longest byline, four authors with their callings; a longer line need not be looked at."""


class Credit(Enum):
    """What a line credits."""

    WRITER = "writer"
    PICTURE = "picture"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that credits somebody.

    Attributes
    ----------
    names: as written, without labels, callings and notes; '' where nobody is named.
    credit: the writer, the photographer, or another paper.
    labelled: a label such as 'Tin, ảnh:' says so.
    """

    names: str
    credit: Credit
    labelled: bool


def read_byline(text: str) -> Byline | None:
    """Read a line that is a byline and nothing else; None for any other line.

    >>> read_byline("Tin, ảnh: Hoài Anh - MINH KHUÊ").names
    'Hoài Anh - MINH KHUÊ'
    """
    if len(text) > LONGEST:
        return None
    words = load_article_words().byline
    bare = _unbracketed(text.strip())
    source = opening(words.source).match(bare)
    if source and bare[source.end() :].lstrip().startswith(":"):
        return Byline("", Credit.SOURCE, True)
    follows = opening(words.follows).match(bare)
    if follows and words_in(bare) <= 8:
        return _after_theo(bare[follows.end() :])
    credit, rest = _label(bare, words)
    return _unlabelled(bare, words) if credit is None else _labelled(credit, rest, words)


def _labelled(credit: Credit, rest: str, words: BylineWords) -> Byline | None:
    """'Tin, ảnh: Hoài Anh': the label may also name nobody, 'Tác giả: Admin'."""
    names = _names(rest.rstrip(" ./") if words_in(rest) > 1 else rest, words)
    if credit is Credit.PICTURE or (not names and is_one_of(rest, words.nobody)):
        return Byline("", credit, True) if words_in(rest) <= 10 else None
    return Byline(names, credit, True) if names else None


def _unlabelled(bare: str, words: BylineWords) -> Byline | None:
    if words_in(bare) > 1:
        bare = bare.rstrip(".")
    names = "" if len(bare) < 3 and not is_one_of(bare, words.desks) else _names(bare, words)
    if names:
        return Byline(names, Credit.WRITER, False)
    nobody = is_one_of(bare, words.nobody) or is_publisher(bare)
    return Byline("", Credit.SOURCE, False) if nobody else None


def is_name(text: str) -> bool:
    """True for one personal or pen name: up to five capitalised words that are no unit, place or heading.

    >>> is_name("TUẤN HƯƠNG"), is_name("Cụm Thi Đua"), is_name("Tổng kết công tác")
    (True, False, False)
    """
    words = load_article_words()
    parts = text.split()
    if not 1 <= len(parts) <= MOST_WORDS or not all(NAME_WORD.fullmatch(part) for part in parts):
        return False
    if not all(part[0].isupper() and (part.isupper() or part.istitle() or CASED.fullmatch(part)) for part in parts):
        return False
    if opening(words.byline.not_names).match(text) or is_publisher(text) or is_one_of(text, words.menu.lines):
        return False
    return len(parts) < MOST_WORDS or has_surname(text)


def has_surname(text: str) -> bool:
    """True if the first word is a Vietnamese surname."""
    return compare_key(text.split(maxsplit=1)[0]) in keys(load_article_words().surnames)


def is_publisher(text: str) -> bool:
    """True for the name or address of a newspaper, agency or site: 'VTV', 'Dân Trí', 'qdnd.vn'."""
    publishers = load_article_words().publishers
    site = re.fullmatch(r"(?:https?://)?\S+\.(?:vn|com|net|org|info)(?:/\S*)?", text.strip(), re.IGNORECASE)
    return bool(site) or is_one_of(text, publishers.names)


def is_masthead(text: str) -> bool:
    """True for a line that is a site's own name: 'BÁO SƠN KHÊ ĐIỆN TỬ', 'Cổng thông tin điện tử huyện An Thạch'."""
    publishers = load_article_words().publishers
    head = opening(publishers.heads).match(text)
    if not head or words_in(text) > 10:
        return False
    rest = re.sub(any_of(publishers.suffixes + publishers.areas), " ", text[head.end() :], flags=re.IGNORECASE)
    return bool(rest.strip()) and all(word[0].isupper() or not word[0].isalpha() for word in rest.split())


def _unbracketed(text: str) -> str:
    inner = re.fullmatch(r"[(\[]([^()\[\]]+)[)\]]\.?", text)
    return (inner[1] if inner else text).strip(" *_")


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    """'Bài và ảnh:', 'Tin, ảnh:', 'Tin ảnh': one role or several, with or without a colon."""
    words = load_article_words().byline
    role = any_of(words.writer + words.picture)
    return re.compile(
        rf"((?:{role})(?:\s*(?:,|và|&|/|\+|-|–|\s)\s*(?:{role}))*)\s*(:|\s[-–]\s|(?=\s))\s*", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _second_label() -> re.Pattern[str]:
    """'; ảnh: Minh Khuê' behind the writer's name."""
    picture = any_of(load_article_words().byline.picture)
    return re.compile(rf"[\s;,.(–-]*(?:{picture})(?:\s*(?:,|và|&)\s*(?:{picture}))*\s*:.*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _calling() -> re.Pattern[str]:
    """'Thượng tá, ThS ', 'PV ': what is called out before a name."""
    words = load_article_words()
    called = any_of(words.byline.callings + words.ranks + words.byline.degrees)
    return re.compile(rf"(?:{called}[\s,.:]*)+(?=\S)", re.IGNORECASE)


def _label(text: str, words: BylineWords) -> tuple[Credit | None, str]:
    """The credit that a label gives and what follows the label; None where there is no label."""
    found = _label_pattern().match(text)
    if not found or found.end() == len(text):
        return None, text
    rest = text[found.end() :]
    roles = len(anywhere(words.writer + words.picture).findall(found[1]))
    says_whose = roles > 1 or found[1].casefold().endswith(f" {words.of}")
    if ":" not in found[2] and not (says_whose and _names(rest, words)):
        return None, text
    return (Credit.WRITER if anywhere(words.writer).search(found[1]) else Credit.PICTURE), rest


def _names(text: str, words: BylineWords) -> str:
    """The names in `text` as written; '' if it holds anything but names and what may stand around them."""
    picture = _second_label().search(text)
    text = (text[: picture.start()] if picture and picture.start() else text).strip()
    text = AGENCY_BEHIND.sub("", BRACKETS_BEHIND.sub("", text)).strip()
    text = re.sub(rf"[\s,-]+{any_of(words.notes)}$", "", text, flags=re.IGNORECASE)
    if is_one_of(text, words.desks):
        return text
    called = _calling().match(text)
    text = text[called.end() :] if called else text
    for separator in BETWEEN_NAMES.finditer(text):
        if _is_affiliation(text[separator.end() :]):
            text = text[: separator.start()]
            break
    parts = [part for part in BETWEEN_NAMES.split(text) if part]
    if not 1 <= len(parts) <= 4 or not all(is_name(part) or is_one_of(part, words.desks) for part in parts):
        return ""
    return "" if all(is_one_of(part, words.nobody) for part in parts) else text


def _is_affiliation(text: str) -> bool:
    """'Hoài Anh - Ban CHQS huyện': what stands behind the name says where the writer serves, and not what he does."""
    words = load_article_words()
    if words_in(text) > 8 or anywhere(words.caption.actions + words.caption.body).search(text):
        return False
    return bool(opening(words.byline.not_names).match(text)) or is_publisher(text)


def _after_theo(rest: str) -> Byline:
    """'Theo TTXVN' credits a paper; 'Theo Lê Hoàng/VOV' and 'Theo Nguyễn Văn An' a writer."""
    words = load_article_words().byline
    again = opening(words.follows).match(rest.strip())
    rest = (rest.strip()[again.end() :] if again else rest).strip(" :.")
    names = _names(rest, words)
    person = bool(names) and (
        bool(AGENCY_BEHIND.search(rest) or BRACKETS_BEHIND.search(rest))
        or (has_surname(names) and len(names.split()) >= 3)
    )
    return Byline(names if person else "", Credit.WRITER if person else Credit.SOURCE, True)
