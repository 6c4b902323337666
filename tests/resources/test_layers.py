"""Laying folders of one's own over the shipped gazetteer, and what is said of files that do not hold what they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.errors import ResourceError
from graphbuild.resources import check_gazetteer, load_gazetteer
from graphbuild.resources.kinds import KINDS


def folder(at: Path, **files: str) -> Path:
    at.mkdir(exist_ok=True)
    for name, text in files.items():
        (at / f"{name}.toml").write_text(text, "utf-8")
    return at


def test_an_entry_of_a_known_name_adds_spellings_and_replaces_single_values(tmp_path: Path) -> None:
    mine = load_gazetteer(
        [folder(tmp_path / "mine", ranks='[[rank]]\nname = "Thiếu tướng"\nvariants = ["TTg."]\nenglish = "One-star"\n')]
    )
    rank = mine.rank("TTg.")
    assert rank is not None
    assert (rank.name, rank.english, rank.order) == ("Thiếu tướng", "One-star", 14)
    assert len(mine.ranks) == len(load_gazetteer().ranks)


def test_a_known_name_is_known_whatever_its_case_and_tone_placement(tmp_path: Path) -> None:
    mine = load_gazetteer([folder(tmp_path / "mine", ranks='[[rank]]\nname = "đại uý"\nvariants = ["ĐU"]\n')])
    rank = mine.rank("ĐU")
    assert rank is not None
    assert rank.name == "Đại úy"


def test_word_lists_grow_and_new_entries_stand_before_the_shipped(tmp_path: Path) -> None:
    mine = load_gazetteer(
        [
            folder(
                tmp_path / "mine",
                words='honorifics = ["cụ"]\n[grammar]\nstop_words = ["vả"]\n',
                known_units='[[unit]]\nname = "Sư đoàn 941"\naliases = ["Đoàn 969"]\nsource = "notes"\n',
            )
        ]
    )
    assert mine.words.honorifics[-1] == "cụ"
    assert set(load_gazetteer().words.grammar.stop_words) < set(mine.words.grammar.stop_words)
    known = mine.canonical_unit("Đoàn 969")
    assert known is not None
    assert known.name == "Sư đoàn 941"


def test_the_folder_named_last_lies_on_top(tmp_path: Path) -> None:
    below = folder(tmp_path / "a", ranks='[[rank]]\nname = "Đại tá"\norder = 1\n')
    above = folder(tmp_path / "b", ranks='[[rank]]\nname = "Đại tá"\norder = 2\n')
    assert load_gazetteer([below, above]).rank_order("Đại tá") == 2
    assert load_gazetteer([above, below]).rank_order("Đại tá") == 1


def test_a_file_that_has_changed_is_read_again_in_the_same_process(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine", ranks='[[rank]]\nname = "Đại tá"\norder = 1\n')
    before = load_gazetteer([mine])
    folder(mine, ranks='[[rank]]\nname = "Đại tá"\norder = 22\n')
    after = load_gazetteer([mine])
    assert (before.rank_order("Đại tá"), after.rank_order("Đại tá")) == (1, 22)
    assert before.digest != after.digest


FAULTY = (
    ("ranks", '# mine\n\n[[rank]]\nname = "X"\nvariants = []\norder = "high"\n', 6, "field order"),
    ("ranks", '[[rank]]\nname = "Đại tá"\n\n[[rank]]\nname = "X"\nvariants = []\n', 4, "rank 2, field order"),
    ("ranks", '[[rank]]\nname = "Đại tá"\nvariant = ["x"]\n', 3, "perhaps variants"),
    ("ranks", '[[rank]]\nname = "Đại tá"\nvariants = [\n  "a", # b\n  7,\n]\n', 5, "field variants"),
    ("ranks", '[[rank]]\nvariants = ["a"]\n', 1, "field name"),
    ("ranks", '[[rnak]]\nname = "a"\n', 1, "perhaps rank"),
    ("ranks", '[[rank]]\nname = "a\n', 2, "is not valid TOML"),
    ("titles", '\n[[title]]\nname = "Tư lệnh"\nheads = ["Sư đoan"]\n', 2, "unknown kind of unit 'Sư đoan'"),
    ("titles", '[[title]]\nname = "Tư lệnh"\nrole = "boss"\n', 3, "field role"),
    ("words", 'honorifics = ["cụ"]\n[grammar]\nstop_words = "và"\n', 3, "field grammar stop_words"),
    ("roles", '[decisions]\ntakes = ["nhận",\n  {a = 1}]\n', 3, "field decisions takes"),
    ("anniversaries", '[[anniversary]]\nname = "x"\nday = 32\nmonth = 1\nyear = 2000\nsource = "y"\n', 3, "field day"),
)


@pytest.mark.parametrize(("kind", "text", "line", "says"), FAULTY, ids=[f"{k} {s}" for k, _, _, s in FAULTY])
def test_a_fault_is_named_with_its_file_line_and_field(
    tmp_path: Path, kind: str, text: str, line: int, says: str
) -> None:
    mine = folder(tmp_path / "mine", **{kind: text})
    with pytest.raises(ResourceError) as refused:
        load_gazetteer([mine])
    assert str(refused.value).startswith(f"{mine}/{kind}.toml:{line}: ")
    assert says in str(refused.value)


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine")
    (mine / "ranks.toml").write_bytes(b'[[rank]]\nname = "Th\xe9"\n')
    with pytest.raises(ResourceError, match=r"ranks\.toml:2: is not valid TOML: it is not UTF-8"):
        load_gazetteer([mine])


def test_a_check_tells_every_fault_of_every_file_at_once(tmp_path: Path) -> None:
    mine = folder(
        tmp_path / "mine",
        ranks='[[rank]]\nname = "Đại tá"\norder = "x"\n\n[[rank]]\nname = "Y"\n',
        known_units='[[unit]]\nname = "Sư đoàn 941"\n',
    )
    found = check_gazetteer([mine])
    assert {(Path(fault.file).name, fault.line) for fault in found if fault.sure} == {
        ("ranks.toml", 3),
        ("ranks.toml", 5),
        ("known_units.toml", 1),
    }


def test_a_check_doubts_what_is_spelled_like_another_and_a_parent_that_nobody_knows(tmp_path: Path) -> None:
    mine = folder(
        tmp_path / "mine",
        known_units='[[unit]]\nname = "Sư đoàn 941"\naliases = ["Đoàn 969"]\nparent = "Quân khu 77"\nsource = "notes"\n',
    )
    found = check_gazetteer([mine])
    assert not any(fault.sure for fault in found)
    assert sorted("Đoàn 969" in fault.what for fault in found) == [False, True]
    assert {fault.line for fault in found} == {1}


def test_the_shipped_gazetteer_has_no_fault_and_no_doubt() -> None:
    assert check_gazetteer() == ()


@pytest.mark.parametrize("name", ["rank.toml", "boilerplate.toml"])
def test_a_file_of_a_name_that_means_nothing_is_refused(tmp_path: Path, name: str) -> None:
    mine = folder(tmp_path / "mine", ranks="rank = []\n")
    (mine / name).write_text("", "utf-8")
    with pytest.raises(ResourceError, match=name):
        load_gazetteer([mine])


def test_a_folder_without_a_data_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="no data file in this folder"):
        load_gazetteer([tmp_path])


@pytest.mark.parametrize("kind", [*KINDS])
def test_an_empty_file_of_any_kind_changes_nothing_but_the_digest(tmp_path: Path, kind: str) -> None:
    mine, plain = load_gazetteer([folder(tmp_path / "mine", **{kind: "# nothing yet\n"})]), load_gazetteer()
    assert mine.digest != plain.digest
    fields = [name for name in vars(plain) if not name.startswith("_") and name not in ("digest", "extra")]
    assert [name for name in fields if getattr(mine, name) != getattr(plain, name)] == []
