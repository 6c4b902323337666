"""The goals of speed and size beside what was measured, as a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
"""Where recorded figures lie."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal.

    Attributes
    ----------
    what: of which it is one. want, unit: the figure, at most so much where `at_most`, else at least.
    file: the JSON file with the measurement. path: where in it the figure stands, 'again.seconds'.
    per: so many of the file's unit make one of the goal's: 60 where it has seconds and the goal minutes.
    articles: how many the measurement must be of; a figure of fewer is shown and reaches no goal.
    """

    what: str
    want: float
    unit: str
    file: str
    path: str
    at_most: bool = True
    per: float = 1
    articles: int = 0


MANY = 100_000

GOALS = (
    Goal("Document to claims, with the NER, long articles", 60_000, "words a CPU second", "stages.json", "claims_with_ner", at_most=False),
    Goal("Document to claims, without it, long articles", 150_000, "words a CPU second", "stages.json", "claims", at_most=False),
    Goal("Document to claims, with the NER, bundled articles", 60_000, "words a CPU second", "results.json", "claims", at_most=False),
    Goal("100,000 articles on two cores, local engine", 16, "minutes", "throughput-local.json", "seconds", per=60, articles=MANY),
    Goal("- memory of all processes", 3, "GB", "throughput-local.json", "megabytes", per=1024, articles=MANY),
    Goal("- memory of a worker", 1, "GB", "throughput-local.json", "worker_megabytes", per=1024, articles=MANY),
    Goal("- built again with nothing new", 20, "s", "throughput-local.json", "again.seconds", articles=MANY),
    Goal("100,000 articles on two cores, Dask engine", 16, "minutes", "throughput-dask.json", "seconds", per=60, articles=MANY),
    Goal("- memory of all processes", 3, "GB", "throughput-dask.json", "megabytes", per=1024, articles=MANY),
    Goal("- memory of a worker", 1, "GB", "throughput-dask.json", "worker_megabytes", per=1024, articles=MANY),
    Goal("Builds that are disturbed, both engines", 50, "runs", "faults.json", "disturbed", at_most=False),
    Goal("- articles lost", 0, "articles", "faults.json", "lost"),
    Goal("- that end in another store, or name another article", 0, "runs", "faults.json", "wrong"),
    Goal("- from Ctrl-C till every process is gone, the longest", 2, "s", "faults.json", "ctrl_c_seconds"),
    Goal("A question of a million edges, the graph open: search", 0.05, "CPU seconds", "questions.json", "questions.search.again"),
    Goal("- show a person", 0.1, "CPU seconds", "questions.json", "questions.show a person.again"),
    Goal("- show a unit", 0.1, "CPU seconds", "questions.json", "questions.show a unit.again"),
    Goal("- two steps around a person", 0.1, "CPU seconds", "questions.json", "questions.two steps.again"),
    Goal("- the shortest way between two persons", 0.5, "CPU seconds", "questions.json", "questions.path.again"),
    Goal("- opening the graph", 0.5, "CPU seconds", "questions.json", "open"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reached:
    """A goal with what was measured; `figure` is None where nothing was, `of` the articles where they are too few."""

    goal: Goal
    figure: float | None
    of: int = 0

    @property
    def verdict(self) -> str:
        """'reached', 'missed', 'not measured', 'of 1,000 articles'."""
        if self.figure is None:
            return "not measured"
        if self.of:
            return f"of {self.of:,} articles"
        within = self.figure <= self.goal.want if self.goal.at_most else self.figure >= self.goal.want
        return "reached" if within else "missed"


def reached(folder: Path = HERE, goals: tuple[Goal, ...] = GOALS) -> Iterator[Reached]:
    """Each goal with its figure from the JSON files in `folder`."""
    for goal in goals:
        file = folder / goal.file
        if not file.exists():
            yield Reached(goal, None)
            continue
        found = json.loads(file.read_text(encoding="utf-8"))
        count = found.get("articles", 0) if goal.articles else 0
        few = count if count < goal.articles else 0
        yield Reached(goal, _at(found, goal.path) / goal.per, few)


def table(folder: Path = HERE) -> str:
    """The goals as a table in Markdown."""
    lines = ["| goal | wanted | measured | |", "|---|---|---|---|"]
    for one in reached(folder):
        side = "at most" if one.goal.at_most else "at least"
        figure = "" if one.figure is None else _short(one.figure)
        lines.append(f"| {one.goal.what} | {side} {_short(one.goal.want)} {one.goal.unit} | {figure} | {one.verdict} |")
    return "\n".join(lines) + "\n"


def _at(found: Mapping[str, Any], path: str) -> float:
    value: Any = found
    for name in path.split("."):
        value = value[name]
    return float(value)


def _short(figure: float) -> str:
    """1,234 or 12.3 or 0.123: three digits that count, whole from a thousand on."""
    if figure >= 1000:
        return f"{round(figure, -2):,.0f}"
    return f"{figure:.3g}"
