"""Training: marked sentences in, weights out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import Adam, fix_random_seed

from ..pipeline.load import blank_pipeline
from ..pipeline.statistical import ARCHITECTURE, LABELS
from .examples import Marked

DROPOUT = 0.25
LEARN_RATE = 0.001


def train(
    sentences: Sequence[Marked],
    *,
    epochs: int,
    seed: int,
    batch: int = 64,
    tell: Callable[[int, float], None] | None = None,
) -> bytes:
    """Train spaCy's `ner` on the sentences; on one machine the same sentences and seed give the same bytes.

    Parameters
    ----------
    sentences: at least one with each label.
    epochs: how often each sentence is seen.
    seed: of the first weights, of the order and of dropout.
    batch: sentences that are learnt from at once.
    tell: told the number of the epoch and its loss.
    """
    fix_random_seed(seed)
    chance = Random(seed)
    nlp = blank_pipeline()
    recogniser: Any = nlp.add_pipe("ner", config={"model": ARCHITECTURE})
    for label in LABELS:
        recogniser.add_label(label)
    examples = [_example(nlp, sentence) for sentence in sentences]
    optimizer = Adam(LEARN_RATE, L2=0.01, grad_clip=1.0, use_averages=True)
    nlp.initialize(lambda: examples[:200], sgd=optimizer)
    for epoch in range(1, epochs + 1):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for first in range(0, len(examples), batch):
            nlp.update(examples[first : first + batch], drop=DROPOUT, sgd=optimizer, losses=losses)
        if tell:
            tell(epoch, losses["ner"])
    with recogniser.model.use_params(optimizer.averages or {}):
        weights: bytes = recogniser.to_bytes(exclude=["vocab"])
    return weights


def _example(nlp: Language, sentence: Marked) -> Example:
    gold = nlp.make_doc(sentence.text)
    spans = [gold.char_span(start, end, label, alignment_mode="expand") for start, end, label in sentence.names]
    gold.set_ents(filter_spans([span for span in spans if span is not None]))
    return Example(nlp.make_doc(sentence.text), gold)
