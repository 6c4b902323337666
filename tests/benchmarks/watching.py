"""Looking at a process and all that it starts: memory, processor time, how many there are."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass

import psutil

EVERY = 0.5
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class Look:
    """The tree at one moment.

    Attributes
    ----------
    seconds: since the watch began.
    megabytes: resident memory of all, what processes share counted in each of them: rather too much than too little.
    processor: seconds of processor time so far, of processes that have ended too.
    largest: megabytes of the largest process but the first.
    """

    seconds: float
    megabytes: int
    processor: float
    processes: int
    largest: int


class Watch:
    """Looks at the tree of process `pid` twice a second until `end`; `look` looks at once."""

    def __init__(self, pid: int) -> None:
        self.looks: list[Look] = []
        self._root = psutil.Process(pid)
        self._began = time.perf_counter()
        self._lock, self._over = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._keep_looking, daemon=True)
        self._thread.start()

    def look(self) -> Look:
        """The tree as it is now; it is not kept where all of it has ended."""
        with self._lock:
            memory: list[int] = []
            processor = 0.0
            with suppress(psutil.Error):
                for process in [self._root, *self._root.children(recursive=True)]:
                    with suppress(psutil.Error):
                        memory.append(process.memory_info().rss)
                        # What a process has reaped stands in its third and fourth figure.
                        processor += sum(process.cpu_times()[:4])
            before = self.looks[-1] if self.looks else Look(0.0, 0, 0.0, 0, 0)
            found = Look(
                round(time.perf_counter() - self._began, 2),
                sum(memory) >> 20,
                # A worker that was killed and not yet reaped is missed for a moment: time does not run backwards.
                round(max(processor, before.processor), 2),
                len(memory),
                max(memory[1:], default=0) >> 20,
            )
            # What has ended and waits to be reaped has its time and no memory.
            if any(memory):
                self.looks.append(found)
            return found

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _keep_looking(self) -> None:
        while not self._over.wait(EVERY):
            self.look()
