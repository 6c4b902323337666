"""How like real articles the generated ones are, by what a reader of many of them meets: a table."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.claims import extract
from graphbuild.evaluate import BCubed, b_cubed
from graphbuild.model import MentionKind
from graphbuild.pipeline import load_pipeline
from graphbuild.readers import Item, find_items, read_item, read_text
from graphbuild.resolve import ClaimSet, resolve
from graphbuild.resources import load_gazetteer
from graphbuild.samples import articles_folder
from graphbuild.text import compare_key

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.model import Document

    from .articles import Article

GOLD = Path(__file__).parents[1] / "gold"

ROUNDS = 3
"""Of so many readings the fastest counts: other work of the machine can only add to it."""

SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Figures of some articles; a word is what stands between blanks.

    Attributes
    ----------
    length: words of an article. sentence, paragraph: words of one.
    claims, mentions, dates, units, persons, places: of each so many a hundred words.
    persons_an_article, units_an_article: how many names.
    capitals, figures: words of a hundred that begin with a capital, that hold a digit.
    repeated: sentences of a hundred that stand in an earlier article too.
    pace: words that become claims in one second of processor time; in the table as a multiple of the bundled articles'.
    """

    articles: int
    length: float
    sentence: float
    paragraph: float
    claims: float
    mentions: float
    dates: float
    units: float
    persons: float
    places: float
    persons_an_article: float
    units_an_article: float
    capitals: float
    figures: float
    repeated: float
    pace: float


LONG = Likeness(5, 719, 35.9, 69, 4.1, 7.9, 1.1, 3.6, 0.4, 0.5, 1.0, 7.8, 15.7, 2.5, 0.0, 1.8)
"""Five long articles of newspapers that are no part of the repository, measured on 2026-11-22."""


def measure(documents: Sequence[Document]) -> Likeness:
    """The figures of these articles; each is read once before the readings that are timed."""
    nlp = load_pipeline()
    read = [extract(document, nlp) for document in documents]
    took = min(_seconds(nlp, documents) for _ in range(ROUNDS))
    words = [word for document in documents for word in document.text.split()]
    sentences = [[s for s in SENTENCE.split(document.text) if s.strip()] for document in documents]
    kinds = [mention.kind for one in read for mention in one.mentions]

    def rate(count: int) -> float:
        return round(100 * count / len(words), 2)

    def names(kind: MentionKind) -> float:
        found = [len({mention.key for mention in one.mentions if mention.kind is kind}) for one in read]
        return round(sum(found) / len(read), 1)

    count = sum(map(len, sentences))
    return Likeness(
        articles=len(documents),
        length=round(len(words) / len(documents)),
        sentence=round(len(words) / count, 1),
        paragraph=round(len(words) / sum(document.text.count("\n") + 1 for document in documents)),
        claims=rate(sum(len(one.claims) for one in read)),
        mentions=rate(len(kinds)),
        dates=rate(kinds.count(MentionKind.DATE)),
        units=rate(kinds.count(MentionKind.UNIT)),
        persons=rate(kinds.count(MentionKind.PERSON)),
        places=rate(kinds.count(MentionKind.PLACE)),
        persons_an_article=names(MentionKind.PERSON),
        units_an_article=names(MentionKind.UNIT),
        capitals=rate(sum(word[0].isupper() for word in words)),
        figures=rate(sum(any(letter.isdigit() for letter in word) for word in words)),
        repeated=round(100 * _repeated(sentences) / count, 1),
        pace=len(words) / took,
    )


def _seconds(nlp: Language, documents: Sequence[Document]) -> float:
    began = time.process_time()
    for document in documents:
        extract(document, nlp)
    return time.process_time() - began


def namesakes(persons: Iterable[tuple[str, object]]) -> float:
    """Of a thousand pairs of different persons of a newspaper, how many have one name; (name, who it is) each."""
    who = {(compare_key(name), person) for name, person in persons}
    by_name: dict[str, int] = {}
    for name, _ in who:
        by_name[name] = by_name.get(name, 0) + 1
    pairs = len(who) * (len(who) - 1) / 2
    return 1000 * sum(count * (count - 1) / 2 for count in by_name.values()) / pairs if pairs else 0.0


def compare(made: Iterable[Article]) -> str:
    """A table: a row a figure; the repository's articles, long ones, generated ones."""
    chosen = list(made)
    generated = [read_text(one.file()) for one in chosen]
    bundled, gold, own = (
        measure(some) for some in (_read([articles_folder()]), _read(GOLD.glob("*/articles")), generated)
    )
    gold, own, bundled = (replace(one, pace=round(one.pace / bundled.pace, 2)) for one in (gold, own, bundled))
    columns = {"bundled": bundled, "gold": gold, "long": LONG, "generated": own}
    width = max(len(field.name) for field in fields(Likeness))
    lines = [" " * width + "".join(f"{name:>11}" for name in columns)]
    for field in fields(Likeness):
        values = "".join(f"{getattr(column, field.name):>11,}" for column in columns.values())
        lines.append(f"{field.name:{width}}{values}")
    persons = [(name, number) for one in chosen for name, number in one.persons.items()]
    told, score = persons_found(chosen)
    lines.append(f"\n{score.records} of {told} generated persons are read, B-cubed {score.f1:.3f}")
    lines.append(f"{namesakes(persons):.2f} of a thousand pairs of generated persons have one name")
    return "\n".join(lines)


def persons_found(made: Iterable[Article]) -> tuple[int, BCubed]:
    """Read and resolve the articles: how many persons were written, and B-cubed of those of them that were read."""
    names = load_gazetteer()
    nlp = load_pipeline(names)
    claim_sets: list[ClaimSet] = []
    truth: dict[tuple[str, str], int] = {}
    for one in made:
        document = replace(read_text(one.file()), id=f"a{one.number}")
        read = extract(document, nlp, names)
        numbered = tuple(zip(read.claim_ids(), read.claims, strict=True))
        claim_sets.append(ClaimSet(document.id, one.published, numbered))
        truth |= {(document.id, f"person:{name}"): number for name, number in one.persons.items()}
    found = resolve(claim_sets, {}, names).assigned
    return len(truth), b_cubed(found, {record: number for record, number in truth.items() if record in found})


def _repeated(sentences: Sequence[Sequence[str]]) -> int:
    seen: set[str] = set()
    again = 0
    for article in sentences:
        again += sum(sentence in seen for sentence in article)
        seen.update(article)
    return again


def _read(sources: Iterable[Path]) -> list[Document]:
    return list(_documents(sorted(sources)))


def _documents(sources: Sequence[Path]) -> Iterator[Document]:
    for item in find_items(sources):
        if isinstance(item, Item):
            yield read_item(item)
