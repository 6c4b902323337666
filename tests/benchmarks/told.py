"""The tables of docs/speed.md and docs/cluster.md, made of the recorded figures.

After a measurement: python -m tests.benchmarks.told, and read the difference.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import fault_figures, goals
from .goals import HERE
from .growth import points
from .machine import told
from .pictures import phases, processor_of
from .running import BEFORE, ROOT

PAGE = ROOT / "docs" / "speed.md"

CLUSTER = ROOT / "docs" / "cluster.md"

BLOCK = re.compile(r"(<!-- (\w+) -->\n).*?(?=<!-- end of \2 -->)", re.DOTALL)


def filled(page: str) -> str:
    """The page with every table made anew."""
    return BLOCK.sub(lambda found: found[1] + TABLES[found[2]](), page)


def goal_table() -> str:
    """Goals and figures."""
    return goals.table()


def stage_table() -> str:
    """Words a second of each stage of the left half, and of spaCy's own beside them."""
    found = _figures("stages.json")
    rows = {
        "read": "bytes of a `.jsonl` file to Documents",
        "tokenise": "tokens",
        "pipeline": "tokens, and all that the pipeline finds in them, without the NER",
        "claims": "Document to claims, without the NER",
        "claims_with_ner": "Document to claims, with the NER, as a build reads",
        "part": "claims to a finished part",
        "take": "a finished part into the store",
        "blank": "spaCy's blank tokeniser, which is not ours",
        "entity_ruler": f"spaCy's EntityRuler with {found['strings']:,} strings of our gazetteer",
        "phrase_matcher": "spaCy's PhraseMatcher with the same strings",
    }
    lines = ["| stage | words a CPU second |", "|---|---|"]
    lines += [f"| {what} | {round(found[name], -2):,} |" for name, what in rows.items()]
    note = f"{found['articles']} generated articles, {found['words']:,} words; {told(found['machine'])}."
    return "\n".join(lines) + f"\n\n{note}\n"


def growth_table() -> str:
    """A row a size."""
    found = points()
    lines = [
        "| articles | words | claims | edges | clock | processor | all processes | largest worker | store |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for point in found:
        rows = point["rows"]
        lines.append(
            f"| {point['articles']:,} | {point['words']:,} | {rows['claims']:,} | {rows['edges']:,} |"
            f" {point['seconds']:,.0f} s | {point['processor']:,.0f} s | {point['megabytes']:,} MB |"
            f" {point['worker_megabytes']:,} MB | {point['database_megabytes']:,} MB |"
        )
    lines += ["", "| ms of processor an article |" + "".join(f" {point['articles']:,} |" for point in found)]
    lines.append("|---|" + "---|" * len(found))
    for phase in (name for name in phases(found) if name != BEFORE):
        each = (1000 * processor_of(point, phase) / point["articles"] for point in found)
        lines.append(f"| {phase} |" + "".join(f" {one:.1f} |" for one in each))
    lines += ["", "| seconds on the clock |" + "".join(f" {point['articles']:,} |" for point in found)]
    lines.append("|---|" + "---|" * len(found))
    lines.append("| the first build |" + "".join(f" {point['seconds']:,.0f} |" for point in found))
    lines.append("| with a hundred articles more |" + "".join(f" {point['more']['seconds']:,.0f} |" for point in found))
    lines.append("| with nothing new |" + "".join(f" {point['again']['seconds']:,.0f} |" for point in found))
    machines = dict.fromkeys(told(point["machine"]) for point in found)
    return "\n".join(lines) + "\n\n" + "; ".join(machines) + ".\n"


def run_table() -> str:
    """The large builds with their phases and their memory as pictures; nothing where none was recorded."""
    told_of = []
    for file in sorted(HERE.glob("throughput-*.json")):
        found = _figures(file.name)
        lines = [
            f"{found['articles']:,} articles, {found['words']:,} words, {found['rows']['claims']:,} claims,"
            f" {found['rows']['edges']:,} edges, engine `{found['engine']}`:",
            "",
            f"![Memory of all processes over time, engine {found['engine']}](memory-{found['engine']}.svg)",
            "",
            "| phase | clock | processor | all processes, at most |",
            "|---|---|---|---|",
        ]
        whole = {name: found[name] for name in ("seconds", "processor", "megabytes")}
        later = {"again": "again, with nothing new", "more": "again, with a hundred more"}
        after = [{**found[name], "name": what} for name, what in later.items() if name in found]
        for one in (*found["phases"], {"name": "all of it", **whole}, *after):
            row = f"| {one['name']} | {one['seconds']:,.1f} s | {one['processor']:,.1f} s | {one['megabytes']:,} MB |"
            lines.append(row)
        lines += ["", f"{told(found['machine'])}; the largest worker had {found['worker_megabytes']:,} MB."]
        told_of.append("\n".join(lines) + "\n")
    return "\n".join(told_of)


def peer_table() -> str:
    """Other NER over the sentences of the bundled articles."""
    found = _figures("results.json")
    lines = ["| program | words a CPU second | what it does |", "|---|---|---|"]
    lines.append(f"| graphbuild | {round(found['claims'], -2):,} | everything, from article to claims |")
    lines += [
        f"| {one['name']} {one['version']} | {round(one['words_per_second'], -2):,} | {one['note']} |"
        for one in found["peers"]
    ]
    return "\n".join(lines) + "\n"


def page_table() -> str:
    """The page beside pyvis's own."""
    lines = [
        "| page of | by | file | made in | memory to make | ready in the browser |",
        "|---|---|---|---|---|---|",
    ]
    for one in _figures("page.json")["pages"]:
        made, opened = one["made"], one["opened"]
        ready = f"{opened['interactive'] / 1000:.1f} s" if opened else one["note"]
        cost = f"{made['cpu_seconds']:.1f} s | {made['megabytes']} MB" if made else "|"
        size = "" if one["file_megabytes"] is None else f"{one['file_megabytes']} MB"
        lines.append(f"| {one['nodes']:,} names | {one['maker']} | {size} | {cost} | {ready} |")
    return "\n".join(lines) + "\n"


TABLES: dict[str, Callable[[], str]] = {
    "goals": goal_table,
    "stages": stage_table,
    "growth": growth_table,
    "runs": run_table,
    "peers": peer_table,
    "pages": page_table,
    "faults": fault_figures.table,
}
"""Name of a block of a page -> what stands in it."""


def _figures(name: str, folder: Path = HERE) -> dict[str, Any]:
    return json.loads((folder / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    for page in (PAGE, CLUSTER):
        page.write_text(filled(page.read_text("utf-8")), "utf-8")
