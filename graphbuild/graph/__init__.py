"""Building the MultiDiGraph and the questions asked of it. Importing this package does not import networkx."""

from .as_of import Certainty, Chart, Holder, as_of
from .build import build_graph
from .cards import card
from .conflicts import Contradiction
from .cut import cut
from .diff import Change, Diff, Difference, diff
from .neighbours import neighbours
from .opened import Graph
from .part import Filters, Part
from .path import path
from .reading import edges_between, rows
from .records import (
    EventCard,
    Link,
    Neighbour,
    Node,
    Path,
    PersonCard,
    PlaceCard,
    RankOn,
    Stats,
    Step,
    TimelineRow,
    UnitCard,
)
from .search import Grade, Hit, Row, SearchIndex, find_one, search
from .shown import Shown
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
    "Filters",
    "Grade",
    "Graph",
    "Hit",
    "Holder",
    "Link",
    "Neighbour",
    "Node",
    "Part",
    "Path",
    "PersonCard",
    "PlaceCard",
    "RankOn",
    "Row",
    "SearchIndex",
    "Shown",
    "Stats",
    "Step",
    "TimelineRow",
    "UnitCard",
    "as_of",
    "build_graph",
    "card",
    "cut",
    "diff",
    "edges_between",
    "find_one",
    "neighbours",
    "path",
    "rows",
    "search",
    "stats",
    "timeline",
]
