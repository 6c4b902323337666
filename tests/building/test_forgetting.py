"""Forgetting articles: what hung on them alone goes, the rest is as if they had never been read, and ids stay."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graphbuild as gb
from graphbuild.building.collection import kept_articles
from graphbuild.building.judging import Judging
from graphbuild.errors import NotFoundError, OpenError, StoreError
from graphbuild.resolve import Answer, ClaimSet, Judgements, Signed
from graphbuild.store import Workspace
from tests.building.articles import write_articles
from tests.building.claims_in_store import build_again, publish_claims
from tests.building.test_judging import HOA, NAMESAKE, OTHER
from tests.building.test_same_store import rows
from tests.generated.collection import generate

CONGRESS_PERSON = "person/phan-the-luong"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of four articles and their graph."""
    folder = tmp_path_factory.mktemp("forgetting")
    articles = write_articles(folder / "articles")
    (articles / "n.txt").write_text(NAMESAKE, "utf-8")
    gb.build([articles], folder / "output")
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


@pytest.fixture
def output(folder: Path) -> Path:
    return folder / "output"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """What `built` is, but where it was built."""
    articles = write_articles(tmp_path / "articles")
    gb.build([articles], tmp_path / "output")
    return tmp_path


def ids(output: Path) -> set[str]:
    return set(gb.open(output).nx)


def test_an_article_goes_with_its_claims_and_what_hung_on_them_alone(output: Path) -> None:
    before = ids(output)
    found = gb.forget("articles/c.txt", output)
    assert [(a.id, a.title) for a in found.articles] == [
        ("articles/c.txt", "Đại hội thi đua Quyết thắng Sư đoàn Bộ binh 941")
    ]
    assert CONGRESS_PERSON in {name.id for name in found.names}
    assert before - ids(output) == {name.id for name in found.names}
    assert found.left == 3
    graph = gb.open(output)
    assert graph.search("phan the luong") == ()
    assert graph.unit("su doan bo binh 941")
    with Workspace(output).open_reader() as reader:
        assert (reader.counts()["documents"], reader.claims_of("articles/c.txt")) == (3, [])
    for view in ("graph.html", "graph.graphml"):
        assert "Phan Thế Lương" not in (output / view).read_text("utf-8")


@pytest.mark.parametrize("gone", [names for n in (1, 3) for names in combinations("abcn", n)])
def test_what_is_left_is_the_store_of_a_build_of_the_rest(gone: Sequence[str], folder: Path) -> None:
    pruned = Path(shutil.copytree(folder / "output", folder / "pruned"))
    gb.forget([f"articles/{name}.txt" for name in gone], folder / "output")
    for name in gone:
        (folder / "articles" / f"{name}.txt").unlink()
    gb.build([folder / "articles"], pruned, prune=True)
    assert rows(folder / "output") == rows(pruned)
    for view in ("graph.html", "graph.graphml"):
        assert (folder / "output" / view).read_bytes() == (pruned / view).read_bytes()


@pytest.fixture(scope="module")
def army(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[ClaimSet]]:
    """The published graph of a generated collection, and its claims."""
    sets = list(generate(120).claim_sets)
    return publish_claims(tmp_path_factory.mktemp("army") / "output", sets).folder, sets


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_articles_may_go(data: st.DataObject, army: tuple[Path, list[ClaimSet]], tmp_path: Path) -> None:
    published, sets = army
    gone = data.draw(st.sets(st.sampled_from([one.document for one in sets]), min_size=1))
    forgotten, built = (shutil.copytree(published, tmp_path / name, dirs_exist_ok=True) for name in ("a", "b"))
    found = gb.forget(sorted(gone), forgotten, views=False)
    build_again(Workspace(built), [one for one in sets if one.document not in gone], Judgements())
    expected, is_left = rows(built), rows(forgotten)
    for table in ("entities", "members", "edges", "edge_claims", "conflicts", "doubtful", "assigned_ids", "former_ids"):
        assert is_left[table] == expected[table], table
    before, after = ({row[0] for row in rows(folder)["entities"]} for folder in (published, forgotten))
    assert {name.id for name in found.names} <= before - after


def test_ids_wait_for_the_article_to_come_back(folder: Path, output: Path) -> None:
    before = rows(output)
    page = (output / "graph.html").read_bytes()
    assert gb.forget("articles", output).left == 0
    assert ids(output) == set()
    # A namesake who comes meanwhile does not take the id.
    other = folder / "other.txt"
    other.write_text(NAMESAKE.replace("8801", "8802").replace("Thượng tá", "Trung tá"), "utf-8")
    gb.build([other], output)
    assert not ids(output) & {HOA, OTHER}
    gb.forget(other, output)
    report = gb.build([folder / "articles"], output)
    assert (report.new, report.unchanged) == (4, 0)
    after = rows(output)
    for table in ("entities", "aliases", "members", "edges", "edge_claims", "claims", "conflicts"):
        assert after[table] == before[table], table
    assert (output / "graph.html").read_bytes() == page


