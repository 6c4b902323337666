"""Postings -> HOLDS edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Attribute, Edge
from .edges import make_edge
from .postings import Posting
from .ranks import SEPARATOR

if TYPE_CHECKING:
    from ..resources import Gazetteer


def posting_edges(postings: Iterable[Posting], gazetteer: Gazetteer) -> list[Edge]:
    """One edge a posting, in the order of the postings.

    Its key is 'title|status', with the first sighting behind it where a person has the post once more. Besides what
    every HOLDS edge carries (title, role, status, rank) an edge has, only where there is something to say: start,
    end, left_by, sole, predecessor, successor as `Posting` has them; acting; `seen`, every date on which the post
    was held, where there are more than first and last; `past_only`, where it is told of as a past one and no more.
    """
    keys: Counter[tuple[str, str, str]] = Counter()
    edges = []
    for posting in postings:
        edge = make_edge(posting.said, gazetteer, posting.status)
        keys[edge.source, edge.target, edge.key] += 1
        number = keys[edge.source, edge.target, edge.key]
        key = edge.key if number == 1 else f"{edge.key}|{posting.first or number}"
        attributes = {**edge.attributes, **_times(posting)}
        edges.append(replace(edge, key=key, attributes=attributes, first=posting.first, last=posting.last))
    return edges


def _times(posting: Posting) -> dict[str, Attribute]:
    several = set(posting.seen) != {date for date in (posting.first, posting.last) if date}
    found: dict[str, Attribute] = {
        "start": posting.start,
        "end": posting.end,
        "left_by": posting.left_by,
        "acting": posting.acting,
        "sole": posting.sole,
        "predecessor": posting.predecessor,
        "successor": posting.successor,
        "seen": SEPARATOR.join(posting.seen) if several else "",
        "past_only": bool(posting.first and not posting.seen),
    }
    return {name: value for name, value in found.items() if value}
