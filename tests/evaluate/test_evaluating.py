"""What a score says, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import graphbuild as gb
from graphbuild.errors import GraphbuildError, ReadError
from graphbuild.evaluate import Cause, Miss, Row, evaluate
from graphbuild.samples import articles_folder

SAMPLE_GOLD = articles_folder().with_name("gold")
UNIT = "Bộ Chỉ huy quân sự tỉnh Lâm Giang"
FACTS: dict[str, Any] = {
    "persons": [
        {
            "name": "Trần Văn Minh",
            "rank": "Đại tá",
            "positions": [{"title": "Phó Bí thư Đảng ủy, Chỉ huy trưởng", "unit": UNIT, "status": "current"}],
        }
    ],
    "units": [
        {"name": UNIT, "aliases": ["Bộ CHQS tỉnh"], "parent": "Quân khu 6"},
        {"name": "Quân khu 6", "aliases": [], "parent": None},
    ],
    "events": [
        {"type": "training", "name": "tập huấn cán bộ", "date": None, "place": None, "organiser": None},
        {
            "type": "conference",
            "name": "Hội nghị quân chính năm 2021",
            "date": "2021-12-03",
            "place": "Hội trường Quân khu 6",
            "organiser": UNIT,
            "main": True,
        },
    ],
    "relations": [{"person": "Trần Văn Minh", "event": 1, "role": "chairs"}],
    "unit_relations": [{"from": UNIT, "to": "Cụm thi đua số 2", "type": "leads"}],
    "places": ["Khu K9"],
    "byline": "Thu Hà",
}


def changed(**fields: Any) -> dict[str, Any]:
    return json.loads(json.dumps({**FACTS, **fields}))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(FACTS), "utf-8")
    return folder


def misses(gold: Path, prediction: dict[str, Any]) -> set[tuple[str, str, str, str]]:
    return {(miss.row, str(miss.cause), miss.expected, miss.found) for miss in evaluate(gold, {"a": prediction}).misses}


def test_gold_scores_one_in_every_row_against_itself() -> None:
    files = {file.stem: json.loads(file.read_text("utf-8")) for file in SAMPLE_GOLD.glob("*.json")}
    score = evaluate(SAMPLE_GOLD, files)
    assert {row.name: row.f1 for row in score.rows} == {row.name: 1.0 for row in score.rows}
    assert len(score.rows) == 16
    assert (score.misses, score.documents, score.absent) == ((), 42, ())


def test_an_article_without_a_prediction_is_named_and_all_its_facts_are_missed(gold: Path) -> None:
    score = evaluate(gold, [])
    assert score.absent == ("a",)
    assert all(row.f1 == 0 for row in score.rows)
    assert score.row("units") == Row("units", 0, 0, 2)


def test_facts_as_the_library_returns_them_are_scored_by_the_stem_of_their_document(tmp_path: Path) -> None:
    facts = gb.extract("Thiếu tướng Trần Văn Minh, Tư lệnh Quân khu 6 chủ trì hội nghị quân chính.")
    (tmp_path / "text.json").write_text(json.dumps(facts.as_dict()), "utf-8")
    score = evaluate(tmp_path, [facts])
    assert score.absent == ()
    assert score.row("officers") == Row("officers", 1, 0, 0)
    assert score.misses == ()


def test_predictions_without_a_gold_file_are_passed_over(gold: Path) -> None:
    predictions = [changed(document="folder/a.txt"), changed(document="b.txt"), changed(document="b.html")]
    assert evaluate(gold, predictions).misses == ()


def test_each_failure_is_named_with_article_row_cause_and_words(gold: Path) -> None:
    person = {"name": "Trần Văn Minh", "rank": "Thượng tá", "positions": [{"title": "Chính ủy", "unit": UNIT}]}
    found = misses(gold, changed(persons=[person], relations=[{"person": "Lê An", "event": 1, "role": "speaks"}]))
    event = "Hội nghị quân chính năm 2021"
    assert found == {
        ("rank (accuracy)", "wrong rank", "Trần Văn Minh: Đại tá", "Trần Văn Minh: Thượng tá"),
        ("positions", "wrong title", f"Trần Văn Minh: Chỉ huy trưởng, {UNIT}", f"Trần Văn Minh: Chính ủy, {UNIT}"),
        ("positions", "not claimed", f"Trần Văn Minh: Phó Bí thư Đảng ủy, {UNIT}", ""),
        ("participation with role", "not claimed", f"Trần Văn Minh: chairs, {event}", ""),
        ("participation with role", "false alarm", "", f"Lê An: speaks, {event}"),
        ("participation", "not claimed", f"Trần Văn Minh: {event}", ""),
        ("participation", "false alarm", "", f"Lê An: {event}"),
    }
    score = evaluate(gold, {"a": changed(places=[])})
    assert score.misses == (Miss("a", "places", Cause.MISSED_HEAD, "Khu K9", ""),)


@pytest.mark.parametrize(
    "other",
    [
        changed(persons=[{**FACTS["persons"][0], "name": "TRẦN VĂN MINH"}]),
        changed(
            persons=[
                {
                    **FACTS["persons"][0],
                    "positions": [
                        {"title": "Phó Bí thư", "unit": "Đảng uỷ Bộ CHQS tỉnh Lâm Giang"},
                        {"title": "nguyên Chỉ huy trưởng", "unit": "Bộ CHQS tỉnh"},
                    ],
                }
            ]
        ),
        changed(units=[{"name": "Bộ CHQS tỉnh", "parent": "QK 6"}, {"name": "Quân khu 6"}]),
        changed(events=[FACTS["events"][0], {**FACTS["events"][1], "date": "2021-12", "name": "Hội nghị quân chính"}]),
        changed(
            events=[FACTS["events"][1], FACTS["events"][0]],
            relations=[{"person": "Trần Văn Minh", "event": 0, "role": "presides"}],
        ),
        changed(places=["Đá Chông, Khu K9"], byline="THU HÀ"),
    ],
    ids=["capitals", "one title or two", "short forms", "coarser date", "other order", "longer place"],
)
def test_other_ways_to_say_the_same_count_as_right(gold: Path, other: dict[str, Any]) -> None:
    assert misses(gold, other) == set()


@pytest.mark.parametrize(
    ("other", "row"),
    [
        (changed(events=[FACTS["events"][0], {**FACTS["events"][1], "date": "2021-11"}]), "main event date (accuracy)"),
        (changed(events=[FACTS["events"][0], {**FACTS["events"][1], "place": "Huế"}]), "main event place (accuracy)"),
        (changed(events=[FACTS["events"][0], {**FACTS["events"][1], "type": "visit"}]), "event type (accuracy)"),
        (changed(unit_relations=[{**FACTS["unit_relations"][0], "type": "member_of"}]), "unit relations"),
        (changed(units=[{"name": UNIT, "parent": "Quân khu 7"}, {"name": "Quân khu 6"}]), "unit hierarchy"),
        (changed(byline=None), "byline (accuracy)"),
    ],
)
def test_a_wrong_answer_counts_in_its_own_row_only(gold: Path, other: dict[str, Any], row: str) -> None:
    assert {miss[0] for miss in misses(gold, other)} == {row}


def test_readings_that_gold_accepts_are_right(gold: Path) -> None:
    accept = {"type": ["meeting"], "date": [None], "organiser": ["Quân khu 6"]}
    event = {**FACTS["events"][1], "accept": accept}
    (gold / "a.json").write_text(json.dumps(changed(events=[FACTS["events"][0], event])), "utf-8")
    other = {**FACTS["events"][1], "type": "meeting", "date": None, "organiser": "QK 6"}
    assert misses(gold, changed(events=[FACTS["events"][0], other])) == set()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON (Expecting property name enclosed in double quotes at column 2)"),
        ('{\n "persons": [}\n', "is not JSON (Expecting value at line 2, column 14)"),
        ("[]", "expected a JSON object, not a list"),
        (json.dumps({k: v for k, v in FACTS.items() if k != "units"}), "field units: Field required"),
        (json.dumps(changed(persons=[*FACTS["persons"], {"rank": "Đại tá"}])), "field persons 2 name: Field required"),
        (json.dumps(changed(places=[7])), "field places 1: Input should be a valid string"),
        (
            json.dumps(changed(unit_relations=[{"to": "A", "type": "leads"}])),
            "field unit_relations 1 from: Field required",
        ),
        (
            json.dumps(changed(relations=[{"person": "A", "event": 2, "role": "chairs"}])),
            "field relations 1 event: 2 is no index into the 2 events, counted from 0",
        ),
        (
            json.dumps(changed(relations=[{"person": "A", "event": -1, "role": "chairs"}])),
            "field relations 1 event: Input should be greater than or equal to 0",
        ),
    ],
)
def test_bad_gold_is_refused_naming_file_field_and_what_was_expected(gold: Path, text: str, message: str) -> None:
    (gold / "b.json").write_text(text, "utf-8")
    with pytest.raises(ReadError) as caught:
        evaluate(gold, [])
    expected = f"{gold / 'b.json'}: {message}; write it as graphbuild extract --format jsonl does"
    assert str(caught.value) == expected


def test_gold_that_is_not_utf8_is_refused(gold: Path) -> None:
    (gold / "b.json").write_bytes("{}".encode("utf-16"))
    with pytest.raises(ReadError, match=r"b\.json: is not UTF-8 at byte 0; save it as UTF-8"):
        evaluate(gold, [])


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(ReadError, match=r"no gold here, expected NAME\.json for each article"):
            evaluate(folder, [])


@pytest.mark.parametrize(
    ("predictions", "message"),
    [
        ({"a": changed(units=[{"aliases": []}])}, "prediction for a: field units 1 name: Field required"),
        ([changed()], "prediction 1: field document: expected the article's name"),
        ([changed(document="x/a.txt"), changed(document="y/a.html")], "prediction for a: there is a second one"),
    ],
)
def test_bad_predictions_are_refused_naming_article_and_field(gold: Path, predictions: Any, message: str) -> None:
    with pytest.raises(GraphbuildError) as caught:
        evaluate(gold, predictions)
    assert str(caught.value).startswith(message + ";")
