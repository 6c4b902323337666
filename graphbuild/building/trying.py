"""What the gazetteer makes of one sentence: which entries are found in it, and what the rules make of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.readers import read_text

if TYPE_CHECKING:
    from graphbuild.claims.explain import ExplainedClaim
    from graphbuild.model import Mention
    from graphbuild.pipeline.records import Match
    from graphbuild.resources.listing import Source


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """A phrase of the gazetteer in the sentence.

    Attributes
    ----------
    words: as the sentence has them, from `start` to `end`.
    kind: the data file; table: the table or list in it.
    entry: what the entry is known by.
    where: file and line that spell the words so.
    """

    words: str
    start: int
    end: int
    kind: str
    table: str
    entry: str
    where: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence with the entries found in it, the mentions that the rules make of them, and what is claimed."""

    sentence: str
    entries: tuple[FoundEntry, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[ExplainedClaim, ...]


def try_sentence(sentence: str, gazetteer: Sequence[str | Path] = (), *, ner: bool = True) -> Tried:
    """Read one sentence and tell what is found in it by which entry.

    Parameters
    ----------
    sentence: any text.
    gazetteer: folders and files laid over the gazetteer of the program, and names of shipped packs.
    ner: let the statistical NER name what no rule explains.

    Raises ReadError for an empty text, ResourceError for files that are not right.

    Example
    -------
    >>> tried = try_sentence("Thiếu tướng Trần Văn Minh")   # doctest: +SKIP
    >>> tried.entries[0].where                              # doctest: +SKIP
    'vi/ranks.toml:80'
    """
    from graphbuild.claims import extract
    from graphbuild.claims.explain import explain
    from graphbuild.pipeline.load import annotate, load_pipeline
    from graphbuild.pipeline.plain import plain_of
    from graphbuild.resources import load_gazetteer

    paths = [Path(name) for name in gazetteer]
    words = load_gazetteer(paths)
    nlp = load_pipeline(words, ner=ner)
    document = read_text(sentence)
    plain = plain_of(annotate(nlp, document, tokens=False))
    extraction = extract(document, nlp, words)
    finder = _Finder(paths)
    entries = [
        finder.found(match, plain.text_of(match.start, match.end), plain.starts[match.start])
        for label in finder.labels
        for match in plain.matches.all(label)
    ]
    ordered = sorted(entries, key=lambda found: (found.start, -found.end, found.kind, found.table))
    return Tried(document.text, tuple(ordered), extraction.mentions, explain(extraction).claims)


class _Finder:
    """Finds the entry behind a match."""

    def __init__(self, paths: Sequence[Path]) -> None:
        from graphbuild.pipeline.gazetteer import KEYED, LISTS, TABLES
        from graphbuild.resources.kinds import KINDS
        from graphbuild.resources.layers import layers_of
        from graphbuild.resources.listing import Source

        self.labels = (*TABLES, *KEYED, *LISTS)
        layers = layers_of(paths)[::-1]
        self._sources: Mapping[str, list[Source]] = {
            kind: [Source(file) for layer in layers if (file := layer.file(kind))] for kind in KINDS
        }

    def found(self, match: Match, words: str, start: int) -> FoundEntry:
        """The entry, or the list, by the topmost file that spells the words so."""
        from graphbuild.pipeline.gazetteer import KEYED, LISTS, TABLES
        from graphbuild.resources.kinds import KINDS, entry_of

        fields: tuple[str, ...] = ()
        if match.label in TABLES:
            kind, table, fields = TABLES[match.label]
        else:
            kind, table = (KEYED | LISTS)[match.label]
            table = f"{table}.{match.key}" if match.label in OF_KINDS else table
        key = match.key.split("|")
        model = entry_of(KINDS[kind], table) if fields else None
        entry = dict(zip(model.KEY, key, strict=False)) if model else {}
        where = (s.spelling(tuple(table.split(".")), words, entry, model, fields) for s in self._sources[kind])
        found = next(filter(None, where), "")
        if not found and (meant := self._translated(match, words)):
            kind, table, found = "translations", *meant
        return FoundEntry(words, start, start + len(words), kind, table, key[0], found)

    def _translated(self, match: Match, words: str) -> tuple[str, str] | None:
        """The table and place of words of another language."""
        table = {"HEAD": "unit", "TITLE": "title"}.get(match.label, "")
        where = (source.spelling((table,), words, {}, None, ("words",)) for source in self._sources["translations"])
        found = next(filter(None, where), "")
        return (table, found) if found else None


OF_KINDS = ("PLACE_KIND", "SITE_KIND", "EVENT_REFERENCE")
"""Labels whose words stand below the key of the match."""
