"""The stages of the left half timed apart, on articles of 900 words, and others' work on the same text beside them.

    python -m tests.benchmarks.stages 300

Processor time, the best of several rounds; a word is what stands between blanks.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from graphbuild.claims import extract
from graphbuild.model import Document, Extraction
from graphbuild.pipeline import annotate, load_pipeline
from graphbuild.readers import Item, find_items, read_item
from graphbuild.resources import Gazetteer, load_gazetteer
from graphbuild.store import Parts, Worked, Workspace
from tests.generated.articles import articles, write_articles

from .machine import machine, program

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Stages:
    """Words in a second of processor time, stage by stage.

    Attributes
    ----------
    read: bytes of a `.jsonl` file -> Documents.
    tokenise, pipeline: Document -> tokens; Document -> all that the pipeline finds, without the NER.
    claims: Document -> claims, without the NER. claims_with_ner: with it, which is what a build does.
    part: claims -> a finished part. take: finished part -> the tables of a store.
    blank: spaCy's own tokeniser of no language.
    entity_ruler, phrase_matcher: spaCy's own behind our tokeniser with the strings of our gazetteer, which find names
        and nothing that is said of them.
    strings: how many strings these two were given.
    """

    articles: int
    words: int
    read: int
    tokenise: int
    pipeline: int
    claims: int
    claims_with_ner: int
    part: int
    take: int
    blank: int
    entity_ruler: int
    phrase_matcher: int
    strings: int


def measure(count: int, rounds: int = ROUNDS) -> Stages:
    """Over so many generated articles."""
    names = load_gazetteer()
    strings = sorted(set(strings_of(names)))
    rules, all_on = load_pipeline(names, ner=False), load_pipeline(names)
    ruler, matcher = entity_ruler(rules, strings), phrase_matcher(rules, strings)
    blank = spacy.blank("xx")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_articles(articles(count), folder / "articles.jsonl")
        documents = _read(folder / "articles.jsonl")
        words = sum(len(document.text.split()) for document in documents)
        read: list[Extraction] = []
        parts = Parts(str(folder / "parts"))
        work: dict[str, Callable[[], object]] = {
            "read": lambda: _read(folder / "articles.jsonl"),
            "tokenise": lambda: [rules.make_doc(document.text) and None for document in documents],
            "pipeline": lambda: [annotate(rules, document) and None for document in documents],
            "claims": lambda: [extract(document, rules, names) and None for document in documents],
            "claims_with_ner": lambda: read.extend(extract(document, all_on, names) for document in documents),
            "part": lambda: parts.write("part", _worked(read), {}),
            "take": lambda: _take(parts, folder / "store"),
            "blank": lambda: [blank.make_doc(document.text) and None for document in documents],
            "entity_ruler": lambda: [ruler(document.text) and None for document in documents],
            "phrase_matcher": lambda: [matcher(document.text) and None for document in documents],
        }
        best = dict.fromkeys(work, float("inf"))
        for _ in range(rounds):
            for name, do in work.items():
                if name == "claims_with_ner":
                    read.clear()
                began = time.process_time()
                do()
                best[name] = min(best[name], time.process_time() - began)
    rates = {name: round(words / seconds) for name, seconds in best.items()}
    return Stages(articles=count, words=words, strings=len(strings), **rates)


def strings_of(names: Gazetteer) -> Iterator[str]:
    """What the gazetteer has to look for: ranks, titles, units, places."""
    yield from (rank.name for rank in names.ranks)
    yield from (title.name for title in names.titles)
    yield from (form for unit in names.known_units for form in (unit.name, *unit.aliases))
    yield from (province.name for province in names.provinces)
    yield from (f"{district.kind} {name}" for district in names.districts for name in district.names)


def entity_ruler(like: Language, strings: list[str]) -> Language:
    """spaCy's EntityRuler behind our tokeniser."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = like.tokenizer
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": string} for string in strings])  # type: ignore[attr-defined]
    return nlp


def phrase_matcher(like: Language, strings: list[str]) -> Callable[[str], object]:
    """spaCy's PhraseMatcher behind our tokeniser."""
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(like.vocab)
    matcher.add("NAME", [like.make_doc(string) for string in strings])
    return lambda text: matcher(like.make_doc(text))


def _read(file: Path) -> list[Document]:
    return [read_item(item) for item in find_items([file]) if isinstance(item, Item)]


def _worked(read: list[Extraction]) -> Iterator[Worked]:
    for one in read:
        yield Worked(one.document.id, one.document.id, one.document.digest, one)


def _take(parts: Parts, folder: Path) -> None:
    """Into an empty store, which is not published."""
    with Workspace(folder).begin_build() as store:
        store.put_parts(parts, ["part"])


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the stages of the left half apart.")
    parser.add_argument("articles", type=int, nargs="?", default=300)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--output", type=Path, help="also write the figures to this JSON file")
    given = parser.parse_args()
    figures = {**asdict(measure(given.articles, given.rounds)), "program": program(), "machine": machine()}
    text = json.dumps(figures, ensure_ascii=False, indent=1)
    print(text)
    if given.output:
        given.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
