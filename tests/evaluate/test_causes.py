"""Each fact that fails is put down to its cause, with the sentence it is about."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graphbuild.evaluate import Cause, Miss, Prediction, evaluate
from graphbuild.model import (
    EventClaim,
    EventRole,
    EventType,
    Extraction,
    MentionKind,
    ParentClaim,
    PartialDate,
    ParticipationClaim,
    PostingClaim,
    RankClaim,
    Status,
    UnitClaim,
)
from tests.evaluate.spoiling import (
    CHAIRED,
    GUESTS,
    OPENING,
    POLITICAL,
    REPORT,
    SPEECH,
    changed,
    facts_of,
    read,
    without,
)

CHAIR, DEPUTY, MAJOR, COMMISSAR = "Lã Quốc Thịnh", "Vũ Khắc Toản", "Mùa A Páo", "Tạ Hồng Khôi"
DIVISION, BATTALION = "Sư đoàn 941", "Tiểu đoàn 3"
EVENT = "Hội nghị quân chính"

ROLE, POSITION, UNITS, LINKS = "participation with role", "positions", "units", "unit hierarchy"


@pytest.fixture
def misses(tmp_path: Path) -> Callable[..., set[Miss]]:
    """The misses of a prediction of the article, against what is read in it or other gold."""

    def score(prediction: Prediction, **gold: Any) -> set[Miss]:
        (tmp_path / "a.json").write_text(json.dumps(facts_of(read(), **gold)), "utf-8")
        return set(evaluate(tmp_path, {"a": prediction}).misses)

    return score


def of_row(row: str, misses: set[Miss]) -> set[Miss]:
    return {miss for miss in misses if miss.row == row}


def about(person: str) -> Callable[[Any], bool]:
    return lambda claim: getattr(claim, "person", None) == person


def takes_part(person: str, *roles: EventRole) -> Callable[[Any], bool]:
    return lambda claim: isinstance(claim, ParticipationClaim) and claim.person == person and claim.role in roles


def test_what_is_read_without_a_fault_has_no_misses(misses: Callable[..., set[Miss]]) -> None:
    assert misses(read()) == set()


def test_a_name_that_no_mention_overlaps_is_a_missed_head_and_so_are_the_facts_about_it(
    misses: Callable[..., set[Miss]],
) -> None:
    found = misses(without(read(), about(MAJOR), lambda mention: mention.text == MAJOR))
    assert {miss.cause for miss in found} == {Cause.MISSED_HEAD}
    assert {miss.sentence for miss in found} == {GUESTS}
    assert {miss.row for miss in found} == {"officers", POSITION, ROLE, "participation"}
    assert Miss("a", "officers", Cause.MISSED_HEAD, MAJOR, "", GUESTS) in found


def cut_short(found: Extraction) -> Extraction:
    """The battalion's number is not read as part of its name."""
    mentions = tuple(replace(m, end=m.end - 2, text="Tiểu đoàn") if m.text == BATTALION else m for m in found.mentions)
    return replace(found, mentions=mentions)


def test_a_name_that_is_cut_differently_is_one_miss_that_shows_both(misses: Callable[..., set[Miss]]) -> None:
    short = changed(cut_short(read()), lambda c: isinstance(c, UnitClaim) and c.unit == BATTALION, unit="Tiểu đoàn")
    assert of_row(UNITS, misses(short)) == {Miss("a", UNITS, Cause.BOUNDARY, BATTALION, "Tiểu đoàn", GUESTS)}
    nowhere = without(cut_short(read()), lambda c: isinstance(c, UnitClaim) and c.unit == BATTALION)
    assert of_row(UNITS, misses(nowhere)) == {Miss("a", UNITS, Cause.BOUNDARY, BATTALION, "", GUESTS)}


def test_a_name_that_was_found_and_used_for_nothing_is_not_claimed(misses: Callable[..., set[Miss]]) -> None:
    found = misses(without(read(), lambda c: isinstance(c, UnitClaim) and c.unit == BATTALION))
    assert of_row(UNITS, found) == {Miss("a", UNITS, Cause.NOT_CLAIMED, BATTALION, "", GUESTS)}


def test_a_fact_whose_sentence_has_the_full_names_is_not_claimed(misses: Callable[..., set[Miss]]) -> None:
    found = misses(without(read(), takes_part(CHAIR, EventRole.CHAIRS)))
    expected = f"{CHAIR}: chairs, {EVENT}"
    assert of_row(ROLE, found) == {Miss("a", ROLE, Cause.NOT_CLAIMED, expected, "", CHAIRED)}
    found = misses(without(read(), lambda c: isinstance(c, PostingClaim) and c.person == MAJOR))
    expected = f"{MAJOR}: Tiểu đoàn trưởng, {BATTALION}"
    assert of_row(POSITION, found) == {Miss("a", POSITION, Cause.NOT_CLAIMED, expected, "", GUESTS)}


