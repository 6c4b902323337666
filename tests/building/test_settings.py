"""`graphbuild.toml`: where it is looked for, what it changes, and what is said of one that is not right."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import graphbuild as gb
from graphbuild.building.settings import FILE, find_settings, load_settings
from graphbuild.cli import main
from graphbuild.errors import ResourceError, UsageError

ARTICLE = (
    "Ngày 12/7/2022, Đoàn Hạc Lĩnh tổ chức Hội nghị sơ kết."
    " Thiếu tướng Trần Văn Minh, Tư lệnh Quân khu 7 chủ trì hội nghị."
)
UNIT = '[[unit]]\nname = "Sư đoàn 941"\naliases = ["Đoàn Hạc Lĩnh"]\nsource = "notes"\n'


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "names").mkdir(parents=True)
    (folder / "names" / "known_units.toml").write_text(UNIT, "utf-8")
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    return folder


def settle(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(text, "utf-8")
    return folder / FILE


def test_settings_beside_the_articles_name_the_page_and_lay_the_gazetteer(articles: Path, tmp_path: Path) -> None:
    settle(articles, 'name = "Military Region 7"\nlanguage = "vi"\ngazetteer = ["names"]\n')
    report = gb.build(articles, tmp_path / "output")
    page = report.page.read_text("utf-8")
    assert '<html lang="vi">' in page
    assert "<title>Military Region 7</title>" in page
    g = gb.open(tmp_path / "output")
    assert g.title == "Military Region 7"
    assert main(["view", "su doan 941", "-g", str(tmp_path / "output")]) == 0
    assert '<html lang="vi">' in (tmp_path / "output" / "view.html").read_text("utf-8")
    assert g.search("su doan 941")[0].name == "Sư đoàn 941"


def test_settings_of_the_output_folder_come_before_those_of_the_articles(articles: Path, tmp_path: Path) -> None:
    settle(articles, 'name = "of the articles"\n')
    settle(tmp_path / "output", 'name = "of the output"\n')
    assert find_settings([articles], tmp_path / "output").name == "of the output"
    assert find_settings([articles]).name == "of the articles"
    given = settle(tmp_path / "other", 'name = "given"\n')
    assert find_settings([articles], tmp_path / "output", given).name == "given"


def test_two_source_folders_with_settings_are_refused(articles: Path, tmp_path: Path) -> None:
    settle(articles, "")
    settle(tmp_path / "more", "")
    with pytest.raises(UsageError, match="choose one with --settings"):
        find_settings([articles, tmp_path / "more"])


def test_a_build_without_settings_forgets_those_of_the_build_before(articles: Path, tmp_path: Path) -> None:
    file = settle(articles, 'name = "x"\n')
    gb.build(articles, tmp_path / "output")
    file.unlink()
    gb.build(articles, tmp_path / "output")
    assert gb.open(tmp_path / "output").title == "graphbuild"


def test_filters_hold_for_questions_and_views_until_told_otherwise(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(articles, '[filters]\nonly = ["person"]\nfrom = "2022"\n')
    output = tmp_path / "output"
    gb.build(articles, output)

    def kinds(*options: str) -> set[str]:
        assert main(["top", "-g", str(output), "--csv", *options]) == 0
        return {row["kind"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}

    assert kinds() == {"person"}
    assert kinds("--only", "unit") == {"unit"}
    assert kinds("--all") > {"person", "unit"}
    assert main(["view", "-g", str(output)]) == 0
    assert "person, from 2022" in capsys.readouterr().out
    assert gb.open(output).about["settings"].only() == gb.Filters(kinds="person", since="2022")  # type: ignore[attr-defined]


def test_extract_takes_the_settings_of_its_folder(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(articles, 'gazetteer = ["names"]\n[filters]\nonly = ["person"]\n')
    assert main(["extract", str(articles), "--format", "json", "--explain"]) == 2
    assert main(["extract", str(articles), "--format", "json"]) == 0
    assert "Đoàn Hạc Lĩnh" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('name = "x"\nlangage = "vi"\n', 2, "perhaps language"),
        ('language = "fr"\n', 1, "not 'fr'"),
        ('gazetteer = ["names",\n "absent"]\n', 2, "there is no 'absent'"),
        ('[filters]\nonly = ["person"]\nfrom = "2021-13"\n', 3, "filters from"),
        ('[filters]\nonly = ["persn"]\n', 2, "filters only"),
        ('[filters]\nfrom = "2023"\nto = "2021"\n', 1, "before the beginning"),
        ("[filters]\nconfidence = 2\n", 2, "confidence"),
        ('[filters]\nsince = "2021"\n', 2, "it takes only, type, role, source, from, to, confidence"),
        ("name = [\n", 1, "is not valid TOML"),
    ],
)
def test_what_is_not_right_is_named_with_its_line(articles: Path, text: str, line: int, says: str) -> None:
    file = settle(articles, text)
    with pytest.raises(ResourceError) as refused:
        load_settings(file)
    assert str(refused.value).startswith(f"{file}:{line}: ")
    assert says in str(refused.value)


def test_settings_that_are_not_there_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    assert main(["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "o"), "--settings", "absent.toml"]) == 1
    assert "absent.toml: cannot be read" in capsys.readouterr().err


def test_the_schema_of_settings_takes_what_is_right_and_no_other_field() -> None:
    validator = Draft202012Validator(gb.gazetteer.schema("settings"))
    assert validator.is_valid({"name": "x", "gazetteer": ["en"], "filters": {"from": "2021", "only": ["person"]}})
    assert not validator.is_valid({"filters": {"since": "2021"}})
    assert not validator.is_valid({"language": "fr"})
