"""The words of the page in English and Vietnamese, from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "vi")
"""In the order in which words.toml gives them."""

FILE = Path(__file__).parent / "words.toml"


@cache
def words() -> dict[str, dict[str, str]]:
    """The labels by language and key ('kind.person'), as `t` in assets/js/words.js looks them up.

    Raises ValueError for a key that has not one text a language.

    >>> words()["vi"]["kind.unit"]
    'Đơn vị'
    """
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for table, labels in tables.items():
        for name, texts in labels.items():
            if len(texts) != len(LANGUAGES) or not all(texts):
                raise ValueError(f"{FILE.name}: {table}.{name}: expected a text in each of {', '.join(LANGUAGES)}")
            for language, text in zip(LANGUAGES, texts, strict=True):
                found[language][f"{table}.{name}"] = text
    return found