def test_an_act_told_of_a_given_name_or_a_bare_title_is_a_reference(misses: Callable[..., set[Miss]]) -> None:
    relations = [
        {"person": CHAIR, "event": 0, "role": "speaks"},
        {"person": DEPUTY, "event": 0, "role": "reports"},
    ]
    silent = without(read(), lambda c: isinstance(c, ParticipationClaim))
    assert of_row(ROLE, misses(silent, relations=relations)) == {
        Miss("a", ROLE, Cause.REFERENCE, f"{CHAIR}: speaks, {EVENT}", "", SPEECH),
        Miss("a", ROLE, Cause.REFERENCE, f"{DEPUTY}: reports, {EVENT}", "", REPORT),
    }


def test_a_post_whose_sentence_does_not_name_the_unit_is_a_reference(misses: Callable[..., set[Miss]]) -> None:
    unposted = without(read(), lambda c: isinstance(c, PostingClaim) and c.person == COMMISSAR)
    persons = [{"name": COMMISSAR, "rank": None, "positions": [{"title": "Chính ủy", "unit": DIVISION}]}]
    expected = f"{COMMISSAR}: Chính ủy, {DIVISION}"
    assert Miss("a", POSITION, Cause.REFERENCE, expected, "", POLITICAL) in misses(unposted, persons=persons)


def test_a_fact_that_resembles_none_of_the_gold_is_a_false_alarm_with_its_evidence(
    misses: Callable[..., set[Miss]],
) -> None:
    assert misses(read(), places=[]) == {
        Miss("a", "places", Cause.FALSE_ALARM, "", "Hội trường Đồi Chè", OPENING),
    }
    speaks = [{"person": CHAIR, "event": 0, "role": "chairs"}, {"person": DEPUTY, "event": 0, "role": "attends"}]
    assert Miss("a", ROLE, Cause.FALSE_ALARM, "", f"{DEPUTY}: reports, {EVENT}", REPORT) in misses(
        read(), relations=speaks
    )


WRONG: dict[Cause, tuple[Callable[[Any], bool], dict[str, Any], str, str, str]] = {
    Cause.WRONG_ROLE: (
        takes_part(CHAIR, EventRole.CHAIRS),
        {"role": EventRole.HOSTS},
        ROLE,
        f"{CHAIR}: chairs, {EVENT}",
        f"{CHAIR}: hosts, {EVENT}",
    ),
    Cause.WRONG_TYPE: (
        lambda c: isinstance(c, EventClaim),
        {"type": EventType.VISIT},
        "event type (accuracy)",
        f"{EVENT}: conference",
        f"{EVENT}: visit",
    ),
    Cause.WRONG_DATE: (
        lambda c: isinstance(c, EventClaim),
        {"date": PartialDate(2022, 3, 13)},
        "main event date (accuracy)",
        f"{EVENT}: 2022-03-12",
        f"{EVENT}: 2022-03-13",
    ),
    Cause.WRONG_ORGANISER: (
        lambda c: isinstance(c, EventClaim),
        {"organiser": BATTALION},
        "main event organiser (accuracy)",
        f"{EVENT}: {DIVISION}",
        f"{EVENT}: {BATTALION}",
    ),
    Cause.WRONG_PLACE: (
        lambda c: isinstance(c, EventClaim),
        {"place": "Thung Mây"},
        "main event place (accuracy)",
        f"{EVENT}: Hội trường Đồi Chè",
        f"{EVENT}: Thung Mây",
    ),
    Cause.WRONG_TITLE: (
        lambda c: isinstance(c, PostingClaim) and c.person == DEPUTY,
        {"title": "Phó Tư lệnh"},
        POSITION,
        f"{DEPUTY}: Phó Chính ủy, {DIVISION}",
        f"{DEPUTY}: Phó Tư lệnh, {DIVISION}",
    ),
    Cause.WRONG_UNIT: (
        lambda c: isinstance(c, PostingClaim) and c.person == DEPUTY,
        {"unit": BATTALION},
        POSITION,
        f"{DEPUTY}: Phó Chính ủy, {DIVISION}",
        f"{DEPUTY}: Phó Chính ủy, {BATTALION}",
    ),
    Cause.WRONG_STATUS: (
        lambda c: isinstance(c, PostingClaim) and c.person == DEPUTY,
        {"status": Status.FORMER},
        POSITION,
        f"{DEPUTY}: Phó Chính ủy, {DIVISION} (current)",
        f"{DEPUTY}: Phó Chính ủy, {DIVISION} (former)",
    ),
    Cause.WRONG_RANK: (
        lambda c: isinstance(c, RankClaim) and c.person == CHAIR,
        {"rank": "Đại úy"},
        "rank (accuracy)",
        f"{CHAIR}: Đại tá",
        f"{CHAIR}: Đại úy",
    ),
    Cause.WRONG_PARENT: (
        lambda c: isinstance(c, ParentClaim) and c.unit == BATTALION,
        {"parent": "Trung đoàn 7"},
        LINKS,
        f"{BATTALION}: {DIVISION}",
        f"{BATTALION}: Trung đoàn 7",
    ),
}


