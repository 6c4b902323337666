"""Every format read back by the program that reads it, or its own parser, into one small form."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import networkx as nx
import ocg
import rdflib
from rdflib import RDF, RDFS

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
    return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell


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


def imported(file: Path) -> list[dict[str, object]]:
    """The rows of a file as `neo4j-admin database import` takes them: typed by its header, empty cells left out."""
    with file.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream, strict=True)
    assert all(len(row) == len(header) for row in rows)
    return [{name: typed(name, cell) for name, cell in zip(header, row, strict=True) if cell} for row in rows]


def typed(column: str, cell: str) -> object:
    kinds = {"long": int, "double": float, "boolean": {"true": True, "false": False}.__getitem__}
    name, _, kind = column.partition(":")
    # Labels are parted by the delimiter of lists, too.
    return cell.split("\x1f") if kind in ("string[]", "LABEL") else kinds.get(kind, str)(cell) if name else cell


def neo4j(folder: Path) -> Back:
    relations = [
        (row[":START_ID(Entity)"], row[":TYPE"], row[":END_ID(Entity)"]) for row in imported(folder / "relations.csv")
    ]
    articles = {row["id:ID(Article)"]: row for row in imported(folder / "articles.csv")}
    claims = {row["id:ID(Claim)"]: row for row in imported(folder / "claims.csv")}
    said = [
        f"{claims[row[':START_ID(Claim)']]['sentence']} {articles[row[':END_ID(Article)']].get('url', '')} {row[':END_ID(Article)']}"
        for row in imported(folder / "said_in.csv")
    ]
    names = {row["id:ID(Entity)"]: row["name"] for row in imported(folder / "entities.csv")}
    assert {end for source, _, target in relations for end in (source, target)} <= names.keys()
    return of_relations(names, relations, "\n".join(said))


def of_relations(names: dict[str, str], relations: list[Fact], said: str) -> Back:
    facts = sorted(one for one in relations if one[1] != "POSSIBLY_SAME")
    return Back(names, facts, [(a, b) for a, relation, b in relations if relation == "POSSIBLY_SAME"], said)


def cypher(path: Path) -> Back:
    database = ocg.Graph()
    for statement in path.read_text("utf-8").removesuffix(";\n").split(";\n"):
        # Constraints are Neo4j's own; openCypher has none.
        if not statement.startswith("CREATE CONSTRAINT"):
            database.execute(statement)

    def rows(query: str) -> list[tuple[str, ...]]:
        return [tuple(row.values()) for row in database.execute(query)]

    relations = rows("MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS a, type(r) AS type, b.id AS b")
    said = rows("MATCH (c:Claim)-[:SAID_IN]->(a:Article) RETURN c.sentence AS sentence, a.id AS id, a.url AS url")
    names = dict(rows("MATCH (n:Entity) RETURN n.id AS id, n.name AS name"))
    return of_relations(names, relations, "\n".join(" ".join(filter(None, row)) for row in said))


SOURCES = ("holder", "member", "predecessor", "subject", "candidate")
TARGETS = ("organization", "successor", "object", "match")
ROLES = {"part of": "PART_OF", "member": "MEMBER_OF", "leads": "LEADS", "organises": "ORGANISES", "held at": "HELD_AT"}


def ftm(path: Path) -> Back:
    """The entities as facts, each a kind of link with its role; ids are those of FollowTheMoney."""
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    entities = {one["id"]: one for one in found}
    assert len(entities) == len(found)
    nodes = ("Person", "PublicBody", "Organization", "Event", "Address")
    names = {id: one["properties"]["name"][0] for id, one in entities.items() if one["schema"] in nodes}
    facts, said = [], []
    for one in entities.values():
        told = one["properties"]
        of_post = entities[told["post"][0]]["properties"] if one["schema"] == "Occupancy" else {}
        source = next((told[name][0] for name in SOURCES if name in told), "")
        target = next((some[name][0] for some in (of_post, told) for name in TARGETS if name in some), "")
        if one["schema"] not in nodes and source:
            relation = {"Occupancy": "HOLDS", "Succession": "SUCCEEDED_BY", "Similar": "POSSIBLY_SAME"}
            role = ROLES.get(told.get("role", [""])[0], "PARTICIPATES")
            facts.append((source, relation.get(one["schema"], role), target))
            articles = [entities[id]["properties"] for id in told.get("proof", [])]
            said += [*told.get("description", []), *(f"{one.get('sourceUrl')} {one['fileName']}" for one in articles)]
    return of_relations(names, facts, "\n".join(said))


PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
OURS = rdflib.Namespace("urn:graphbuild:vocabulary:")
SCHEMA = rdflib.Namespace("https://schema.org/")


def turtle(path: Path) -> Back:
    return of_triples(rdflib.Graph().parse(path, format="turtle"))


def jsonld(path: Path) -> Back:
    return of_triples(rdflib.Graph().parse(path, format="json-ld"))


def of_triples(triples: rdflib.Graph) -> Back:
    def one(subject: rdflib.term.Node, name: rdflib.URIRef) -> str:
        return str(triples.value(subject, name) or "")

    id_of = {subject: str(id) for subject, id in triples.subject_objects(OURS.id)}
    facts = [
        tuple(triples.value(fact, name) for name in (RDF.subject, RDF.predicate, RDF.object))
        for fact in triples.subjects(RDF.type, RDF.Statement)
    ]
    plain = {(a, name, b) for a, name, b in triples if str(name).startswith(OURS) and b in id_of and a in id_of}
    assert plain == set(facts)  # of each fact the plain triple, and no other
    quoted = [(claim, article) for claim, article in triples.subject_objects(PROV.wasQuotedFrom)]
    derived = set(triples.objects(None, PROV.wasDerivedFrom))
    said = [
        f"{triples.value(claim, PROV.value)} {one(article, SCHEMA.url)} {id_of[article]}"
        for claim, article in quoted
        if claim in derived
    ]
    doubts = triples.subjects(RDF.type, OURS.PossiblySame)
    return Back(
        {id_of[subject]: str(name) for subject, name in triples.subject_objects(RDFS.label)},
        sorted((id_of[a], str(name).removeprefix(OURS), id_of[b]) for a, name, b in facts),
        [(id_of[triples.value(pair, OURS.one)], id_of[triples.value(pair, OURS.other)]) for pair in doubts],
        "\n".join(said),
    )


READERS: dict[str, Callable[[Path], Back]] = {
    "graphml": graphml,
    "gexf": gexf,
    "node-link": node_link,
    "csv": tables,
    "parquet": parquet,
    "neo4j": neo4j,
    "cypher": cypher,
    "ftm": ftm,
    "turtle": turtle,
    "jsonld": jsonld,
}
