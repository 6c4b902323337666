"""What the store keeps, and that readers only ever see whole builds."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.errors import OpenError, StoreError
from graphbuild.model import (
    Block,
    BlockKind,
    Claim,
    Conflict,
    ConflictKind,
    ConflictSide,
    Cut,
    DateSource,
    Document,
    Edge,
    Entity,
    EntityKind,
    Evidence,
    Extraction,
    Mention,
    MentionKind,
    PartialDate,
    PlaceClaim,
    Relation,
)
from graphbuild.resolve import ClaimSet, Resolution
from graphbuild.store import ClaimStream, Workspace, claim_stream
from graphbuild.store.claim_stream import NOWHERE
from graphbuild.store.names import names_in
from tests.store.claims import claims, evidences

TEXT = "Hội nghị ở Khu K9\n\nẢnh: Đoàn công tác tại Đà Lạt."
DOCUMENT = Document(
    "bài/a.txt",
    TEXT,
    "d1",
    "Hội nghị ở Khu K9",
    "Báo Quân khu 6",
    "Ngọc Lan",
    PartialDate.parse("2021-07-02", DateSource.HEADER),
    "https://example.org/a",
    (Block(0, 17, BlockKind.TITLE), Block(19, len(TEXT), BlockKind.CAPTION)),
    (Cut("Chia sẻ", "share box", 17),),
)
CLAIMS = (
    PlaceClaim("Khu K9", "site", Evidence("bài/a.txt", 0, 17, 11, 17, "place", 0.8)),
    PlaceClaim("Đà Lạt", "province", Evidence("bài/a.txt", 19, len(TEXT), len(TEXT) - 7, len(TEXT) - 1, "place")),
)
EXTRACTION = Extraction(DOCUMENT, (Mention(11, 17, "Khu K9", MentionKind.PLACE, "vi_places", "site"),), CLAIMS)
RESOLUTION = Resolution(
    (
        Entity("event/a", EntityKind.EVENT, "Hội nghị", (), {"date": "2021-07", "main": True}, (("bài/a.txt", "a"),)),
        Entity("place/khu-k9", EntityKind.PLACE, "Khu K9", ("K9", "Khu K.9"), {"n": 1.5}, (("bài/a.txt", "Khu K9"),)),
    ),
    (Edge("event/a", "place/khu-k9", Relation.HELD_AT, "", {"sure": 1}, ("bài/a.txt:0",), 1, "2021-07", "2021-07"),),
    {("bài/a.txt", "place:Khu K9"): "place/khu-k9"},
    (
        Conflict(
            ConflictKind.DATES,
            "event/a",
            ConflictSide("2021-07", "2021-07", "bài/a.txt:0"),
            ConflictSide("không rõ", "", "bài/a.txt:1"),
        ),
    ),
)


def hand_over(put: Callable[[Edge], None]) -> Resolution:
    for edge in RESOLUTION.edges:
        put(edge)
    return RESOLUTION


def publish(workspace: Workspace, extraction: Extraction = EXTRACTION) -> None:
    with workspace.begin_build() as build:
        build.put(extraction, "somewhere/bài/a.txt")
        build.put_resolution(hand_over)
        build.set_failures([("b.txt", "the file is empty")])
        build.set_meta({"gazetteer": "g1"})
        build.publish()


def document(id: str, text: str = "Một câu.") -> Extraction:
    return Extraction(Document(id, text, f"digest of {id} {text}"), (), ())


def files(workspace: Workspace) -> set[str]:
    return {path.name for path in workspace.folder.iterdir()}


def test_everything_put_in_comes_out(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "new" / "output")
    publish(workspace)
    with workspace.open_reader() as reader:
        assert list(reader.documents(["bài/a.txt"])) == [DOCUMENT]
        assert next(reader.documents(["bài/a.txt"])).published == DOCUMENT.published
        assert reader.digests() == {"bài/a.txt": "d1"}
        assert reader.sources() == {"bài/a.txt": "somewhere/bài/a.txt"}
        assert list(reader.claim_sets()) == [
            ClaimSet("bài/a.txt", "2021-07-02", (("bài/a.txt:0", CLAIMS[0]), ("bài/a.txt:1", CLAIMS[1])))
        ]
        assert reader.entities() == RESOLUTION.entities
        assert reader.edges() == RESOLUTION.edges
        assert reader.conflicts() == RESOLUTION.conflicts
        assert reader.assigned() == RESOLUTION.assigned
        assert reader.failures() == (("b.txt", "the file is empty"),)
        assert reader.meta() == {"format": "7", "gazetteer": "g1"}
        assert reader.counts() == {
            "documents": 1, "claims": 2, "edges": 1, "person": 0, "unit": 0, "event": 1, "place": 1,
        }  # fmt: skip


def test_a_quote_holds_the_sentence_and_marks_the_words(tmp_path: Path) -> None:
    publish(Workspace(tmp_path))
    with Workspace(tmp_path).open_reader() as reader:
        assert list(reader.quotes()) == ["bài/a.txt:0"]
        of_all = reader.quotes(["bài/a.txt:1", "bài/a.txt:0"])
    title, caption = of_all["bài/a.txt:0"], of_all["bài/a.txt:1"]
    assert (title.sentence, title.sentence[title.mark_start : title.mark_end]) == ("Hội nghị ở Khu K9", "Khu K9")
    assert (title.title, title.url, title.published) == (DOCUMENT.title, DOCUMENT.url, "2021-07-02")
    assert (title.rule, title.confidence, title.caption) == ("place", 0.8, False)
    assert caption.sentence[caption.mark_start : caption.mark_end] == "Đà Lạt"
    assert caption.caption


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40), st.data())
def test_any_text_and_any_claims_come_back_and_offsets_count_code_points(
    tmp_path: Path, text: str, data: st.DataObject
) -> None:
    said: list[Claim] = data.draw(st.lists(claims(evidences("a.txt", len(text))), max_size=4))
    with Workspace(tmp_path).begin_build() as build:
        build.put(Extraction(Document("a.txt", text, "d"), (), tuple(said)), "a.txt")
        build.flush()
        (claim_set,) = build.reader.claim_sets()
        assert [claim for _, claim in claim_set.claims] == said
        assert next(build.reader.documents(["a.txt"])).text == text
        for id, quote in build.reader.quotes(id for id, _ in claim_set.claims).items():
            at = said[int(id.rpartition(":")[2])].evidence
            assert quote.sentence == text[at.start : at.end]
            assert quote.sentence[quote.mark_start : quote.mark_end] == text[at.word_start : at.word_end]


def test_a_changed_article_replaces_what_it_said(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish(workspace)
    with workspace.begin_build() as build:
        build.put(document("b.txt"), "b.txt")
        build.put(Extraction(Document("bài/a.txt", "Khu K9.", "d2"), (), ()), "bài/a.txt")
        build.publish()
    with workspace.open_reader() as reader:
        assert reader.digests() == {"b.txt": "digest of b.txt Một câu.", "bài/a.txt": "d2"}
        assert [claim_set.claims for claim_set in reader.claim_sets()] == [(), ()]


def test_a_removed_article_is_gone_with_its_claims_and_its_ids_are_remembered(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish(workspace)
    with workspace.begin_build() as build:
        build.remove(["bài/a.txt"])
        build.publish()
    with workspace.open_reader() as reader:
        assert reader.counts()["documents"] == reader.counts()["claims"] == 0
        assert reader.assigned() == RESOLUTION.assigned


def test_names_for_a_search_carry_aliases_attributes_and_the_number_of_articles(tmp_path: Path) -> None:
    publish(Workspace(tmp_path))
    with Workspace(tmp_path).open_reader() as reader:
        event, place = names_in(reader)
    assert (event.id, event.name, event.aliases, event.attributes["main"]) == ("event/a", "Hội nghị", (), True)
    assert (place.kind, place.aliases, place.articles) == (EntityKind.PLACE, ("K9", "Khu K.9"), 1)


def test_many_claims_are_written_and_read_in_batches(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with workspace.begin_build() as build:
        for n in range(5000):
            id = f"a{n:05}.txt"
            said = tuple(PlaceClaim(f"Xã {m}", "commune", Evidence(id, 0, 8, 0, 3, "place")) for m in range(5))
            build.put(Extraction(Document(id, "Một câu.", "d"), (), said), id)
        build.publish()
    with workspace.open_reader() as reader:
        assert reader.counts()["claims"] == 25_000
        read = list(reader.claim_sets())
    assert [claim_set.document for claim_set in read] == [f"a{n:05}.txt" for n in range(5000)]
    assert all(claim_set.claims[4][1].place == "Xã 4" for claim_set in read)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(claims(st.just(NOWHERE)), max_size=4), min_size=1, max_size=5))
def test_claims_in_stretches_are_those_that_were_put_in_also_when_they_are_sent(
    tmp_path_factory: pytest.TempPathFactory, said: list[list[Claim]]
) -> None:
    workspace = Workspace(tmp_path_factory.mktemp("stream"))
    sets = [
        ClaimSet(f"{n}.txt", None, tuple((f"{n}.txt:{i}", claim) for i, claim in enumerate(some)))
        for n, some in enumerate(said)
    ]
    with workspace.begin_build() as build:
        for n, some in enumerate(said):
            build.put(Extraction(Document(f"{n}.txt", "Một câu.", "d"), (), tuple(some)), f"{n}.txt")
        build.publish()
    with workspace.open_reader() as reader, pytest.MonkeyPatch.context() as small:
        small.setattr(claim_stream, "ARTICLES", 3)
        small.setattr(claim_stream, "STRETCH", 2)
        stream = ClaimStream(reader)
        assert len(stream) == len(sets)
        told = [[claim for _, claim in one.claims] for one in stream]
        sent = [pickle.loads(pickle.dumps(stretch)) for stretch in stream.stretches()]
    assert told == [[claim for _, claim in one.claims] for one in sets]
    assert [id for stretch in sent for id in stretch.documents] == [one.document for one in sets]
    assert [[c for _, c in one.claims] for stretch in sent for one in stretch.sets] == told


def test_a_build_that_is_not_published_changes_nothing(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish(workspace)
    before = workspace.database.read_bytes()
    with pytest.raises(ZeroDivisionError), workspace.begin_build() as build:
        build.put(document("b.txt"), "b.txt")
        build.flush()
        raise ZeroDivisionError
    assert workspace.database.read_bytes() == before
    assert files(workspace) == {"graphbuild.duckdb", ".graphbuild.lock"}


def test_a_reader_opened_before_a_build_keeps_what_it_saw_and_the_next_one_sees_the_new(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish(workspace)
    with workspace.open_reader() as old:
        with workspace.begin_build() as build:
            build.put(document("b.txt"), "b.txt")
            assert set(old.digests()) == {"bài/a.txt"}
            with workspace.open_reader() as during:
                assert set(during.digests()) == {"bài/a.txt"}
            build.publish()
        with workspace.open_reader() as new:
            assert set(new.digests()) == {"b.txt", "bài/a.txt"}
            assert set(old.digests()) == {"bài/a.txt"}


def test_a_second_build_at_once_is_told_who_is_at_work(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with (
        workspace.begin_build() as build,
        pytest.raises(StoreError, match=rf"another build \(process {os.getpid()}\)"),
        workspace.begin_build(),
    ):
        pass
    with workspace.begin_build() as build:
        build.put(document("b.txt"), "b.txt")
        build.publish()


def test_a_killed_build_costs_nothing_and_its_leftovers_go_with_the_next(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish(workspace)
    before = workspace.database.read_bytes()
    child = multiprocessing.get_context("spawn").Process(target=build_and_die, args=(tmp_path,))
    child.start()
    child.join()
    assert child.exitcode == -9
    assert any("building-" in name for name in files(workspace))
    assert workspace.database.read_bytes() == before
    publish(workspace)
    assert files(workspace) == {"graphbuild.duckdb", ".graphbuild.lock"}


def build_and_die(output: Path) -> None:
    with Workspace(output).begin_build() as build:
        build.put(document("b.txt"), "b.txt")
        build.flush()
        os.kill(os.getpid(), 9)


def test_an_empty_folder_has_no_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no graph here; build one with: graphbuild build"):
        Workspace(tmp_path).open_reader()


def test_a_graph_that_another_program_has_open_is_not_to_be_removed(tmp_path: Path) -> None:
    publish(Workspace(tmp_path))
    writing = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", writing, str(Workspace(tmp_path).database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline() == "open\n"
        with pytest.raises(OpenError, match="another program has it open for writing; close it there"):
            Workspace(tmp_path).open_reader()
        other.communicate("")


def test_a_file_that_is_no_store_is_refused_in_one_line_by_readers_and_builds(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.database.write_bytes(b"not a database, only some words of plain text " * 1000)
    for ask in (workspace.open_reader, lambda: workspace.begin_build().__enter__()):
        with pytest.raises(StoreError, match="not a graph that can be opened") as raised:
            ask()
        assert "\n" not in str(raised.value)


def test_a_store_of_another_format_is_refused_with_both_versions(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish(workspace)
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("UPDATE graphbuild_tables.meta SET value = '99' WHERE name = 'format'")
    for ask in (workspace.open_reader, lambda: workspace.begin_build().__enter__()):
        with pytest.raises(StoreError, match="a store of format 99, but this graphbuild reads format 7"):
            ask()


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("CREATE TABLE other (x INTEGER)")
    with pytest.raises(StoreError, match="a store of format none"):
        workspace.open_reader()


@pytest.mark.parametrize("output", ["file.txt", "file.txt/below"])
def test_an_output_that_cannot_be_a_folder_is_one_clear_line(tmp_path: Path, output: str) -> None:
    (tmp_path / "file.txt").write_text("not a folder")
    with pytest.raises(StoreError, match=r"cannot be made .*choose another output folder"):
        Workspace(tmp_path / output).begin_build().__enter__()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_is_one_clear_line() -> None:
    with pytest.raises(StoreError, match=r"/proc: cannot be written .*choose another output folder"):
        Workspace("/proc").begin_build().__enter__()


def test_a_full_disk_stops_the_build_in_one_line_and_keeps_what_was_published(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish(workspace)
    before = workspace.database.read_bytes()
    script = textwrap.dedent(
        """
        import resource, secrets, signal, sys
        from graphbuild.errors import OpenError, StoreError
        from graphbuild.model import Document, Extraction
        from graphbuild.store import Workspace
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            with Workspace(sys.argv[1]).begin_build() as build:
                size = 2_000_000
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
                for n in range(100):
                    build.put(Extraction(Document(str(n), secrets.token_hex(50_000), "d"), (), ()), "a")
                    build.flush()
                build.publish()
        except StoreError as error:
            print(error)
        """
    )
    done = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=False)
    assert "the build had to stop" in done.stdout, done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert workspace.database.read_bytes() == before
    assert files(workspace) == {"graphbuild.duckdb", ".graphbuild.lock"}
