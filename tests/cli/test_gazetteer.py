"""`graphbuild gazetteer` at the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from graphbuild.cli import main

ARTICLE = "Thiếu tướng Trần Văn Minh, Tư lệnh Đoàn Hạc Lĩnh chủ trì Hội nghị sơ kết."


def test_a_folder_is_made_checked_tried_and_built_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine"
    said = ['name="Sư đoàn 941"', "aliases=Đoàn Hạc Lĩnh", "parent=Quân khu 7", "source=my notes"]
    assert main(["gazetteer", "add", "known_units", *(one.replace('"', "") for one in said), "--to", str(mine)]) == 0
    assert capsys.readouterr().out == f"{mine}/known_units.toml:3: new\n"

    assert main(["gazetteer", "check", str(mine)]) == 0
    assert capsys.readouterr().out == f"nothing wrong with {mine}\n"

    assert main(["gazetteer", "list", "hac linh", "--gazetteer", str(mine), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["kind"], row["name"], row["where"]) == ("known_units", "Sư đoàn 941", [f"{mine}/known_units.toml:3"])

    assert main(["gazetteer", "test", ARTICLE, "--gazetteer", str(mine), "--no-ner"]) == 0
    out = capsys.readouterr().out
    assert f"Đoàn Hạc Lĩnh\tknown_units\tunit\tSư đoàn 941\t{mine}/known_units.toml:5" in out
    assert "Đoàn Hạc Lĩnh\tunit\tSư đoàn 941\t" in out

    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    output = tmp_path / "output"
    assert main(["build", str(tmp_path / "a.txt"), "-o", str(output), "--gazetteer", str(mine), "--quiet"]) == 0
    capsys.readouterr()
    assert main(["show", "su doan 941", "-g", str(output)]) == 0
    assert "also: Đoàn Hạc Lĩnh" in capsys.readouterr().out


def test_a_judgement_is_obeyed_with_the_folder_that_the_graph_was_built_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, output = tmp_path / "mine", tmp_path / "output"
    main(["gazetteer", "add", "ranks", "name=Thiếu tướng", "variants=TTg", "--to", str(mine)])
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    main(["build", str(tmp_path / "a.txt"), "-o", str(output), "--gazetteer", str(mine), "--quiet"])
    assert main(["judge", "--not-a-person", "Trần Văn Minh", "-g", str(output), "--no-views"]) == 0
    shutil.rmtree(mine)
    capsys.readouterr()
    assert main(["judge", "--undo", "-g", str(output), "--no-views"]) == 1
    assert str(mine) in capsys.readouterr().err


def test_a_check_prints_file_and_line_and_exits_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ranks.toml").write_text('[[rank]]\nname = "Đại tá"\n\nvariant = ["x"]\n', "utf-8")
    assert main(["gazetteer", "check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith(f"{tmp_path}/ranks.toml:4: rank 1, field variant: there is no such field")
    assert main(["gazetteer", "check", str(tmp_path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["line"] == 4


def test_a_doubt_does_not_fail_a_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ranks.toml").write_text('[[rank]]\nname = "Đại tá"\nvariants = ["Thượng tá"]\n', "utf-8")
    assert main(["gazetteer", "check", str(tmp_path)]) == 0
    assert "ranks.toml:1: perhaps: 'Thượng tá' is a spelling of" in capsys.readouterr().out


def test_a_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "schema", "known_units"]) == 0
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "zzzz"], "nothing in the gazetteer has 'zzzz' in it"),
        (["list", "zzzz", "x"], "no kind 'zzzz'"),
        (["list", "ranks", "zzzz"], "'zzzz'"),
        (["schema", "rank"], "known_units"),
        (["add", "ranks", "x"], "is no FIELD=VALUE"),
        (["add", "ranks"], "FIELD=VALUE"),
    ],
)
def test_wrong_usage_is_one_line_and_exits_with_2(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer", *words]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("path", ["absent", "empty"])
def test_a_folder_that_is_none_is_named(tmp_path: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["gazetteer", "check", str(tmp_path / path)]) == 1
    assert str(tmp_path / path) in capsys.readouterr().err
