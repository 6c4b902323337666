"""Each part of the measure, on small inputs of every shape, agrees with its counterpart in ../shared/score/score.py."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.evaluate.causes import misses_of
from graphbuild.evaluate.comparison import compare
from graphbuild.evaluate.finding import Findings
from graphbuild.evaluate.measure import load_measure
from graphbuild.evaluate.names import norm, overlap, same_date, same_unit
from graphbuild.evaluate.pairing import pair
from graphbuild.evaluate.reading import check_facts
from graphbuild.evaluate.score import score_document
from tests.conftest import SHARED
from tests.evaluate.agreeing import lines_of_score_py

pytestmark = pytest.mark.shared

SYLLABLES = ("Đảng", "uỷ", "ủy", "Ban", "CHQS", "chỉ", "huy", "quân", "sự", "(BQP)", "GD&ĐT", "TP", "969", "-", "khoẻ")
DATES = (None, "", "2024", "2024-11", "2024-11-02", "2023-11-02")

spellings = st.lists(st.sampled_from(SYLLABLES), max_size=8).map(" ".join) | st.text(max_size=12)


@cache
def score_py() -> ModuleType:
    spec = spec_from_file_location("score_py", SHARED / "score" / "score.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_the_same() -> None:
    measure, theirs = load_measure(), score_py()
    words = {
        short: long for short, long in theirs.ABBREVIATIONS.items() if re.fullmatch(r"[^\W_]+", short) and short != long
    }
    assert measure.abbreviations == words
    assert measure.roles == theirs.ROLE_CLASSES


@given(spellings, spellings)
def test_names_compare_alike(one: str, other: str) -> None:
    theirs = score_py()
    assert norm(one) == theirs.norm(one)
    assert overlap(one, other) == theirs.overlap(one, other)
    assert same_unit(one, other, {}) == theirs.same_unit(one, other, {})


@given(st.sampled_from(DATES), st.sampled_from(DATES))
def test_dates_compare_alike(one: str | None, other: str | None) -> None:
    assert same_date(one, other) == score_py().same_date(one, other)


@given(st.lists(st.lists(st.sampled_from([0, 0.5, 1, 2]), min_size=4, max_size=4), max_size=4))
def test_facts_pair_alike(likeness: list[list[float]]) -> None:
    gold, predicted = range(len(likeness)), range(4)
    ours = pair(gold, predicted, lambda g, p: likeness[g][p])
    assert list(ours.items()) == score_py().pair(gold, predicted, lambda g, p: likeness[g][p])


def several(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(fields), max_size=3)


# Few names, so that facts often meet: some that begin, end, abbreviate or half cover another.
people = st.sampled_from(["Lê An", "LÊ AN", "Bùi Thuỷ", "Bùi Thủy"])
units = st.sampled_from(
    ["Đoàn 9", "Đảng ủy Đoàn 9", "Ban CHQS quận", "Ban chỉ huy quân sự quận", "Ban CHQS quận 3", "BTL", "Bộ Tư lệnh"]
)
titles = st.sampled_from(
    [None, "Bí thư", "Bí thư Đảng ủy", "nguyên Bí thư", "Bí thư kiêm Tư lệnh", "Tư lệnh, Bí thư", "!"]
)
events = st.sampled_from(["a b c d e", "e d c b a", "a b c", "a b", "a x y z t u v", "c", "q"])
types = st.sampled_from(["visit", "training"])
dates = st.sampled_from(DATES)
roles = st.sampled_from(["chairs", "presides", "speaks", "directs", "hands over", "hands_over"])
places = st.sampled_from(
    ["Khu K9", "Đá Chông, Khu K9", "Khu", "khu K9 (mới)", "K9 Đá", "một hai ba", "một hai bốn", ""]
)

accepts = st.fixed_dictionaries(
    {},
    optional={
        "type": st.lists(types, max_size=1),
        "date": st.lists(dates, max_size=1),
        "organiser": st.lists(st.none() | units, max_size=1),
    },
)
facts = st.fixed_dictionaries(
    {
        "persons": several(
            name=people,
            rank=st.sampled_from([None, "Đại tá", "đại tá", "Thượng tá"]),
            positions=several(title=titles, unit=st.none() | units),
        ),
        "units": several(name=units, aliases=st.lists(units, max_size=2), parent=st.none() | units),
        "events": several(
            name=events,
            type=types,
            date=dates,
            place=st.none() | places,
            organiser=st.none() | units,
            main=st.booleans(),
            accept=accepts,
        ),
        "relations": several(person=people, event=st.integers(0, 2), role=roles),
        "unit_relations": several(**{"from": units, "to": units, "type": st.sampled_from(["leads", "member_of"])}),
        "places": st.lists(places, max_size=3),
        "byline": st.none() | people,
    }
).map(lambda one: {**one, "relations": [r for r in one["relations"] if r["event"] < len(one["events"])]})


@settings(max_examples=500, deadline=None)
@given(facts, facts)
def test_articles_score_alike(gold: dict[str, Any], predicted: dict[str, Any]) -> None:
    theirs = score_py().Tally()
    score_py().score_document("a", gold, predicted, theirs)
    rows: dict[str, list[int]] = {}
    kinds: Counter[tuple[str, str]] = Counter()
    both = compare(check_facts(gold, "gold"), check_facts(predicted, "prediction"))
    for part in score_document(both):
        counts = (part.true_positives, part.false_positives, part.false_negatives)
        rows[part.row] = [a + b for a, b in zip(rows.get(part.row, [0, 0, 0]), counts, strict=True)]
        for miss in misses_of("a", part, Findings(both, article=None)):
            kinds.update((row, kind) for _, row, kind in lines_of_score_py(miss))
    assert rows == theirs.rows
    assert list(rows) == list(theirs.rows)
    assert kinds == Counter(tuple(line.split("\t")[1:3]) for line in theirs.misses)
