"""Sentences with slots: 'Gia đình {person} ở {place}'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

SLOT = re.compile(r"\{(\w+)\}")
"""'{person}'."""


def pieces(template: str) -> Iterator[tuple[str, str]]:
    """(words, '') and ('', name of a slot), in order.

    >>> list(pieces("Theo {person}."))
    [('Theo ', ''), ('', 'person'), ('.', '')]
    """
    end = 0
    for slot in SLOT.finditer(template):
        yield template[end : slot.start()], ""
        yield "", slot[1]
        end = slot.end()
    yield template[end:], ""


def fill(template: str, drawn: Mapping[str, Callable[[], str]]) -> str:
    """The template with each slot filled by what is drawn for it."""
    return "".join(drawn[slot]() if slot else words for words, slot in pieces(template))
