"""The command as the shell sees it: exit codes, encodings, pipes, time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.samples import articles_folder
from tests.building.articles import write_articles

COMMAND = [sys.executable, "-m", "graphbuild"]


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words], capture_output=True, text=True, encoding="utf-8", env=os.environ | environment, check=False
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the bundled articles."""
    output = tmp_path_factory.mktemp("demo") / "output"
    report = gb.build([articles_folder()], output)
    assert report.failures == ()
    return output


def seconds(*words: str | Path) -> float:
    """The shortest time of five runs: other work of the machine can only add to it."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        assert run(*words).returncode == 0
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.benchmark
def test_help_is_there_in_a_blink() -> None:
    assert seconds("--help") < 0.3


@pytest.mark.benchmark
def test_a_search_of_the_demo_graph_is_there_in_a_blink(demo: Path) -> None:
    assert seconds("search", "quan khu 6", "-g", demo) < 0.7


def test_help_lists_every_command_and_no_words_print_it_too() -> None:
    shown = run("--help").stdout
    for command in ("build", "extract", "search", "show", "path", "timeline", "evidence", "stats", "review", "judge"):
        assert f"\n  {command} " in shown
    assert run().stdout == shown


@pytest.mark.parametrize("words", [["view", "tran dac khue"], ["export", "parquet"], ["top", "--by", "pagerank"]])
def test_what_is_left_out_for_speed_is_not_needed(demo: Path, tmp_path: Path, words: list[str]) -> None:
    where = [] if words[0] == "top" else ["-o", tmp_path / "written"]
    found = run(*words, *where, "-g", demo)
    assert (found.returncode, found.stderr) == (0, "")


def test_no_command_waits_for_what_it_does_not_use(demo: Path) -> None:
    script = (
        "import sys; from graphbuild.cli import main; main(sys.argv[1:]);"
        "assert not {'pandas', 'matplotlib'} & set(sys.modules); import pandas, duckdb;"
        "assert len(duckdb.sql('SELECT 1').df()) == 1"
    )
    for words in (["show", "tran dac khue"], ["communities"]):
        subprocess.run([sys.executable, "-c", script, *words, "-g", demo], check=True, capture_output=True)


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"graphbuild {gb.__version__}\n"


def test_the_version_is_that_of_the_project() -> None:
    from importlib.metadata import version

    assert version("graphbuild") == gb.__version__


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_be_taught_to_complete(shell: str) -> None:
    shown = run("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert shown.returncode == 0
    assert "_GRAPHBUILD_COMPLETE" in shown.stdout


def test_completion_offers_the_commands() -> None:
    offered = run(_GRAPHBUILD_COMPLETE="complete_bash", COMP_WORDS="graphbuild s", COMP_CWORD="1").stdout
    assert {"search", "show", "stats"} <= set(offered.split())


def test_vietnamese_is_printed_whatever_the_locale(demo: Path) -> None:
    for locale in ("C", "POSIX", "en_US.ISO-8859-1"):
        found = run("search", "quan khu 6", "-g", demo, LANG=locale, LC_ALL=locale, PYTHONUTF8="0")
        assert "Quân khu 6" in found.stdout
        assert found.returncode == 0


def test_output_into_a_pipe_that_closes_ends_quietly(demo: Path) -> None:
    words = " ".join([*COMMAND, "evidence", "'quan khu 6'", "-g", str(demo)])
    ended = subprocess.run(
        ["bash", "-c", f"{words} | head -1"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ended.stdout
    assert ended.stderr == ""


def test_ctrl_c_stops_a_build_at_once_and_the_next_one_goes_on_from_there(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles")
    weather = "Trời nắng to, gió nhẹ, nước sông lên chậm.\n" * 40
    for n in range(700):
        (articles / f"n{n}.txt").write_text(f"Tin số {n}\n\n{weather}", "utf-8")
    output = tmp_path / "output"
    words = [*COMMAND, "build", articles, "-o", output, "--no-ner", "--jobs", "2"]
    build = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not list(output.glob(".graphbuild.parts/*.parquet")):
        assert build.poll() is None
        time.sleep(0.05)
    began = time.monotonic()
    os.killpg(build.pid, 2)
    _, err = build.communicate(timeout=60)
    assert time.monotonic() - began < 2
    assert build.returncode == 130
    told = re.fullmatch(r"articles read and kept: (\d+); the next build goes on from there\nerror: interrupted\n", err)
    assert told
    assert {path.name for path in output.iterdir()} == {".graphbuild.lock", ".graphbuild.parts"}
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert "articles: 703 new" in done.stdout
    assert f"read before the last build was stopped: {told[1]}\n" in done.stdout
    assert not (output / ".graphbuild.parts").exists()
