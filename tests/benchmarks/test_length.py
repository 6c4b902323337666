"""An article may be as long as it likes: a word of it costs no more than a word of a short one."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from graphbuild.claims import extract
from graphbuild.pipeline import load_pipeline
from graphbuild.readers import Item, find_items, read_item, read_text
from graphbuild.samples import articles_folder

TIMES = (4, 16, 64)
DEARER = 1.4
"""What a word may cost at most in the longest article against the shortest; a square would make it sixteenfold."""

TRIES = 4
"""Other programs take the processor's memory from a long article first, so one good measurement tells how it grows."""


@pytest.mark.benchmark
def test_a_word_costs_the_same_in_an_article_of_any_length() -> None:
    nlp = load_pipeline()
    items = [item for item in find_items([articles_folder()]) if isinstance(item, Item)]
    text = "\n".join(read_item(item).text for item in items[:3])
    _seconds(nlp, text, 1)
    measured = []
    for _ in range(TRIES):
        cost = {times: _seconds(nlp, text, times) / times for times in TIMES}
        if cost[TIMES[-1]] <= DEARER * cost[TIMES[0]]:
            return
        measured.append({times: round(seconds, 4) for times, seconds in cost.items()})
    pytest.fail(f"seconds of one text, by how often it is repeated: {measured}")


def _seconds(nlp: Language, text: str, times: int) -> float:
    """Processor time of the whole way from the text to the claims, the best of three."""
    long = "\n".join([text] * times)
    spent = []
    for _ in range(3):
        start = time.process_time()
        extract(read_text(long), nlp)
        spent.append(time.process_time() - start)
    return min(spent)
