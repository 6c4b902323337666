"""graphbuild export"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .filters import filtered
from .options import OUTPUT, GraphFolder
from .output import print_table, say_moved

if TYPE_CHECKING:
    from graphbuild.graph import Filters


@filtered
def export(
    only: Filters,
    format: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="Without it, the formats are listed.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="PATH", help="By default export.… in the folder of the graph."),
    ] = None,
    around: Annotated[str | None, typer.Option("--around", metavar="ENTITY", help="Name or id in the middle.")] = None,
    hops: Annotated[
        int | None, typer.Option("--hops", min=1, help="How many steps around it, 2 unless told.", show_default=False)
    ] = None,
    graph: GraphFolder = OUTPUT,
) -> None:
    """Write the graph, or a part of it, for another program.

    graphml, gexf (Gephi); node-link (networkx, D3); csv (Excel); parquet (DuckDB, R); neo4j,
    cypher (Neo4j); ftm (Aleph); jsonld, turtle (linked data with PROV);
    timeline (TimelineJS).

    Ids, dates and the sentences behind each
    fact are kept where the format has room for them. Pairs that may be one are kept as such and never as a fact, or
    left out.
    """
    from graphbuild.errors import UsageError
    from graphbuild.exporters.formats import FORMATS, format_of

    if format is None:
        print_table(
            ("format", "written to", "opened by"), [(one.name, one.file, one.opens) for one in FORMATS.values()]
        )
        return
    chosen = format_of(format)
    if hops and around is None:
        raise UsageError("--hops needs something to begin at", do="name a person, unit, event or place with --around")
    from graphbuild.building.exporting import export as write
    from graphbuild.building.nearby import open_around

    opened, id = open_around(graph, around, hops or 2, only)
    say_moved(opened, *filter(None, (around,)))
    written = write(opened, chosen.name, out or graph / chosen.file, id, hops or 2, only)
    title = "the whole graph" if written.title == "graphbuild" else written.title
    print(f"{written.path}: {title}, {written.nodes} nodes, {written.edges} edges")
    for note in written.notes:
        print(note)
