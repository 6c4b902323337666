"""The command line. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from graphbuild.errors import AmbiguousError, GraphbuildError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code: 0 done, 1 something failed, 2 wrong usage, 130 interrupted.

    Parameters
    ----------
    arguments: the words behind `graphbuild`; None takes those of the process.
    """
    # Whatever the locale says, articles and names are Vietnamese.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, for instance `head`, has had enough; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _run(arguments: list[str]) -> int:
    import typer

    from .app import app
    from .unneeded import unneeded_left_out

    try:
        with unneeded_left_out():
            result = typer.main.get_command(app).main(arguments, prog_name="graphbuild", standalone_mode=False)
    except AmbiguousError as error:
        _complain(f"{error.what}; {error.do}:")
        for id, name in error.candidates:
            print(f"  {id}\t{name}", file=sys.stderr)
        return error.exit_code
    except GraphbuildError as error:
        _complain(str(error))
        return error.exit_code
    except typer.TyperException as error:
        _complain(f"{error.format_message()} See graphbuild --help.")
        return error.exit_code
    if result == INTERRUPTED:
        _complain("interrupted")
    return result if isinstance(result, int) else 0


INTERRUPTED = 130


def _complain(message: str) -> None:
    sys.stdout.flush()
    print("error:", " ".join(message.split()), file=sys.stderr)
