"""Building the MultiDiGraph and the questions asked of it. Importing this package does not import networkx."""

from .as_of import Certainty, Chart, Holder, as_of
from .build import build_graph
from .cards import card
from .commanders import commanders
from .cut import cut
from .diff import Change, Diff, Difference, diff
from .doubts import facts_of, with_doubts
from .events import Held, events
from .gaps import Gap, gaps
from .measures import Community, Measure, Ranked, communities, top
from .neighbours import Neighbour, neighbours
from .opened import Graph
from .part import Filters, Part
from .path import Path, Step, path, paths
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
from .search import Grade, Hit, Row, SearchIndex, find_one, search
from .shown import Shown
from .stats import Stats, stats
from .timeline import TimelineRow, timeline, timeline_of_two
from .together import Together, together

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
    "as_of",
    "build_graph",
    "card",
    "commanders",
    "communities",
    "cut",
    "diff",
    "edges_between",
    "events",
    "facts_of",
    "find_one",
    "gaps",
    "neighbours",
    "path",
    "paths",
    "rows",
    "search",
    "stats",
    "timeline",
    "timeline_of_two",
    "together",
    "top",
    "with_doubts",
]
