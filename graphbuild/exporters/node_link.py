"""Node-link JSON: for networkx, D3 and whatever reads JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from .content import Content


def write(content: Content, path: Path) -> None:
    """Write what `networkx.node_link_graph(..., edges="edges")` reads back as the same graph.

    The sentences are in the graph's own attribute `evidence`, by the ids of the claims that each edge names.
    """
    quotes = {claim: asdict(content.quotes[claim]) for claim in sorted(content.quotes)}
    for quote in quotes.values():
        del quote["claim"]
    nodes = (
        {
            "id": one.id,
            "kind": one.kind,
            "name": one.name,
            "aliases": one.aliases,
            **one.attributes,
            "articles": one.articles,
        }
        for one in content.entries()
    )
    edges = (
        {
            "source": link.source.id,
            "target": link.target.id,
            "key": f"{link.relation}|{link.key}",
            "relation": link.relation,
            **link.attributes,
            "claims": link.claims,
            "count": link.count,
            "first": link.first,
            "last": link.last,
        }
        for links in (content.facts(), content.doubts())
        for link in links
    )
    about = {"title": content.title, "evidence": quotes}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"directed": true, "multigraph": true, "graph": {_json(about)},\n"nodes": [\n')
        file.write(",\n".join(map(_json, nodes)))
        file.write('\n],\n"edges": [\n')
        file.write(",\n".join(map(_json, edges)))
        file.write("\n]}\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
