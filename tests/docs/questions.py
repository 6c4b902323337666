"""Every question with its command, its Python call and its answer, as a table of the README."""

from __future__ import annotations

import csv
import io
import json
import shlex
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import graphbuild as gb
from graphbuild.cli import main
from graphbuild.cli.output import print_json

WIDEST = 100
"""Characters of an answer that the table shows."""


@dataclass(frozen=True)
class Question:
    """A question in words, the command without `graphbuild`, and the call on `g`."""

    words: str
    command: str
    call: str


QUESTIONS = (
    Question("Who or what is called so?", 'search "tran dac"', 'g.search("tran dac")'),
    Question("What is known of a person, unit, event or place?", 'show "tran dac khue"', 'g.card("tran dac khue")'),
    Question("What happened to it, by date?", 'timeline "lo van hoan"', 'g.timeline("lo van hoan")'),
    Question(
        "... and what do two have in common, by date?",
        'timeline "tran dac khue" "do the bang"',
        'g.timeline("tran dac khue", "do the bang")',
    ),
    Question("Who held which post on a day?", 'chart "quan khu 6" --on 2021-07', 'g.chart("quan khu 6", on="2021-07")'),
    Question("Who commanded a unit, one after the other?", 'commanders "quan khu 6"', 'g.commanders("quan khu 6")'),
    Question("Of which posts is no holder known for a while?", 'gaps "quan khu 6"', 'g.gaps("quan khu 6")'),
    Question(
        "Who was at both, who served together, and when?",
        'together "tran dac khue" "do the bang"',
        'g.together("tran dac khue", "do the bang")',
    ),
    Question("How do two hang together?", 'path "lo van hoan" "do the bang"', 'g.path("lo van hoan", "do the bang")'),
    Question(
        "... by which ways, the best by evidence first?",
        'path "lo van hoan" "do the bang" --best 3',
        'g.paths("lo van hoan", "do the bang", best=3)',
    ),
    Question("What lies around it?", 'neighbours "lo van hoan" --hops 2', 'g.neighbours("lo van hoan", hops=2)'),
    Question(
        "Which events were there?",
        'events --unit "quan khu 6" --type conference',
        'g.events(unit="quan khu 6", only=gb.Filters(types="conference"))',
    ),
    Question(
        "Which sentences say so?",
        'evidence "nong the trang" "lu doan cong binh 1563"',
        'g.evidence("nong the trang", "lu doan cong binh 1563")',
    ),
    Question("Where do articles contradict each other?", "conflicts", "g.conflicts()"),
    Question(
        "Who stands out?", "top --by betweenness --only person", 'g.top("betweenness", only=gb.Filters(kinds="person"))'
    ),
    Question("Who hangs closely together?", "communities", "g.communities()"),
    Question("How much is there?", "stats --from 2023", 'g.stats(only=gb.Filters(since="2023"))'),
)


def answer(question: Question, output: Path) -> str:
    """What the command prints as CSV, in short: its first row and how many there are."""
    rows = list(csv.reader(io.StringIO(_run(question, output, "--csv"))))[1:]
    first = " · ".join(filter(None, rows[0]))
    shown = first if len(first) <= WIDEST else first[:WIDEST].rpartition(" ")[0] + " …"
    return f"{shown} ({len(rows)} row{'s' * (len(rows) != 1)})"


def as_printed(question: Question, output: Path) -> object:
    """What the command prints as JSON."""
    return json.loads(_run(question, output, "--json"))


def as_returned(question: Question, g: gb.Graph) -> object:
    """What the call returns, made JSON as the command makes it."""
    value = eval(question.call, {"g": g, "gb": gb})
    if question.command.startswith("evidence"):
        value = [{"link": link, "quotes": quotes} for link, quotes in value]
    with redirect_stdout(io.StringIO()) as printed:
        print_json(value)
    return json.loads(printed.getvalue())


def table(output: Path) -> str:
    """The table in Markdown."""
    lines = ["| question | `graphbuild` | in Python | answer |", "|---|---|---|---|"]
    for one in QUESTIONS:
        cells = (one.words, f"`{one.command}`", f"`{one.call}`", answer(one, output))
        lines.append(f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _run(question: Question, output: Path, *more: str) -> str:
    with redirect_stdout(io.StringIO()) as printed:
        assert main([*shlex.split(question.command), *more, "-g", str(output)]) == 0
    return printed.getvalue()
