"""Questions in SQL: what the views hold, that nothing else can be reached, and that any DuckDB client can ask them."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuild as gb
from graphbuild.answers import Rows
from graphbuild.errors import UsageError
from graphbuild.model import EntityKind, Relation
from graphbuild.resolve.ranks import parse_ranks
from graphbuild.samples import articles_folder
from graphbuild.store import Reader, Workspace
from graphbuild.text import search_key

VIEWS = (
    *("claims", "conflicts", "documents", "doubts", "edges", "events", "evidence", "memberships", "names"),
    *("organisers", "parents", "participations", "persons", "places", "postings", "ranks", "records", "successions"),
    *("units", "venues"),
)
REFUSED = {
    "a write": "INSERT INTO graphbuild_tables.meta VALUES ('format', '5')",
    "a deletion": "DELETE FROM graphbuild_tables.claims",
    "a view gone": "DROP VIEW persons",
    "a table of one's own": "CREATE TEMP TABLE mine AS SELECT 1",
    "two statements": "SELECT 1; DROP VIEW persons",
    "a write in a part": "WITH gone AS (DELETE FROM graphbuild_tables.claims RETURNING *) SELECT * FROM gone",
    "a file": "SELECT * FROM read_text('secret.txt')",
    "a file by its name": "SELECT * FROM 'secret.csv'",
    "the store as a file": "SELECT * FROM read_blob('{store}')",
    "a file inside": "SELECT (SELECT count(*) FROM (SELECT * FROM glob('*')))",
    "a file described": "DESCRIBE FROM read_csv('secret.csv')",
    "a file by a query as text": "FROM query('SELECT * FROM read_text(''secret.txt'')')",
    "a file written": "COPY persons TO 'out.csv'",
    "the store written": "COPY persons TO '{store}'",
    "all written": "EXPORT DATABASE 'out'",
    "another database": "ATTACH '{store}' AS again",
    "the network": "SELECT * FROM 'https://example.org/a.csv'",
    "an extension": "INSTALL httpfs",
    "a loaded extension": "LOAD httpfs",
    "a setting": "SET enable_external_access = true",
    "the lock": "SET lock_configuration = false",
    "a log": "FROM enable_logging(storage = 'file', storage_path = 'log')",
    "a profile": "EXPLAIN ANALYZE SELECT 1",
    "secrets": "FROM duckdb_secrets()",
    "a transaction": "BEGIN",
    "a variable of Python": "SELECT * FROM rows_of_python",
    "no query": "",
    "blanks": " \n ",
    "a comment": "-- nothing",
    "no SQL": "who is the commander?",
    "no such view": "SELECT * FROM persns",
    "no such column": "SELECT nme FROM persons",
    "no number": "SELECT name::INTEGER FROM persons",
    "an open quote": "SELECT 'a",
    "a NUL": "SELECT 'a\0b'",
    "a lone surrogate": "SELECT '\udcff'",
    "a missing value": "SELECT ?",
    "a long mistake": f"SELECT '{'q' * 10_000}'::INTEGER",
    "an escape": "SELECT error('\x1b[31m\u202e')",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "output"
    gb.build([articles_folder()], folder)
    return folder


@pytest.fixture(scope="module")
def reader(output: Path) -> Reader:
    return Workspace(output).open_reader()


@pytest.fixture(scope="module")
def g(output: Path) -> gb.Graph:
    return gb.open(output)


def test_the_views_are_these(reader: Reader) -> None:
    assert tuple(name for (name,) in reader.ask("SHOW TABLES").rows) == VIEWS


@pytest.mark.parametrize("kind", EntityKind)
def test_entities_are_as_the_graph_has_them(kind: EntityKind, reader: Reader) -> None:
    told = {one["id"]: one for one in Rows(*reader.ask(f"SELECT * FROM {kind}s")).records()}
    entities = {entity.id: entity for entity in reader.entities() if entity.kind is kind}
    assert told.keys() == entities.keys()
    for id, entity in entities.items():
        row = told[id]
        assert (row["name"], row["plain"]) == (entity.name, search_key(entity.name))
        assert row["articles"] == len({document for document, _ in entity.members})
        renamed = {"first": "first_seen", "last": "last_seen"}
        expected = {renamed.get(name, name): value for name, value in entity.attributes.items() if name != "ranks"}
        assert {name: row[name] for name in expected} == {name: value or None for name, value in expected.items()} | {
            name: value for name, value in expected.items() if isinstance(value, bool)
        }
    forms = reader.ask("SELECT entity, name FROM names WHERE kind = ?", [kind]).rows
    assert sorted(forms) == sorted((e.id, form) for e in entities.values() for form in (e.name, *e.aliases))


def test_postings_say_what_the_edges_do(reader: Reader) -> None:
    told = {
        (row["person"], row["unit"], row["title"], row["status"], row["first_seen"]): row
        for row in Rows(*reader.ask("SELECT * FROM postings")).records()
    }
    edges = [edge for edge in reader.edges() if edge.relation is Relation.HOLDS]
    assert len(told) == len(edges) > 100
    renamed = {"start": "started", "end": "ended"}
    plain = ("role", "rank", "start", "end", "left_by", "predecessor", "successor")
    for edge in edges:
        row = told[edge.source, edge.target, edge.attributes["title"], edge.attributes["status"], edge.first or None]
        assert (row["last_seen"], row["articles"]) == (edge.last or None, edge.count)
        assert {name: row[renamed.get(name, name)] for name in plain} == {n: edge.attributes.get(n) for n in plain}
        assert (row["acting"], row["sole"]) == (edge.attributes.get("acting", False), "sole" in edge.attributes)


def test_ranks_are_those_of_the_cards(reader: Reader) -> None:
    told = reader.ask("SELECT person, rank, first_seen FROM ranks").rows
    expected = {
        (entity.id, rank, date or None)
        for entity in reader.entities()
        for rank, date in parse_ranks(str(entity.attributes.get("ranks", "")))
    }
    assert set(told) == expected
    assert len(told) == len(expected) > 50


def test_every_other_edge_is_a_row_of_its_view(reader: Reader) -> None:
    parts = {
        "participations": ("participant", "event", [Relation.PARTICIPATES]),
        "organisers": ("unit", "event", [Relation.ORGANISES]),
        "venues": ("event", "place", [Relation.HELD_AT]),
        "parents": ("unit", "parent", [Relation.PART_OF]),
        "memberships": ("unit", "cluster", [Relation.MEMBER_OF, Relation.LEADS]),
        "successions": ("former", "successor", [Relation.SUCCEEDED_BY]),
    }
    edges = reader.edges()
    for view, (source, target, relations) in parts.items():
        told = reader.ask(f"SELECT {source}, {target} FROM {view}").rows
        assert sorted(told) == sorted((e.source, e.target) for e in edges if e.relation in relations), view
    assert reader.ask("SELECT count(*) FROM edges").rows == ((len(edges),),)


def test_evidence_has_the_sentence_of_every_claim_and_leads_from_facts_to_it(reader: Reader) -> None:
    quotes = reader.quotes(id for claims in reader.claim_sets() for id, _ in claims.claims)
    rows = Rows(*reader.ask("SELECT * FROM evidence")).records()
    assert {row["claim"] for row in rows} == quotes.keys()
    for row in rows:
        quote = quotes[row["claim"]]
        words = quote.sentence[quote.mark_start : quote.mark_end]
        assert (row["sentence"], row["words"]) == (quote.sentence, words)
        said = (
            row["document"],
            row["article_title"] or "",
            row["published"] or "",
            row["url"] or "",
            row["confidence"],
        )
        assert said == (quote.document, quote.title, quote.published, quote.url, quote.confidence)
    behind = reader.ask("SELECT source, target, relation, key, claim FROM edges JOIN evidence USING (edge)").rows
    assert sorted(behind, key=str) == sorted(
        ((e.source, e.target, e.relation, e.key or None, claim) for e in reader.edges() for claim in e.claims), key=str
    )


def test_claims_lead_to_persons_by_their_records(reader: Reader) -> None:
    found = reader.ask(
        "SELECT DISTINCT c.person, r.entity FROM claims AS c JOIN records AS r"
        " ON r.document = c.document AND r.kind = 'person' AND r.name = c.person WHERE c.kind = 'posting'"
    ).rows
    named = {key for entity in reader.entities() if entity.kind is EntityKind.PERSON for _, key in entity.members}
    assert len(found) > 50
    assert {person for person, _ in found} <= named


def test_contradictions_and_doubts_are_all_there(reader: Reader) -> None:
    conflicts = reader.ask("SELECT kind, about, one_claim, other_claim FROM conflicts").rows
    assert sorted(conflicts) == sorted((c.kind, c.about, c.one.claim, c.other.claim) for c in reader.conflicts())
    doubts = reader.ask("SELECT a, b, likelihood, reasons FROM doubts").rows
    assert sorted(doubts) == sorted((d.a, d.b, d.likelihood, "; ".join(d.reasons)) for d in reader.doubtful())


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọờớởỡợùúủũụừứửữựỳýỷỹỵĐẾĂƠƯÔ 0123-/.,'"))
def test_the_plain_name_is_what_is_typed_on_a_plain_keyboard(name: str) -> None:
    query = f"SELECT {plain_expression()} FROM (SELECT $1 AS name)"
    assert duckdb.execute(query, [name]).fetchall() == [(search_key(name),)]


def plain_expression() -> str:
    """What the views make of the column `name`."""
    views = (Path(gb.__file__).parent / "store" / "views.sql").read_text("utf-8")
    lines = {line.strip().removesuffix(" AS plain,") for line in views.splitlines() if line.endswith(" AS plain,")}
    (expression,) = lines
    return expression


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_question_is_refused_in_one_line_and_changes_nothing(
    what: str, output: Path, g: gb.Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows_of_python = [1, 2, 3]
    assert rows_of_python
    monkeypatch.chdir(tmp_path)
    for name in ("secret.txt", "secret.csv"):
        (tmp_path / name).write_text("a secret,of mine\n1,2\n")
    store = output / "graphbuild.duckdb"
    before = store.read_bytes()
    with pytest.raises(UsageError) as raised:
        g.sql(REFUSED[what].replace("{store}", str(store)))
    message = str(raised.value)
    assert message.isprintable()
    assert len(message) < 400
    assert "secret,of" not in message
    assert g.sql("SELECT count(*) FROM persons").rows == ((80,),)
    assert store.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"secret.txt", "secret.csv"}


@pytest.mark.parametrize("name", ["graphbuild", "data", "persons", "tables", "của tôi", "a-b.c", "select", "main"])
def test_the_file_answers_any_client_under_any_name(name: str, output: Path, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.duckdb"
    shutil.copy(output / "graphbuild.duckdb", file)
    with duckdb.connect(str(file), read_only=True) as client:
        for view in VIEWS:
            assert client.execute(f"SELECT count(*) FROM {view}").fetchone() is not None
        assert client.execute("SELECT count(*) FROM persons").fetchall() == [(80,)]
    with duckdb.connect() as client:
        client.execute("CREATE SCHEMA graphbuild_tables; CREATE TABLE graphbuild_tables.entities (id INTEGER)")
        client.execute(f"ATTACH '{file}' AS \"g {name}\" (READ_ONLY)")
        assert client.execute(f'SELECT count(*) FROM "g {name}".persons').fetchall() == [(80,)]


def test_a_graph_answers_from_what_it_was_opened_on(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị sơ kết.\n", "utf-8")
    gb.build([article], tmp_path / "output")
    opened = gb.open(tmp_path / "output")
    before = opened.sql("FROM documents SELECT id, text").rows
    article.write_text("Sáng 13/7/2022, Sư đoàn 942 tổ chức Hội nghị sơ kết.\n", "utf-8")
    gb.build([article], tmp_path / "output")
    assert opened.sql("FROM documents SELECT id, text").rows == before
    assert gb.open(tmp_path / "output").sql("FROM documents SELECT id, text").rows != before


def test_values_are_handed_over_apart_from_the_query(g: gb.Graph) -> None:
    hostile = "Trần'; DROP VIEW persons; --"
    assert g.sql("SELECT name FROM persons WHERE name IN (?, ?)", ["Trần Đắc Khuê", hostile]).rows == (
        ("Trần Đắc Khuê",),
    )
    found = g.sql("SELECT count(*) AS n FROM postings WHERE unit = $unit", {"unit": "unit/quan-khu-6"})
    assert found.records()[0]["n"] == len(found.rows) * found.rows[0][0] > 10


def test_rows_are_a_data_frame_too(g: gb.Graph) -> None:
    found = g.sql("SELECT name, articles, 1.5 AS half, name FROM persons ORDER BY articles DESC, name LIMIT 3")
    assert found.columns == ("name", "articles", "half", "name_2")
    frame = found.frame()
    assert list(frame.columns) == list(found.columns)
    assert frame["articles"].tolist() == [row[1] for row in found] == sorted(frame["articles"], reverse=True)
    assert frame["half"].tolist() == [1.5] * 3
    assert g.sql("SELECT name FROM persons LIMIT 0").frame().empty
    assert "Trần Đắc Khuê" in repr(found)
    assert ">Trần Đắc Khuê</td>" in found._repr_html_()
    assert repr(g.sql("SELECT name FROM persons WHERE false")) == "no rows"


def test_a_part_of_a_graph_is_not_asked_in_sql(g: gb.Graph) -> None:
    with pytest.raises(UsageError, match="whole graph"):
        g.part("quan khu 6", hops=1).sql("SELECT 1")


def test_every_column_is_described_in_the_file_itself(reader: Reader) -> None:
    missing = reader.ask(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal"
        " AND database_name = 'store' AND comment IS NULL"
    ).rows
    assert missing == ()
    types = {kind for (kind,) in reader.ask("SELECT DISTINCT data_type FROM duckdb_columns() WHERE schema_name = 'main'"
                                            " AND database_name = 'store' AND NOT internal").rows}  # fmt: skip
    assert types == {"VARCHAR", "INTEGER", "BOOLEAN", "DOUBLE"}
