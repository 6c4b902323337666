"""Work in several processes has the result that it has in one."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from graphbuild.resolve import persons, resolve
from graphbuild.resolve.spread import Beside, spread
from graphbuild.resources import load_gazetteer
from tests.generated.collection import generate

HERE = os.getpid()


def shout() -> Callable[[str], str]:
    def work(word: str) -> str:
        if word == "dies" and os.getppid() == int(os.environ["PARENT"]):
            os._exit(1)
        if word == "wrong":
            raise ValueError(word)
        return word.upper()

    return work


def never() -> Callable[[str], str]:
    if os.getppid() == int(os.environ["PARENT"]):
        os._exit(1)
    return str.upper


@pytest.fixture(autouse=True)
def _parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARENT", str(HERE))


def test_results_come_in_order_and_what_kills_a_process_is_done_here() -> None:
    assert list(spread(["a", "dies", "b", "c"], shout, jobs=2)) == ["A", "DIES", "B", "C"]


def test_where_no_process_can_start_the_work_is_done_here() -> None:
    assert list(spread(iter("abcdefghijkl"), never, jobs=2)) == list("ABCDEFGHIJKL")


def test_what_fails_there_fails_here() -> None:
    with pytest.raises(ValueError, match="wrong"):
        list(spread(["a", "wrong"], shout, jobs=2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_beside_that_of_other_processes_has_its_result_and_its_error(jobs: int) -> None:
    assert Beside(lambda: "done", jobs).result() == "done"
    with pytest.raises(ValueError, match="not_a_number"):
        Beside(lambda: float("not_a_number"), jobs).result()


def test_persons_joined_in_several_processes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    sets, gazetteer = generate(600).claim_sets, load_gazetteer()
    alone = resolve(sets, {}, gazetteer)
    monkeypatch.setattr(persons, "FEW", 0)
    assert resolve(sets, {}, gazetteer, jobs=2) == alone
