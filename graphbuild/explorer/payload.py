"""What the page knows, as compact columns of JSON; the JavaScript side of it is assets/js/model/columns.js.

`make_payload` gives the element `columns`, read when the page opens, and the chunks of evidence, each an element of
its own that is read on demand. Nodes are numbered in the order of their ids, edges in the order of (source id,
target id, key), articles in the order of their first use; `n`, `m` and `k` are how many there are.

    columns = {
      "nodes":     {"count": n, "id", "name", "kind", "aliases", "articles", "group", "attributes": {name: column}},
      "edges":     {"count": m, "source", "target", "relation", "articles", "claims", "first", "last", "confidence",
                    "sources", "quotes", "attributes": {name: column}},
      "articles":  {"count": k, "document", "title", "address", "published", "publisher"},
      "rules":     [name, ...],
      "conflicts": [{"kind", "about": node, "sides": [{"words", "date", "quote"}, {...}]}, ...],
      "vocabulary": {"ranks": those of the graph, the highest first, "abbreviations": {key: key of the words it means}},
      "chunks":    {"quotes": rows of a chunk, "sentences": rows of a chunk, "folder": "" or where the chunks are},
    }

nodes.group: the community of each node, only in a graph that is shown by its groups. nodes.articles: how many
articles name the node. edges.articles: how many say it (a caption that repeats its article does not count);
edges.claims: how many claims are behind it, with a quote or without. edges.sources: numbers of the articles of its
quotes; edges.confidence: the greatest of its quotes' in per cent, 0 if there is no quote; edges.quotes: how many quotes
it has. Quotes are numbered on through all edges, then come those of the conflicts' sides; "quote" is -1 where a side
has none. Attributes are all that the graph's nodes and edges carry besides these: rank, ranks, type, date, ...; title,
role, status, start, end, seen, ...; likelihood, reasons where two are only possibly the same.

A column is one of
    {"plain": [value, ...]}                 a value on each row
    {"values": [v1, v2, ...], "at": [...]}  on each row 0 for none or the place in `values`, counted from 1
    {"type": "date", ...}                   the same, where values are yyyymmdd; 00 where month or day are unknown
    {..., "rows": [...], "at": [...]}       the same, for these rows only, ascending; the others have none
    {"counts": [...], "items": [...]}       a list on each row

Chunks: 'quotes-3' holds quotes 3 * chunks.quotes and on, as equally long lists "sentence", "start", "end" (the words
that carry the claim, in UTF-16 code units, as the browser's strings count), "rule", "confidence" (per cent);
'sentences-3' the sentences from 3 * chunks.sentences on, as "article", "text", "caption" (1 for a photo's caption).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import Conflict, Quote
from .columns import Column, attributes, dictionary, ragged
from .evidence import QUOTES, SENTENCES, AnyEvidence, Evidence
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from .table import GraphTable

NODE_OWN = frozenset({"kind", "name", "aliases", "members"})
EDGE_OWN = frozenset({"relation", "claims", "count", "first", "last"})


@dataclass(frozen=True, slots=True)
class Payload:
    """The page's data: `columns`, and name and content of every chunk of evidence."""

    columns: dict[str, Any]
    chunks: Iterable[tuple[str, Column]]


def make_payload(
    table: GraphTable,
    quotes: Mapping[str, Quote],
    conflicts: Sequence[Conflict] = (),
    groups: Sequence[int] = (),
) -> Payload:
    """Return the page's data for a graph as described above.

    Parameters
    ----------
    quotes: quote by claim id, for the claims of the edges and the conflicts; others are not written.
    conflicts: as resolution found them; those about a node that the graph does not have are left out.
    groups: of the nodes in the order of their ids, for a graph that is shown by its groups.

    Example
    -------
    >>> import networkx as nx
    >>> from graphbuild.explorer.table import read_table
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("unit/quan-khu-6", kind="unit", name="Quân khu 6", aliases=(), members=(), level=95)
    >>> make_payload(read_table(graph), {}).columns["nodes"]["attributes"]
    {'level': {'values': [95], 'at': [1]}}
    """
    made = payload_of(table, Evidence(quotes), conflicts, groups)
    return Payload(made.columns, tuple(made.chunks))


def payload_of(
    table: GraphTable, evidence: AnyEvidence, conflicts: Sequence[Conflict] = (), groups: Sequence[int] = ()
) -> Payload:
    """What `make_payload` returns, for who has looked up the evidence; the chunks are made as they are taken."""
    edges = _edges(table, evidence)
    number = {id: place for place, id in enumerate(table.ids)} if conflicts else {}
    clashes = [_conflict(one, number[one.about], evidence) for one in conflicts if one.about in number]
    articles = evidence.articles()
    return Payload(
        {
            "nodes": _nodes(table) | ({"group": {"plain": list(groups)}} if groups else {}),
            "edges": edges,
            "articles": {"count": len(articles["document"]["plain"]), **articles},
            "rules": evidence.rules(),
            "conflicts": clashes,
            "vocabulary": vocabulary(node["rank"] for node in table.nodes if node.get("rank")),
            "chunks": {"quotes": QUOTES, "sentences": SENTENCES, "folder": ""},
        },
        evidence.chunks(),
    )


def _nodes(table: GraphTable) -> dict[str, Any]:
    return {
        "count": len(table),
        "id": {"plain": list(table.ids)},
        "name": {"plain": [node["name"] for node in table.nodes]},
        "kind": dictionary([node["kind"] for node in table.nodes]),
        "aliases": ragged([node.get("aliases") or () for node in table.nodes]),
        "articles": {"plain": list(table.articles)},
        "attributes": attributes(table.nodes, NODE_OWN),
    }


def _edges(table: GraphTable, evidence: AnyEvidence) -> dict[str, Any]:
    records = [data for _, _, data in table.edges]
    counts, sources, confidence = [], [], []
    for record in records:
        before = evidence.quotes
        articles, sure = evidence.add(record.get("claims") or ())
        counts.append(evidence.quotes - before)
        sources.append(articles)
        confidence.append(sure)
    return {
        "count": len(records),
        "source": {"plain": [source for source, _, _ in table.edges]},
        "target": {"plain": [target for _, target, _ in table.edges]},
        "relation": dictionary([record["relation"] for record in records]),
        "articles": dictionary([record.get("count", 0) for record in records]),
        "claims": dictionary([len(record.get("claims") or ()) for record in records]),
        "first": dictionary([record.get("first", "") for record in records]),
        "last": dictionary([record.get("last", "") for record in records]),
        "confidence": dictionary(confidence),
        "sources": ragged(sources),
        "quotes": dictionary(counts),
        "attributes": attributes(records, EDGE_OWN),
    }


def _conflict(conflict: Conflict, about: int, evidence: AnyEvidence) -> dict[str, Any]:
    sides = []
    for side in (conflict.one, conflict.other):
        place = evidence.quotes
        evidence.add([side.claim])
        quote = place if evidence.quotes > place else -1
        sides.append({"words": side.words, "date": side.date, "quote": quote})
    return {"kind": str(conflict.kind), "about": about, "sides": sides}
