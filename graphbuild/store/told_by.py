"""The sentences behind many edges as columns of numbers, in the order of the edges; their texts are read last.

A sentence is told apart from others of its article by a number of 64 bits made of its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from graphbuild.text import utf16_length

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .reader import Reader

    Column = NDArray[Any]

# Edges are put in the order in which a page has them, and the claims of each in that of their ids.
ASKED = """CREATE TEMP TABLE asked AS
WITH placed AS (
    SELECT n AS edge, row_number() OVER (ORDER BY source, target, relation || '|' || key) AS place
    FROM edges WHERE n IN (SELECT unnest($1::INTEGER[])) AND n IN (SELECT edge FROM edge_claims)
), wanted AS (
    SELECT place, claim FROM edge_claims JOIN placed USING (edge)
    UNION ALL
    SELECT (SELECT count(*) FROM placed) + generate_subscripts($2::VARCHAR[], 1), unnest($2::VARCHAR[])
)
SELECT row_number() OVER (ORDER BY place, claim) AS turn, place, claim FROM wanted"""

RULES = """CREATE TEMP TABLE rules AS
SELECT rule, row_number() OVER (ORDER BY rule) - 1 AS number FROM (SELECT DISTINCT rule FROM claims)"""

BEHIND = """SELECT turn::INTEGER AS turn, place::INTEGER AS place, c.rowid AS line, d.rowid::INTEGER AS document,
    hash(sentence) AS words, caption, confidence, number::SMALLINT AS rule,
    word_start - start AS begins, word_end - start AS ends,
    word_start < start OR word_end < word_start OR word_end - start > length(sentence)
        OR strlen(sentence) > length(sentence) AND regexp_matches(sentence, '[\\x{10000}-\\x{10FFFF}]') AS is_odd
