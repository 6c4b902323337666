"""Ctrl-C while work is done: heard between two of its steps, where no C code can swallow it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.building.report import Progress

READING = "reading articles"
"""What a build calls the part that calls into C for every article."""


@contextmanager
def heard_between_steps(progress: Progress | None = None, *, during: str | None = None) -> Iterator[Progress]:
    """Hand out `progress` with an ear for Ctrl-C: the first stops the work before its next step, a second at once.

    Parameters
    ----------
    progress: told what the work tells.
    during: the part of the work that is listened to, as it tells its name; behind it Ctrl-C is Python's own again.
        None is all of it.
    """
    pressed = False

    def hear(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    def tell(doing: str, done: int, of: int | None) -> None:
        if pressed:
            raise KeyboardInterrupt
        if during not in (None, doing):
            signal.signal(signal.SIGINT, before)
        if progress:
            progress(doing, done, of)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield tell
    finally:
        signal.signal(signal.SIGINT, before)
