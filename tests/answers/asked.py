"""Every question of the library as a call, and as the command that answers the same."""

from __future__ import annotations

from collections.abc import Callable

from graphbuild.answers import Framed
from graphbuild.graph import Graph

ASKED: dict[str, Callable[[Graph], Framed]] = {
    "search minh": lambda g: g.search("minh"),
    "show tran-van-minh": lambda g: g.person("tran-van-minh"),
    "show 'quan khu 6'": lambda g: g.unit("quan khu 6"),
    "show 'tong ket cong tac quan su'": lambda g: g.event("tong ket cong tac quan su"),
    "path 'tran van minh' 'phan the luong'": lambda g: g.path("tran van minh", "phan the luong"),
    "path 'tran van minh' 'phan the luong' --best 2": lambda g: g.paths("tran van minh", "phan the luong", best=2),
    "neighbours 'tran van minh'": lambda g: g.neighbours("tran van minh"),
    "together 'tran van minh' 'phan the luong'": lambda g: g.together("tran van minh", "phan the luong"),
    "timeline 'tran van minh'": lambda g: g.timeline("tran van minh"),
    "timeline 'tran van minh' 'phan the luong'": lambda g: g.timeline("tran van minh", "phan the luong"),
    "chart 'quan khu 6' --on 2022": lambda g: g.chart("quan khu 6", on="2022"),
    "commanders 'quan khu 6'": lambda g: g.commanders("quan khu 6"),
    "commanders 'quan khu 6' --follow": lambda g: g.commanders("quan khu 6", follow=True),
    "gaps": lambda g: g.gaps(),
    "events": lambda g: g.events(),
    "events --unit 'quan khu 6'": lambda g: g.events(unit="quan khu 6"),
    "evidence 'tran van minh' 'quan khu 6'": lambda g: g.evidence("tran van minh", "quan khu 6"),
    "conflicts": lambda g: g.conflicts(),
    "top --by pagerank": lambda g: g.top("pagerank"),
    "communities": lambda g: g.communities(),
    "stats": lambda g: g.stats(),
}
"""Command without `graphbuild` -> the call that returns the same, on the graph of tests/building/articles.py."""
