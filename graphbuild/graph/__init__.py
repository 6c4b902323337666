"""Building the MultiDiGraph and the questions asked of it. Importing this package does not import networkx."""

from .as_of import Certainty, Chart, Holder, as_of
from .build import build_graph
from .cards import card
from .diff import Change, Diff, Difference, diff
from .doubts import facts_of, with_doubts
from .neighbours import neighbours
from .opened import Graph
from .path import path
from .reading import edges_between, rows
from .records import (
    Contradiction,
    EventCard,
    Link,
    Neighbour,
    Node,
    Path,
    PersonCard,
    PlaceCard,
    PossiblySame,
    RankOn,
    Stats,
    Step,
    TimelineRow,
    UnitCard,
)
from .search import Grade, Hit, Row, SearchIndex, find_one, search
from .stats import stats
from .timeline import timeline

__all__ = [
    "Certainty",
    "Change",
    "Chart",
    "Contradiction",
    "Diff",
    "Difference",
    "EventCard",
    "Grade",
    "Graph",
    "Hit",
    "Holder",
    "Link",
    "Neighbour",
    "Node",
    "Path",
    "PersonCard",
    "PlaceCard",
    "PossiblySame",
    "RankOn",
    "Row",
    "SearchIndex",
    "Stats",
    "Step",
    "TimelineRow",
    "UnitCard",
    "as_of",
    "build_graph",
    "card",
    "diff",
    "edges_between",
    "facts_of",
    "find_one",
    "neighbours",
    "path",
    "rows",
    "search",
    "stats",
    "timeline",
    "with_doubts",
]
