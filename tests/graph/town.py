"""A small invented graph, made by resolution itself from claims made by hand."""

from __future__ import annotations

import networkx as nx

from graphbuild.graph import Graph, build_graph
from graphbuild.model import EventRole, Quote, Status
from graphbuild.resources import load_gazetteer
from tests.resolve.cast import Story, resolved


def stories() -> list[Story]:
    """Three articles on Quân khu 6, one on a namesake elsewhere, one on a lonely unit."""
    meeting, contest = "Hội nghị quân chính năm 2018", "Hội thi bắn súng quân dụng"
    first = Story("a.txt", "2018-12-20").unit("Quân khu 6").unit("Sư đoàn 941", part_of="Quân khu 6")
    first.post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    first.post("Kha Đình Bưởi", "Sư đoàn trưởng", "Sư đoàn 941", rank="Đại tá")
    first.event(meeting, "2018-12-19", by="Quân khu 6", at="thành phố Đà Nguyên").place("thành phố Đà Nguyên", "city")
    first.joins("Lò Văn Thắm", meeting, EventRole.CHAIRS).joins("Kha Đình Bưởi", meeting, EventRole.SPEAKS)
    first.unit_joins("Sư đoàn 941", meeting)
    second = Story("b.txt", "2020-03").unit("Quân khu 6").unit("Sư đoàn 941", "Đoàn Hồng 5")
    second.post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Trung tướng")
    second.event(contest, "2020-03").joins("Lò Văn Thắm", contest).joins("Kha Đình Bưởi", contest)
    third = Story("c.txt").post("Kha Đình Bưởi", "Sư đoàn trưởng", "Sư đoàn 941", status=Status.FORMER)
    third.event("Buổi gặp mặt cựu chiến binh").joins("Kha Đình Bưởi", "Buổi gặp mặt cựu chiến binh")
    third.cluster("Sư đoàn 941", "Cụm thi đua số 2", leads=True).cluster("Sư đoàn 944", "Cụm thi đua số 2")
    namesake = Story("d.txt", "2020").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8801", rank="Thiếu tá")
    lonely = Story("e.txt", "2021").unit("Ban CHQS huyện An Thạch").unit("Trung đoàn 88")
    return [first, second, third, namesake, lonely]


def graph() -> nx.MultiDiGraph[str]:
    resolution = resolved(*stories())
    return build_graph(resolution.entities, resolution.edges)


def opened() -> Graph:
    return Graph(graph(), quotes_of, {"version": "test"}, load_gazetteer().expand)


def quotes_of(claims: tuple[str, ...]) -> list[Quote]:
    return [Quote(c, c.partition(":")[0], "", "", "", f"câu {c}", 0, 3, "test", 0.9) for c in claims]


THAM, NAMESAKE, BUOI = "person/lo-van-tham", "person/lo-van-tham-2", "person/kha-dinh-buoi"
REGION, DIVISION, CLUSTER = "unit/quan-khu-6", "unit/su-doan-941", "unit/cum-thi-dua-so-2"
MEETING, CONTEST = "event/2018-12-19-hoi-nghi-quan-chinh-nam-2018", "event/2020-03-hoi-thi-ban-sung-quan-dung"
REUNION = "event/buoi-gap-mat-cuu-chien-binh"
CITY = "place/thanh-pho-da-nguyen"
