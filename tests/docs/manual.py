"""The manual page, made from the commands themselves.

python -m tests.docs.manual > docs/graphbuild.1
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import typer

from graphbuild import __version__
from graphbuild.cli.app import app

SHARED = 8
"""An option that so many commands have is described once."""

STATUS = (
    ("0", "done"),
    ("1", "something failed, or diff and the like found a difference; what could be done is done"),
    ("2", "the question cannot be asked like this, or there is no graph to ask"),
    ("130", "interrupted"),
)
FILES = (
    ("output/graph.html", "the page; one file, opened by double-click"),
    ("output/graphbuild.duckdb", "articles, claims and graph; opens in any client of DuckDB"),
    ("output/graph.graphml", "the graph for Gephi, yEd or Cytoscape"),
    ("output/judgements.toml", "what you have decided; builds obey it and leave it alone"),
)


def page() -> str:
    """The manual page in the language of man(7)."""
    root = typer.main.get_command(app)
    commands = dict(_commands(root, "graphbuild"))
    shared = _shared(commands.values())
    lines = [
        f'.TH GRAPHBUILD 1 "" "graphbuild {__version__}" "User Commands"',
        ".SH NAME",
        r"graphbuild \- Vietnamese articles about the armed forces in, one sourced graph out",
        ".SH SYNOPSIS",
        ".B graphbuild",
        r"\fICOMMAND\fR [\fIOPTIONS\fR] ...",
        ".SH DESCRIPTION",
        *_text(root.help),
        ".SH COMMANDS",
    ]
    for name, command in commands.items():
        arguments = " ".join(map(_argument, _of_kind(command, "argument")))
        lines += [".SS " + _quoted(f"{name} {arguments}".strip()), *_text(command.help)]
        lines += _listed((rf"\fI{_plain(_name(one))}\fR", one.help) for one in _of_kind(command, "argument"))
        own = [one for one in _of_kind(command, "option") if _spelled(one) not in shared]
        lines += _listed((_spelled(one), one.help) for one in own)
        if common := [_spelled(one) for one in _of_kind(command, "option") if _spelled(one) in shared]:
            lines += [".P", "Also " + ", ".join(re.sub(",? .*", "", one) for one in common) + "."]
    lines += [".SH COMMON OPTIONS", *_listed(shared.items())]
    lines += [".SH EXIT STATUS", *_listed(STATUS), ".SH FILES", *_listed(FILES)]
    return "\n".join(lines) + "\n"


def _commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every command below this one with its full name; groups stand for what is in them."""
    for word, one in command.commands.items():
        full = f"{name} {word}"
        if hasattr(one, "commands"):
            yield from _commands(one, full)
        else:
            yield full, one


def _shared(commands: Iterable[Any]) -> Mapping[str, str]:
    """Options that many commands have in the same words."""
    counts = Counter((_spelled(one), one.help) for command in commands for one in _of_kind(command, "option"))
    return {spelled: text for (spelled, text), times in counts.items() if times >= SHARED}


def _of_kind(command: Any, kind: str) -> list[Any]:
    return [one for one in command.params if one.param_type_name == kind]


def _name(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _argument(argument: Any) -> str:
    several = "..." if argument.nargs == -1 else ""
    return f"{_name(argument)}{several}" if argument.required else f"[{_name(argument)}{several}]"


def _spelled(option: Any) -> str:
    """An option as it is typed, the first form with its value: '-g, --graph FOLDER'."""
    forms = ", ".join(rf"\fB{_plain(form)}\fR" for form in (*option.opts, *option.secondary_opts))
    return forms if option.is_flag else rf"{forms} \fI{_plain(option.metavar or option.name.upper())}\fR"


def _listed(rows: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    for term, text in rows:
        yield from (".TP", term, *_text(text))


def _text(text: str | None) -> Iterator[str]:
    """Paragraphs, a line of the source a line; a line that begins with a dot is no macro."""
    for number, paragraph in enumerate((text or "").strip().split("\n\n")):
        yield from (".P",) if number else ()
        line = _plain(" ".join(paragraph.split()))
        yield rf"\&{line}" if line.startswith((".", "'")) else line


def _plain(text: str) -> str:
    """Text in which nothing is a command; letters beyond ASCII by their numbers, which every troff reads."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return "".join(c if c.isascii() else rf"\[u{ord(c):04X}]" for c in escaped)


def _quoted(text: str) -> str:
    return '"' + _plain(text).replace('"', r"\(dq") + '"'


if __name__ == "__main__":
    print(page(), end="")
