"""One build at a time in an output folder."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from graphbuild.errors import StoreError


class BuildLock:
    """A lock file that holds the builder's process id.

    The kernel drops the lock when its process ends, however it ends, so that the file of a killed build
    locks nobody out; the id in it only serves the message.

    Raises StoreError where another build holds the lock or the folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise StoreError(
                f"cannot be written ({error.strerror})", where=str(path.parent), do="choose another output folder"
            ) from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._file, 32).decode("ascii", "replace").strip() or "unknown"
            os.close(self._file)
            raise StoreError(
                f"another build (process {holder}) is writing here",
                where=str(path.parent),
                do="wait for it to end, or choose another output folder",
            ) from None
        except OSError as error:
            os.close(self._file)
            raise StoreError(
                f"its file system cannot lock files ({error.strerror})",
                where=str(path.parent),
                do="choose an output folder on a local disk",
            ) from None
        os.truncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Let the next build in. The file stays: removing it would let two builds hold two locks."""
        os.close(self._file)
