"""Sentences of articles with the names that their facts list marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from spacy.language import Language

from ..errors import UsageError
from ..model import BlockKind
from ..pipeline import annotate
from ..readers import Item, find_items, read_item
from .examples import Marked


def marked_sentences(articles: Path, facts: Path, nlp: Language, *, odd: bool = False) -> Iterator[Marked]:
    """Sentences of every article that has facts, in the order of their names.

    A name is what the facts list and, since they list neither every bystander nor every village, what the rules find.

    Parameters
    ----------
    articles, facts: folders of NAME.txt and NAME.json.
    nlp: the pipeline of the rules.
    odd: only articles whose name begins with an odd number.

    Raises UsageError for a folder that does not exist.
    """
    for folder in (articles, facts):
        if not folder.is_dir():
            raise UsageError("no such folder", where=str(folder), do="name a folder of articles and one of facts")
    for item in find_items([articles]):
        file = facts / f"{Path(item.source).stem}.json"
        if not isinstance(item, Item) or not file.is_file() or (odd and int(file.name.partition("-")[0]) % 2 == 0):
            continue
        yield from _sentences(item, json.loads(file.read_text("utf-8")), nlp)


def _sentences(item: Item, facts: Mapping[str, list[dict[str, object]]], nlp: Language) -> Iterator[Marked]:
    document = read_item(item)
    doc = annotate(nlp, document)
    found = list(_listed(document.text, facts))
    for spans, label in ((doc._.persons, "PERSON"), (doc._.units, "UNIT"), (doc._.places, "PLACE")):
        for span in spans:
            words = doc[span.start : span.end]
            found.append((words.start_char, words.end_char, label))
    names = _longest(found)
    for sentence in doc.sents:
        if document.kind_at(sentence.start_char) in (BlockKind.BYLINE, BlockKind.HEADER):
            continue
        start, text = sentence.start_char, sentence.text.rstrip()
        if not text:
            continue
        inside = [(s - start, e - start, label) for s, e, label in names if start <= s and e <= start + len(text)]
        yield Marked(text, tuple(inside))


def _listed(text: str, facts: Mapping[str, list[dict[str, object]]]) -> Iterator[tuple[int, int, str]]:
    """Where the names of the facts stand in the text."""
    units = [name for unit in facts["units"] for name in (unit["name"], *unit.get("aliases", ()))]  # type: ignore[misc]
    lists = (
        ("PERSON", [person["name"] for person in facts["persons"]]),
        ("UNIT", [name for name in units if sum(word[0].isupper() for word in str(name).split()) > 1]),
        ("PLACE", facts["places"]),
    )
    for label, names in lists:
        for name in names:
            for found in re.finditer(rf"(?<!\w){re.escape(str(name))}(?!\w)", text):
                yield found.start(), found.end(), label


def _longest(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without those inside or across a longer one."""
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(found, key=lambda name: (name[0] - name[1], name)):
        if all(end <= s or e <= start for s, e, _ in kept):
            kept.append((start, end, label))
    return sorted(kept)
