"""`graphbuild build` and `graphbuild extract`."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from graphbuild.cli import main
from tests.building.articles import CONFERENCE, write_articles

KEYS = {
    "document", "persons", "units", "events", "relations", "unit_relations", "places", "byline", "published",
}  # fmt: skip

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles")


def test_build_reports_counts_and_where_the_page_lies(articles: Path, tmp_path: Path, capsys: Captured) -> None:
    output = tmp_path / "output"
    assert main(["build", str(articles), "-o", str(output)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "articles: 3 new, 0 changed, 0 unchanged, 0 failed" in out
    assert "graph: 3 persons" in out
    assert out.splitlines()[-1] == f"page: {output / 'graph.html'}"
    assert main(["build", str(articles / "a.txt"), "-o", str(output)]) == 0
    assert "of earlier builds, not among the sources: 3 kept" in capsys.readouterr().out


def test_build_goes_on_past_bad_files_names_each_on_a_line_and_exits_with_1(
    articles: Path, tmp_path: Path, capsys: Captured
) -> None:
    (articles / "empty.txt").touch()
    assert main(["build", str(articles), str(tmp_path / "missing"), "-o", str(tmp_path / "output")]) == 1
    out, err = capsys.readouterr()
    assert "articles: 3 new, 0 changed, 0 unchanged, 2 failed" in out
    assert err.splitlines() == [
        f"failed: {articles / 'empty.txt'}: the file is empty",
        f"failed: {tmp_path / 'missing'}: no such file or folder",
    ]


def test_build_can_be_quiet_or_speak_json(articles: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["build", str(articles), "-o", str(tmp_path / "output"), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["build", str(articles), "-o", str(tmp_path / "output"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["unchanged"], report["failed"], report["failures"]) == (3, 0, [])
    assert report["page"] == str(tmp_path / "output" / "graph.html")


def test_build_of_nothing_that_exists_is_wrong_usage(tmp_path: Path, capsys: Captured) -> None:
    assert main(["build", str(tmp_path / "missing"), "-o", str(tmp_path / "output")]) == 2
    assert (
        capsys.readouterr().err == f"error: {tmp_path / 'missing'}: no such file or folder; name folders of articles\n"
    )
    assert not (tmp_path / "output").exists()


def test_build_into_what_is_no_folder_is_one_line_and_exit_code_1(articles: Path, capsys: Captured) -> None:
    assert main(["build", str(articles), "-o", str(articles / "a.txt")]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"error: {articles / 'a.txt'}: cannot be made")
    assert len(err.splitlines()) == 1


def test_extract_prints_one_json_object_a_line_with_the_keys_of_the_contract(articles: Path, capsys: Captured) -> None:
    assert main(["extract", str(articles), "--format", "jsonl"]) == 0
    documents = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [document["document"] for document in documents] == [f"articles/{name}.txt" for name in "abc"]
    assert all(document.keys() >= KEYS for document in documents)
    assert "Trần Văn Minh" in {person["name"] for person in documents[0]["persons"]}


def test_extract_prints_a_json_list_or_text(articles: Path, capsys: Captured) -> None:
    assert main(["extract", str(articles), "--json"]) == 0
    as_option = capsys.readouterr().out
    assert len(json.loads(as_option)) == 3
    assert main(["extract", str(articles), "--format", "json"]) == 0
    assert capsys.readouterr().out == as_option
    assert main(["extract", str(articles / "a.txt")]) == 0
    out = capsys.readouterr().out
    assert "person: Thiếu tướng Trần Văn Minh" in out
    assert "    Tư lệnh, Quân khu 6" in out


def test_extract_goes_on_past_a_bad_file_and_exits_with_1(articles: Path, capsys: Captured) -> None:
    (articles / "b.txt").write_bytes(b"")
    assert main(["extract", str(articles), "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err == f"failed: {articles / 'b.txt'}: the file is empty\n"


def test_extract_in_several_processes_prints_the_same(articles: Path, capsys: Captured) -> None:
    for jobs in ("1", "2"):
        assert main(["extract", str(articles), "--format", "jsonl", "--jobs", jobs]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == lines[3:]


def test_extract_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CONFERENCE.encode())))
    assert main(["extract", "-", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["document"] == "-"


def test_jobs_are_at_least_one(articles: Path, capsys: Captured) -> None:
    assert main(["build", str(articles), "--jobs", "0"]) == 2
    assert "Invalid value for '--jobs'" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_a_terminal_sees_a_progress_bar_that_goes_away(articles: Path, tmp_path: Path) -> None:
    import pty

    written: list[bytes] = []

    def read(handle: int) -> bytes:
        written.append(os.read(handle, 4096))
        return written[-1]

    status = pty.spawn([sys.executable, "-m", "graphbuild", "build", str(articles), "-o", str(tmp_path / "o")], read)
    screen = b"".join(written).decode()
    assert status == 0
    assert "reading articles" in screen or "resolving names" in screen
    assert "\x1b[" in screen
    assert "page: " in screen


def test_without_the_statistical_ner_only_rules_name_places(tmp_path: Path, capsys: Captured) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Mưa lớn ở vùng cao\n\nHai xe chở gạo đã lên tới Tà Rua trước khi trời tối.\n", encoding="utf-8")
    assert main(["extract", str(article)]) == 0
    assert "place: Tà Rua" in capsys.readouterr().out
    assert main(["extract", str(article), "--no-ner"]) == 0
    assert "Tà Rua" not in capsys.readouterr().out
