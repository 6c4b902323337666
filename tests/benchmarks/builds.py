"""A folder of generated articles built, built again with nothing new, and built again when a hundred more lie in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from tests.generated.articles import articles, write_articles

from .machine import machine, program
from .running import Run, run

MORE = 100
"""Articles that are added."""


@dataclass(frozen=True, slots=True)
class Builds:
    """Builds of one folder.

    Attributes
    ----------
    first: of all articles into an empty output. again: with nothing new. more: with `MORE` more, where that was built.
    words, bytes: of the articles of the first.
    """

    articles: int
    words: int
    bytes: int
    engine: str
    jobs: int | None
    first: Run
    again: Run
    more: Run | None

    def figures(self) -> dict[str, Any]:
        """All of it as JSON, with the program and the machine, but for the looks."""
        return {
            "articles": self.articles,
            "words": self.words,
            "engine": self.engine,
            "jobs": self.jobs,
            "bytes_of_sources": self.bytes,
            **self.first.figures(),
            "again": _short(self.again),
            **({"more": {"articles": MORE, **_short(self.more)}} if self.more else {}),
            "program": program(),
            "machine": machine(),
        }


def measure(
    count: int, folder: Path, engine: str = "local", jobs: int | None = None, *, with_more: bool = True
) -> Builds:
    """Build so many articles and `MORE` in `folder`, which may hold those of an earlier run but no output of one.

    Raises RuntimeError where an article was not read, or was read twice.
    """
    sources, later, words = _written(count, folder / f"articles-{count}")
    output = folder / f"output-{engine}-{count}"
    first = run(sources, output, engine=engine, jobs=jobs)
    again = run(sources, output, engine=engine, jobs=jobs)
    more = _with_more(sources, later, output, engine, jobs) if with_more else None
    found = [(one.new, one.failed) for one in (first, again, more) if one]
    if found != [(count, 0), (0, 0), (MORE, 0)][: len(found)]:
        raise RuntimeError(f"new and failed articles of {count}, of none and of {MORE}: {found}")
    size = sum(file.stat().st_size for file in sources.iterdir())
    return Builds(count, words, size, engine, jobs, first, again, more)


def _with_more(sources: Path, later: Path, output: Path, engine: str, jobs: int | None) -> Run:
    came = Path(shutil.copy(later, sources))
    try:
        return run(sources, output, engine=engine, jobs=jobs)
    finally:
        came.unlink()


def _written(count: int, place: Path) -> tuple[Path, Path, int]:
    """The folder of the first articles, the file of those that come later, and how many words the first have."""
    sources, later, words = place / "first", place / "later.jsonl", place / "words"
    if not words.exists():
        sources.mkdir(parents=True, exist_ok=True)
        all_of_them: Iterator[Any] = articles(count + MORE)
        said = write_articles(islice(all_of_them, count), sources / "articles.jsonl")
        write_articles(all_of_them, later)
        words.write_text(str(said), encoding="utf-8")
    return sources, later, int(words.read_text(encoding="utf-8"))


def _short(one: Run) -> dict[str, Any]:
    return {name: one.figures()[name] for name in ("seconds", "processor", "megabytes", "phases")}