FROM claims c JOIN asked ON claim = c.id JOIN documents d ON d.id = c.document JOIN rules USING (rule)"""

TEXTS = """WITH wanted AS (SELECT generate_subscripts(lines, 1) AS number, unnest(lines) AS line FROM {lines})
SELECT sentence FROM claims JOIN wanted ON claims.rowid = line ORDER BY number"""

ARTICLES = """WITH wanted AS (SELECT generate_subscripts(lines, 1) AS number, unnest(lines) AS line FROM {lines})
SELECT id, coalesce(title, ''), coalesce(url, ''), coalesce(published, ''), coalesce(publisher, '')
FROM documents JOIN wanted ON documents.rowid = line ORDER BY number"""


@dataclass(frozen=True, slots=True)
class ToldBy:
    """What is behind each of some edges, and then behind each of some claims.

    Articles, sentences and rules are numbered in the order of their first use.

    Attributes
    ----------
    counts, confidence: of the quotes of each, which are different; the greatest in per cent, 0 if there is none.
    sources, source_counts: the articles of each, ascending, one behind the other; how many each has.
    sentence, start, end, rule, sure: of every quote: where its sentence and rule stand, where in the sentence the words
        begin and end that carry the claim (in UTF-16 code units), and its confidence in per cent.
    articles: id, title, address, date and publisher. rules: their names.
    article_of, caption: of every sentence.
    """

    counts: Column
    confidence: Column
    sources: Column
    source_counts: Column
    sentence: Column
    start: Column
    end: Column
    rule: Column
    sure: Column
    articles: list[tuple[str, str, str, str, str]]
    rules: list[str]
    article_of: Column
    caption: Column
    _reader: Reader
    _rows: Column

    def texts(self) -> Iterator[str]:
        """The sentences in their order, a few at a time; `Reader.streamed` has what binds."""
        return _texts(self._reader, self._rows)


def told_by(reader: Reader, edges: Sequence[int], claims: Sequence[str]) -> ToldBy:
    """Look up what is behind the edges of these numbers, and then behind each of `claims`.

    Edges come in the order of source, target and relation with key; those without claims, which the gazetteer tells,
    are left out. Claims that the store does not have, have no quotes.
    """
    for statement, *given in ((ASKED, list(edges), list(claims)), (RULES,)):
        reader.rows(statement, *given)
    ((groups,),) = reader.rows("SELECT coalesce(max(place), 0) FROM asked")
    found = dict(reader.columns(BEHIND))
    order = np.argsort(found["turn"])
    found = {name: np.asarray(found.pop(name))[order] for name in sorted(found) if name != "turn"}
    rules = [name for (name,) in reader.rows("SELECT rule FROM rules ORDER BY number")]
    for table in ("asked", "rules"):
        reader.rows(f"DROP TABLE temp.{table}")
    article, first = _by_first_use(found["document"])
    articles = reader.rows(ARTICLES.format(lines=_listed(found["document"][first])))
    sentence, told = _by_first_use(article * 2 + found["caption"], found["words"])
    rule, named = _by_first_use(found["rule"])
    group = found["place"] - 1
    start, end = _marks(reader, found)
    sure = (found["confidence"] * 100).round().astype(np.int32)
    kept = _different(group, sentence, start, end, rule, sure)
    confidence = np.zeros(groups, np.int32)
    np.maximum.at(confidence, group, sure)
    pairs = np.unique(group.astype(np.int64) * max(len(first), 1) + article)
    return ToldBy(
        counts=np.bincount(group[kept], minlength=groups),
        confidence=confidence,
        sources=pairs % max(len(first), 1),
        source_counts=np.bincount(pairs // max(len(first), 1), minlength=groups),
        sentence=sentence[kept],
        start=start[kept],
        end=end[kept],
        rule=rule[kept],
        sure=sure[kept],
        articles=articles,
        rules=[rules[number] for number in found["rule"][named].tolist()],
        article_of=article[told],
        caption=found["caption"][told],
        _reader=reader,
        _rows=found["line"][told],
    )


def _texts(reader: Reader, rows: Column) -> Iterator[str]:
    for (text,) in reader.streamed(TEXTS.format(lines=_listed(rows))):
        yield text


def _listed(lines: Column) -> str:
    """A table of one row with these numbers; as a literal they take a tenth of the memory that a parameter does."""
    return f"(SELECT '{lines.tolist()}'::BIGINT[] AS lines)"


def _marks(reader: Reader, found: Mapping[str, Column]) -> tuple[Column, Column]:
    """Where in their sentences the words begin and end that carry the claims.

    Few are not within them, or stand in one with characters that are not one code unit each.
    """
    start, end = found["begins"].copy(), found["ends"].copy()
    odd = found["is_odd"].nonzero()[0]
    for n, text in zip(odd.tolist(), _texts(reader, found["line"][odd]), strict=True):
        begins, ends = int(start[n]), int(end[n])
        start[n] = utf16_length(text[:begins])
        end[n] = start[n] + utf16_length(text[begins:ends])
    return start, end


def _by_first_use(*columns: Column) -> tuple[Column, Column]:
    """Of every row the number of what it has in these columns, by first use; and of each number its first row."""
    order = np.lexsort(columns)
    firsts = _begins(order, columns)
    first = order[firsts]
    rank = np.empty(len(first), np.int32)
    rank[np.argsort(first)] = np.arange(len(first))
    number = np.empty(len(order), np.int32)
    number[order] = rank[np.cumsum(firsts) - 1]
    return number, np.sort(first)


def _different(*columns: Column) -> Column:
    """The rows of which no earlier one is the same."""
    order = np.lexsort(columns)
    return np.sort(order[_begins(order, columns)])


def _begins(order: Column, columns: Sequence[Column]) -> NDArray[np.bool_]:
    """In this order, the rows that differ from the one before; lexsort leaves the first of equal rows in front."""
    begins = np.zeros(len(order), np.bool_)
    begins[:1] = True
    for column in columns:
        begins[1:] |= np.diff(column[order]) != 0
    return begins
