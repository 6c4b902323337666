"""How well and how fast resolution does on a generated collection.

python -m tests.generated.measure 50000
"""

from __future__ import annotations

import resource
import sys
import time

from graphbuild.evaluate import BCubed, b_cubed
from graphbuild.resolve import Resolution, resolve
from graphbuild.resources import load_gazetteer

from .collection import Collection, generate


def scores(resolution: Resolution, collection: Collection) -> dict[str, BCubed]:
    """B-cubed by kind of entity."""
    truth = collection.truth
    return {
        "persons": b_cubed(resolution.assigned, truth.persons),
        "units": b_cubed(resolution.assigned, truth.units),
        "events": b_cubed(resolution.assigned, truth.events),
    }


def main(mentions: int, seed: int) -> None:
    """Print B-cubed by kind, the time of `resolve` and the memory of the whole process."""
    collection = generate(mentions, seed)
    gazetteer = load_gazetteer()
    start, cpu = time.perf_counter(), time.process_time()
    resolution = resolve(collection.claim_sets, {}, gazetteer)
    took, worked = time.perf_counter() - start, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for kind, score in scores(resolution, collection).items():
        print(f"{kind:8} P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}  of {score.records} records")
    print(f"{took:.1f} s ({worked:.1f} s of processor), {memory:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
