"""The file of judgements: what the program writes it reads, and what a hand spoils it names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import JudgementError
from graphbuild.model import EntityKind
from graphbuild.resolve import (
    Answer,
    Judgement,
    NotAPerson,
    PairJudgement,
    ParentJudgement,
    Side,
    Signed,
    WrongClaim,
)
from graphbuild.store import JudgementFile


def unsigned(judgement: Judgement) -> Judgement:
    return replace(judgement, signed=Signed())


words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
signed = st.builds(Signed, words, words, words)


def sides(document: str) -> st.SearchStrategy[Side]:
    """Sides of one article each, so that no two share a record."""
    return st.builds(Side, st.lists(st.tuples(st.just(document), words), min_size=1, max_size=3).map(tuple), words)


judgements: st.SearchStrategy[Judgement] = st.one_of(
    st.builds(
        PairJudgement, st.just(Answer.UNSURE), st.sampled_from(EntityKind), sides("a.txt"), sides("b.txt"), signed
    ),
    st.builds(NotAPerson, words, st.just("") | words, signed),
    st.builds(WrongClaim, words, st.just("posting"), st.tuples(st.tuples(st.just("unit"), words)), signed),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(judgements, max_size=5, unique_by=unsigned), st.data())
def test_what_is_written_is_read_and_what_is_cut_out_leaves_the_rest(
    tmp_path_factory: pytest.TempPathFactory, made: list[Judgement], data: st.DataObject
) -> None:
    file = JudgementFile(tmp_path_factory.mktemp("file") / "judgements.toml")
    assert [file.append(one) for one in made] == list(range(1, len(made) + 1))
    read = file.load().all
    assert [(str(one), one.signed.why) for one in read] == [(str(one), one.signed.why) for one in made]
    assert [one.signed.entry for one in read] == list(range(1, len(made) + 1))
    if made:
        entry = data.draw(st.integers(1, len(made)))
        assert file.remove(entry) == read[entry - 1]
        rest = [str(one) for n, one in enumerate(made, 1) if n != entry]
        assert [str(one) for one in file.load().all] == rest


PAIR = """
[[judgement]]
says = "same"
kind = "person"
a = [["a.txt", "Lò Văn Thắm"]]
b = [["b.txt", "Lò Văn Thắm"]]
when = 2024-11-02
"""
PARENT = """
[[judgement]]
says = "parent"
unit = [["a.txt", "Sư đoàn 941"]]
parent = [["b.txt", "Quân khu 6"]]
"""


@pytest.fixture
def file(tmp_path: Path) -> JudgementFile:
    return JudgementFile(tmp_path / "judgements.toml")


def test_no_file_is_no_judgement(file: JudgementFile) -> None:
    assert file.load().all == ()


def test_what_a_hand_has_written_is_read(file: JudgementFile) -> None:
    file.path.write_text(PAIR + PARENT, "utf-8")
    pair, parent = file.load().all
    assert isinstance(pair, PairJudgement)
    assert (pair.a.records, pair.signed.when) == ((("a.txt", "Lò Văn Thắm"),), "2024-11-02")
    assert isinstance(parent, ParentJudgement)
    assert str(parent) == "a.txt::Sư đoàn 941 parent b.txt::Quân khu 6"


BROKEN = {
    'says = "same"': ("says = ", "not valid TOML"),
    'kind = "person"': ('kind = "ship"', "line 2, judgement 1: field kind: .*person.*; mend that entry"),
    'a = [["a.txt", "Lò Văn Thắm"]]': ("a = []", "judgement 1: field a: "),
    'b = [["b.txt", "Lò Văn Thắm"]]': ('b = [["b.txt"]]', "judgement 1: field b 1"),
    "when = 2024-11-02": ("wen = 2024-11-02", "judgement 1: field wen"),
    "[[judgement]]": ("[[judgment]]", "holds judgment; begin every entry"),
}


@pytest.mark.parametrize("right", BROKEN)
def test_what_a_hand_has_spoiled_is_named_with_its_place(file: JudgementFile, right: str) -> None:
    wrong, message = BROKEN[right]
    file.path.write_text(PAIR.replace(right, wrong), "utf-8")
    with pytest.raises(JudgementError, match=rf"judgements\.toml.*{message}"):
        file.load()


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('says = "maybe"', "field says: 'maybe' is none of"),
        ('says = "wrong claim"\ndocument = "a.txt"\nclaim = {kind = "boat", unit = "x"}', "field claim needs a kind"),
        ('says = "wrong claim"\ndocument = "a.txt"\nclaim = {kind = "rank", unit = "x"}', "a rank has no unit"),
        ('says = "wrong claim"\ndocument = "a.txt"\nclaim = {kind = "rank"}', "nothing of the claim but its kind"),
        ('says = "parent"\nunit = [["a", "x"]]\nparent = [["b", "y"], ["a", "x"]]', "both sides name 'a x'"),
        ('says = "not a person"\nname = ""', "field name"),
    ],
)
def test_the_second_entry_is_checked_like_the_first(file: JudgementFile, entry: str, message: str) -> None:
    file.path.write_text(f"{PAIR}\n[[judgement]]\n{entry}\n", "utf-8")
    with pytest.raises(JudgementError, match=f"line 9, judgement 2: .*{message}"):
        file.load()


def test_judgements_that_contradict_each_other_are_refused_by_hand_and_by_program(file: JudgementFile) -> None:
    file.path.write_text(PAIR + PAIR.replace("same", "different"), "utf-8")
    both = r"judgement 2 \(.*different.*\) contradicts judgement 1 \(.*same.*\)"
    with pytest.raises(JudgementError, match=both):
        file.load()
    file.path.write_text(PAIR, "utf-8")
    one = file.load().all[0]
    assert isinstance(one, PairJudgement)
    with pytest.raises(JudgementError, match=both):
        file.append(PairJudgement(Answer.DIFFERENT, one.kind, one.b, one.a))
    assert file.path.read_text("utf-8") == PAIR


def test_what_is_judged_already_is_not_written_twice(file: JudgementFile) -> None:
    file.append(NotAPerson("Hồng Hà", signed=Signed("Lan")))
    with pytest.raises(JudgementError, match=r"that is judgement 1 already \(Hồng Hà not a person\)"):
        file.append(NotAPerson("Hồng Hà", signed=Signed("Minh")))


def test_comments_of_a_hand_stay_when_entries_come_and_go(file: JudgementFile) -> None:
    file.path.write_text(f"# ours\n{PAIR}\n# on units\n{PARENT}", "utf-8")
    file.append(NotAPerson("Hồng Hà"))
    file.remove(1)
    text = file.path.read_text("utf-8")
    assert text.startswith("# ours\n")
    assert "# on units\n" in text
    assert [str(one) for one in file.load().all][1] == "Hồng Hà not a person"
    with pytest.raises(JudgementError, match="no judgement 3, there are 2"):
        file.remove(3)


def test_a_link_to_a_file_elsewhere_stays_a_link(file: JudgementFile, tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "ours.toml"
    kept.parent.mkdir()
    kept.write_text(PAIR, "utf-8")
    file.path.symlink_to(kept)
    file.append(NotAPerson("Hồng Hà"))
    assert file.path.is_symlink()
    assert "Hồng Hà" in kept.read_text("utf-8")
