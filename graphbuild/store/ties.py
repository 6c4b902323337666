"""The graph as numbers: who is tied to whom. Steps and ways are found in it, and only what they lead to is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .reach import Ends, Reach

if TYPE_CHECKING:
    import duckdb
    import numpy as np
    from numpy.typing import NDArray

    from .reader import Reader

WRITTEN = (
    *(f"DELETE FROM {table}" for table in ("ties", "nodes", "behind", "articles")),
    "INSERT INTO nodes SELECT row_number() OVER (ORDER BY id) - 1, id, kind, name FROM entities ORDER BY id",
    """INSERT INTO ties
    WITH ends AS (
        SELECT n, a.place AS source, b.place AS target, relation, count
        FROM edges JOIN nodes a ON a.id = source JOIN nodes b ON b.id = target
    )
    SELECT source AS here, target AS there, n AS edge, TRUE AS onward, relation, count FROM ends
    UNION ALL SELECT target, source, n, FALSE, relation, count FROM ends
    ORDER BY here, there, edge, onward""",
    "INSERT INTO articles SELECT row_number() OVER (ORDER BY id) - 1, id FROM documents ORDER BY id",
    # A claim's id is its article's with its number, behind the last colon.
    """INSERT INTO behind
    WITH numbered AS (
        SELECT edge, claim, split_part(claim, ':', -1) AS number FROM edge_claims
    )
    SELECT edge, place AS article, number::INTEGER AS n
    FROM numbered JOIN articles ON id = left(claim, -1 - length(number))
    ORDER BY edge, article, n""",
)


def put_ties(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the ties of the entities and edges that the store has, in place of those of before."""
    for statement in WRITTEN:
        connection.execute(statement)


@dataclass(frozen=True, slots=True)
class Net:
    """Every tie of a graph in memory: 16 bytes each, two an edge, and one place an entity.

    Attributes
    ----------
    ids: of the entities, by place. starts: where the ties of each place begin, and behind the last of all their number.
    there: the other end of each tie. edges: the number of its edge. onward: whether it leads from source to target.
    """

    ids: NDArray[np.object_]
    starts: NDArray[np.int64]
    there: NDArray[np.int32]
    edges: NDArray[np.int32]
    onward: NDArray[np.bool_]

    def place(self, id: str) -> int:
        """The place of an id that there is."""
        return int(self.ids.searchsorted(id))

    def ties_of(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where in `there` and `edges` the ties of these places stand."""
        import numpy as np

        first = self.starts[places]
        many = self.starts[places + 1] - first
        before = np.concatenate([[0], many.cumsum()])
        return np.repeat(first - before[:-1], many) + np.arange(before[-1])

    def steps_from(self, start: int, end: int | None = None) -> NDArray[np.int32]:
        """How many steps each place is from `start`, -1 where no way leads; no farther than to `end`, if given."""
        import numpy as np

        away = np.full(len(self.ids), -1, dtype=np.int32)
        ring = np.array([start], dtype=np.int64)
        away[ring] = steps = 0
        while len(ring) and (end is None or away[end] < 0):
            steps += 1
            reached = self.there[self.ties_of(ring)]
            away[reached[away[reached] < 0]] = steps
            ring = (away == steps).nonzero()[0]
        return away

    def shortest_ways(self, a: str, b: str) -> Reach:
        """What lies on the shortest ways between two; the two alone where none joins them."""
        import numpy as np

        start, end = self.place(a), self.place(b)
        away = self.steps_from(start, end)
        on_way = Reach(frozenset((start, end)))
        ring = np.array([end], dtype=np.int64)
        for steps in range(away[end] - 1, -1, -1):
            ties = self.ties_of(ring)
            nearer = ties[away[self.there[ties]] == steps]
            ring = np.unique(self.there[nearer]).astype(np.int64)
            on_way = on_way.wider(ring.tolist(), self._ends(nearer))
        return on_way

    def among(self, places: NDArray[np.bool_]) -> Reach:
        """The places that are True, and the edges of which both ends are among them."""
        near = places.nonzero()[0]
        ties = self.ties_of(near)
        return Reach(frozenset(near.tolist()), self._ends(ties[places[self.there[ties]] & self.onward[ties]]))

    def _ends(self, ties: NDArray[np.int64]) -> Ends:
        """The edges of these ties."""
        import numpy as np

        here, there = self.starts.searchsorted(ties, "right") - 1, self.there[ties]
        onward = self.onward[ties]
        sources, targets = np.where(onward, here, there).tolist(), np.where(onward, there, here).tolist()
        return dict(zip(self.edges[ties].tolist(), zip(sources, targets, strict=True), strict=True))


def read_net(reader: Reader) -> Net:
    """Read every tie of the graph."""
    import numpy as np

    nodes = reader.columns("SELECT id FROM nodes ORDER BY place")
    # They come as they were written, those of a place together.
    ties = reader.columns("SELECT here, there, edge, onward FROM ties")
    many = np.bincount(ties["here"], minlength=len(nodes["id"]))
    return Net(nodes["id"], np.concatenate([[0], many.cumsum()]), ties["there"], ties["edge"], ties["onward"])
