"""Generated articles: text about an invented army, any number of them, the same for the same seed, with their truth.

They are as long as newspapers' long articles, say about as much a word, and the officers in them have the names, ranks,
posts and careers of `tests.generated.careers`: namesakes too. `likeness.py` measures how like real ones they are.

    python -m tests.generated.articles 100000 articles.jsonl     # or .parquet, or a folder
    python -m tests.generated.articles --compare                 # beside the articles of the repository
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from graphbuild.resources import load_gazetteer

from .article import Reporter
from .careers import Service
from .names import Names
from .news import News
from .prose import Prose
from .units import Army

PERSONS = 4
"""How many persons an article names on average: short news in tests/gold 7.6, long articles fewer."""

GUESTS = 5.5
"""What `News` is told so that it comes to that: there are not always as many in post."""

SEATS_PER_MENTION = 0.08
"""A post has about three holders in fifteen years, so a person is named four times on average, some never."""

SEATS = range(1500, 150_000)
"""Posts to hold at a time. Beyond the larger figure more articles tell of the same persons: an army has an end."""

WORDS = 900
"""Of an article on average; half of them have between 550 and 1,100."""

IN_A_FOLDER = 1000
"""Files of one folder."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article and what it is really about.

    Attributes
    ----------
    number: counted from 0. url: unlike those of other articles.
    title, text, published (an ISO date), byline: as its newspaper has them; the text is without title and byline.
    event: number of the event it tells of.
    persons, units: name as written -> number of the officer and of the unit of the army.
    """

    number: int
    title: str
    text: str
    published: str
    byline: str
    event: int
    persons: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"https://bao.example/{self.published[:4]}/{self.number}.html"

    def fields(self) -> dict[str, str]:
        """The columns of a row."""
        text = f"{self.text}\n{self.byline}"
        return {"text": text, "title": self.title, "url": self.url, "published": self.published}

    def file(self) -> str:
        """The content of a text file, as one copies it from a newspaper's page."""
        day = date.fromisoformat(self.published)
        return f"{self.title}\n{day.day:02}/{day.month:02}/{day.year} - 08:30\n\n{self.text}\n{self.byline}\n"


def articles(count: int, seed: int = 0, words: int = WORDS) -> Iterator[Article]:
    """Yield so many articles, one at a time.

    Parameters
    ----------
    count: how many; the population grows with it, so the first hundred of a thousand are others than a hundred's.
    seed: of every choice.
    words: of an article on average.
    """
    random = Random(seed)
    gazetteer = load_gazetteer()
    names = Names(gazetteer, random)
    seats = min(max(SEATS.start, int(count * PERSONS * SEATS_PER_MENTION)), SEATS.stop)
    army = Army(gazetteer, random, seats)
    news = News(Service(army, names, random), army.units, random, GUESTS)
    districts = {d.province: d.names for d in gazetteer.districts if d.kind == "huyện"}
    reporter = Reporter(Prose(random), names, districts, random, words)
    number = 0
    while number < count:
        for story in islice(news.event(), count - number):
            title, text, byline, persons, units = reporter.write(story)
            published = str(story.day + timedelta(random.choice((0, 0, 1, 2))))
            yield Article(number, title, text, published, byline, story.event, persons, units)
            number += 1


def write_articles(made: Iterable[Article], place: Path, truth: Path | None = None) -> int:
    """Write them to a `.jsonl` or `.parquet` file, or to text files in folders; return how many words they have.

    Parameters
    ----------
    made: taken one at a time.
    place: its ending tells the format; what has no ending is a folder.
    truth: a `.jsonl` file for what each article is really about, beside `place`; None writes none.
    """
    write = {".jsonl": _write_lines, ".parquet": _write_parquet}.get(place.suffix, _write_folder)
    words = 0

    def counted() -> Iterator[Article]:
        nonlocal words
        for article in made:
            words += len(article.text.split())
            yield article

    if truth is None:
        write(counted(), place)
    else:
        with truth.open("w", encoding="utf-8") as lines:
            write(_told(counted(), lines), place)
    return words


def _told(made: Iterable[Article], lines) -> Iterator[Article]:  # type: ignore[no-untyped-def]
    for article in made:
        known = {name: value for name, value in asdict(article).items() if name not in ("text", "title", "byline")}
        lines.write(json.dumps(known, ensure_ascii=False) + "\n")
        yield article


def _write_lines(made: Iterable[Article], file: Path) -> None:
    with file.open("w", encoding="utf-8") as lines:
        for article in made:
            lines.write(json.dumps(article.fields(), ensure_ascii=False) + "\n")


def _write_parquet(made: Iterable[Article], file: Path) -> None:
    """By DuckDB from lines, which is what the program itself has for Parquet."""
    import duckdb

    lines = file.with_suffix(".jsonl.tmp")
    try:
        _write_lines(made, lines)
        types = "{text: 'VARCHAR', title: 'VARCHAR', url: 'VARCHAR', published: 'VARCHAR'}"
        source = f"read_json('{_quoted(lines)}', format = 'newline_delimited', columns = {types})"
        duckdb.sql(f"COPY (FROM {source}) TO '{_quoted(file)}' (FORMAT parquet, COMPRESSION zstd)")
    finally:
        lines.unlink(missing_ok=True)


def _quoted(file: Path) -> str:
    return str(file).replace("'", "''")


def _write_folder(made: Iterable[Article], folder: Path) -> None:
    for article in made:
        inside = folder / f"{article.number // IN_A_FOLDER:04}"
        if article.number % IN_A_FOLDER == 0:
            inside.mkdir(parents=True, exist_ok=True)
        (inside / f"{article.number:07}.txt").write_text(article.file(), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Generate articles, or tell how like real ones they are.")
    parser.add_argument("count", type=int, nargs="?", default=300)
    parser.add_argument("place", type=Path, nargs="?", help="a .jsonl or .parquet file, or a folder")
    parser.add_argument("--truth", type=Path, help="a .jsonl file for what each article is really about")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--words", type=int, default=WORDS, help="of an article on average")
    parser.add_argument("--compare", action="store_true", help="beside the articles of the repository")
    given = parser.parse_args()
    made = articles(given.count, given.seed, given.words)
    if given.compare:
        from .likeness import compare

        print(compare(made))
    elif given.place:
        words = write_articles(made, given.place, given.truth)
        print(f"{given.count} articles, {words} words")
    else:
        for article in made:
            print(article.file())


if __name__ == "__main__":
    main()
