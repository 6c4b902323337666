"""Places, ids that stay, and edges with the claims behind them."""

from graphbuild.model import EventRole, Relation, Status
from tests.resolve.cast import Story, edges, persons, places, resolved, units


def test_a_bare_place_name_joins_the_one_with_its_kind() -> None:
    story = Story("a.txt").place("tỉnh Sơn Khê", "province")
    (one,) = places(resolved(story, Story("b.txt").place("Sơn Khê", "province")))
    assert (one.id, one.name, one.aliases) == ("place/tinh-son-khe", "tỉnh Sơn Khê", ("Sơn Khê",))


def test_a_bare_place_name_borne_by_two_kinds_goes_by_its_type() -> None:
    typed = Story("a.txt").place("tỉnh Sơn Khê", "province").place("thành phố Sơn Khê", "city")
    bare = Story("b.txt").place("Sơn Khê", "city")
    found = {place.name: place.members for place in places(resolved(typed, bare))}
    assert ("b.txt", "Sơn Khê") in found["thành phố Sơn Khê"]
    unsure = Story("b.txt").place("Sơn Khê", "")
    assert len(places(resolved(typed, unsure))) == 3


def test_ids_stay_when_articles_are_added() -> None:
    first = Story("b.txt", "2019").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8801", rank="Thiếu tá")
    before = resolved(first)
    assert [p.id for p in persons(before)] == ["person/lo-van-tham"]
    earlier = Story("a.txt", "2010").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8802", rank="Thiếu tá")
    after = resolved(first, earlier, assigned=before.assigned)
    assert {p.id: p.members[0][0] for p in persons(after)} == {
        "person/lo-van-tham": "b.txt",
        "person/lo-van-tham-2": "a.txt",
    }
    assert resolved(first, earlier, assigned=after.assigned) == after


def test_an_entity_keeps_its_id_when_a_fuller_name_comes() -> None:
    before = resolved(Story("a.txt").unit("Đoàn 9690"))
    full = Story("b.txt").unit("Bộ Tư lệnh Bảo vệ Khu căn cứ Hoa Lư", "Đoàn 9690")
    (one,) = units(resolved(Story("a.txt").unit("Đoàn 9690"), full, assigned=before.assigned))
    assert (one.id, one.name) == ("unit/doan-9690", "Bộ Tư lệnh Bảo vệ Khu căn cứ Hoa Lư")


def test_two_that_become_one_take_the_id_that_most_of_their_records_had() -> None:
    def post(document: str, unit: str) -> Story:
        return Story(document, "2019").post("Lò Văn Thắm", "Trợ lý", unit, rank="Thiếu tá")

    stories = [post("a.txt", "Trung đoàn 8801"), post("b.txt", "Trung đoàn 8802"), post("c.txt", "Trung đoàn 8802")]
    before = resolved(*stories)
    assert [(p.id, len(p.members)) for p in persons(before)] == [
        ("person/lo-van-tham", 1),
        ("person/lo-van-tham-2", 2),
    ]
    bridge = post("d.txt", "Trung đoàn 8801").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8802")
    (one,) = persons(resolved(*stories, bridge, assigned=before.assigned))
    assert one.id == "person/lo-van-tham-2"


def test_an_id_of_an_article_that_is_gone_comes_to_mean_nothing_else_and_comes_back() -> None:
    gone = Story("a.txt", "2019").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8801", rank="Thiếu tá")
    other = Story("b.txt", "2019").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8802", rank="Thiếu tá")
    first = resolved(gone)
    second = resolved(other, assigned=first.assigned)
    assert [p.id for p in persons(second)] == ["person/lo-van-tham-2"]
    third = resolved(gone, other, assigned=second.assigned)
    assert [p.members[0][0] for p in persons(third)] == ["a.txt", "b.txt"]


def test_an_edge_counts_articles_and_carries_every_claim() -> None:
    story = Story("a.txt", "2019-03").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    story.post("Lò Văn Thắm", "tư lệnh", "Quân khu 6")
    later = Story("b.txt", "2021-04-05").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Trung tướng")
    (post,) = edges(resolved(story, later), Relation.HOLDS)
    assert (post.source, post.target, post.key) == ("person/lo-van-tham", "unit/quan-khu-6", "Tư lệnh|current")
    assert (post.count, post.first, post.last) == (2, "2019-03", "2021-04-05")
    assert post.claims == ("a.txt:1", "a.txt:2", "b.txt:1")
    assert post.attributes == {
        "title": "Tư lệnh",
        "role": "head",
        "status": "current",
        "rank": "Trung tướng",
        "sole": "Tư lệnh",
    }


def test_a_post_and_words_of_it_as_a_past_one_are_one_posting() -> None:
    story = Story("a.txt").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6")
    later = Story("b.txt").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", status=Status.FORMER)
    (posting,) = edges(resolved(story, later), Relation.HOLDS)
    assert (posting.key, posting.count) == ("Tư lệnh|former", 2)


def test_participation_is_dated_by_the_event_and_not_by_the_article() -> None:
    story = Story("a.txt", "2020-10-09").event("Hội thi bắn súng", "2020-10-06", at="tỉnh Sơn Khê", by="Quân khu 6")
    story.joins("Lò Văn Thắm", "Hội thi bắn súng", EventRole.CHAIRS).unit_joins("Sư đoàn 941", "Hội thi bắn súng")
    resolution = resolved(story)
    taking = {edge.source: (edge.key, edge.first, edge.last) for edge in edges(resolution, Relation.PARTICIPATES)}
    assert taking == {
        "person/lo-van-tham": ("chairs", "2020-10-06", "2020-10-06"),
        "unit/su-doan-941": ("attends", "2020-10-06", "2020-10-06"),
    }
    (held,), (organised,) = edges(resolution, Relation.HELD_AT), edges(resolution, Relation.ORGANISES)
    assert (held.target, organised.source) == ("place/tinh-son-khe", "unit/quan-khu-6")


def test_clusters_have_members_and_a_leader() -> None:
    story = Story("a.txt").cluster("Sư đoàn 941", "Cụm thi đua số 2", leads=True)
    story.cluster("Sư đoàn 942", "Cụm thi đua số 2")
    resolution = resolved(story)
    assert [e.source for e in edges(resolution, Relation.LEADS)] == ["unit/su-doan-941"]
    assert [e.source for e in edges(resolution, Relation.MEMBER_OF)] == ["unit/su-doan-942"]


def test_what_says_that_a_unit_is_part_of_itself_is_no_edge() -> None:
    story = Story("a.txt").unit("Bộ Tư lệnh Quân khu 4", part_of="Quân khu 4").unit("Quân khu 4")
    assert edges(resolved(story), Relation.PART_OF) == []
