"""Every format read back by the program that reads it, or its own parser, into one small form."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import networkx as nx

Fact = tuple[str, str, str]
"""Source, relation, target."""


@dataclass
class Back:
    """What a reader finds: names by id, facts, pairs in doubt, and all text in which sentences may stand."""

    names: dict[str, str]
    facts: list[Fact]
    doubts: list[tuple[str, str]] = field(default_factory=list)
    said: str = ""


def from_networkx(graph: nx.MultiDiGraph, said: str = "") -> Back:
    edges = [(source, data["relation"], target) for source, target, data in graph.edges(data=True)]
    return Back(
        {id: data["name"] for id, data in graph.nodes(data=True)},
        sorted(edge for edge in edges if edge[1] != "POSSIBLY_SAME"),
        [(source, target) for source, relation, target in edges if relation == "POSSIBLY_SAME"],
        said or "\n".join(str(data.get("evidence", "")) for _, _, data in graph.edges(data=True)),
    )


def graphml(path: Path) -> Back:
    return from_networkx(nx.read_graphml(path, force_multigraph=True))


def gexf(path: Path) -> Back:
    # networkx gives a simple graph where no two edges join the same two, and its edges no keys then.
    return from_networkx(nx.MultiDiGraph(nx.read_gexf(path)))


def node_link(path: Path) -> Back:
    graph = nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")
    quotes = graph.graph["evidence"].values()
    return from_networkx(graph, "\n".join(f"{quote['sentence']} {quote['url']}" for quote in quotes))


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(file, strict=True)]


def unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") else cell


def tables(folder: Path) -> Back:
    facts = [(row["source"], row["relation"], row["target"]) for row in table(folder / "edges.csv")]
    doubts = [(row["one"], row["other"]) for row in table(folder / "doubts.csv")]
    said = "\n".join(f"{row['sentence']} {row['address']}" for row in table(folder / "evidence.csv"))
    return Back({row["id"]: row["name"] for row in table(folder / "nodes.csv")}, sorted(facts), doubts, said)


def parquet(folder: Path) -> Back:
    with duckdb.connect() as connection:

        def rows(statement: str) -> list[tuple[str, ...]]:
            return connection.execute(statement.replace("@", f"{folder}/")).fetchall()

        facts = rows("SELECT source, relation, target FROM '@edges.parquet' ORDER BY ALL")
        said = rows(
            "SELECT sentence, url, d.id FROM '@edge_claims.parquet' JOIN '@claims.parquet' c ON claim = c.id"
            " JOIN '@documents.parquet' d ON document = d.id"
        )
        doubts = rows("SELECT a, b FROM '@doubtful.parquet'")
        names = dict(rows("SELECT id, name FROM '@entities.parquet'"))
    return Back(names, facts, doubts, "\n".join(map(" ".join, said)))


READERS: dict[str, Callable[[Path], Back]] = {
    "graphml": graphml,
    "gexf": gexf,
    "node-link": node_link,
    "csv": tables,
    "parquet": parquet,
}
