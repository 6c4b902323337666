"""The formats: their names, what they are written to, and what opens them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError

if TYPE_CHECKING:
    from .content import Content


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export.

    Attributes
    ----------
    file: the name that an export has by default; that of a folder where `folder` is true.
    opens: what opens it, in words. module: where its `write` is.
    quotes: whether it has room for the sentences. doubts: whether it has room for pairs that may be one, as such.
    """

    name: str
    file: str
    opens: str
    module: str
    folder: bool = False
    quotes: bool = True
    doubts: bool = True

    def write(self, content: Content, path: Path) -> tuple[str, ...]:
        """Write `content` to `path`: to a file that is not there yet, or into an empty folder.

        Returns what there is to say of it, such as what had to be left out. Raises OSError if it cannot be written,
        UsageError for content that the format cannot tell anything of.
        """
        # A module is imported when its format is asked for: together they take a while.
        writer: Callable[[Content, Path], tuple[str, ...] | None] = import_module(f".{self.module}", __package__).write
        return writer(content, path) or ()


FORMATS = {
    one.name: one
    for one in (
        Format("graphml", "export.graphml", "Gephi, yEd, Cytoscape, igraph, networkx", "graphml", doubts=False),
        Format("gexf", "export.gexf", "Gephi, with its timeline; networkx", "gexf", doubts=False),
        Format("node-link", "export.json", "networkx, D3", "node_link"),
        Format("csv", "export-csv", "Excel, LibreOffice, R, pandas", "tables", folder=True),
        Format("parquet", "export-parquet", "DuckDB, R, pandas, Polars", "parquet", folder=True),
        Format("neo4j", "export-neo4j", "neo4j-admin database import", "neo4j", folder=True),
        Format("cypher", "export.cypher", "Neo4j and other graph databases", "cypher"),
        Format("ftm", "export.ftm.json", "Aleph, and what reads FollowTheMoney", "ftm"),
        Format("jsonld", "export.jsonld", "linked data with PROV, as JSON", "jsonld"),
        Format("turtle", "export.ttl", "linked data with PROV, to be read", "turtle"),
        Format("timeline", "export-timeline.json", "TimelineJS", "timeline", doubts=False),
    )
}
"""Every format by its name."""


def format_of(name: str) -> Format:
    """The format of this name, in any case. Raises UsageError, with the names there are, for another.

    >>> format_of("GraphML").file
    'export.graphml'
    """
    from ..graph.asked import in_short

    if found := FORMATS.get(name.casefold()):
        return found
    raise UsageError(f"no such format: {in_short(name)}", do=f"choose from {', '.join(FORMATS)}")
