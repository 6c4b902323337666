"""Building the MultiDiGraph and the questions asked of it. Importing this package does not import networkx."""

from .build import build_graph
from .cards import card
from .neighbours import neighbours
from .opened import Graph
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
from .stats import stats
from .timeline import timeline

__all__ = [
    "EventCard",
    "Grade",
    "Graph",
    "Hit",
    "Link",
    "Neighbour",
    "Node",
    "Path",
    "PersonCard",
    "PlaceCard",
    "RankOn",
    "Row",
    "SearchIndex",
    "Stats",
    "Step",
    "TimelineRow",
    "UnitCard",
    "build_graph",
    "card",
    "edges_between",
    "find_one",
    "neighbours",
    "path",
    "rows",
    "search",
    "stats",
    "timeline",
]
