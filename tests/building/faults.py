"""Articles that do harm to whoever reads them, and builds in which that happens."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import psutil
import pytest
from spacy.tokens import Doc

from graphbuild.building import runs, share, sharing
from graphbuild.readers import Item
from graphbuild.store import claim_parts

KILLS = "Mã số hỏng 7731."
"""An article with these words ends the process that reads it."""

STUCK = "Mã số hỏng 7732."
"""... holds it up for years, in code that lets no other thread run."""

HUNGRY = "Mã số hỏng 7733."
"""... takes more memory than a worker may have, piece by piece. Nothing is written to it, so no machine is short of it."""

DIES_ONCE = "Mã số hỏng 7734."
"""... ends the first process that reads it."""

DIED_ONCE = "once"
"""While a file of this name lies in the folder of the harm, that has happened."""

FULL = "full"
"""While a file of this name lies in the folder of the harm, no part can be written: the disk is full."""

PIECE, PIECES = 1 << 28, 12


def harm(article: Doc, folder: Path) -> None:
    """Do what the article is to do to this process; what is to be known about it lies in the folder."""
    once = folder / DIED_ONCE
    text = article._.document.text
    if KILLS in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if DIES_ONCE in text and not once.exists():
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if STUCK in text:
        re.match(r"(a|a)+$", "a" * 60 + "b")
    if HUNGRY in text:
        assert [bytes(PIECE) for _ in range(PIECES)]


@contextmanager
def harmed(folder: Path, slow: float) -> Iterator[None]:
    """Have articles do harm in this process meanwhile, and the disk be full."""
    whole, write = runs.attempt, claim_parts._write

    def attempt(step: Callable[[object], object], made: object) -> object:
        def take_it(made: object) -> object:
            if isinstance(made, Item):  # the first step
                time.sleep(slow)
            if isinstance(made, Doc):  # those between the first two and the last, when others of the run have begun
                harm(made, folder)
            return step(made)

        return whole(take_it, made)

    def write_it(*given: object) -> None:
        if (folder / FULL).exists():
            raise OSError(28, "No space left on device")
        write(*given)

    runs.attempt, claim_parts._write = attempt, write_it
    try:
        yield
    finally:
        runs.attempt, claim_parts._write = whole, write


def prepare_harmed(folder: Path, slow: float, *given: object, **named: object) -> object:
    """What `prepare_share` does, in a worker in which articles do harm."""
    work = share.prepare_share(*given, **named)

    def work_it(one: share.Share) -> share.Done:
        with harmed(folder, slow):
            return work(one)

    return work_it


def let_articles_harm(monkeypatch: pytest.MonkeyPatch, folder: Path, slow: float = 0) -> None:
    """Have articles do harm wherever they are read; `slow`: seconds that each of them takes besides."""
    monkeypatch.setattr(sharing, "prepare_share", partial(prepare_harmed, folder, slow))


def workers_of(process: psutil.Process) -> list[psutil.Process]:
    """The worker processes that this one has started and that live."""
    found = []
    for child in process.children():
        with suppress(psutil.Error):
            if "spawn_main" in " ".join(child.cmdline()):
                found.append(child)
    return found
