"""Invented graphs of exact size with the shape of a real collection: a tree of units, officers, events, places.

No name belongs to a real person or unit. Every edge has a sentence of its own, of a newspaper's usual length.
"""

from __future__ import annotations

import random

import networkx as nx

from graphbuild.model import Quote
from graphbuild.text import slug
from tests.explorer.invented import GIVEN, MIDDLE, OCCASIONS, RANKS, ROLES, SURNAMES, TITLES

HEADS = ("Quân khu", "Sư đoàn", "Trung đoàn", "Tiểu đoàn", "Ban CHQS huyện")
EDGES_A_NODE = 2.5


def grown(size: int, seed: int = 11) -> tuple[nx.MultiDiGraph, dict[str, Quote]]:
    """A graph of `size` nodes and 2.5 times as many edges, with a sentence on each."""
    return Grower(size, seed).grow()


class Grower:
    """Grows one graph; each step adds nodes or edges of one kind."""

    def __init__(self, size: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.graph: nx.MultiDiGraph = nx.MultiDiGraph()
        self.quotes: dict[str, Quote] = {}
        self.size, self.edges = size, round(EDGES_A_NODE * size)
        self.units: list[str] = []
        self.officers: dict[str, list[str]] = {}

    def grow(self) -> tuple[nx.MultiDiGraph, dict[str, Quote]]:
        """Units first, then those in them, then what they do; guests fill up the number of edges."""
        counts = {"unit": self.size * 22 // 100, "event": self.size * 22 // 100, "place": self.size * 8 // 100}
        for number in range(counts["unit"]):
            self._unit(number)
        for number in range(self.size - sum(counts.values())):
            self._person(number)
        places = [self._node("place", f"Hội trường số {n}", n, type="venue") for n in range(counts["place"])]
        events = [self._event(number, places) for number in range(counts["event"])]
        while len(self.quotes) < self.edges:
            self._guest(*self.chance.choice(events))
        return self.graph, self.quotes

    def _unit(self, number: int) -> None:
        head = HEADS[min(4, (number + 6).bit_length() // 3)]
        unit = self._node(
            "unit", f"{head} {900 + number}", number, type=slug(head).replace("-", "_"), level=3, known=number % 2 == 0
        )
        if self.units:
            # Each unit has some five below it, so that the tree has a handful of levels.
            self._edge(unit, self.units[(number - 1) // 5], "PART_OF", "")
        self.units.append(unit)
        self.officers[unit] = []

    def _person(self, number: int) -> None:
        chance = self.chance
        name = f"{chance.choice(SURNAMES)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
        person = self._node("person", name, number, rank=chance.choice(RANKS), first="2031-01-01", last="2032-05-01")
        unit = chance.choice(self.units)
        title, role = chance.choice(TITLES)
        self.officers[unit].append(person)
        self._edge(person, unit, "HOLDS", f"{title}|current", title=title, role=role, status="current")

    def _event(self, number: int, places: list[str]) -> tuple[str, int]:
        pattern, kind = self.chance.choice(OCCASIONS)
        year = 2030 + number % 6
        date = f"{year}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        event = self._node(
            "event", pattern.format(n=number, y=year), number, type=kind, date=date, date_source="stated", main=True
        )
        host = self.chance.randrange(len(self.units))
        self._edge(self.units[host], event, "ORGANISES", "")
        if places:
            self._edge(event, places[host % len(places)], "HELD_AT", "")
        return event, host

    def _guest(self, event: str, host: int) -> None:
        """Most guests come from units near the host in the tree, some from anywhere."""
        near = host if self.chance.random() < 0.5 else (host - 1) // 5 if self.chance.random() < 0.93 else -1
        unit = self.units[near] if near >= 0 else self.chance.choice(self.units)
        below = self.officers[unit] or [unit]
        role = self.chance.choice(ROLES)
        guest = self.chance.choice(below)
        if not self.graph.has_edge(guest, event, f"PARTICIPATES|{role}"):
            self._edge(guest, event, "PARTICIPATES", role, role=role)

    def _node(self, kind: str, name: str, number: int, **attributes: object) -> str:
        id = f"{kind}/{slug(name)}-{number}"
        article = f"bai/{number % 5000}.txt"
        self.graph.add_node(id, kind=kind, name=name, aliases=(), members=((article, name),), **attributes)
        return id

    def _edge(self, source: str, target: str, relation: str, key: str, **attributes: object) -> None:
        number = len(self.quotes)
        article = self.chance.randrange(5000)
        a, b = self.graph.nodes[source]["name"], self.graph.nodes[target]["name"]
        sentence = f"Ngày {1 + number % 28}-{1 + number % 12}, đồng chí {a} cùng {b} tham gia hoạt động thứ {number} của đơn vị."
        claim = f"bai/{article}.txt:{number}"
        self.quotes[claim] = Quote(
            claim,
            f"bai/{article}.txt",
            f"Bài báo số {article} về hoạt động của đơn vị",
            f"https://bao{article % 7}.example/{article}",
            f"203{article % 5}-05-02",
            sentence,
            sentence.index(a),
            sentence.index(a) + len(a),
            "posting.comma",
            (95, 90, 80, 60)[number % 4] / 100,
        )
        date = f"203{article % 5}-0{1 + article % 9}-1{article % 9}"
        self.graph.add_edge(
            source,
            target,
            f"{relation}|{key}",
            relation=relation,
            claims=(claim,),
            count=1,
            first=date,
            last=date,
            **attributes,
        )
