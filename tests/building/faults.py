"""Articles that do harm to whoever reads them, and builds in which that happens."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil
import pytest

from graphbuild.building import share, sharing
from graphbuild.readers import Item

KILLS = "Mã số hỏng 7731."
"""An article with these words ends the process that reads it."""

STUCK = "Mã số hỏng 7732."
"""... holds it up for years, in code that lets no other thread run."""

HUNGRY = "Mã số hỏng 7733."
"""... takes all memory that there is to have."""

DIES_ONCE = "Mã số hỏng 7734."
"""... ends the first process that reads it."""

MUCH = 1 << 40

WHOLE = share.attempt


def harm(article: object, once: Path) -> None:
    """Do what the article is to do to this process."""
    text = article.payload.decode("utf-8", "replace") if isinstance(article, Item) else ""
    if KILLS in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if DIES_ONCE in text and not once.exists():
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if STUCK in text:
        re.match(r"(a|a)+$", "a" * 60 + "b")
    if HUNGRY in text:
        bytearray(MUCH)


def harmed(once: Path, slow: float = 0) -> None:
    """Have articles do harm in this process from now on."""

    def attempt(read: Callable[[object], object], article: object) -> object:
        def read_it(article: object) -> object:
            time.sleep(slow)
            harm(article, once)
            return read(article)

        return WHOLE(read_it, article)

    share.attempt = attempt


def prepare_harmed(once: Path, slow: float, *given: object, **named: object) -> object:
    """What `prepare_share` does, in a worker in which articles do harm."""
    harmed(once, slow)
    return share.prepare_share(*given, **named)


def let_articles_harm(monkeypatch: pytest.MonkeyPatch, folder: Path, slow: float = 0) -> None:
    """Have articles do harm in processes of this machine; `slow`: seconds that each of them takes besides."""
    monkeypatch.setattr(sharing, "prepare_share", partial(prepare_harmed, folder / "once", slow))
    # Where this process itself reads, it is put back afterwards.
    monkeypatch.setattr(share, "attempt", share.attempt)


def workers_of(process: psutil.Process) -> list[psutil.Process]:
    """The worker processes that this one has started and that live."""
    found = []
    for child in process.children():
        with suppress(psutil.Error):
            if "spawn_main" in " ".join(child.cmdline()):
                found.append(child)
    return found
