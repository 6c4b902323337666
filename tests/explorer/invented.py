"""Invented people, units and events as a graph with its quotes; no name here belongs to a real person or unit.

`small()` is a cast one can check by hand, `plausible()` has the shape of a real collection at any size.
"""

from __future__ import annotations

import random

import networkx as nx

from graphbuild.model import Quote
from graphbuild.text import slug

EVIL_TITLE = "Tin <script>alert(1)</script> & \"ngoặc kép\" 'đơn' </script><img src=x onerror=alert(2)>"
SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
MIDDLE = ["Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Xuân", "Ngọc", "Đình", "Thế"]
GIVEN = [
    "Sơn",
    "Hải",
    "Dũng",
    "Thắng",
    "Tuấn",
    "Hùng",
    "Quân",
    "Cường",
    "Bình",
    "Đạt",
    "Khánh",
    "Lâm",
    "Nghĩa",
    "Phúc",
    "Tâm",
    "Uyển",
    "Vượng",
    "Ẩn",
    "Ổn",
    "Kỷ",
]
RANKS = ("Đại úy", "Thiếu tá", "Trung tá", "Thượng tá", "Đại tá", "Thiếu tướng")
TITLES = (("Tư lệnh", "commander"), ("Chính ủy", "political"), ("Phó Tư lệnh", "deputy"), ("Tham mưu trưởng", "staff"))
ROLES = ("chairs", "attends", "attends", "attends", "speaks", "directs", "reports", "awards")
OCCASIONS = (
    ("Hội nghị quân chính toàn đơn vị quý {n} năm {y} và triển khai nhiệm vụ năm sau", "conference"),
    ("Lễ ra quân huấn luyện năm {y}", "ceremony"),
    ("Diễn tập khu vực phòng thủ huyện An Thạch đợt {n}", "exercise"),
    ("Hội thi cán bộ giảng dạy chính trị năm {y}", "competition"),
    ("Đại hội Đảng bộ lần thứ {n}", "congress"),
)


