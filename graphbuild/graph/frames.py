"""The graph as pandas data frames, where pandas is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import need_package
from .reading import OWN

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def nodes_frame(graph: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """One row a node: id, kind, name, aliases, members and a column an attribute.

    Raises UsageError if pandas is not installed.
    """
    need_package("pandas", "data frames", "notebook")
    import pandas as pd

    return pd.DataFrame([{"id": id, **data} for id, data in graph.nodes(data=True)])


def edges_frame(graph: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """One row an edge: source, target, relation, key, claims, ... and a column an attribute.

    Raises UsageError if pandas is not installed.
    """
    need_package("pandas", "data frames", "notebook")
    import pandas as pd

    return pd.DataFrame(
        [
            {"source": source, "target": target, "relation": data["relation"], "key": key.partition("|")[2]}
            | {name: data[name] for name in sorted(OWN - {"relation"})}
            | {name: value for name, value in data.items() if name not in OWN}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ]
    )
