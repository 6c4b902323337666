"""Words of the gazetteer that the page needs: what abbreviations mean, and which rank is above which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..resources import load_gazetteer
from ..text import search_key


def vocabulary(ranks: Iterable[str]) -> dict[str, Any]:
    """Return the payload's part `vocabulary` for a graph that has `ranks`; payload.py tells how it is written.

    Ranks that the gazetteer does not know come last.

    >>> vocabulary(["Đại tá", "Thiếu tướng", "Đại tá"])["ranks"]
    ['Thiếu tướng', 'Đại tá']
    >>> vocabulary([])["abbreviations"]["bchqs"]
    'ban chi huy quan su'
    """
    gazetteer = load_gazetteer()
    spelled = {search_key(one.short): search_key(one.expansion) for one in gazetteer.abbreviations}
    return {
        "ranks": sorted(set(ranks), key=lambda rank: (-(gazetteer.rank_order(rank) or 0), rank)),
        # "QP-AN" is two words to the search, and each alone means nothing.
        "abbreviations": {short: words for short, words in sorted(spelled.items()) if " " not in short},
    }
