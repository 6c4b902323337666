"""Neo4j's CSV files and the Cypher script: typed, linked, quoted."""

from __future__ import annotations

import re
from pathlib import Path

import ocg
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.exporters import FORMATS, Content, replacing
from graphbuild.exporters.cypher import quoted
from graphbuild.exporters.texts import clean
from graphbuild.graph import with_doubts
from graphbuild.model import Quote
from graphbuild.resolve import Doubt
from tests.explorer.invented import plausible
from tests.exporters.back import imported
from tests.graph.hand import graph, post

TITLE = "Tư lệnh; kiêm 'Hiệu trưởng'\n\\"


def content() -> Content:
    one = graph(post("an", "quan-khu-6", "2019-02 2021", title=TITLE, acting=True), post("binh", "quan-khu-6", "2018"))
    one.nodes["person/an"]["aliases"] = ("Ông An; Ba", "A, B")
    one.nodes["unit/quan-khu-6"]["level"] = 85
    (claim,) = (data["claims"][0] for a, _, data in one.edges(data=True) if a == "person/an")
    quote = Quote(claim, "a.txt", "Tin", "https://bao.example/1", "2019-02", "Ông An nói.", 4, 6, "act", 0.9)
    return Content(with_doubts(one, [Doubt("person/an", "person/binh", 0.25, ("one", "two"))]), {claim: quote})


def test_the_columns_of_neo4j_are_typed_and_lists_are_lists(tmp_path: Path) -> None:
    with replacing(tmp_path / "out", folder=True) as place:
        FORMATS["neo4j"].write(content(), place)
    an, _, unit = imported(tmp_path / "out" / "entities.csv")
    assert an[":LABEL"] == ["Entity", "Person"]
    assert an["aliases:string[]"] == ["Ông An; Ba", "A, B"]
    assert unit["level:long"] == 85
    held, _, doubt = imported(tmp_path / "out" / "relations.csv")
    assert (held[":TYPE"], held["acting:boolean"], held["count:long"]) == ("HOLDS", True, 1)
    assert held["title"] == "Tư lệnh; kiêm 'Hiệu trưởng' \\"
    assert (doubt[":TYPE"], doubt["likelihood:double"], doubt["reasons"]) == ("POSSIBLY_SAME", 0.25, "one; two")
    (claim,) = imported(tmp_path / "out" / "claims.csv")
    assert held["claims:string[]"] == [claim["id:ID(Claim)"]]
    assert (claim["sentence"], claim["confidence:double"], claim["caption:boolean"]) == ("Ông An nói.", 0.9, False)
    (article,) = imported(tmp_path / "out" / "articles.csv")
    assert article == {
        "id:ID(Article)": "a.txt",
        ":LABEL": ["Article"],
        "title": "Tin",
        "published": "2019-02",
        "url": "https://bao.example/1",
    }


def test_the_import_command_names_every_file(tmp_path: Path) -> None:
    with replacing(tmp_path / "out", folder=True) as place:
        FORMATS["neo4j"].write(content(), place)
    command = (tmp_path / "out" / "import.txt").read_text("utf-8")
    named = set(re.findall(r"=(\w+\.csv)", command))
    assert named == {file.name for file in (tmp_path / "out").glob("*.csv")}


def test_no_row_of_neo4j_has_a_break(tmp_path: Path) -> None:
    with replacing(tmp_path / "out", folder=True) as place:
        FORMATS["neo4j"].write(content(), place)
    for file in (tmp_path / "out").glob("*.csv"):
        assert len(file.read_text("utf-8").splitlines()) == len(imported(file)) + 1


def test_the_script_makes_what_it_says(tmp_path: Path) -> None:
    FORMATS["cypher"].write(content(), tmp_path / "g.cypher")
    database = ocg.Graph()
    for statement in (tmp_path / "g.cypher").read_text("utf-8").split(";\n"):
        if statement.strip() and "CONSTRAINT" not in statement:
            database.execute(statement)
    (an,) = database.execute("MATCH (n:Person {id: 'person/an'}) RETURN n.aliases AS aliases, n.articles AS articles")
    assert an == {"aliases": ["Ông An; Ba", "A, B"], "articles": 0}
    (held,) = database.execute(
        "MATCH (:Person {id: 'person/an'})-[r:HOLDS]->(:Unit) RETURN r.title AS title, r.acting AS acting, r.key AS key"
    )
    assert held == {"title": TITLE, "acting": True, "key": f"{TITLE}|2019-02 2021"}
    (said,) = database.execute(
        "MATCH ()-[r:HOLDS]->() UNWIND r.claims AS id MATCH (c:Claim {id: id})-[:SAID_IN]->(a:Article)"
        " RETURN c.sentence AS sentence, c.marked AS marked, a.url AS url"
    )
    assert said == {"sentence": "Ông An nói.", "marked": "An", "url": "https://bao.example/1"}
    (doubt,) = database.execute("MATCH (a)-[r:POSSIBLY_SAME]->(b) RETURN a.id AS a, r.likelihood AS sure, b.id AS b")
    assert doubt == {"a": "person/an", "sure": 0.25, "b": "person/binh"}


def test_statements_are_short_and_one_a_line(tmp_path: Path) -> None:
    one, quotes = plausible(600)
    FORMATS["cypher"].write(Content(one, quotes), tmp_path / "g.cypher")
    lines = (tmp_path / "g.cypher").read_text("utf-8").splitlines()
    assert all(line.endswith(";") for line in lines)
    assert max(line.count("{id: ") for line in lines) <= 202
    assert len(lines) > 10


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_the_same_after_quoting(text: str) -> None:
    literal = quoted(text)
    assert "\n" not in literal
    assert ocg.Graph().execute(f"RETURN {literal} AS x") == [{"x": clean(text)}]
