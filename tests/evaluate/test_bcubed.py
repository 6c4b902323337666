"""B-cubed precision and recall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.evaluate import b_cubed

clusterings = st.dictionaries(st.integers(0, 30), st.integers(0, 5), min_size=1)


def test_the_example_of_bagga_and_baldwin() -> None:
    """Seven records of three persons, of which two big ones were joined (Bagga and Baldwin 1998, second response)."""
    true = dict.fromkeys("12345", "A") | dict.fromkeys("67", "B") | dict.fromkeys("89xyz", "C")
    found = dict.fromkeys("12345", 1) | dict.fromkeys("67", 2) | dict.fromkeys("89xyz", 1)
    score = b_cubed(found, true)
    assert (round(score.precision, 2), score.recall, score.records) == (0.58, 1.0, 12)


@given(clusterings)
def test_the_truth_itself_is_right_whatever_its_clusters_are_called(true: dict[int, int]) -> None:
    score = b_cubed({record: f"cluster {cluster}" for record, cluster in true.items()}, true)
    assert (score.precision, score.recall, score.f1) == (1, 1, 1)


@given(clusterings)
def test_joining_all_finds_all_and_joining_none_errs_never(true: dict[int, int]) -> None:
    assert b_cubed(dict.fromkeys(true, 0), true).recall == 1
    assert b_cubed({record: record for record in true}, true).precision == 1


def test_a_record_without_a_cluster_is_named() -> None:
    with pytest.raises(ValueError, match="'b'"):
        b_cubed({"a": 1}, {"a": 1, "b": 1})
    with pytest.raises(ValueError, match="no true clusters"):
        b_cubed({"a": 1}, {})
