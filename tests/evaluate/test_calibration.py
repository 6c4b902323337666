"""How often claims are right that say how sure they are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.errors import ReadError
from graphbuild.evaluate import Bin, calibration
from graphbuild.model import (
    Claim,
    EventClaim,
    EventRole,
    Extraction,
    ParentClaim,
    PartialDate,
    ParticipationClaim,
    PostingClaim,
    RankClaim,
    UnitClaim,
)
from tests.evaluate.spoiling import changed, facts_of, read


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """What is read in the article, as gold."""
    (tmp_path / "a.json").write_text(json.dumps(facts_of(read())), "utf-8")
    return tmp_path


def stating(found: Extraction, confidences: list[float]) -> Extraction:
    """The claims with other confidences, in their order; the last is that of all behind it."""
    padded = [*confidences, *[confidences[-1]] * len(found.claims)]
    return replace(found, claims=tuple(state(c, sure) for c, sure in zip(found.claims, padded, strict=False)))


def state(claim: Claim, confidence: float) -> Claim:
    return replace(claim, evidence=replace(claim.evidence, confidence=confidence))


def only(found: Extraction, kind: type) -> Extraction:
    """The article with claims of one kind; events stay, as other claims name them."""
    return replace(found, claims=tuple(c for c in found.claims if isinstance(c, kind | EventClaim)))


def shares(gold: Path, found: Extraction) -> dict[str, float]:
    """Kind -> share that is right, of claims that all state the same."""
    return {b.kind: b.right for b in calibration(gold, [stating(found, [0.9])])}


def test_claims_that_the_gold_agrees_with_are_right_whatever_their_kind(gold: Path) -> None:
    found = shares(gold, read())
    assert set(found.values()) == {1.0}
    assert found.keys() == {
        "all", "unit", "posting", "rank", "event", "event type", "event date", "event organiser", "event place",
        "participation", "parent", "place",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "wrong", "fields"),
    [
        ("posting", PostingClaim, {"title": "Trợ lý"}),
        ("rank", RankClaim, {"rank": "Đại úy"}),
        ("rank", RankClaim, {"person": "Giàng A Sử"}),
        ("unit", UnitClaim, {"unit": "Kho 7", "aliases": ()}),
        ("parent", ParentClaim, {"parent": "Kho 7"}),
        ("participation", ParticipationClaim, {"role": EventRole.HANDS_OVER}),
        ("event date", EventClaim, {"date": PartialDate(1999)}),
        ("event organiser", EventClaim, {"organiser": "Kho 7"}),
        ("event place", EventClaim, {"place": "Thung Mây"}),
    ],
)
def test_claims_that_the_gold_does_not_have_are_wrong(
    gold: Path, kind: str, wrong: type, fields: dict[str, Any]
) -> None:
    found = shares(gold, changed(only(read(), wrong), lambda c: isinstance(c, wrong), **fields))
    assert {name for name, right in found.items() if right == 0} == {kind}


def test_other_ways_to_say_the_same_are_right_as_they_are_in_the_rows(gold: Path) -> None:
    found = changed(
        read(), lambda c: isinstance(c, PostingClaim) and c.title == "Sư đoàn trưởng", title="nguyên Sư đoàn trưởng"
    )
    assert shares(gold, found)["posting"] == 1.0


def test_what_the_gold_cannot_decide_is_left_out(gold: Path) -> None:
    article = read()
    former = changed(only(article, RankClaim), lambda c: isinstance(c, RankClaim), former=True)
    assert "rank" not in shares(gold, former)
    of_unit = {"person": None, "unit": "Sư đoàn 941"}
    units = changed(only(article, ParticipationClaim), lambda c: isinstance(c, ParticipationClaim), **of_unit)
    assert "participation" not in shares(gold, units)
    unknown = [{**person, "rank": None} for person in facts_of(article)["persons"]]
    (gold / "a.json").write_text(json.dumps(facts_of(article, persons=unknown)), "utf-8")
    assert "rank" not in shares(gold, article)


def test_an_event_that_is_not_in_the_gold_is_wrong_and_nothing_of_it_is_judged(gold: Path) -> None:
    found = changed(only(read(), EventClaim), lambda c: isinstance(c, EventClaim), name="chợ phiên đầu xuân")
    assert shares(gold, found) == {"all": 0.0, "event": 0.0}


def test_a_claim_goes_into_the_bin_of_what_it_states_borders_belong_to_the_bin_above(gold: Path) -> None:
    ranks = replace(read(), claims=tuple(c for c in read().claims if isinstance(c, RankClaim))[:1] * 7)
    sure = [0.1, 0.59, 0.6, 0.899, 0.95, 0.97, 1.0]
    bins = [b for b in calibration(gold, [stating(ranks, sure)]) if b.kind == "rank"]
    assert [(b.label, b.claims) for b in bins] == [("< 0.6", 2), ("0.6 to 0.7", 1), ("0.8 to 0.9", 1), (">= 0.95", 3)]
    assert bins[0].stated == pytest.approx(0.345)
    assert bins[-1].stated == pytest.approx(0.9733, abs=1e-4)


def test_the_share_of_right_claims_is_counted_in_each_bin(gold: Path) -> None:
    ranks = replace(read(), claims=tuple(c for c in read().claims if isinstance(c, RankClaim))[:1] * 4)
    wrong = replace(ranks.claims[0], rank="Đại úy")
    mixed = stating(replace(ranks, claims=(*ranks.claims, wrong)), [0.97, 0.97, 0.7, 0.97, 0.7])
    assert [b for b in calibration(gold, [mixed]) if b.kind == "rank"] == [
        Bin("rank", 0.7, 0.8, 2, 0.7, 0.5),
        Bin("rank", 0.95, 1.0, 3, pytest.approx(0.97), 1.0),
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_every_claim_is_in_one_bin_of_its_kind_and_in_one_of_all(gold: Path, sure: list[float]) -> None:
    bins = calibration(gold, [stating(read(), sure)])
    everything = [b for b in bins if b.kind == "all"]
    assert sum(b.claims for b in everything) == sum(b.claims for b in bins) / 2
    assert all(b.low - 1e-9 <= b.stated <= b.high + 1e-9 for b in bins)
    assert [b.low for b in everything] == sorted(b.low for b in everything)


def test_articles_without_gold_are_passed_over_and_bad_gold_is_refused(gold: Path, tmp_path: Path) -> None:
    elsewhere = replace(read(), document=replace(read().document, id="b.txt"))
    assert calibration(gold, [elsewhere]) == ()
    with pytest.raises(ReadError, match="no gold here"):
        calibration(tmp_path / "none", [])
