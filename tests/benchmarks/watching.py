"""Looking at a process and all that it starts: memory, processor time, how many there are."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

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
        self._known = {pid: self._root}
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
                for process in self._tree():
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

    def _tree(self) -> list[psutil.Process]:
        """The process and all that it has started."""
        if not Path(f"/proc/{self._root.pid}/task/{self._root.pid}/children").exists():
            return [self._root, *self._root.children(recursive=True)]
        before, self._known = self._known, {}
        waiting = [self._root.pid]
        while waiting:
            pid = waiting.pop(0)
            with suppress(psutil.Error):
                self._known[pid] = before.get(pid) or psutil.Process(pid)
            waiting += _children(pid)
        return [*self._known.values()]

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _keep_looking(self) -> None:
        while not self._over.wait(EVERY):
            self.look()


def _children(pid: int) -> list[int]:
    """What a process has started and not yet reaped, as Linux keeps it for each of its threads.

    psutil looks through every process of the machine for that, which took a tenth of a core.
    """
    found: list[int] = []
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                found += map(int, (thread / "children").read_text().split())
    return found