def small() -> tuple[nx.MultiDiGraph, dict[str, Quote]]:
    """Two officers, three units, one event, one place; one article with an evil title, one with an evil address."""
    graph = nx.MultiDiGraph()
    add(
        graph,
        "person",
        "Bùi Hải Sởn",
        aliases=("đồng chí Sởn",),
        rank="Thiếu tướng",
        first="2031-01-05",
        last="2031-03-02",
    )
    add(graph, "person", "Đặng Ngọc Uyển", rank="Đại tá", posts_without_unit="Trợ lý")
    add(graph, "unit", "Quân khu 96", type="quan_khu", level=2, known=True)
    add(graph, "unit", "Sư đoàn 9411", aliases=("Đoàn 9411",), type="su_doan", level=4, known=False)
    add(graph, "unit", "Cụm thi đua số 77", type="cum_thi_dua", level=5, known=False)
    add(
        graph,
        "event",
        OCCASIONS[0][0].format(n="IV", y=2031),
        type="conference",
        date="2031-01-05",
        date_source="stated",
        main=True,
    )
    add(graph, "place", "Nhà văn hóa Sơn Khê", type="venue")
    people, units = ["person/bui-hai-son", "person/dang-ngoc-uyen"], ["unit/quan-khu-96", "unit/su-doan-9411"]
    event = next(n for n in graph if n.startswith("event/"))
    quotes: dict[str, Quote] = {}
    evil = {"document": "bai/evil.txt", "title": EVIL_TITLE, "url": "javascript:alert(3)", "published": "2031-03-02"}
    plain = {
        "document": "bai/a.txt",
        "title": "Hội nghị quân chính",
        "url": "https://bao.example/a?b=1&c=2",
        "published": "2031-01-06",
    }
    link(
        graph,
        quotes,
        people[0],
        units[0],
        "HOLDS",
        "Tư lệnh|current",
        plain,
        "Thiếu tướng Bùi Hải Sởn, Tư lệnh Quân khu 96 chủ trì.",
        "Tư lệnh Quân khu 96",
        title="Tư lệnh",
        role="commander",
        status="current",
        rank="Thiếu tướng",
    )
    link(
        graph,
        quotes,
        people[0],
        units[1],
        "HOLDS",
        "Sư đoàn trưởng|former",
        evil,
        "🎖 Đồng chí <b>Sởn</b>, nguyên Sư đoàn trưởng Sư đoàn 9411.",
        "nguyên Sư đoàn trưởng",
        title="Sư đoàn trưởng",
        role="commander",
        status="former",
        rank="",
    )
    link(
        graph,
        quotes,
        people[0],
        units[0],
        "HOLDS",
        "Bí thư|current",
        plain,
        "Đồng chí Bùi Hải Sởn, Bí thư Đảng ủy Quân khu 96.",
        "Bí thư Đảng ủy",
        title="Bí thư",
        role="party",
        status="current",
        rank="",
    )
    link(
        graph,
        quotes,
        people[1],
        units[1],
        "HOLDS",
        "Chính ủy|current",
        plain,
        "Đại tá Đặng Ngọc Uyển, Chính ủy Sư đoàn 9411.",
        "Chính ủy",
        title="Chính ủy",
        role="political",
        status="current",
        rank="Đại tá",
    )
    link(
        graph,
        quotes,
        people[0],
        event,
        "PARTICIPATES",
        "chairs",
        plain,
        "Thiếu tướng Bùi Hải Sởn, Tư lệnh Quân khu 96 chủ trì.",
        "chủ trì",
        role="chairs",
    )
    link(
        graph,
        quotes,
        people[1],
        event,
        "PARTICIPATES",
        "attends",
        plain,
        "Dự hội nghị có Đại tá Đặng Ngọc Uyển.",
        "Dự hội nghị",
        role="attends",
    )
    link(graph, quotes, units[1], units[0], "PART_OF", "", evil, "Sư đoàn 9411 (Quân khu 96) ra quân.", "(Quân khu 96)")
    link(
        graph,
        quotes,
        units[1],
        "unit/cum-thi-dua-so-77",
        "LEADS",
        "",
        plain,
        "Sư đoàn 9411 là Cụm trưởng Cụm thi đua số 77.",
        "Cụm trưởng",
    )
    link(graph, quotes, units[0], event, "ORGANISES", "", plain, "Quân khu 96 tổ chức hội nghị.", "tổ chức")
    link(graph, quotes, event, "place/nha-van-hoa-son-khe", "HELD_AT", "", plain, "Tại Nhà văn hóa Sơn Khê.", "Tại")
    return graph, quotes


