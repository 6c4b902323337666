"""Small graphs written edge by edge, where a test is about the question and not about how the graph came to be."""

from __future__ import annotations

import networkx as nx

from graphbuild.graph import build_graph
from graphbuild.model import Attribute, Edge, Entity, EntityKind, Relation


def entity(id: str, **attributes: Attribute) -> Entity:
    kind, _, name = id.partition("/")
    return Entity(id, EntityKind(kind), name.title(), (), attributes)


def edge(
    source: str, relation: str, target: str, key: str = "", *, count: int = 1, dates: str = "", **more: Attribute
) -> Edge:
    """`dates` are the first and last sighting, 'A' or 'A B'."""
    first, _, last = dates.partition(" ")
    claims = tuple(f"{source} {target} {key} {n}" for n in range(count))
    return Edge(source, target, Relation(relation), key, more, claims, count, first, last or first)


def post(person: str, unit: str, dates: str, title: str = "Tư lệnh", **more: Attribute) -> Edge:
    """A posting that one person holds at a time."""
    known: dict[str, Attribute] = {"title": title, "role": "commander", "status": "current", "sole": title}
    return edge(f"person/{person}", "HOLDS", f"unit/{unit}", f"{title}|{dates}", dates=dates, **{**known, **more})


def at(who: str, event: str, role: str = "attends", count: int = 1) -> Edge:
    return edge(who, "PARTICIPATES", f"event/{event}", role, count=count, role=role)


def graph(*edges: Edge, **events: str) -> nx.MultiDiGraph[str]:
    """The graph of the edges with the nodes they name; `events` are the dates of events by name."""
    ids = {end for one in edges for end in (one.source, one.target)} | {f"event/{name}" for name in events}
    known = {f"event/{name}": date for name, date in events.items()}
    return build_graph([entity(id, **({"date": known[id]} if id in known else {})) for id in sorted(ids)], edges)
