"""What tells namesakes apart, what makes them one, and what stays open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import EventType, Status
from graphbuild.resolve import resolve
from graphbuild.resolve.name_shares import NameShares
from graphbuild.resolve.person_profile import Profile, Spelling
from graphbuild.resolve.person_weights import load_person_weights
from graphbuild.resources import load_gazetteer
from graphbuild.text import compare_key
from tests.generated.collection import Collection, generate
from tests.resolve.cast import Story, grouped, persons, resolved

COMMON, RARE = "Nguyễn Văn Hùng", "Lò Chí Phổng"


def officer(document: str, day: str, name: str, unit: str, rank: str = "Trung tá", title: str = "Trợ lý") -> Story:
    return Story(document, day).post(name, title, unit, rank=rank)


def test_a_rare_name_needs_less_evidence_than_a_common_one() -> None:
    def joined(name: str) -> int:
        first, second = (
            officer("a.txt", "2014", name, "Trung đoàn 8801"),
            officer("b.txt", "2018", name, "Lữ đoàn 7702", "Thượng tá"),
        )
        return len(persons(resolved(first, second)))

    assert (joined(RARE), joined(COMMON)) == (1, 2)


def test_names_are_as_common_as_their_parts() -> None:
    shares = NameShares(load_gazetteer())
    hung, binh, pho = (shares.of(compare_key(name)) for name in (COMMON, "Đặng Trọng Bính", RARE))
    assert hung > 100 * binh > 100 * pho > 0


def test_two_provinces_on_one_day_are_two_persons() -> None:
    stories = [
        Story(f"{n}.txt").event("Lễ kỷ niệm", "2019-12-22", type=EventType.CEREMONY, at=place).place(place, "province")
        for n, place in enumerate(("tỉnh Cao Bằng", "tỉnh Cà Mau", "tỉnh Cao Bằng"))
    ]
    for story in stories:
        story.rank(RARE, "Đại tá").joins(RARE, "Lễ kỷ niệm")
    assert grouped(persons(resolved(*stories))) == [["0.txt", "2.txt"], ["1.txt"]]


def test_a_commander_may_be_in_two_provinces_on_one_day() -> None:
    stories = [
        officer(f"{n}.txt", "2019-12-22", COMMON, "Quân khu 4", "Trung tướng", "Tư lệnh")
        .event(f"Thăm bộ đội {place}", "2019-12-22", at=place)
        .place(place, "province")
        .joins(COMMON, f"Thăm bộ đội {place}")
        for n, place in enumerate(("tỉnh Nghệ An", "tỉnh Hà Tĩnh"))
    ]
    assert len(persons(resolved(*stories))) == 1


def test_provinces_that_are_one_today_are_one_place() -> None:
    stories = [
        Story(f"{n}.txt").event("Lễ kỷ niệm", "2019-12-22", at=place).place(place, "province").joins(RARE, "Lễ kỷ niệm")
        for n, place in enumerate(("tỉnh Bắc Ninh", "tỉnh Bắc Giang"))
    ]
    assert len(persons(resolved(*stories))) == 1


def test_a_wrong_accent_does_not_split_who_holds_one_post() -> None:
    first = officer("a.txt", "2019", "Đặng Trọng Hiển", "Trung đoàn 8801", title="Trung đoàn trưởng")
    second = officer("b.txt", "2020", "Đặng Trọng Hiến", "Trung đoàn 8801", title="Trung đoàn trưởng")
    elsewhere = officer("c.txt", "2020", "Đặng Trọng Hiến", "Lữ đoàn 7702", title="Lữ đoàn trưởng")
    assert len(persons(resolved(first, second))) == 1
    assert len(persons(resolved(first, elsewhere))) == 2


def test_spellings_that_one_article_tells_apart_are_two_persons_everywhere() -> None:
    both = officer("a.txt", "2019", "Trần Đàm", "Trung đoàn 8801").post("Trần Đạm", "Trợ lý", "Trung đoàn 8801")
    later = officer("b.txt", "2020", "Trần Đàm", "Trung đoàn 8801")
    assert grouped(persons(resolved(both, later))) == [["a.txt"], ["a.txt", "b.txt"]]


def test_no_chain_of_joins_brings_together_what_a_career_forbids() -> None:
    """B goes with A and with C, but a captain of 2020 was no general in 2015."""
    general = officer("a.txt", "2015-01-01", RARE, "Quân khu 4", "Thiếu tướng")
    between = Story("b.txt", "2017-01-01").post(RARE, "Trợ lý", "Quân khu 4")
    captain = officer("c.txt", "2020-01-01", RARE, "Quân khu 4", "Đại úy")
    entities = persons(resolved(general, between, captain))
    assert all({"a.txt", "c.txt"} - {document for document, _ in entity.members} for entity in entities)
    assert len(entities) == 2


def test_a_former_post_speaks_for_its_holder_of_then() -> None:
    stories = [
        officer(f"{n}.txt", day, "Nguyễn Ngọc Thái", "Quân khu 4", "Trung tướng", "Tư lệnh")
        for n, day in enumerate(("2011-10-29", "2012-10-30"))
    ]
    later = Story("z.txt", "2020-10-31").rank("Nguyễn Ngọc Thái", "Trung tướng")
    later.post("Nguyễn Ngọc Thái", "Tư lệnh", "Quân khu 4", status=Status.FORMER)
    assert len(persons(resolved(*stories, later))) == 1


def test_what_stays_in_doubt_is_listed_with_its_score_and_reasons() -> None:
    first = officer("a.txt", "2018", "Trần Văn Bình", "Trung đoàn 8801")
    second = officer("b.txt", "2020", "Trần Văn Bình", "Lữ đoàn 7702")
    (doubt,) = resolved(
        first.unit("Trung đoàn 8801", part_of="Quân khu 6"), second.unit("Lữ đoàn 7702", part_of="Quân khu 6")
    ).doubtful
    weights = load_person_weights()
    assert weights.doubt <= doubt.likelihood < weights.join
    assert any(reason.startswith("units under the same high command") for reason in doubt.reasons)


def test_every_weight_is_positive_for_what_joins_and_negative_for_what_parts() -> None:
    bits = load_person_weights().bits
    assert all(bits[level] > 0 for level in bits if level.startswith(("same post", "together")))
    assert all(bits[level] < 0 for level in bits if level.startswith(("a rank lower", "unrelated", "at no event")))


@pytest.fixture(scope="module")
def collection() -> Collection:
    return generate(300, 11)


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_a_real_looking_collection_changes_nothing(collection: Collection, random: object) -> None:
    shuffled = list(collection.claim_sets)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    gazetteer = load_gazetteer()
    assert resolve(shuffled, {}, gazetteer) == resolve(collection.claim_sets, {}, gazetteer)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 59), st.integers(1, 5))
def test_an_article_changes_nothing_that_it_does_not_touch(collection: Collection, start: int, count: int) -> None:
    """Articles about strangers in units of their own are added to, or taken from, a collection that stays as it was."""
    strangers = [
        officer(
            f"{'0' if n % 2 else 'z'}{n}.txt", f"20{10 + n}-01-01", f"Kha Mộc Bưởi{'a' * n}", f"Đoàn 88{start + n:02d}"
        )
        for n in range(count)
    ]
    gazetteer = load_gazetteer()
    before = resolve(collection.claim_sets, {}, gazetteer)
    after = resolve([*collection.claim_sets, *(story.done() for story in strangers)], {}, gazetteer)
    assert {entity.id: entity for entity in after.entities}.items() >= {e.id: e for e in before.entities}.items()
    assert all(edge in after.edges for edge in before.edges)
    assert after.doubtful == before.doubtful


def test_who_holds_a_sole_post_on_one_day_is_one_person_though_a_rank_is_wrong() -> None:
    one = Story("a.txt", "2021-12-15").post("Trần Văn Minh", "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    other = Story("b.txt", "2021-12-15").post("Trần Văn Minh", "Tư lệnh", "Quân khu 6", rank="Trung tướng")
    assert len(persons(resolved(one, other))) == 1


def test_deputies_of_one_unit_with_two_ranks_on_one_day_may_be_two() -> None:
    one = Story("a.txt", "2021-12-15").post("Trần Văn Minh", "Phó Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    other = Story("b.txt", "2021-12-15").post("Trần Văn Minh", "Phó Tư lệnh", "Quân khu 6", rank="Trung tướng")
    assert len(persons(resolved(one, other))) == 2


def test_who_was_in_two_provinces_on_a_day_was_in_either_and_in_no_third() -> None:
    """Which of the two counts must not hang on the order in which a set gives them."""

    def seen(*provinces: str) -> Profile:
        return Profile(
            (Spelling("lo van tham", "lò văn thắm"),), places=frozenset(("2020-05-05", p) for p in provinces)
        )

    both = seen("Sơn La", "Điện Biên")
    assert not both.clashes(seen("Sơn La"))
    assert not seen("Điện Biên").clashes(both)
    assert both.clashes(seen("Lai Châu"))
