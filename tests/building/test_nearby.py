"""A question about a few names reads a part of the store, and answers as the whole graph would."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.building.names import StoredNames
from graphbuild.building.nearby import Nearby, Want, open_around
from graphbuild.building.opening import index_of
from graphbuild.errors import AmbiguousError, NotFoundError, UsageError
from graphbuild.graph import Filters, Measure
from graphbuild.samples import articles_folder
from graphbuild.store import Workspace


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the bundled articles."""
    folder = tmp_path_factory.mktemp("nearby") / "output"
    gb.build([articles_folder()], folder)
    return folder


@pytest.fixture(scope="module")
def whole(output: Path) -> gb.Graph:
    return gb.open(output)


TYPED = (
    *("tran dac khue", "Trần Đắc", "khue", "quan khu 6", "Quân khu", "an", "a", "941", "bchqs", "BCHQS huyện An Thạch"),
    *("ban chi huy quan su", "trung tuong", "thieu tuong toai", "2021", "hoi nghi 2024", "hoi nghi quan chnh", "khuee"),
    *(
        "le van tuan",
        "qwertz",
        "su doan 942",
        "doan hac linh",
        "person/le-van-tuan",
        "K'",
        "đ",
        "tháng 7",
        "tp",
        "tran dax",
    ),
    *(" ".join(["hoi nghi"] * 3000), " ".join(map(str, range(3000)))),
)


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed[:20])
def test_a_name_is_found_in_the_store_as_in_the_index_of_all(typed: str, output: Path) -> None:
    with Workspace(output).open_reader() as reader:
        stored, all_names = StoredNames(reader), index_of(reader)
        for kind in (None, "person", ("unit", "event")):
            assert stored.search(typed, kind, 1000) == all_names.search(typed, kind, 1000)
            assert outcome(stored, typed, kind) == outcome(all_names, typed, kind)


def outcome(names: object, typed: str, kind: object) -> object:
    """The id, or the complaint with its candidates."""
    try:
        return names.find_one(typed, kind)  # type: ignore[attr-defined]
    except (AmbiguousError, NotFoundError) as error:
        return type(error), str(error)


def test_nothing_typed_is_refused(output: Path) -> None:
    with Workspace(output).open_reader() as reader, pytest.raises(UsageError, match="nothing to search for"):
        StoredNames(reader).search(" ?! ")


@pytest.mark.parametrize(
    "only", [None, Filters(since="2021", until="2023"), Filters(roles="chairs"), Filters(kinds="unit")]
)
def test_what_lies_around_a_name_answers_as_the_whole_graph(
    output: Path, whole: gb.Graph, only: Filters | None
) -> None:
    nearby = Nearby.of(output)
    for id in sorted(whole.nx)[::7]:
        around = nearby.around([id])
        assert around.timeline(id, only=only) == whole.timeline(id, only=only)
        assert around.evidence(id, only=only) == whole.evidence(id, only=only)
        assert nearby.around([id], Want(card=True)).card(id, only) == whole.card(id, only)
        if id.startswith("unit/"):
            line = nearby.around([id], Want(line=True))
            assert line.chart(id, "2021-07", only) == whole.chart(id, "2021-07", only)
            assert line.commanders(id, follow=True, only=only) == whole.commanders(id, follow=True, only=only)
            assert around.gaps(id, only=only) == whole.gaps(id, only=only)


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_neighbours_are_those_of_the_whole_graph(output: Path, whole: gb.Graph, hops: int) -> None:
    nearby = Nearby.of(output)
    for id in sorted(whole.nx)[::20]:
        assert nearby.around([id], Want(hops)).neighbours(id, hops) == whole.neighbours(id, hops)


def test_the_shortest_way_is_that_of_the_whole_graph(output: Path, whole: gb.Graph) -> None:
    nearby = Nearby.of(output)
    ids = sorted(whole.nx)[::17]
    for a in ids:
        for b in ids[::3]:
            try:
                expected = whole.path(a, b)
            except NotFoundError:
                with pytest.raises(NotFoundError, match="no path"):
                    nearby.between(a, b).path(a, b)
            else:
                assert nearby.between(a, b).path(a, b) == expected


