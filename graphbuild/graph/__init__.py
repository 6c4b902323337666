"""Building the MultiDiGraph and the questions asked of it. Importing this package imports nothing else.

A question that has the name of its module is imported from there: `from graphbuild.graph.path import path`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .as_of import Certainty, Chart, Holder
    from .build import build_graph
    from .cards import card
    from .diff import Change, Diff, Difference
    from .doubts import facts_of, with_doubts
    from .events import Held
    from .finder import Grade, Hit, Row
    from .gaps import Gap
    from .measures import Community, Measure, Ranked, communities, top
    from .neighbours import Neighbour
    from .opened import Graph
    from .part import Filters, Part
    from .path import Path, Step, paths
    from .reading import edges_between, rows
    from .records import (
        Contradiction,
        EventCard,
        Link,
        Node,
        PersonCard,
        PlaceCard,
        PossiblySame,
        RankOn,
        Tenure,
        UnitCard,
    )
    from .search import SearchIndex, find_one
    from .shown import Shown
    from .stats import Stats
    from .timeline import TimelineRow, timeline_of_two
    from .together import Together

__all__ = [
    "Certainty",
    "Change",
    "Chart",
    "Community",
    "Contradiction",
    "Diff",
    "Difference",
    "EventCard",
    "Filters",
    "Gap",
    "Grade",
    "Graph",
    "Held",
    "Hit",
    "Holder",
    "Link",
    "Measure",
    "Neighbour",
    "Node",
    "Part",
    "Path",
    "PersonCard",
    "PlaceCard",
    "PossiblySame",
    "RankOn",
    "Ranked",
    "Row",
    "SearchIndex",
    "Shown",
    "Stats",
    "Step",
    "Tenure",
    "TimelineRow",
    "Together",
    "UnitCard",
    "build_graph",
    "card",
    "communities",
    "edges_between",
    "facts_of",
    "find_one",
    "paths",
    "rows",
    "timeline_of_two",
    "top",
    "with_doubts",
]

_HOMES = {
    "Certainty": "as_of",
    "Change": "diff",
    "Chart": "as_of",
    "Community": "measures",
    "Contradiction": "records",
    "Diff": "diff",
    "Difference": "diff",
    "EventCard": "records",
    "Filters": "part",
    "Gap": "gaps",
    "Grade": "finder",
    "Graph": "opened",
    "Held": "events",
    "Hit": "finder",
    "Holder": "as_of",
    "Link": "records",
    "Measure": "measures",
    "Neighbour": "neighbours",
    "Node": "records",
    "Part": "part",
    "Path": "path",
    "PersonCard": "records",
    "PlaceCard": "records",
    "PossiblySame": "records",
    "RankOn": "records",
    "Ranked": "measures",
    "Row": "finder",
    "SearchIndex": "search",
    "Shown": "shown",
    "Stats": "stats",
    "Step": "path",
    "Tenure": "records",
    "TimelineRow": "timeline",
    "Together": "together",
    "UnitCard": "records",
    "build_graph": "build",
    "card": "cards",
    "communities": "measures",
    "edges_between": "reading",
    "facts_of": "doubts",
    "find_one": "search",
    "paths": "path",
    "rows": "reading",
    "timeline_of_two": "timeline",
    "top": "measures",
    "with_doubts": "doubts",
}
"""Name -> its module, imported on first use: whoever searches a name needs nothing of paths and measures."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'graphbuild.graph' has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
