"""Cutting a part out of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..model import EntityKind
from .part import NO_FACTS, Filters, Part, Sources
from .reading import events_among, node, period

if TYPE_CHECKING:
    import networkx as nx

Edge = tuple[str, str, str]
"""Source, target, key."""


def cut(graph: nx.MultiDiGraph[str], part: Part, sources: Sources | None = None) -> nx.MultiDiGraph[str]:
    """Return the part of `graph` as a graph of its own; `graph` stays as it is.

    An edge of which some claims are filtered out keeps the others, and counts their articles; its dates stay those of
    the whole edge. A node that the filters leave without an edge goes with its edges, but for those that the part is
    around, and events that are themselves of the types and the time asked for.

    Parameters
    ----------
    sources: where each claim stands, needed only to filter by source or confidence.

    Raises NotFoundError if `graph` has no node of an id in `part.around`, UsageError for a source of no article.

    Example
    -------
    >>> cut(graph, Part(Filters(relations="HOLDS"), around=("person/bui-hai-son",), hops=1))    # doctest: +SKIP
    <networkx.classes.multidigraph.MultiDiGraph object at ...>
    """
    import networkx as nx

    for id in part.around:
        node(graph, id)
    sieve = _Sieve(graph, part.only, sources or {})
    chosen = _chosen(graph, part, sieve)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from((id, graph.nodes[id]) for id in graph if id in chosen)
    for id in found:
        for _, target, key in graph.out_edges(id, keys=True):
            if target in chosen and (data := sieve.kept(id, target, key)):
                found.add_edge(id, target, key, **data)
    return found


def _chosen(graph: nx.MultiDiGraph[str], part: Part, sieve: _Sieve) -> set[str]:
    if part.hops is not None:
        chosen = _reached(graph, part.around, part.hops, sieve)
    elif part.only.of_edges:
        chosen = {id for edge in graph.edges(keys=True) if sieve.kept(*edge) for id in edge[:2]}
        chosen.update(id for id in graph if sieve.stands_alone(id))
    else:
        chosen = set(graph)
    if part.only.kinds:
        chosen = {id for id in chosen if graph.nodes[id]["kind"] in part.only.kinds}
    return chosen | set(part.around)


def _reached(graph: nx.MultiDiGraph[str], start: Iterable[str], hops: int, sieve: _Sieve) -> set[str]:
    ring = set(start)
    seen = set(ring)
    for _ in range(hops):
        ring = {other for id in ring for other in _beside(graph, id, sieve)} - seen
        seen |= ring
    return seen


def _beside(graph: nx.MultiDiGraph[str], id: str, sieve: _Sieve) -> Iterator[str]:
    for _, target, key in graph.out_edges(id, keys=True):
        if sieve.kept(id, target, key):
            yield target
    for source, _, key in graph.in_edges(id, keys=True):
        if sieve.kept(source, id, key):
            yield source


class _Sieve:
    """Says what the filters leave of an edge, and which events stand without one."""

    def __init__(self, graph: nx.MultiDiGraph[str], only: Filters, sources: Sources) -> None:
        self._graph = graph
        self._only = only
        self._sources = sources
        self._articles = only.of_sources(sources.values()) if only.sources else frozenset()

    def kept(self, source: str, target: str, key: str) -> Mapping[str, Any] | None:
        """What the edge carries in the part, None if the part does not have it."""
        data: Mapping[str, Any] = self._graph.edges[source, target, key]
        only, relation = self._only, data["relation"]
        if relation not in only.relations if only.relations else relation in NO_FACTS:
            return None
        if only.roles and data.get("role") not in only.roles:
            return None
        if only.types and not any(
            self._graph.nodes[id].get("type") in only.types for id in events_among(self._graph, source, target)
        ):
            return None
        if not only.of_time(*period(self._graph, source, target, data)):
            return None
        return self._with_fewer_claims(data) if only.of_claims else data

    def stands_alone(self, id: str) -> bool:
        """True for an event that the filters ask for by itself: by its type or date and nothing else."""
        only, data = self._only, self._graph.nodes[id]
        if data["kind"] != EntityKind.EVENT or only.relations or only.roles or only.of_claims:
            return False
        date = str(data.get("date", ""))
        return (not only.types or data.get("type") in only.types) and only.of_time(date, date)

    def _with_fewer_claims(self, data: Mapping[str, Any]) -> Mapping[str, Any] | None:
        known = {claim: self._sources[claim] for claim in data["claims"] if claim in self._sources}
        claims = {
            claim: where.document
            for claim, where in known.items()
            if where.confidence >= self._only.confidence
            if not self._only.sources or where.document in self._articles
        }
        if not claims:
            return None
        return {**data, "claims": tuple(claims), "count": min(data["count"], len(set(claims.values())))}
