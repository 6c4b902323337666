"""Ctrl-C while articles are read: heard between two of them, where no C code can swallow it."""

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
def heard_between_articles(progress: Progress | None) -> Iterator[Progress]:
    """Hand out `progress` with an ear for Ctrl-C: the first stops the build before the next article, a second at once.

    After the reading Ctrl-C is Python's own again.
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
        if doing != READING:
            signal.signal(signal.SIGINT, before)
        if progress:
            progress(doing, done, of)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield tell
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def heard_between_steps() -> Iterator[Progress]:
    """Hand out a progress with an ear for Ctrl-C: the first stops the work before its next step, a second at once."""
    pressed = False

    def hear(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    def tell(doing: str, done: int, of: int | None) -> None:
        if pressed:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield tell
    finally:
        signal.signal(signal.SIGINT, before)
