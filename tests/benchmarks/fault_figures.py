"""What disturbed builds came to: a file of runs, and the table made of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from .machine import machine, told

RECORDED = Path(__file__).with_name("faults.json")


@dataclass
class Run:
    """One build that was disturbed.

    Attributes
    ----------
    fault, engine, seed: which run it is.
    begun: how often the build had to be begun. disturbed: how often something happened to it.
    lost: articles that are not in the store. named: the report names the article that does harm, and no other.
    equal: the store is that of an undisturbed build. seconds: from Ctrl-C till all processes were gone.
    """

    fault: str
    engine: str
    seed: int
    begun: int = 1
    disturbed: int = 0
    lost: int = 0
    named: bool = True
    equal: bool = False
    seconds: float | None = None


def runs_in(file: Path | None) -> list[Run]:
    """The runs of a file; none where there is no file."""
    if file is None or not file.exists():
        return []
    return [Run(**one) for one in json.loads(file.read_text("utf-8"))["runs"]]


def add(file: Path | None, run: Run, *, articles: int, words: int) -> None:
    """Add a run to a file, with what all of them came to. `articles`, `words`: of one build."""
    if file is None:
        return
    found = [*runs_in(file), run]
    figures = {"build_articles": articles, "build_words": articles * words, **totals(found), "machine": machine()}
    # A run a line, so that two versions can be compared.
    lines = ",\n".join(f"  {json.dumps(asdict(one), ensure_ascii=False)}" for one in found)
    head = json.dumps(figures, ensure_ascii=False, indent=1).removesuffix("\n}")
    file.write_text(f'{head},\n "runs": [\n{lines}\n ]\n}}\n', "utf-8")


def totals(found: Iterable[Run]) -> dict[str, object]:
    """How many builds were disturbed, and what they came to."""
    disturbed = [one for one in found if one.disturbed]
    seconds = [one.seconds for one in disturbed if one.seconds is not None]
    return {
        "disturbed": len(disturbed),
        "lost": sum(one.lost for one in disturbed),
        "wrong": sum(not (one.equal and one.named) for one in disturbed),
        "ctrl_c_seconds": max(seconds, default=None),
    }


def table(file: Path = RECORDED) -> str:
    """A row a fault, both engines beside each other, in Markdown."""
    figures = json.loads(file.read_text("utf-8"))
    found = [one for one in runs_in(file) if one.disturbed]
    lines = [
        "| what happened | local | Dask | begun, at most | articles lost | store as undisturbed |",
        "|" + "---|" * 6,
    ]
    for fault in dict.fromkeys(one.fault for one in found):
        some = [one for one in found if one.fault == fault]
        of = {engine: sum(one.engine == engine for one in some) for engine in ("local", "dask")}
        lines.append(f"| {fault} | {of['local'] or ''} | {of['dask'] or ''} | {_outcome(some)} |")
    of = {engine: sum(one.engine == engine for one in found) for engine in ("local", "dask")}
    lines.append(f"| all | {of['local']} | {of['dask']} | {_outcome(found)} |")
    seconds = sorted(one.seconds for one in found if one.seconds is not None)
    lines += ["", f"{figures['build_articles']} articles of about {figures['build_words'] // figures['build_articles']} words a build; {told(figures['machine'])}."]  # fmt: skip
    if seconds:
        middle = seconds[len(seconds) // 2]
        lines.append(f"From Ctrl-C till every process was gone: {middle:.1f} s, at most {seconds[-1]:.1f} s.")
    return "\n".join(lines) + "\n"


def _outcome(some: list[Run]) -> str:
    right = sum(one.equal and one.named for one in some)
    return f"{max(one.begun for one in some)} | {sum(one.lost for one in some)} | {right} of {len(some)}"
