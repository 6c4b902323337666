"""A graph too large to be read whole answers every question as one that is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import graphbuild as gb
from graphbuild.building import opening
from graphbuild.building.opening import known, opened
from graphbuild.building.stored import StoredGraph
from graphbuild.errors import GraphbuildError
from graphbuild.graph import Filters, Measure
from graphbuild.samples import articles_folder
from graphbuild.store import Reader, Workspace

FILTERS = (
    None,
    Filters(since="2021", until="2023"),
    Filters(roles="chairs"),
    Filters(kinds=("unit", "event")),
    Filters(confidence=0.9),
)

ABOUT_ONE: dict[str, Callable[[gb.Graph, str, Filters | None], Any]] = {
    "card": lambda g, id, only: g.card(id, only),
    "person": lambda g, id, only: g.person(id, only),
    "unit": lambda g, id, only: g.unit(id, only),
    "event": lambda g, id, only: g.event(id, only),
    "place": lambda g, id, only: g.place(id, only),
    "neighbours": lambda g, id, only: g.neighbours(id, 2, only),
    "timeline": lambda g, id, only: g.timeline(id, only=only),
    "chart": lambda g, id, only: g.chart(id, only=only),
    "commanders": lambda g, id, only: g.commanders(id, follow=True, only=only),
    "gaps": lambda g, id, only: g.gaps(id, only=only),
    "conflicts": lambda g, id, only: g.conflicts(id, only=only),
    "evidence": lambda g, id, only: g.evidence(id, only=only),
    "events": lambda g, id, only: g.events(**{id.partition("/")[0]: id}, sub_units=True, only=only),
    "part": lambda g, id, only: list(g.part(id, 1, only).nx.edges(keys=True, data=True)),
    "possibly same": lambda g, id, only: g.possibly_same(id),
    "search": lambda g, id, only: g.search(id.partition("/")[2], only.kinds if only else None),
}

ABOUT_TWO: dict[str, Callable[[gb.Graph, str, str, Filters | None], Any]] = {
    "path": lambda g, a, b, only: g.path(a, b, only),
    "paths": lambda g, a, b, only: [way.cost for way in g.paths(a, b, 2, only)],
    "possibly": lambda g, a, b, only: g.path(a, b, only, possibly_same=True),
    "together": lambda g, a, b, only: g.together(a, b, only),
    "timeline": lambda g, a, b, only: g.timeline(a, b, only),
    "evidence": lambda g, a, b, only: g.evidence(a, b, only),
}

ABOUT_ALL: dict[str, Callable[[gb.Graph, Filters | None], Any]] = {
    "stats": lambda g, only: g.stats(only),
    "top": lambda g, only: [g.top(measure, 20, only) for measure in Measure],
    "communities": lambda g, only: g.communities(only=only),
    "events": lambda g, only: g.events(only=only),
    "gaps": lambda g, only: g.gaps(only=only),
    "conflicts": lambda g, only: g.conflicts(only=only),
    "possibly same": lambda g, only: g.possibly_same(),
    "nodes": lambda g, only: list(g.nx.nodes(data=True)),
    "quotes": lambda g, only: g.quotes(),
    "answer": lambda g, only: g.answer(),
    "part": lambda g, only: g.part(only=only).stats(),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The graph of the bundled articles."""
    folder = tmp_path_factory.mktemp("stored") / "output"
    gb.build([articles_folder()], folder)
    return Workspace(folder).open_reader()


@pytest.fixture(scope="module")
def whole(reader: Reader) -> gb.Graph:
    return opened(reader, known=known(reader))


@pytest.fixture
def stored(reader: Reader) -> StoredGraph:
    return StoredGraph(reader, known(reader))


def outcome(ask: Callable[..., Any], *asked: object) -> Any:
    """The answer, or the complaint."""
    try:
        return ask(*asked)
    except GraphbuildError as error:
        return type(error), str(error)


@pytest.mark.parametrize("only", FILTERS, ids=lambda only: only.words() if only else "all")
@pytest.mark.parametrize("question", ABOUT_ONE)
def test_a_question_about_one_name(question: str, only: Filters | None, stored: StoredGraph, whole: gb.Graph) -> None:
    ask = ABOUT_ONE[question]
    for id in sorted(whole.nx)[::13]:
        if question != "events" or not id.startswith("event/"):
            assert outcome(ask, stored, id, only) == outcome(ask, whole, id, only), id


@pytest.mark.parametrize("only", FILTERS, ids=lambda only: only.words() if only else "all")
@pytest.mark.parametrize("question", ABOUT_TWO)
def test_a_question_about_two_names(question: str, only: Filters | None, stored: StoredGraph, whole: gb.Graph) -> None:
    ask = ABOUT_TWO[question]
    for a, b in pairwise(sorted(whole.nx)[::29]):
        assert outcome(ask, stored, a, b, only) == outcome(ask, whole, a, b, only), (a, b)


@pytest.mark.parametrize("only", FILTERS, ids=lambda only: only.words() if only else "all")
@pytest.mark.parametrize("question", ABOUT_ALL)
def test_a_question_about_all(question: str, only: Filters | None, stored: StoredGraph, whole: gb.Graph) -> None:
    ask = ABOUT_ALL[question]
    assert ask(stored, only) == ask(whole, only)


def test_the_graph_is_read_only_when_it_is_asked_for(stored: StoredGraph, whole: gb.Graph) -> None:
    assert stored.card("tran dac khue") == whole.card("tran dac khue")
    assert "facts" not in vars(stored)
    assert stored.nx.number_of_edges() == whole.nx.number_of_edges()
    assert stored.card("tran dac khue") == whole.card("tran dac khue")
    assert stored.sql("SELECT count(*) FROM persons").rows == whole.sql("SELECT count(*) FROM persons").rows
    assert stored.show("tran dac khue", 1).title == whole.show("tran dac khue", 1).title


def test_a_small_graph_is_held_whole_and_a_large_one_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace(tmp_path).begin_build() as build:
        build.publish()
    assert not isinstance(gb.open(tmp_path), StoredGraph)
    monkeypatch.setattr(opening, "WHOLE", -1)
    assert isinstance(gb.open(tmp_path), StoredGraph)
