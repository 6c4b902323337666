"""Scoring a collection: gold files by their stem, predictions by that of their document, rows summed over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..claims import DocumentFacts, facts
from ..errors import ReadError
from ..model import Extraction
from .article import Article
from .causes import misses_of
from .comparison import compare
from .finding import Findings
from .reading import SHAPE, check_prediction, read_gold
from .records import NOTHING, Facts
from .result import Miss, Row, Score
from .score import score_document

Prediction = DocumentFacts | Extraction | Mapping[str, object]
"""The facts of one article as `graphbuild.extract` returns them, or as a JSON object of the same shape.

An Extraction, what the pipeline makes of an article, has the text too, so that misses come with their sentences.
"""


def evaluate(gold_dir: str | Path, predictions: Mapping[str, Prediction] | Iterable[Prediction]) -> Score:
    """Score predicted facts against those of the gold files.

    Rows are micro-averaged: true positives, false positives and false negatives are summed over all articles.
    Predictions for articles without a gold file are passed over.

    Parameters
    ----------
    gold_dir: folder with one NAME.json an article.
    predictions: by NAME, or one after the other and matched by the stem of their document.

    Raises ReadError, naming file and field, for a gold file or a prediction that does not hold what it should, and
    for two predictions of one article.

    Example
    -------
    >>> from graphbuild.samples import articles_folder
    >>> score = evaluate(articles_folder().with_name("gold"), [])
    >>> score.row("officers").recall
    0.0
    """
    gold = read_gold(gold_dir)
    predicted = _by_stem(gold, predictions)
    rows: dict[str, Row] = {}
    misses: list[Miss] = []
    for document, facts_of_gold in gold.items():
        given = predicted.get(document)
        both = compare(facts_of_gold, given.facts if given else NOTHING)
        findings = Findings(both, given.article if given else None, predicted=given is not None)
        for part in score_document(both):
            old = rows.get(part.row, Row(part.row, 0, 0, 0))
            rows[part.row] = Row(
                part.row,
                old.true_positives + part.true_positives,
                old.false_positives + part.false_positives,
                old.false_negatives + part.false_negatives,
            )
            misses += misses_of(document, part, findings)
    absent = tuple(sorted(gold.keys() - predicted.keys()))
    return Score(tuple(rows.values()), tuple(misses), len(gold), absent)


@dataclass(frozen=True, slots=True)
class _Given:
    """A prediction as facts, with the article where it came along."""

    facts: Facts
    article: Article | None


def _by_stem(
    gold: Mapping[str, Facts], predictions: Mapping[str, Prediction] | Iterable[Prediction]
) -> dict[str, _Given]:
    found: dict[str, _Given] = {}
    named = predictions.items() if isinstance(predictions, Mapping) else _named(predictions)
    for stem, prediction in named:
        if stem not in gold:
            continue
        where = f"prediction for {stem}"
        if stem in found:
            raise ReadError("there is a second one", where=where, do="give each article once")
        article = Article(prediction) if isinstance(prediction, Extraction) else None
        found[stem] = _Given(check_prediction(_plain(prediction), where), article)
    return found


def _plain(prediction: Prediction) -> Mapping[str, object]:
    if isinstance(prediction, Extraction):
        return facts(prediction).as_dict()
    return prediction.as_dict() if isinstance(prediction, DocumentFacts) else prediction


def _named(predictions: Iterable[Prediction]) -> Iterator[tuple[str, Prediction]]:
    for number, prediction in enumerate(predictions, 1):
        name = _document(prediction)
        if not isinstance(name, str):
            raise ReadError("field document: expected the article's name", where=f"prediction {number}", do=SHAPE)
        yield Path(name).stem, prediction


def _document(prediction: Prediction) -> object:
    if isinstance(prediction, Extraction):
        return prediction.document.id
    return prediction.document if isinstance(prediction, DocumentFacts) else prediction.get("document")
