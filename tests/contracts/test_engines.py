"""What every engine must do, whatever it runs on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from graphbuild.engines import Dask, Outcome, run, run_dask, run_processes, run_serial
from graphbuild.engines.processes import STARTS
from graphbuild.errors import ReadError

ENGINES = ("serial", "processes", "dask")
Run = Callable[..., Iterator[Outcome[int, int]]]


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Run:
    """The engine of the name that the test is run with."""
    if request.param == "dask":
        return partial(run_dask, where=Dask(request.getfixturevalue("cluster")))
    return {"serial": run_serial, "processes": partial(run_processes, jobs=2)}[request.param]


def prepare_square(trace: Path) -> Callable[[int], int]:
    (trace / str(os.getpid())).touch()
    return square


def square(number: int) -> int:
    if number == 13:
        raise ReadError("an unlucky number", where="13.txt")
    if number == 14:
        raise ValueError("two\nlines")
    return number * number


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_results_come_in_the_order_of_the_items_and_a_failure_is_one_of_them(engine: Run, tmp_path: Path) -> None:
    outcomes = list(engine(range(40), partial(prepare_square, tmp_path)))
    assert [o.item for o in outcomes] == list(range(40))
    assert [o.value for o in outcomes] == [None if n in (13, 14) else n * n for n in range(40)]
    assert outcomes[13].error == "13.txt: an unlucky number"
    assert outcomes[14].error.startswith("ValueError: two lines (a fault of graphbuild")
    assert [o.item for o in outcomes if o.error] == [13, 14]


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_the_work_is_prepared_once_a_process(engine: Run, tmp_path: Path) -> None:
    assert len(list(engine(range(100), partial(prepare_square, tmp_path)))) == 100
    assert 1 <= len(list(tmp_path.iterdir())) <= 2


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_items_are_taken_a_bounded_number_ahead(engine: Run, tmp_path: Path) -> None:
    taken = 0

    def count() -> Iterator[int]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number

    results = engine(count(), partial(prepare_square, tmp_path))
    for _ in range(5):
        next(results)
    assert taken <= 5 + 8
    results.close()


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_without_items_nothing_is_prepared(engine: Run, tmp_path: Path) -> None:
    assert list(engine([], partial(prepare_square, tmp_path))) == []
    assert list(tmp_path.iterdir()) == []


def test_few_items_stay_in_this_process_and_many_do_not(tmp_path: Path) -> None:
    assert {o.value for o in run(range(20), prepare_process_id)} == {os.getpid()}
    many = {o.value for o in run(range(250), prepare_process_id)}
    assert os.cpu_count() == 1 or os.getpid() not in many


def prepare_process_id() -> Callable[[int], int]:
    return lambda number: os.getpid()


def prepare_suicide() -> Callable[[int], int]:
    return suicide


def suicide(number: int) -> int:
    if number in (5, 21):
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("engine", ["processes", "dask"], indirect=True)
def test_an_item_that_kills_its_process_is_reported_and_the_others_are_done(engine: Run) -> None:
    outcomes: list[Outcome[int, int]] = list(engine(range(30), prepare_suicide))
    assert [o.item for o in outcomes] == list(range(30))
    assert [o.item for o in outcomes if o.value is None] == [5, 21]
    assert all("died" in o.error for o in outcomes if o.value is None)


def prepare_alone(trace: Path) -> Callable[[int], int]:
    """Work in the first process that comes; the others die as they start, once the first is at work."""
    try:
        (trace / "first").touch(exist_ok=False)
    except FileExistsError:
        while not (trace / "at work").exists():
            time.sleep(0.01)
        (trace / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return partial(square_slowly, trace)


def square_slowly(trace: Path, number: int) -> int:
    (trace / "at work").touch()
    until = time.monotonic() + 30
    # As long as it takes that more have died than a build bears which nobody works for.
    while len(list(trace.iterdir())) < 2 + STARTS + 1 and time.monotonic() < until:
        time.sleep(0.01)
    return number * number


def test_processes_that_die_as_they_start_end_nothing_while_another_works(tmp_path: Path) -> None:
    outcomes = list(run_processes(range(20), partial(prepare_alone, tmp_path), 2))
    assert [o.value for o in outcomes] == [n * n for n in range(20)]
    assert len(list(tmp_path.iterdir())) >= 2 + STARTS + 1


def test_a_script_without_main_guard_is_told_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            """
            from graphbuild.engines import run
            def prepare():
                return str
            list(run(range(3), prepare, jobs=2))
            """
        )
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert 'if __name__ == "__main__":' in done.stderr.splitlines()[-1]


def test_a_killed_parent_leaves_no_worker_behind(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            """
            import os, sys, time
            from pathlib import Path
            from graphbuild.engines import run
            def prepare():
                return work
            def work(number):
                Path(sys.argv[1], str(os.getpid())).touch()
                time.sleep(0.05)
            if __name__ == "__main__":
                list(run(range(10_000), prepare, jobs=2))
            """
        )
    )
    workers = tmp_path / "workers"
    workers.mkdir()
    parent = subprocess.Popen([sys.executable, script, workers])
    _wait_until(lambda: len(list(workers.iterdir())) == 2)
    parent.kill()
    parent.wait()
    _wait_until(lambda: not any(_is_alive(int(worker.name)) for worker in workers.iterdir()))


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("it did not come about in 30 seconds")


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
