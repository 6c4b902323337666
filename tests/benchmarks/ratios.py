"""The small form of the suite: each stage's pace beside a yardstick measured in the same minute, so that a slow or busy
machine fails nothing. A ratio that falls by a fifth below the pinned one fails in CI.

    python -m tests.benchmarks.ratios             # the ratios beside the pinned ones
    python -m tests.benchmarks.ratios --pin       # after a change that is meant: pin them anew

The yardstick is work that is none of ours: spaCy's blank tokeniser, JSON, a regular expression and counting in Python.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import spacy

from graphbuild.building.graphing import put_graph
from graphbuild.building.opening import known
from graphbuild.building.report import tell_nobody
from graphbuild.building.stored import StoredGraph
from graphbuild.building.views import write_views
from graphbuild.claims import extract
from graphbuild.model import Extraction
from graphbuild.pipeline import load_pipeline
from graphbuild.readers import Item, find_items, read_item
from graphbuild.resolve import Judgements
from graphbuild.resources import load_gazetteer
from graphbuild.store import Parts, Worked, Workspace
from tests.building.claims_in_store import put_claims
from tests.generated.articles import articles, write_articles
from tests.generated.collection import generate

from .machine import machine

FILE = Path(__file__).with_name("ratios.json")

FALL = 0.2
"""The share of a pinned ratio that may be lost: more is no chance."""

ROUNDS = 3
"""In each the yardstick and all stages are timed; the shortest time of each counts."""

ARTICLES, MENTIONS = 40, 3000
"""Articles of the left half; mentions of persons in the claims of the right half."""

ASKED_OF = 300
"""Of every so-and-so-many-th name of the right half questions are asked, as of a graph too large to be held whole."""

WORDS = re.compile(r"[^\W\d_]+")


def measure() -> dict[str, float]:
    """Stage -> the yardstick's time as a multiple of the stage's: the more, the faster the stage."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as keep:
        stages = _stages(Path(folder), keep)
        yardstick = stages.pop("yardstick")
        shortest = dict.fromkeys(("yardstick", *stages), float("inf"))
        for _ in range(ROUNDS):
            for name, work in stages.items():
                # Beside every stage, since a busy machine is busier at one moment than at another.
                for what, do in (("yardstick", yardstick), (name, work)):
                    began = time.process_time()
                    do()
                    shortest[what] = min(shortest[what], time.process_time() - began)
    return {name: round(shortest["yardstick"] / shortest[name], 4) for name in stages}


def pinned() -> dict[str, float]:
    """The ratios that were pinned."""
    return json.loads(FILE.read_text(encoding="utf-8"))["ratios"]


def fallen(tries: int) -> dict[str, float]:
    """Stages whose ratio is too low in all of so many measurements, with the best of them."""
    best: dict[str, float] = {}
    floors = {name: (1 - FALL) * ratio for name, ratio in pinned().items()}
    for _ in range(tries):
        for name, ratio in measure().items():
            best[name] = max(best.get(name, 0.0), ratio)
        if all(best[name] >= floor for name, floor in floors.items()):
            break
    return {name: best[name] for name, floor in floors.items() if best[name] < floor}


def _stages(folder: Path, keep: ExitStack) -> dict[str, Callable[[], object]]:
    """Yardstick and stages over the same articles; what they need is made beforehand."""
    names = load_gazetteer()
    rules, with_ner = load_pipeline(names, ner=False), load_pipeline(names)
    lines = folder / "articles.jsonl"
    write_articles(articles(ARTICLES), lines)
    documents = [read_item(item) for item in find_items([lines]) if isinstance(item, Item)]
    texts = [document.text for document in documents]
    read = [extract(document, with_ner, names) for document in documents]
    parts = Parts(str(folder / "parts"))
    blank = spacy.blank("xx")

    def yardstick() -> None:
        counts: Counter[str] = Counter()
        for text in texts:
            blank.make_doc(text)
            counts.update(WORDS.findall(json.loads(json.dumps(text))))
        sorted(counts.items(), key=lambda one: (-one[1], one[0]))

    published = Workspace(folder / "graph")
    with published.begin_build() as store:
        put_claims(store, generate(MENTIONS).claim_sets)
        put_graph(store, names, Judgements(), tell_nobody)
        store.set_meta({"gazetteer": names.digest})
        store.publish()
    reader = keep.enter_context(published.open_reader())
    asked = StoredGraph(reader, known(reader))
    ids = [id for (id,) in reader.rows("SELECT id FROM entities ORDER BY id")][::ASKED_OF]

    def questions() -> None:
        for id in ids:
            asked.card(id)
            asked.neighbours(id, 2)
            asked.search(asked.card(id).node.name)

    unpublished = keep.enter_context(Workspace(folder / "resolved").begin_build())
    put_claims(unpublished, generate(MENTIONS).claim_sets)
    return {
        "yardstick": yardstick,
        "read": lambda: [read_item(item) for item in find_items([lines]) if isinstance(item, Item)],
        "claims": lambda: [extract(document, rules, names) and None for document in documents],
        "claims_with_ner": lambda: [extract(document, with_ner, names) and None for document in documents],
        "part": lambda: parts.write("part", _worked(read), {}),
        "resolve_and_write": lambda: put_graph(unpublished, names, Judgements(), tell_nobody),
        "page": lambda: write_views(folder / "graph"),
        "questions": questions,
    }


def _worked(read: list[Extraction]) -> Iterator[Worked]:
    for one in read:
        yield Worked(one.document.id, one.document.id, one.document.digest, one)


def main() -> None:
    parser = argparse.ArgumentParser(description="The pace of each stage as a multiple of a yardstick's.")
    parser.add_argument("--pin", action="store_true", help="pin the median of three measurements")
    given = parser.parse_args()
    found = [measure() for _ in range(3 if given.pin else 1)]
    ratios = {name: round(median(one[name] for one in found), 4) for name in found[0]}
    before = pinned() if FILE.exists() else {}
    for name, ratio in ratios.items():
        known = f"{before[name]:9.4f} pinned, {ratio / before[name] - 1:+.0%}" if name in before else "new"
        print(f"{name:20}{ratio:9.4f}   {known}")
    if given.pin:
        text = json.dumps({"ratios": ratios, "machine": machine()}, ensure_ascii=False, indent=1)
        FILE.write_text(text + "\n", encoding="utf-8")
    elif any(ratio < (1 - FALL) * before.get(name, 0) for name, ratio in ratios.items()):
        sys.exit(f"fallen by more than {FALL:.0%}")


if __name__ == "__main__":
    main()