def test_two_share_what_they_share_in_the_whole_graph(output: Path, whole: gb.Graph) -> None:
    nearby = Nearby.of(output)
    persons = [id for id in whole.nx if id.startswith("person/")][::9]
    for a, b in pairwise(persons):
        near = nearby.around([a, b])
        assert near.together(a, b) == whole.together(a, b)
        assert near.timeline(a, b) == whole.timeline(a, b)


@pytest.mark.parametrize(
    "only", [Filters(), Filters(since="2021", until="2022"), Filters(kinds=("unit", "event")), Filters(roles="attends")]
)
def test_events_of_a_name_are_those_of_the_whole_graph(output: Path, whole: gb.Graph, only: Filters) -> None:
    nearby = Nearby.of(output)
    for id in sorted(whole.nx)[::5]:
        kind = id.partition("/")[0]
        if kind != "event":
            asked = {kind: id}
            assert nearby.events([id]).events(**asked, only=only) == whole.events(**asked, only=only)
        if kind == "unit":
            near = nearby.events([id], sub_units=True).events(unit=id, sub_units=True, only=only)
            assert near == whole.events(unit=id, sub_units=True, only=only)
    both = {"person": "person/tran-dac-khue", "unit": "unit/quan-khu-6"}
    assert nearby.events(both.values()).events(**both, only=only) == whole.events(**both, only=only)


def test_the_best_ways_are_those_of_the_whole_graph(output: Path, whole: gb.Graph) -> None:
    nearby = Nearby.of(output)
    ids = sorted(whole.nx)[::31]
    for a, b in product(ids, ids[::2]):
        try:
            expected = [way.cost for way in whole.paths(a, b, best=4)]
        except NotFoundError:
            with pytest.raises(NotFoundError, match="no path"):
                nearby.best_ways(a, b, 4)
        else:
            _, found = nearby.best_ways(a, b, 4)
            assert [way.cost for way in found] == pytest.approx(expected)
            assert all((way.start.id, way.end.id) == (a, b) for way in found)


def test_the_whole_is_measured_as_the_graph_itself_is(output: Path, whole: gb.Graph) -> None:
    nearby = Nearby.of(output)
    assert nearby.stats() == whole.stats()
    for measure in Measure:
        assert nearby.top(measure, 20) == whole.top(measure, 20)
        assert nearby.top(measure, 20, ["person"]) == whole.top(measure, 20, Filters(kinds="person"))
    assert nearby.communities(3, 1.0) == whole.communities()


def test_contradictions_are_those_of_the_whole_graph(output: Path, whole: gb.Graph) -> None:
    nearby = Nearby.of(output)
    assert len(whole.conflicts()) > 0
    assert nearby.contradicting().conflicts() == whole.conflicts()
    for one in whole.conflicts():
        assert nearby.contradicting(one.about.id).conflicts(one.about.id) == whole.conflicts(one.about.id)


def test_only_a_part_is_read(output: Path, whole: gb.Graph) -> None:
    near = Nearby.of(output).around(["person/lo-van-hoan"])
    assert 1 < len(near.nx) < 10 < len(whole.nx)
    assert Nearby.of(output).newest_date() == whole.stats().last


@pytest.mark.parametrize(
    "only",
    [
        Filters(),
        Filters(kinds=("person", "unit")),
        Filters(relations=("HOLDS", "POSSIBLY_SAME")),
        Filters(roles="chairs", since="2021", until="2023"),
        Filters(confidence=0.9),
    ],
    ids=lambda only: only.words() or "all",
)
@pytest.mark.parametrize("hops", [1, 2, 3])
@pytest.mark.parametrize("id", ["unit/su-doan-bo-binh-941", "person/tran-dac-khue", "place/thanh-pho-da-lat"])
def test_what_lies_within_is_that_part_of_the_whole_graph(
    output: Path, whole: gb.Graph, id: str, hops: int, only: Filters
) -> None:
    try:
        expected = whole.part(id, hops, only)
    except UsageError:
        with pytest.raises(UsageError):
            open_around(output, id, hops, only)[0].part(id, hops, only)
        return
    found = open_around(output, id, hops, only)[0].part(id, hops, only)
    assert dict(found.nx.nodes(data=True)) == dict(expected.nx.nodes(data=True))
    assert list(found.nx.edges(keys=True, data=True)) == list(expected.nx.edges(keys=True, data=True))
    assert set(found.possibly_same()) == set(expected.possibly_same())
    assert found.conflicts() == expected.conflicts()