def test_a_build_of_the_folder_reads_it_again_and_forget_says_so(fresh: Path) -> None:
    (fresh / "articles" / "b.txt").unlink()
    found = gb.forget(["articles/b.txt", fresh / "articles" / "c.txt"], fresh / "output")
    assert found.still_there == 1
    report = gb.build([fresh / "articles"], fresh / "output")
    assert (report.new, report.unchanged, report.documents) == (1, 1, 2)


def test_a_dry_run_tells_the_same_and_does_nothing(output: Path) -> None:
    before = {path: path.read_bytes() for path in output.iterdir()}
    would = gb.forget("articles/c.txt", output, dry_run=True)
    assert {path: path.read_bytes() for path in output.iterdir()} == before
    did = gb.forget("articles/c.txt", output)
    assert would.dry_run
    assert not did.dry_run
    assert would.as_dict() | {"dry_run": False} == did.as_dict()
    assert "Phan Thế Lương" in repr(would)


def test_one_name_that_stands_for_nothing_and_nothing_is_forgotten(output: Path) -> None:
    before = rows(output)
    with pytest.raises(
        NotFoundError, match=r"no article of the graph comes from 'articles/d\.txt'; perhaps 'articles/"
    ):
        gb.forget(["articles/c.txt", "articles/d.txt"], output)
    assert rows(output) == before


def test_judgements_about_what_has_gone_stay_wait_and_hold_again(folder: Path, output: Path) -> None:
    with Judging(output) as judging:
        judging.pair(HOA, OTHER, Answer.SAME, Signed("Lan"))
        judging.not_a_person("Phan Thế Lương", "articles/c.txt", Signed("Lan"))
        judging.not_a_person("Hồng Hà", "", Signed("Lan"))
        judging.apply(views=False)
    kept = (output / "judgements.toml").read_bytes()
    assert gb.forget("articles/a.txt", output, views=False).judgements == ()  # b.txt names him too
    found = gb.forget(["articles/n.txt", "articles/c.txt"], output)
    assert [(one.entry, one.says) for one in found.judgements] == [
        (1, f"{HOA} same {OTHER}"),
        (2, "Phan Thế Lương not a person in articles/c.txt"),
    ]
    assert (output / "judgements.toml").read_bytes() == kept
    gb.build([folder / "articles"], output)
    graph = gb.open(output)
    assert graph.merged_into(OTHER) == HOA
    assert graph.search("phan the luong") == ()


def test_nothing_of_the_text_is_left_in_the_file(folder: Path, output: Path) -> None:
    word = os.urandom(600).hex()
    secret = folder / "secret.txt"
    secret.write_text(f"{NAMESAKE}\n{word}\n", "utf-8")
    gb.build([secret], output)
    gb.forget(secret, output)
    stored = (output / "graphbuild.duckdb").read_bytes()
    assert all(word[n : n + 12].encode() not in stored for n in range(0, len(word), 12))


def test_what_could_not_be_read_of_it_is_forgotten_too(fresh: Path) -> None:
    for name in ("c.txt", "d.txt"):
        (fresh / "articles" / name).write_bytes(b"")
    gb.build([fresh / "articles"], fresh / "output")
    gb.forget(fresh / "articles" / "c.txt", fresh / "output")
    with Workspace(fresh / "output").open_reader() as reader:
        assert [Path(source).name for source, _ in reader.failures()] == ["d.txt"]


def test_what_a_stopped_build_has_read_of_it_goes_too(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (fresh / "articles" / "c.txt").write_text(NAMESAKE, "utf-8")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("graphbuild.building.collection.put_graph", stop)
        gb.build([fresh / "articles"], fresh / "output")
    assert kept_articles(fresh / "output") == 1
    gb.forget("articles/c.txt", fresh / "output", views=False)
    assert kept_articles(fresh / "output") == 0


def test_rows_of_a_file_go_alone_or_with_it(tmp_path: Path) -> None:
    articles = tmp_path / "rows.jsonl"
    articles.write_text(
        '{"text": "Ngày 2/3/2022, Sư đoàn 941 ra quân."}\n{"text": "Quân khu 6 họp."}\n{"text": "Quân khu 5 họp."}\n',
        "utf-8",
    )
    gb.build([articles], tmp_path / "output")
    assert [a.id for a in gb.forget(f"{articles}#2", tmp_path / "output", views=False).articles] == ["rows.jsonl#2"]
    assert gb.forget("rows.jsonl", tmp_path / "output", views=False).left == 0


def test_without_views_the_page_is_known_to_be_older(output: Path) -> None:
    page = (output / "graph.html").read_bytes()
    gb.forget("articles/c.txt", output, views=False)
    assert Workspace(output).views_are_older
    assert (output / "graph.html").read_bytes() == page


def test_where_there_is_no_graph_no_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(OpenError, match="there is no graph here"):
        gb.forget("a.txt", tmp_path / "output")
    assert not (tmp_path / "output").exists()


def test_while_a_build_is_at_work_nothing_is_forgotten(output: Path) -> None:
    before = rows(output)
    with Workspace(output).begin_build(), pytest.raises(StoreError, match="another build"):
        gb.forget("articles/c.txt", output)
    assert rows(output) == before
