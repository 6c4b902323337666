"""Articles that are read together say what each says alone, and one that fails costs no other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.building import runs
from graphbuild.building.article import Steps, prepare, prepare_steps
from graphbuild.building.watching import Killing, Raising
from graphbuild.engines import TOO_LARGE
from graphbuild.errors import ReadError
from graphbuild.model import Document, Extraction
from graphbuild.readers import Item, find_items, read_item


@cache
def _samples() -> tuple[Item, ...]:
    folder = Path(str(files("graphbuild"))) / "samples"
    return tuple(item for item in find_items([folder]) if isinstance(item, Item))


@cache
def _steps() -> Steps:
    return prepare_steps(())


@cache
def _alone() -> tuple[Extraction, ...]:
    read = prepare(())
    return tuple(read(item) for item in _samples())


@contextmanager
def _unwatched(number: int) -> Iterator[None]:
    yield


def _document(text: str = "Một bài.", id: str = "d") -> Document:
    return Document(id, text, digest=id)


@settings(max_examples=8, deadline=None)
@given(chosen=st.data())
def test_a_run_says_of_each_article_what_it_says_alone(chosen: st.DataObject) -> None:
    numbers = chosen.draw(st.permutations(range(len(_samples()))).map(lambda found: found[:12]))
    made = runs.read_run({n: _samples()[n] for n in numbers}, _steps(), _unwatched)
    assert made == {n: (_alone()[n], "") for n in numbers}


@given(sizes=st.lists(st.integers(1, 2 * runs.SIZE) | st.integers(1, 5_000), max_size=100))
def test_runs_hold_every_article_in_order_and_are_bounded(sizes: list[int]) -> None:
    given = [(n, (Item(str(n), str(n), "txt", b"a" * size, ""), str(n))) for n, size in enumerate(sizes)]
    found = list(runs.in_runs(given))
    assert [article for run in found for article in run] == given
    for run in found:
        assert len(run) == 1 or sum(len(item.payload) for _, (item, _) in run) <= runs.SIZE
        assert 1 <= len(run) <= runs.ARTICLES


def test_an_article_that_cannot_be_read_leaves_the_run() -> None:
    def second(text: str) -> str:
        if text == "bad":
            raise ReadError("no article", do="look at it")
        if text == "worse":
            raise ZeroDivisionError
        return text

    texts = {0: _document("good"), 1: _document("bad"), 2: _document("worse"), 3: _document("fine")}
    made = runs.read_run(texts, (lambda document: document.text, second, str.upper), _unwatched)
    assert (made[0], made[3]) == (("GOOD", ""), ("FINE", ""))
    assert made[1][0] is None and "no article" in made[1][1]
    assert made[2][0] is None and "ZeroDivisionError" in made[2][1]


def test_an_article_without_memory_among_others_is_read_once_more_alone() -> None:
    taken: list[str] = []

    def step(document: Document) -> str:
        taken.append(document.id)
        if document.id == "hungry" or (document.id == "shares" and taken.count("shares") == 1):
            raise MemoryError
        return document.id

    given = {n: _document(id=id) for n, id in enumerate(["hungry", "shares", "small"])}
    made = runs.read_run(given, (step,), _unwatched)
    assert made == {0: (None, TOO_LARGE), 1: ("shares", ""), 2: ("small", "")}
    assert sorted(taken) == ["hungry", "hungry", "shares", "shares", "small"]


def _sleeper(seconds: float) -> Callable[[Document], Document]:
    def step(document: Document) -> Document:
        if document.id == "slow":
            time.sleep(seconds)
        return document

    return step


def test_patience_counts_all_the_steps_of_one_article_and_none_of_another() -> None:
    given = {n: _document(id=id) for n, id in enumerate(["a", "slow", "b"])}
    with Raising(0.5, lambda number: None)("part") as watched:
        made = runs.read_run(given, (_sleeper(0.2),) * 4, watched)
    assert made[0][1] == made[2][1] == ""
    assert "not finished within 0.5 seconds" in made[1][1]


def test_a_worker_is_not_ended_by_many_articles_that_each_have_patience_left(tmp_path: Path) -> None:
    given = {n: _document(id="slow") for n in range(6)}
    with Killing(0.6, str(tmp_path))("part") as watched:
        made = runs.read_run(given, (_sleeper(0.05),) * 4, watched)
    assert not any(error for _, error in made.values())


def test_a_sample_is_what_it_was() -> None:
    assert _alone()[0].document == read_item(_samples()[0])


@pytest.mark.parametrize("steps", [1, 4])
def test_a_worker_is_ended_by_an_article_that_takes_too_long_in_all(tmp_path: Path, steps: int) -> None:
    import subprocess
    import sys

    program = (
        "import sys, time\n"
        "from graphbuild.engines.limits import killing\n"
        "begin = killing(0.6, 2)\n"
        f"for step in range({steps}):\n"
        "    for article in range(3):\n"
        "        begin(article)\n"
        f"        time.sleep({0.9 if steps == 1 else 0.22} if article == 1 else 0.01)\n"
        "print('survived')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1 and "survived" not in done.stdout and "Timeout" in done.stderr
