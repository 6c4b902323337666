"""Run as a program: everything but what `pip install graphbuild` brings is hidden, then each command is run.

Reads a JSON list of [words, ...] from standard input, writes one of [words, exit code, last line of its errors].
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.metadata import Distribution, DistributionFinder, packages_distributions
from pathlib import Path

LOCK = Path(__file__).parents[2] / "requirements.lock"


def hidden_modules() -> set[str]:
    """Top-level modules of this environment that only extras bring."""
    needed = {name.lower() for name in re.findall(r"^([\w.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)}
    kept = {re.sub(r"[-_.]+", "-", name) for name in needed} | {"graphbuild"}
    return {
        module
        for module, names in packages_distributions().items()
        if not kept & {re.sub(r"[-_.]+", "-", name.lower()) for name in names}
    }


class Hiding(MetaPathFinder):
    """Finds what the path has, but for the hidden modules."""

    def __init__(self, hidden: set[str]) -> None:
        self._hidden = hidden

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name.partition(".")[0] in self._hidden:
            return None
        return PathFinder.find_spec(name, path, target)  # type: ignore[arg-type]

    def find_distributions(self, context: DistributionFinder.Context) -> Iterable[Distribution]:
        """What is installed, for those who ask for a version."""
        return PathFinder.find_distributions(context)


def main() -> None:
    hidden = hidden_modules()
    assert {"pandas", "pytest"} <= hidden
    sys.meta_path = [Hiding(hidden) if finder is PathFinder else finder for finder in sys.meta_path]
    commands = json.load(sys.stdin)
    from graphbuild.cli import main as graphbuild

    told = []
    for words in commands:
        sys.stdin = io.StringIO("q\n")
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as err:
            try:
                code = graphbuild(words)
            except ImportError as error:
                code = f"{type(error).__name__}: {error}"
        told.append([words, code, (err.getvalue().splitlines() or [""])[-1]])
    told.append([["modules"], sorted(hidden & {name.partition(".")[0] for name in sys.modules}), ""])
    told.append([["frame"], *_frame(commands[0][-1])])
    print(json.dumps(told))


def _frame(output: str) -> list[object]:
    """What happens to somebody who asks for a data frame."""
    import graphbuild as gb

    try:
        gb.open(output).sql("SELECT name FROM persons").frame()
    except gb.GraphbuildError as error:
        return ["refused", str(error)]
    return ["given", ""]


if __name__ == "__main__":
    main()
