"""How long one judgement takes on a large graph, beside resolving everything again.

python -m tests.benchmarks.judging 370000 FOLDER       # mentions of persons; the folder takes the graph
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from graphbuild.building.graphing import put_graph
from graphbuild.building.judging import Judging
from graphbuild.building.report import tell_nobody
from graphbuild.resolve import Answer, Judgements, Signed
from graphbuild.resources import load_gazetteer
from graphbuild.store import Workspace
from tests.building.claims_in_store import put_claims
from tests.generated.collection import generate

LENGTH = 2500
"""Characters of an article, as newspapers write them."""


def main(mentions: int, folder: Path) -> None:
    """Build the graph if the folder has none, judge a few pairs, take them back, and resolve all again."""
    workspace = Workspace(folder)
    if not workspace.database.exists():
        build(workspace, mentions)
    with workspace.open_reader() as reader:
        counts = reader.counts()
        ((said,),) = reader.rows("SELECT count(*) FROM claims WHERE payload->>'person' IS NOT NULL")
        pairs = [(pair.a, pair.b) for pair in reader.doubtful() if pair.a.startswith("person/")]
        blocks = reader.rows(
            "SELECT block, count(*) FROM members JOIN person_names ON name = key"
            " WHERE starts_with(entity, 'person/') GROUP BY block ORDER BY 2 DESC, 1"
        )
        block_of = dict(
            reader.rows(
                "SELECT entity, any_value(block) FROM members JOIN person_names ON name = key"
                " WHERE starts_with(entity, 'person/') GROUP BY entity"
            )
        )
    size = workspace.database.stat().st_size / 2**20
    print(f"{counts['documents']} articles, {said} claims about {counts['person']} persons, {size:.0f} MB")
    records, commonest = dict(blocks), blocks[0][0]
    chosen = {
        "a doubtful pair from the middle of the list": pairs[len(pairs) // 2],
        "the most valuable pair": pairs[0],
        "a pair of the commonest name": next(pair for pair in pairs if block_of[pair[0]] == commonest),
    }
    for words, (a, b) in chosen.items():
        with Judging(folder) as judging:
            judging.pair(a, b, Answer.SAME, Signed("bench"))
            with timed(f"{words} ({records[block_of[a]]} mentions of the name)"):
                judging.apply(views=False)
            judging.take_back()
            with timed("taken back"):
                judging.apply(views=False)


@contextmanager
def timed(words: str) -> Iterator[None]:
    """Print how long it took, and the most memory that the process has taken so far."""
    start, cpu = time.perf_counter(), time.process_time()
    yield
    took, worked = time.perf_counter() - start, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{words}: {took:.1f} s ({worked:.1f} s of processor), {memory:.0f} MB at most", flush=True)


def build(workspace: Workspace, mentions: int) -> None:
    """Publish a generated collection."""
    random = Random(1)
    words = [
        "hội",
        "nghị",
        "quân",
        "chính",
        "lễ",
        "ra",
        "quân",
        "huấn",
        "luyện",
        "cán",
        "bộ",
        "chiến",
        "sĩ",
        "đơn",
        "vị",
        "nhiệm",
        "vụ",
        "năm",
        "công",
        "tác",
    ]
    prose = " ".join(random.choices(words, k=LENGTH))
    with timed("generating"):
        collection = generate(mentions)
    with workspace.begin_build() as store:
        with timed("writing the claims"):
            put_claims(store, collection.claim_sets, lambda: prose[(at := random.randrange(3 * LENGTH)) : at + LENGTH])
        del collection
        with timed("resolving all"):
            put_graph(store, load_gazetteer(), Judgements(), tell_nobody)
        store.set_meta({"gazetteer": load_gazetteer().digest})
        store.publish()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