@pytest.mark.parametrize("cause", WRONG)
def test_a_fact_that_is_right_but_for_one_word_says_which(cause: Cause, misses: Callable[..., set[Miss]]) -> None:
    which, fields, row, expected, found = WRONG[cause]
    wrong = of_row(row, misses(changed(read(), which, **fields)))
    sentence = GUESTS if DEPUTY in expected or BATTALION in expected else CHAIRED if CHAIR in expected else OPENING
    assert wrong == {Miss("a", row, cause, expected, found, sentence)}


def test_a_participant_at_another_event_is_at_the_wrong_event(misses: Callable[..., set[Miss]]) -> None:
    other = {"type": "visit", "name": "thăm Trạm 21", "date": None, "place": None, "organiser": None}
    gold = facts_of(read())
    relations = [{**r, "event": 1 if r["role"] == "chairs" else 0} for r in gold["relations"]]
    wrong = misses(read(), events=[*gold["events"], other], relations=relations)
    expected, found = f"{CHAIR}: chairs, thăm Trạm 21", f"{CHAIR}: chairs, {EVENT}"
    assert Miss("a", ROLE, Cause.WRONG_EVENT, expected, found, CHAIRED) in wrong


def test_a_name_within_a_name_of_the_gold_is_cut_differently_and_another_name_of_the_gold_is_another_unit(
    misses: Callable[..., set[Miss]],
) -> None:
    persons = [{"name": DEPUTY, "rank": None, "positions": [{"title": "Phó Chính ủy", "unit": "Cục Chính trị"}]}]
    wrong = of_row(POSITION, misses(read(), persons=persons))
    assert {m.cause for m in wrong if m.expected} == {Cause.WRONG_UNIT}
    persons[0]["positions"][0]["unit"] = f"{BATTALION} {DIVISION}"
    short = changed(read(), lambda c: isinstance(c, PostingClaim) and c.person == DEPUTY, unit="3 Sư đoàn")
    wrong = of_row(POSITION, misses(short, persons=persons))
    assert {m.cause for m in wrong if m.expected} == {Cause.BOUNDARY}


def test_an_answer_that_is_lacking_shows_where_the_name_stands(misses: Callable[..., set[Miss]]) -> None:
    nowhere = changed(read(), lambda c: isinstance(c, EventClaim), place=None)
    row = "main event place (accuracy)"
    expected = f"{EVENT}: Hội trường Đồi Chè"
    assert of_row(row, misses(nowhere)) == {Miss("a", row, Cause.NOT_CLAIMED, expected, "", OPENING)}
    unseen = without(nowhere, lambda c: c.kind == "place", lambda m: m.kind is MentionKind.PLACE)
    assert of_row(row, misses(unseen)) == {Miss("a", row, Cause.MISSED_HEAD, expected, "", OPENING)}


def test_a_wrong_byline_is_one(misses: Callable[..., set[Miss]]) -> None:
    assert misses(read(), byline="Vàng Seo Dín") == {
        Miss("a", "byline (accuracy)", Cause.WRONG_BYLINE, "Vàng Seo Dín", "Lò Thị Mai")
    }


def test_facts_without_their_article_have_causes_and_no_sentences(misses: Callable[..., set[Miss]]) -> None:
    facts = facts_of(read())
    facts["persons"] = [{**p, "name": p["name"].replace(MAJOR, "A Páo")} for p in facts["persons"]]
    facts["relations"] = [r for r in facts["relations"] if r["role"] != "reports"]
    found = misses(facts)
    assert {miss.sentence for miss in found} == {""}
    assert Miss("a", "officers", Cause.BOUNDARY, MAJOR, "A Páo") in found
    assert Miss("a", ROLE, Cause.NOT_CLAIMED, f"{DEPUTY}: reports, {EVENT}", "") in found


def test_an_article_without_a_prediction_says_so_of_every_fact(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(facts_of(read())), "utf-8")
    assert {miss.cause for miss in evaluate(tmp_path, []).misses} == {Cause.NO_PREDICTION}


def test_causes_are_counted_by_row_the_most_frequent_first(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(facts_of(read(), places=[])), "utf-8")
    score = evaluate(tmp_path, {"a": without(read(), about(MAJOR), lambda mention: mention.text == MAJOR)})
    heads, alarms = score.causes
    assert (heads.cause, heads.misses) == (Cause.MISSED_HEAD, len(score.misses) - 1)
    assert dict(heads.rows)["officers"] == 1
    assert (alarms.cause, alarms.misses, alarms.rows) == (Cause.FALSE_ALARM, 1, (("places", 1),))
