"""Runs of capitalised words that no rule explains: where a statistical NER may have something to add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from ..model import BlockKind
from ..text import compare_key
from .plain import PlainDoc, Sentence, plain_of
from .records import PlaceSpan

EXPLAINED = ("RANK", "TITLE", "HONORIFIC", "DEGREE", "HISTORICAL", "EVENT_HEAD", "EVENT_OPENER", "KNOWN", "TAIL",
             "COUNTRY", "NOT_NAME")  # fmt: skip
"""Lists whose phrases are explained where they stand, whatever follows."""

SHORTEST = 2
"""Words in a run: a lone capital is a sentence's first word, a given name or a thing far more often than a name."""

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.CAPTION})

Run = tuple[int, int]


def found_by_rules(doc: Doc) -> bytearray:
    """One byte a token: 1 inside the mentions that the rules have found."""
    taken = bytearray(len(plain_of(doc)))
    for spans in (doc._.units, doc._.persons, doc._.places, doc._.events, doc._.dates):
        for span in spans:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return taken


def unexplained_runs(doc: Doc, taken: bytearray) -> Iterator[tuple[Sentence, list[Run]]]:
    """Each sentence that has some, with its runs as (start, end) in tokens.

    Sentences in capitals, bylines and header lines have none: capitals say nothing there. Nor is there any doubt
    about 'Sơn Khê' in an article on tỉnh Sơn Khê.

    Parameters
    ----------
    doc: with everything that the rules find.
    taken: what `found_by_rules` says of it.
    """
    plain = plain_of(doc)
    explained = bytearray(taken)
    for label in EXPLAINED:
        for match in plain.matches.of(label).values():
            explained[match.start : match.end] = b"\1" * (match.end - match.start)
    open_to_doubt = [i for i in plain.names if not explained[i]]
    known = short_names(plain, doc._.places)
    runs = [
        (start, end)
        for start, end in _joined(open_to_doubt, plain.sentence_starts)
        if end - start >= SHORTEST and compare_key(plain.text_of(start, end)) not in known
    ]
    at = 0
    for sentence in plain.sentences if runs else ():
        inside = []
        while at < len(runs) and runs[at][0] < sentence.end:
            inside.append(runs[at])
            at += 1
        if inside and plain.kinds[sentence.start] in PROSE and not _in_capitals(plain, sentence):
            yield sentence, inside


def short_names(plain: PlainDoc, places: Iterable[PlaceSpan]) -> set[str]:
    """Compare keys of the names of `places` and of all that such a name ends with: 'Sơn Khê' of 'tỉnh Sơn Khê'."""
    names = {compare_key(plain.text_of(place.start, place.end)) for place in places}
    return {name[at:] for name in names for at in (0, *(n + 1 for n, sign in enumerate(name) if sign == " "))}


def _joined(tokens: list[int], borders: frozenset[int]) -> list[Run]:
    """Neighbours as runs, which end where a sentence does."""
    runs: list[Run] = []
    for i in tokens:
        if runs and runs[-1][1] == i and i not in borders:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs


def _in_capitals(plain: PlainDoc, sentence: Sentence) -> bool:
    words = plain[sentence.start : sentence.end]
    return sum(word.is_upper and len(word.text) > 1 for word in words) * 2 >= len(words)
