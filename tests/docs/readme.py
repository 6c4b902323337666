"""The README as data: its console blocks, its questions and its table of scores."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from pathlib import Path

BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
SCORES = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- end of scores -->)", re.DOTALL)
QUESTIONS = re.compile(r"(?<=<!-- questions -->\n).*?(?=<!-- end of questions -->)", re.DOTALL)
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
WIDTH = 100
SECONDS = 60


def commands(block: str) -> list[str]:
    """The commands of a console block, without their prompts."""
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def run_in_terminal(command: str, folder: Path, path: str) -> str:
    """What a terminal of `WIDTH` columns shows for `command`, without colours and blanks at line ends."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PATH": path, "COLUMNS": str(WIDTH), "TERM": "xterm", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        command, shell=True, cwd=folder, env=environment, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL
    )
    os.close(theirs)
    shown, deadline = b"", time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if not select.select([ours], [], [], 1)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # Linux ends a terminal with an error once its last writer is gone
            break
        if not chunk:
            break
        shown += chunk
    os.close(ours)
    process.wait(SECONDS)
    text = ESCAPES.sub("", shown.decode("utf-8")).replace("\r\n", "\n")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def fill(readme: str, folder: Path, path: str, scores: str, questions: str) -> str:
    """The README with the real output of every command, the real scores and the real answers in it."""

    def block(found: re.Match[str]) -> str:
        shown = [f"$ {c}\n{run_in_terminal(c, folder, path)}" for c in commands(found.group(1))]
        return "```console\n" + "\n\n".join(shown) + "\n```"

    tables = SCORES.sub(lambda _: scores, QUESTIONS.sub(lambda _: questions, readme))
    return BLOCK.sub(block, tables)
