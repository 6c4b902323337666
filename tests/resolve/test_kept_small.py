"""What resolution keeps in numbers is what was put in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Relation
from graphbuild.resolve.edges import Saying
from graphbuild.resolve.record_ids import RecordIds, record_ids
from graphbuild.resolve.record_numbers import RecordNumbers, RecordTexts
from graphbuild.resolve.saying_table import Sayings, fields_of

WORDS = st.sampled_from(["", "a", "a.txt", "a.txt:1", "b", "HOLDS", "2020", "Tư lệnh"])
SAID = st.lists(st.builds(Saying, *[WORDS] * 2, st.sampled_from(Relation), *[WORDS] * 8))
IDS = st.dictionaries(st.tuples(WORDS, WORDS), WORDS)


@given(SAID)
def test_sayings_come_out_as_they_went_in_and_source_by_source(said: list[Saying]) -> None:
    table = Sayings()
    for one in said:
        table.append(one)
    assert list(table) == said
    assert table[1:] == said[1:]
    names = "title", "claim", "source"
    assert list(fields_of(table, *names)) == list(fields_of(said, *names))
    assert table.of(Relation.PART_OF) == [one for one in said if one.relation is Relation.PART_OF]
    twice = Sayings()
    twice.extend(table.numbered())
    twice.extend(table.numbered())
    assert list(twice) == [*said, *said]
    sources = sorted({one.source for one in said})
    assert list(table.by_source()) == [(id, [one for one in said if one.source == id]) for id in sources]


@given(IDS, IDS)
def test_ids_of_records_are_those_of_a_dict_in_the_order_of_its_keys(
    before: dict[tuple[str, str], str], now: dict[tuple[str, str], str]
) -> None:
    ids = record_ids(before)
    assert list(ids.items()) == sorted(before.items())
    assert ids == before
    changed = ids.changed_to(record_ids(now))
    assert list(changed.items()) == sorted({**before, **now}.items())
    assert dict(changed.of("a")) == {k: id for (a, k), id in changed.items() if a == "a"}
    assert changed.entities() == set(changed.values())
    assert all(changed.get(key) == {**before, **now}.get(key) for key in [("a", "b"), ("zz", ""), *now])
    assert len(RecordIds(changed.rows())) == len({**before, **now})


@given(st.dictionaries(st.tuples(WORDS, WORDS), st.integers(0, 3)))
def test_numbers_of_records_are_those_of_a_dict(numbers: dict[tuple[str, str], int]) -> None:
    kept = RecordNumbers(sorted(numbers.items()))
    assert list(kept.items()) == sorted(numbers.items())
    assert all(kept.get(key) == numbers.get(key) for key in [("a", "b"), ("zz", ""), *numbers])
    assert RecordTexts(kept, "abcd") == {key: "abcd"[n] for key, n in numbers.items()}
