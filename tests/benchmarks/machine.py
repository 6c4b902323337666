"""What figures were measured on, and with which program."""

from __future__ import annotations

import os
import platform
import time
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path


def machine() -> dict[str, str | int | float]:
    """Processor, cores, the load of the last minute, versions, and the day."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return {
        "processor": model or platform.processor() or platform.machine(),
        "cores": os.cpu_count() or 0,
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "duckdb": version("duckdb"),
        "date": datetime.now(UTC).date().isoformat(),
    }


def program() -> str:
    """A digest of the program's code and data, and of what the generated articles are made of."""
    digest = sha256()
    for folder in (Path(str(files("graphbuild"))), Path(__file__).parents[1] / "generated"):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".toml", ".sql", ".js", ".css") and not file.name.startswith("test_"):
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def told(machine: dict[str, str | int | float]) -> str:
    """'2 cores of an AMD EPYC, load 2.3, Python 3.11.7, 2026-11-22'."""
    return (
        f"{machine['cores']} cores of {machine['processor']}, load {machine['load']}, Python {machine['python']},"
        f" {machine['date']}"
    )


def spent() -> tuple[float, float]:
    """The clock on the wall and this process's processor time, in seconds."""
    return time.perf_counter(), time.process_time()
