"""Words that stand around a news article: `vi/boilerplate.toml` and `vi/publishers.toml` as validated records."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from graphbuild.errors import ResourceError

Phrases = tuple[str, ...]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Trailer(_Record):
    """Headings that end an article, and why what follows is cut."""

    reason: str
    headings: Phrases


class Noise(_Record):
    """Lines of buttons and counters: whole lines, and what such lines start with."""

    reason: str
    lines: Phrases
    starts: Phrases


class Menu(_Record):
    """Names of sections and menus."""

    reason: str
    lines: Phrases


class DateWords(_Record):
    """Labels, weekdays and small words of a date line."""

    published: Phrases
    updated: Phrases
    today: Phrases
    weekdays: Phrases
    months: Phrases
    fillers: Phrases


class BylineWords(_Record):
    """Labels of writers, pictures and sources, and what is no name."""

    writer: Phrases
    picture: Phrases
    source: Phrases
    of: str
    follows: Phrases
    callings: Phrases
    degrees: Phrases
    desks: Phrases
    nobody: Phrases
    notes: Phrases
    not_names: Phrases


class CaptionWords(_Record):
    """How captions open, end and speak."""

    openings: Phrases
    endings: Phrases
    actions: Phrases
    times: Phrases
    body: Phrases


class Path(_Record):
    """Signs between the steps of a section path."""

    separators: Phrases


class Publishers(_Record):
    """Names of newspapers and how their codes look."""

    names: Phrases
    heads: Phrases
    suffixes: Phrases
    areas: Phrases
    not_codes: Phrases


class ArticleWords(_Record):
    """All word lists that reading an article leans on."""

    trailer: tuple[Trailer, ...]
    noise: Noise
    menu: Menu
    date: DateWords
    byline: BylineWords
    caption: CaptionWords
    path: Path
    publishers: Publishers
    ranks: Phrases
    surnames: Phrases


@lru_cache(maxsize=1)
def load_article_words() -> ArticleWords:
    """Return the word lists, read once.

    Raises `ResourceError` naming the field if a data file does not hold what it should.

    >>> "Tin liên quan" in load_article_words().trailer[0].headings
    True
    """
    tables = _table("boilerplate")
    tables["publishers"] = _table("publishers")
    tables["ranks"] = [name for rank in _table("ranks")["rank"] for name in (rank["name"], *rank["variants"])]
    tables["surnames"] = [surname["name"] for surname in _table("surnames")["surname"]]
    try:
        return ArticleWords.model_validate(tables)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise ResourceError(f"{field}: {first['msg']}", where="resources/vi/boilerplate.toml") from error


def _table(name: str) -> dict[str, Any]:
    path = files("graphbuild") / "resources" / "vi" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
