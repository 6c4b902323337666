"""A Dask cluster of commands, as people run one, at a fixed address of this machine's loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil

from .faults import workers_of

ROOT = Path(__file__).parents[2]


class Cluster:
    """A scheduler and workers, each of them under a nanny that replaces it.

    Parameters
    ----------
    workers: how many.
    """

    def __init__(self, workers: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._count = workers
        self.address = f"tcp://127.0.0.1:{self._port}"
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Cluster:
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self) -> None:
        """Start the commands, and wait until the scheduler answers."""
        scheduler = ("scheduler", "--host", "127.0.0.1", "--port", str(self._port))
        worker = ("worker", self.address, "--nthreads", "1", "--nworkers", str(self._count), "--host", "127.0.0.1")
        self._running = [
            self._started(*scheduler, "--dashboard-address", "127.0.0.1:0"),
            self._started(*worker),
        ]
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port)):
                return
            time.sleep(0.1)

    def end(self) -> None:
        """Kill scheduler, nannies and workers at once."""
        for process in self._running:
            with suppress(psutil.Error):
                for below in psutil.Process(process.pid).children(recursive=True):
                    with suppress(psutil.Error):
                        below.kill()
            process.kill()
            process.wait()
        self._running.clear()

    def workers(self) -> list[psutil.Process]:
        """The worker processes that live."""
        return [worker for process in self._running for worker in workers_of(psutil.Process(process.pid))]

    def _started(self, command: str, *words: str) -> subprocess.Popen[bytes]:
        inside = {
            "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        }
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{command}", *words, "--no-dashboard"],
            env=os.environ | inside,
            stderr=subprocess.DEVNULL,
        )