def plausible(size: int, seed: int = 5) -> tuple[nx.MultiDiGraph, dict[str, Quote]]:
    """About `size` nodes: officers with one or two posts, units in a tree, events with some of a unit's officers."""
    chance = random.Random(seed)
    graph, quotes = nx.MultiDiGraph(), {}
    units = [_unit(graph, quotes, number, chance) for number in range(max(3, size // 4))]
    officers: dict[str, list[str]] = {unit: [] for unit in units}
    for number in range(size // 2):
        name = f"{chance.choice(SURNAMES)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
        person = add(
            graph,
            "person",
            name,
            id=f"person/{slug(name)}-{number}",
            rank=chance.choice(RANKS),
            first="2031-01-01",
            last="2032-05-01",
        )
        for unit in chance.sample(units, chance.choice((1, 1, 1, 2))):
            title, role = chance.choice(TITLES)
            officers[unit].append(person)
            said(
                graph,
                quotes,
                person,
                unit,
                "HOLDS",
                f"{title}|current",
                chance,
                title=title,
                role=role,
                status="current",
                rank="",
            )
    for number in range(size // 5):
        pattern, kind = chance.choice(OCCASIONS)
        name = pattern.format(n=number, y=2030 + number % 4)
        event = add(
            graph,
            "event",
            name,
            id=f"event/{slug(name)}-{number}",
            type=kind,
            date=f"203{number % 4}-0{1 + number % 9}-1{number % 8}",
            date_source="stated",
            main=True,
        )
        host = chance.choice(units)
        said(graph, quotes, host, event, "ORGANISES", "", chance)
        near = [p for u in [host, *graph.successors(host)] if u in officers for p in officers[u]]
        for person in chance.sample(near, min(len(near), 6)) + chance.sample(
            [n for n in graph if n.startswith("person/")], 3
        ):
            role = chance.choice(ROLES)
            said(graph, quotes, person, event, "PARTICIPATES", role, chance, role=role)
        if number % 3 == 0:
            place = add(graph, "place", f"Hội trường số {number // 6}", type="venue")
            said(graph, quotes, event, place, "HELD_AT", "", chance)
    return graph, quotes


def _unit(graph: nx.MultiDiGraph, quotes: dict[str, Quote], number: int, chance: random.Random) -> str:
    head = (
        "Quân khu"
        if number < 2
        else "Sư đoàn"
        if number < 8
        else chance.choice(("Trung đoàn", "Lữ đoàn", "Ban CHQS huyện"))
    )
    unit = add(
        graph, "unit", f"{head} {900 + number * 7}", type=slug(head).replace("-", "_"), level=3, known=number % 2 == 0
    )
    if number >= 2:
        above = [n for n in graph if n != unit][: max(2, number // 3)]
        said(graph, quotes, unit, chance.choice(above), "PART_OF", "", chance)
    return unit


def said(
    graph: nx.MultiDiGraph,
    quotes: dict[str, Quote],
    source: str,
    target: str,
    relation: str,
    key: str,
    chance: random.Random,
    **attributes: object,
) -> None:
    """Link two nodes with one to three invented sentences."""
    a, b = graph.nodes[source]["name"], graph.nodes[target]["name"]
    for _ in range(chance.choice((1, 1, 2, 3))):
        number = chance.randrange(1, 60)
        article = {
            "document": f"bai/{number}.txt",
            "title": f"Bài báo số {number} về hoạt động của đơn vị",
            "url": f"https://bao.example/{number}",
            "published": "2031-05-02",
        }
        link(
            graph,
            quotes,
            source,
            target,
            relation,
            key,
            article,
            f"Sáng 2-5, tại đơn vị, {a} cùng {b} tham gia hoạt động theo kế hoạch đã được phê duyệt.",
            a,
            **attributes,
        )


def add(
    graph: nx.MultiDiGraph, kind: str, name: str, *, id: str = "", aliases: tuple[str, ...] = (), **attributes: object
) -> str:
    """Add one node as graph.build_graph does."""
    id = id or f"{kind}/{slug(name)}"
    graph.add_node(id, kind=kind, name=name, aliases=aliases, members=(("bai/a.txt", name),), **attributes)
    return id


def link(
    graph: nx.MultiDiGraph,
    quotes: dict[str, Quote],
    source: str,
    target: str,
    relation: str,
    key: str,
    article: dict[str, str],
    sentence: str,
    mark: str,
    **attributes: object,
) -> None:
    """Add one edge, or one more claim to it, with the quote behind it."""
    start = sentence.index(mark)
    claim = f"{article['document']}:{len(quotes)}"
    quotes[claim] = Quote(
        claim,
        **article,
        sentence=sentence,
        mark_start=start,
        mark_end=start + len(mark),
        rule="posting.comma",
        confidence=0.9,
        caption=sentence.startswith("Tại"),
    )
    edge = f"{relation}|{key}"
    said_before = graph.edges[source, target, edge]["claims"] if graph.has_edge(source, target, edge) else ()
    graph.add_edge(
        source,
        target,
        edge,
        relation=relation,
        claims=(*said_before, claim),
        count=len(said_before) + 1,
        first="2031-01-05",
        last=article["published"],
        **attributes,
    )
