"""The three splits of our own articles, by article.

    rules      what the rules were written by: their misses are read
    choice     what chose between variants: only the totals are read
    held_out   looked at once, when an issue ends; nothing was written or chosen by it

The odd-numbered bundled articles belong to `rules`, the even-numbered ones to `choice`.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from graphbuild.building.article import extract_files
from graphbuild.evaluate import Row, evaluate
from graphbuild.samples import articles_folder

HERE = Path(__file__).parent
NAMES = ("rules", "choice", "held_out")


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and the file of its facts."""

    article: Path
    facts: Path


def pairs(split: str) -> list[Pair]:
    """Every article of a split with its facts, in the order of their numbers."""
    own = HERE / split
    found = [Pair(article, own / "facts" / f"{article.stem}.json") for article in (own / "articles").iterdir()]
    gold = articles_folder().with_name("gold")
    for article in articles_folder().iterdir():
        half = "rules" if int(article.name.partition("-")[0]) % 2 else "choice"
        if half == split:
            found.append(Pair(article, gold / f"{article.stem}.json"))
    return sorted(found, key=lambda pair: pair.article.name)


@cache
def rows(split: str) -> Mapping[str, Row]:
    """The rows of a split by name, as the program finds its facts today."""
    both = pairs(split)
    with TemporaryDirectory() as folder:
        for pair in both:
            shutil.copy(pair.facts, folder)
        score = evaluate(Path(folder), list(extract_files([pair.article for pair in both])))
    assert (score.documents, score.absent) == (len(both), ())
    return {row.name: row for row in score.rows}
