"""Adding an article never changes what it does not touch."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graphbuild.model import EventType
from tests.resolve.cast import Story, resolved
from tests.resolve.touching import kept, untouched

RANKS = ["Thiếu tá", "Đại tá", "Trung tướng"]
DAYS = [None, "2018", "2018-12-19", "2018-12-20", "2019-12-19"]
ISLANDS = (
    (["Lò Văn Thắm", "Lò Văn Thẳm"], ["Sư đoàn 941", "Trung đoàn 9410", "Phòng Chính trị"], EventType.CONFERENCE, "Sơn Khê"),
    (["Kha Thị Bưởi", "Kha Thị Bười"], ["Lữ đoàn 9325", "Quân khu 10", "Tiểu đoàn 3"], EventType.CEREMONY, "Đà Nguyên"),
    (["Mạc Doãn Khuể", "Mạc Doãn Khuê"], ["Nhà máy Z989", "Quân khu 11", "Phân xưởng 2"], EventType.VISIT, "Bình Lâm"),
)  # fmt: skip
"""Names that islands do not share: people, units, a type of event, a province."""


@st.composite
def story(draw: st.DrawFn, document: str) -> Story:
    people, units, type, place = draw(st.sampled_from(ISLANDS))
    told = Story(document, draw(st.sampled_from(DAYS)))
    unit, parent = draw(st.sampled_from(units)), draw(st.sampled_from([None, *units]))
    told.unit(unit, part_of=parent)
    for person in draw(st.lists(st.sampled_from(people), min_size=1, max_size=2, unique=True)):
        told.post(person, "Trợ lý", draw(st.sampled_from([unit, None])), rank=draw(st.sampled_from(RANKS)))
        told.event(f"{type} năm 2018", draw(st.sampled_from(DAYS)), type=type, by=unit, at=place)
        told.joins(person, f"{type} năm 2018")
    return told


@st.composite
def collections(draw: st.DrawFn) -> list[Story]:
    return [draw(story(f"{n}.txt")) for n in range(draw(st.integers(2, 8)))]


@settings(max_examples=80, deadline=None)
@given(collections(), story("new.txt"))
def test_whatever_an_article_says_the_untouched_stay(collection: list[Story], new: Story) -> None:
    before = resolved(*collection)
    after = resolved(*collection, new, assigned=before.assigned)
    ids = untouched(after, "new.txt")
    assume(ids)
    assert kept(after, ids) == kept(before, ids)
    assert {key: id for key, id in resolved(*collection, new).assigned.items() if id in ids} == kept(before, ids)[-1]
