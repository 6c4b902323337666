"""The figures as pictures: growth with the number of articles, memory over the time of one build.

Equal figures are equal bytes; the digest of what was drawn stands in the file, so that a test sees an older picture.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .running import BEFORE

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#555555")
"""Okabe and Ito's: told apart by those who are colour-blind too."""


def digest(figures: object) -> str:
    """What a picture of these figures carries."""
    return sha256(json.dumps(figures, sort_keys=True).encode()).hexdigest()[:16]


def memory_over_time(figures: Mapping[str, Any], file: Path) -> None:
    """The memory of the whole tree, with the phases beneath."""
    looks = figures["looks"]
    figure = Figure(figsize=(8, 3.6), layout="constrained")
    axes = figure.subplots()
    axes.plot([at / 60 for at, *_ in looks], [megabytes for _, megabytes, *_ in looks], color=COLOURS[0])
    begin = 0.0
    for number, phase in enumerate(figures["phases"]):
        end = begin + phase["seconds"] / 60
        axes.axvspan(begin, end, color=COLOURS[number % len(COLOURS)], alpha=0.12, linewidth=0, label=phase["name"])
        begin = end
    axes.set(xlabel="minutes", ylabel="MB, all processes", ylim=(0, None), xlim=(0, None))
    axes.set_title(f"{figures['articles']:,} articles, engine {figures['engine']}", loc="left", fontsize=10)
    axes.legend(fontsize=7, ncols=3, loc="lower center", framealpha=0.9)
    _finished(figure, [axes], file, digest(figures))


def growth(points: Sequence[Mapping[str, Any]], file: Path) -> None:
    """What builds take as the number of articles grows: time, memory, and processor time an article by phase."""
    counts = [point["articles"] for point in points]
    figure = Figure(figsize=(10, 3.6), layout="constrained")
    time, memory, each = figure.subplots(1, 3)
    for name, label in (("processor", "processor"), ("seconds", "clock")):
        time.plot(counts, [point[name] for point in points], marker="o", label=label)
    for name, label in (("more", "clock, 100 more"), ("again", "clock, nothing new")):
        time.plot(counts, [point[name]["seconds"] for point in points], marker="o", label=label)
    time.set(xscale="log", yscale="log", xlabel="articles", ylabel="seconds")
    memory.plot(counts, [point["megabytes"] for point in points], marker="o", label="all processes")
    memory.plot(counts, [point["worker_megabytes"] for point in points], marker="o", label="the largest worker")
    memory.set(xscale="log", xlabel="articles", ylabel="MB at most", ylim=(0, None))
    for number, phase in enumerate(name for name in phases(points) if name != BEFORE):
        spent = [1000 * processor_of(point, phase) / point["articles"] for point in points]
        each.plot(counts, spent, marker="o", label=phase, color=COLOURS[number % len(COLOURS)])
    each.set(xscale="log", yscale="log", xlabel="articles", ylabel="ms of processor an article")
    for axes in (time, memory, each):
        axes.set_xticks(counts, [f"{count:,}" for count in counts], rotation=45, fontsize=8)
        axes.minorticks_off()
        axes.legend(fontsize=7)
    for axes in (time, each):
        axes.yaxis.set_major_formatter("{x:g}")
    _finished(figure, [time, memory, each], file, digest(points))


def phases(points: Sequence[Mapping[str, Any]]) -> list[str]:
    """The names of all phases, in their order."""
    return list(dict.fromkeys(phase["name"] for point in points for phase in point["phases"]))


def processor_of(point: Mapping[str, Any], phase: str) -> float:
    """Processor seconds of one phase of a point."""
    return sum(one["processor"] for one in point["phases"] if one["name"] == phase)


def _finished(figure: Figure, all_axes: Sequence[Axes], file: Path, mark: str) -> None:
    for axes in all_axes:
        axes.grid(alpha=0.25)
        axes.spines[["top", "right"]].set_visible(False)
    with mpl.rc_context({"svg.hashsalt": "graphbuild", "svg.fonttype": "none"}):
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Description": mark})
