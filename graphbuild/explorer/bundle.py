"""The page's ES modules -> one script: each module becomes a function of its own, in the order of its imports.

Top-level names of a module stay its own, as they do in a browser that loads the modules one by one. Only plain
forms are understood, so that a look at a module tells what the page gets:
`import { a, b } from "./x.js";` and `export` before `const`, `function`, `async function` or `class`.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "assets" / "js"

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[\w./-]+\.js)";$', re.MULTILINE)
"""`import { fold, shorten } from "../text.js";`, on one line or several."""

EXPORT = re.compile(r"^export (?=(?:const|function\*?|async function|class) (\w+))", re.MULTILINE)
"""`export ` before a declaration; the group is its name."""

OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
"""What is left of imports and exports is a form that is not understood."""


def bundle(entry: str = "main.js", folder: Path = FOLDER) -> str:
    """The module `entry` with all that it imports as one classic script.

    Raises ValueError, naming the module, for a form of import or export that is not understood, for a module that
    is not there, and for modules that import each other in a circle.
    """
    order: list[Path] = []
    _collect((folder / entry).resolve(), folder.resolve(), order, ())
    names = {path: f"$module{n}" for n, path in enumerate(order)}
    parts = [_wrapped(path, folder.resolve(), names) for path in order]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"


def _collect(path: Path, folder: Path, order: list[Path], above: tuple[Path, ...]) -> None:
    """Add `path` behind everything that it imports."""
    if path in above:
        circle = " -> ".join(_name(one, folder) for one in (*above[above.index(path) :], path))
        raise ValueError(f"modules import each other: {circle}")
    if path in order:
        return
    for _, address in IMPORT.findall(_source(path, folder)):
        _collect((path.parent / address).resolve(), folder, order, (*above, path))
    order.append(path)


def _wrapped(path: Path, folder: Path, names: dict[Path, str]) -> str:
    exported = EXPORT.findall(_source(path, folder))

    def taken(found: re.Match[str]) -> str:
        wanted = [name.strip() for name in found[1].split(",") if name.strip()]
        other = (path.parent / found[2]).resolve()
        missing = set(wanted) - set(EXPORT.findall(_source(other, folder)))
        if missing:
            raise ValueError(f"{_name(path, folder)}: {', '.join(sorted(missing))}: not exported by {found[2]}")
        return f"const {{ {', '.join(wanted)} }} = {names[other]};"

    source = EXPORT.sub("", IMPORT.sub(taken, _source(path, folder)))
    unknown = OTHER.search(source)
    if unknown:
        raise ValueError(f"{_name(path, folder)}: not understood: {unknown[0]} (see graphbuild/explorer/bundle.py)")
    given = f"return {{ {', '.join(exported)} }};"
    return f"// {_name(path, folder)}\nconst {names[path]} = (() => {{\n{source}{given}\n}})();"


def _source(path: Path, folder: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ValueError(f"{_name(path, folder)}: there is no such module in {folder.name}") from None


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
