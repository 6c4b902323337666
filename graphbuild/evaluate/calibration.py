"""How often claims are right that say how sure they are: stated confidence against the gold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from ..claims import facts
from ..model import Extraction
from .comparison import compare
from .judging import Judgement, judge
from .reading import check_prediction, read_gold

BORDERS = (0.6, 0.7, 0.8, 0.9, 0.95)
"""Where one bin of stated confidence ends and the next begins; a border belongs to the bin above it."""

ALL = "all"
"""The kind under which claims of all kinds are counted."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of one kind that state about the same confidence.

    Attributes
    ----------
    kind: what is claimed; `ALL` for every kind together.
    low, high: the bin's borders, `high` exclusive; 0 and 1 at the ends, 1 inclusive.
    claims: how many there are.
    stated: their mean confidence, 0 to 1.
    right: the share that the gold agrees with, 0 to 1.

    >>> Bin("rank", 0.95, 1, 20, 0.97, 0.9).label
    '>= 0.95'
    """

    kind: str
    low: float
    high: float
    claims: int
    stated: float
    right: float

    @property
    def label(self) -> str:
        """The bin in words."""
        if self.low == 0:
            return f"< {self.high:g}"
        return f">= {self.low:g}" if self.high == 1 else f"{self.low:g} to {self.high:g}"


def calibration(gold_dir: str | Path, extractions: Iterable[Extraction]) -> tuple[Bin, ...]:
    """Bin the claims of articles by kind and by the confidence they state, and count how many of them are right.

    Every claim is judged alone: of two that say the same, both are right. Claims that the gold could not decide are
    left out: units at events, ranks of persons whose rank it does not give.

    Parameters
    ----------
    gold_dir: folder with one NAME.json an article.
    extractions: articles as the pipeline reads them; those without a gold file are passed over.

    Raises ReadError as `evaluate` does.

    Example
    -------
    >>> from graphbuild.samples import articles_folder
    >>> calibration(articles_folder().with_name("gold"), [])
    ()
    """
    gold = read_gold(gold_dir)
    judged: list[Judgement] = []
    for extraction in extractions:
        document = extraction.document.id
        stem = Path(document).stem
        if stem in gold:
            predicted = check_prediction(facts(extraction).as_dict(), f"prediction for {stem}")
            judged += judge(extraction.claims, compare(gold[stem], predicted))
    kinds = sorted({one.kind for one in judged})
    everything = [replace(one, kind=ALL) for one in judged]
    return (*_binned(ALL, everything), *(line for kind in kinds for line in _binned(kind, judged)))


def _binned(kind: str, judged: Iterable[Judgement]) -> Iterator[Bin]:
    bins: dict[int, list[Judgement]] = {}
    for one in judged:
        if one.kind == kind:
            bins.setdefault(bisect_right(BORDERS, one.confidence), []).append(one)
    borders = (0.0, *BORDERS, 1.0)
    for number, claims in sorted(bins.items()):
        stated = fmean(one.confidence for one in claims)
        right = fmean(one.right for one in claims)
        yield Bin(kind, borders[number], borders[number + 1], len(claims), stated, right)
