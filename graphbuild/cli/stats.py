"""graphbuild stats"""

from __future__ import annotations

from .options import OUTPUT, AsJson, GraphFolder
from .output import period, print_json, print_section, print_table
from .views import say_if_older


def stats(graph: GraphFolder = OUTPUT, as_json: AsJson = False) -> None:
    """Show the graph in numbers; say if its page is older than it."""
    from graphbuild.building.opening import open_graph

    found = open_graph(graph).stats()
    say_if_older(graph)
    if as_json:
        print_json(found)
        return
    counts = [("articles", found.articles), ("nodes", found.nodes), ("edges", found.edges)]
    print_table(("what", "how many"), [*counts, ("dates", period(found.first, found.last))])
    print_section("Nodes", ("kind", "how many"), list(found.kinds.items()))
    print_section("Edges", ("relation", "how many"), list(found.relations.items()))
    connected = [(one.node.name, one.node.kind, one.edges, one.node.id) for one in found.most_connected]
    print_section("Most connected", ("name", "kind", "edges", "id"), connected)
