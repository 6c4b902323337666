"""What changed between two builds: entities, postings and other edges."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.graph import Diff
from graphbuild.graph.diff import FieldChange, diff
from graphbuild.model import Status
from graphbuild.resolve import Resolution
from tests.resolve.cast import Story, resolved
from tests.resolve.test_postings import ANH, BAO, said


def compared(old: Resolution, new: Resolution) -> Diff:
    return diff((old.entities, old.edges), (new.entities, new.edges))


def grown(before: list[Story], after: list[Story], assigned: Mapping[tuple[str, str], str] | None = None) -> Diff:
    old = resolved(*before, assigned=assigned)
    return compared(old, resolved(*after, assigned=old.assigned))


def test_two_builds_of_the_same_articles_do_not_differ() -> None:
    assert grown([said("a", "2018", ANH)], [said("a", "2018", ANH)]).is_empty


def test_what_comes_with_an_article_came_and_what_it_speaks_of_changed() -> None:
    found = grown([said("a", "2018", ANH)], [said("a", "2018", ANH), said("b", "2019", BAO)])
    assert [(d.change.value, d.id, d.fields) for d in found.entities] == [
        ("came", "person/kha-dinh-bao", ()),
        ("changed", "unit/quan-khu-6", (FieldChange("articles", "1", "2"),)),
    ]
    assert [(d.change.value, d.kind, d.name) for d in found.postings] == [
        ("came", "HOLDS", f"{BAO} HOLDS (Tư lệnh) Quân khu 6")
    ]
    assert found.edges == ()


def test_what_an_article_alone_says_goes_with_it() -> None:
    stories = [said("a", "2018", ANH), Story("b").unit("Sư đoàn 941", part_of="Quân khu 6").unit("Quân khu 6")]
    found = grown(stories, stories[:1])
    assert [(d.change.value, d.id) for d in found.entities] == [
        ("changed", "unit/quan-khu-6"),
        ("went", "unit/su-doan-941"),
    ]
    assert [(d.change.value, d.name) for d in found.edges] == [("went", "Sư đoàn 941 PART_OF Quân khu 6")]


def test_a_posting_that_ends_is_the_same_posting_with_another_status() -> None:
    before = [said("a", "2018", ANH)]
    found = grown(before, [*before, said("b", "2021", ANH, status=Status.FORMER)])
    (posting,) = found.postings
    assert posting.change == "changed"
    assert set(posting.fields) == {
        FieldChange("articles", "1", "2"),
        FieldChange("left_by", "", "2021"),
        FieldChange("status", "current", "former"),
    }


def test_an_article_in_place_of_another_changes_records_and_claims_though_no_number_changes() -> None:
    names = {f"person:{ANH}": "person/lo-van-anh", "unit:Quân khu 6": "unit/quan-khu-6"}
    assigned = {(document, key): id for document in ("a", "b") for key, id in names.items()}
    found = grown([said("a", "2018", ANH)], [said("b", "2018", ANH)], assigned)
    assert {field.field for d in (*found.entities, *found.postings) for field in d.fields} == {"records", "claims"}


def test_an_entity_that_went_into_another_says_where_it_is() -> None:
    def post(document: str, unit: str) -> Story:
        return Story(document, "2019").post(ANH, "Trợ lý", unit, rank="Thiếu tá")

    apart = [post("a", "Trung đoàn 8801"), post("b", "Trung đoàn 8802"), post("c", "Trung đoàn 8802")]
    bridge = post("d", "Trung đoàn 8801").post(ANH, "Trợ lý", "Trung đoàn 8802")
    found = {d.id: d for d in grown(apart, [*apart, bridge]).entities}
    assert found["person/lo-van-anh"].change == "went"
    assert found["person/lo-van-anh"].related == ("person/lo-van-anh-2",)


DAYS = ["2018", "2019-07-11", "2021-03"]
SAID = st.tuples(st.sampled_from(DAYS), st.sampled_from([ANH, BAO]), st.sampled_from(list(Status)))


@settings(max_examples=100, deadline=None)
@given(st.lists(SAID, max_size=5), st.lists(SAID, max_size=5))
def test_what_came_one_way_went_the_other_way(
    one: list[tuple[str, str, Status]], other: list[tuple[str, str, Status]]
) -> None:
    old, new = (
        resolved(*(said(f"{n}", date, person, status=status) for n, (date, person, status) in enumerate(told)))
        for told in (one, other)
    )
    there, back = compared(old, new), compared(new, old)
    turned = {"came": "went", "went": "came", "changed": "changed"}
    for a, b in ((there.entities, back.entities), (there.postings, back.postings), (there.edges, back.edges)):
        assert [(turned[d.change], d.id, d.name) for d in a] == [(d.change, d.id, d.name) for d in b]
    assert compared(old, old).is_empty
