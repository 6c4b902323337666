"""What docs/speed.md and docs/cluster.md say is what was measured, and the suite's parts do what they say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import growth, ratios
from tests.benchmarks.goals import GOALS, HERE, Goal, reached, table
from tests.benchmarks.pictures import digest, memory_over_time
from tests.benchmarks.pictures import growth as draw_growth
from tests.benchmarks.running import run
from tests.benchmarks.told import CLUSTER, PAGE, ROOT, filled
from tests.benchmarks.watching import Watch
from tests.generated.articles import articles, write_articles


@pytest.mark.parametrize("page", [PAGE, CLUSTER], ids=["speed", "cluster"])
def test_the_pages_show_the_recorded_figures(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "<!-- end of" in text
    if os.environ.get("UPDATE_README"):
        page.write_text(filled(text), "utf-8")
    assert page.read_text("utf-8") == filled(text), "python -m tests.benchmarks.told writes the tables anew"


def test_the_pictures_are_those_of_the_recorded_figures() -> None:
    assert digest(growth.points()) in growth.PICTURE.read_text("utf-8")
    for file in HERE.glob("throughput-*.json"):
        picture = ROOT / "docs" / f"memory-{file.stem.partition('-')[2]}.svg"
        assert digest(json.loads(file.read_text("utf-8"))) in picture.read_text("utf-8")
        assert picture.name in PAGE.read_text("utf-8")


def test_every_module_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"-m (tests[.\w]+\w)", PAGE.read_text("utf-8")))
    assert len(named) > 5
    assert [one for one in named if not (ROOT / f"{one.replace('.', '/')}.py").is_file()] == []


def test_a_goal_is_reached_missed_measured_with_too_little_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"articles": 1000, "again": {"seconds": 30}}', "utf-8")
    cases = (
        Goal("quick", 60, "s", "a.json", "again.seconds"),
        Goal("quicker", 20, "s", "a.json", "again.seconds"),
        Goal("much", 20, "s", "a.json", "again.seconds", at_most=False),
        Goal("large", 60, "s", "a.json", "again.seconds", articles=100_000),
        Goal("unknown", 60, "s", "b.json", "seconds"),
    )
    verdicts = [one.verdict for one in reached(tmp_path, cases)]
    assert verdicts == ["reached", "missed", "reached", "of 1,000 articles", "not measured"]
    assert table(tmp_path).count("not measured") == len(GOALS)


def test_a_build_is_watched_phase_by_phase_with_all_its_processes(tmp_path: Path) -> None:
    write_articles(articles(12), tmp_path / "a.jsonl")
    found = run(tmp_path / "a.jsonl", tmp_path / "output", jobs=2)
    names = [phase.name for phase in found.phases]
    assert {"starting", "reading articles", "resolving names", "writing the graph", "writing the page"} <= set(names)
    assert found.new == found.rows["documents"] == 12
    assert found.rows["claims"] > 100 < found.megabytes
    assert 0 < found.worker_megabytes < found.megabytes
    assert abs(sum(phase.processor for phase in found.phases) - found.processor) < 0.1
    figures = {"articles": 12, "engine": "local", "looks": [[0, 1, 1], [1, 2, 1]], **found.figures()}
    memory_over_time(figures, tmp_path / "a.svg")
    memory_over_time(figures, tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_the_time_of_a_process_that_has_ended_stays_counted() -> None:
    burn = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(30_000_000))']); input()"
    with subprocess.Popen([sys.executable, "-c", burn], stdin=subprocess.PIPE) as process:
        watch = Watch(process.pid)
        while watch.look().processes < 2 or watch.looks[-1].processor < 0.1:
            pass
        while watch.look().processes > 1:
            pass
        assert watch.looks[-1].processor > 0.1
        process.communicate(b"\n")
        watch.end()


def test_growth_goes_on_from_what_is_in_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[int] = []
    phase = {"name": "reading articles", "seconds": 1.0, "processor": 1.0, "megabytes": 1}
    made = {"seconds": 1, "processor": 1, "megabytes": 1, "worker_megabytes": 1, "phases": [phase]}
    made |= {"again": {"seconds": 1}, "more": {"seconds": 1}}

    def measure(count: int, folder: Path, jobs: object) -> growth.Point:
        measured.append(count)
        return {"articles": count, "program": "one", **made}

    monkeypatch.setattr(growth, "measure", measure)
    monkeypatch.setattr(growth, "program", lambda: "one")
    file = tmp_path / "growth.json"
    for to in (300, 3000, 3000):
        list(growth.go_on(to, tmp_path, file, keep=False, jobs=None))
    assert measured == [300, 1000, 3000]
    monkeypatch.setattr(growth, "program", lambda: "another")
    list(growth.go_on(300, tmp_path, file, keep=True, jobs=None))
    assert measured == [300, 1000, 3000]
    list(growth.go_on(300, tmp_path, file, keep=False, jobs=None))
    assert measured == [300, 1000, 3000, 300]
    draw_growth(growth.points(file), tmp_path / "growth.svg")
    assert digest(growth.points(file)) in (tmp_path / "growth.svg").read_text("utf-8")


def test_a_ratio_that_falls_by_more_than_a_fifth_in_every_measurement_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    known = ratios.pinned()
    slow = dict(known, claims=0.79 * known["claims"])
    found = iter([slow, slow, {**known, "claims": 0.81 * known["claims"]}])
    monkeypatch.setattr(ratios, "measure", lambda: next(found))
    assert set(ratios.fallen(2)) == {"claims"}
    assert ratios.fallen(1) == {}
