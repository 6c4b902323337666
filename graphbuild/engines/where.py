"""Where the Dask engine works."""

from __future__ import annotations

import os
from dataclasses import dataclass

from graphbuild.errors import UsageError


@dataclass(frozen=True, slots=True)
class Dask:
    """Where the left half of a build runs: on a Dask cluster.

    Parameters
    ----------
    scheduler: address of a cluster that runs, 'tcp://10.0.0.1:8786'; None starts one on this machine.
    workers: processes of the cluster that is started; None is one a processor.
    parts: folder or address for the finished parts of the work, which every machine must reach at this name; kept
        after the build. None is a hidden folder in the output, removed when the graph is published.
    articles: about how many make a part.

    Raises UsageError where both a scheduler and a number of workers are given, or no worker at all.

    Example
    -------
    >>> Dask(workers=4)
    Dask(scheduler=None, workers=4, parts=None, articles=500)
    """

    scheduler: str | None = None
    workers: int | None = None
    parts: str | os.PathLike[str] | None = None
    articles: int = 500

    def __post_init__(self) -> None:
        if self.scheduler and self.workers is not None:
            raise UsageError("a cluster that runs has its own workers", do="give the scheduler or the workers")
        if self.workers is not None and self.workers < 1:
            raise UsageError(f"no cluster has {self.workers} workers", do="give 1 or more")
