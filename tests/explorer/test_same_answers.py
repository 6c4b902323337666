"""The page answers as the library does: shortest ways, holders of posts on a date, neighbours."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import graphbuild as gb
from graphbuild.errors import NotFoundError
from graphbuild.explorer.payload import make_payload
from graphbuild.explorer.table import read_table
from graphbuild.explorer.words import words
from graphbuild.graph import Chart, build_graph, facts_of
from graphbuild.graph.as_of import as_of
from graphbuild.graph.neighbours import neighbours
from graphbuild.graph.path import path
from graphbuild.model import EventRole, EventType, Status
from tests.explorer.invented import plausible
from tests.resolve.cast import Story, resolved
from tests.resolve.test_postings import ANH, BAO, said

SCRIPT = Path(__file__).parent / "js" / "ask.mjs"
SAMPLES = Path(gb.__file__).parent / "samples" / "articles"
DATES = ("", "2018", "2019-05", "2021-07-15", "2022-09-28", "2022-10", "2023-06", "2023", "2024-12-10", "2026", "1990")

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")


@pytest.fixture(scope="module")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> nx.MultiDiGraph[str]:
    """The graph of the sample articles."""
    folder = tmp_path_factory.mktemp("built")
    gb.build([str(SAMPLES)], str(folder))
    return gb.open(str(folder)).nx


def page_answers(graph: nx.MultiDiGraph[str], **questions: Any) -> dict[str, Any]:
    asked = {
        "columns": make_payload(read_table(graph), {}).columns,
        "words": words(),
        "paths": [],
        "charts": [],
        "around": [],
    }
    ran = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps({**asked, **questions}), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    answers: dict[str, Any] = json.loads(ran.stdout)
    return answers


def library_path(graph: nx.MultiDiGraph[str], a: str, b: str) -> dict[str, Any] | None:
    try:
        found = path(facts_of(graph), a, b)
    except NotFoundError:
        return None
    steps = [[s.link.source.id, str(s.link.relation), s.link.text("title") or s.link.text("role")] for s in found.steps]
    return {"nodes": [a, *(step.end.id for step in found.steps)], "steps": steps}


def library_chart(chart: Chart) -> dict[str, Any]:
    return {
        "unit": chart.unit.id,
        "on": chart.on,
        "from": chart.valid_from,
        "to": chart.valid_to,
        "successors": [library_chart(one) for one in chart.successors],
        "holders": [
            [one.person.id, one.title, one.rank, one.acting, str(one.certainty), one.because] for one in chart.holders
        ],
    }


def assert_same_paths(graph: nx.MultiDiGraph[str], pairs: list[tuple[str, str]]) -> None:
    for pair, found in zip(pairs, page_answers(graph, paths=pairs)["paths"], strict=True):
        assert found == library_path(graph, *pair), pair


def assert_same_charts(graph: nx.MultiDiGraph[str], questions: list[tuple[str, str]]) -> None:
    for question, found in zip(questions, page_answers(graph, charts=questions)["charts"], strict=True):
        assert found == library_chart(as_of(facts_of(graph), *question)), question


def test_shortest_ways_of_the_sample_graph_are_the_same(sample_graph: nx.MultiDiGraph[str]) -> None:
    some = sorted(sample_graph)[::9]
    assert_same_paths(sample_graph, list(combinations(some, 2)))


def test_shortest_ways_of_a_larger_graph_are_the_same() -> None:
    graph, _ = plausible(1500)
    assert_same_paths(graph, list(combinations(sorted(graph)[::97], 2)))


def test_charts_of_every_unit_of_the_sample_graph_are_the_same(sample_graph: nx.MultiDiGraph[str]) -> None:
    units = [id for id in sorted(sample_graph) if id.startswith("unit/")]
    questions = [(unit, on) for unit in units for on in DATES]
    assert sum(len(as_of(sample_graph, *one).holders) for one in questions) > 200
    assert_same_charts(sample_graph, questions)


def test_charts_of_handovers_former_holders_and_units_that_are_gone_are_the_same() -> None:
    name = "Lễ trao quyết định nghỉ hưu"
    end = said("b", None, ANH, status=Status.FORMER).event(name, "2022-09-28", type=EventType.APPOINTMENT)
    stated = said("a", "2019-07-11", ANH, status=Status.INCOMING), end.joins(ANH, name, EventRole.RECEIVES)
    handover = said("b", "2019-07-11", ANH, status=Status.FORMER).post(
        BAO, "Tư lệnh", "Quân khu 6", status=Status.INCOMING
    )
    gone = (
        Story("a", "2024-06-01").post(ANH, "Tư lệnh", "Quân đoàn 3"),
        Story("b", "2025-03-01").post(BAO, "Tư lệnh", "Quân đoàn 34").unit("Quân đoàn 3"),
    )
    casts: dict[str, list[tuple[Story, ...]]] = {
        "unit/quan-khu-6": [
            stated,
            (said("a", "2018", ANH), handover, said("c", "2021", BAO)),
            (said("a", "2018-05", ANH), said("b", "2020-05", BAO)),
            (said("a", "2018", ANH), said("b", "2021-02-03", ANH, status=Status.FORMER)),
            (said("a", "2019", ANH, "Tham mưu trưởng", Status.ACTING), said("b", "2020", ANH, "Tham mưu trưởng")),
        ],
        "unit/quan-doan-3": [gone],
    }
    days = (*DATES, "2019-07-11", "2019-07-10", "2019-03", "2020", "2022-09-29", "2024-06", "2025")
    for unit, stories in casts.items():
        for story in stories:
            resolution = resolved(*story)
            assert_same_charts(build_graph(resolution.entities, resolution.edges), [(unit, on) for on in days])


def test_neighbours_up_to_three_steps_are_the_same(sample_graph: nx.MultiDiGraph[str]) -> None:
    some = sorted(sample_graph)[::11]
    for id, rings in zip(some, page_answers(sample_graph, around=some)["around"], strict=True):
        told = [(one.hops, one.node.id) for one in neighbours(facts_of(sample_graph), id, 3)]
        assert [(hops, other) for hops, ring in enumerate(rings, 1) for other in ring] == told, id
