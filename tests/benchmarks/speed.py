"""How fast articles become claims: words of the bundled articles in one second of one processor core.

A word is what stands between blanks: in Vietnamese a syllable. CPU time is counted, not the clock on the wall, and the
best of several rounds is taken, since other programs can only slow a round down. The pace is also given as a share of
that of our bare tokeniser, measured in the same rounds: that share is much the same on a fast and on a slow machine.

    python tests/benchmarks/speed.py --output FILE
    make bench PEERS=peers/bin/python      # with all else, and other NER beside it: see peers.py
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

from spacy.language import Language

from graphbuild.claims import extract
from graphbuild.model import Document
from graphbuild.pipeline import annotate, load_pipeline
from graphbuild.readers import Item, find_items, read_item
from graphbuild.samples import articles_folder

FLOOR = 0.025
"""The share of the tokeniser's pace below which something has become slow; about half of what was measured."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program's NER over the same sentences; `words_per_second` is 0 where `note` says why it was not run."""

    name: str
    version: str
    words_per_second: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured, all rates in words per CPU second.

    Attributes
    ----------
    words: words of the articles, read once a round.
    first: rate of the very first reading, every cache empty.
    claims: rate from a Document to its claims, everything on.
    tokeniser: rate of the pipeline's tokeniser alone.
    components: microseconds a word of each component of the pipeline.
    """

    words: int
    rounds: int
    first: int
    claims: int
    tokeniser: int
    share_of_tokeniser: float
    components: dict[str, float]
    machine: dict[str, str | int]
    peers: tuple[Peer, ...] = field(default=())


def measure(rounds: int = 5, peers_python: str | None = None) -> Speed:
    """Measure over the bundled articles, `rounds` times; `peers_python` has the peers installed."""
    nlp = load_pipeline()
    documents = [read_item(item) for item in find_items([articles_folder()]) if isinstance(item, Item)]
    words = sum(len(document.text.split()) for document in documents)
    first = _seconds(lambda document: extract(document, nlp), documents)
    cuts, reads = [], []
    for _ in range(rounds):
        cuts.append(_seconds(lambda document: nlp.make_doc(document.text), documents))
        reads.append(_seconds(lambda document: extract(document, nlp), documents))
    return Speed(
        words=words,
        rounds=rounds,
        first=round(words / first),
        claims=round(words / min(reads)),
        tokeniser=round(words / min(cuts)),
        share_of_tokeniser=round(min(cuts) / min(reads), 4),
        components=_components(nlp, documents, words, rounds),
        machine=_machine(),
        peers=_peers(peers_python, nlp, documents) if peers_python else (),
    )


def _seconds(work: Callable[[Document], object], documents: Iterable[Document]) -> float:
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def _components(nlp: Language, documents: list[Document], words: int, rounds: int) -> dict[str, float]:
    spent: dict[str, list[float]] = {name: [] for name in nlp.pipe_names}
    for _ in range(rounds):
        docs = []
        for document in documents:
            doc = nlp.make_doc(document.text)
            doc._.document = document
            docs.append(doc)
        for name, component in nlp.pipeline:
            start = time.process_time()
            docs = [component(doc) for doc in docs]
            spent[name].append(time.process_time() - start)
    return {name: round(min(seconds) / words * 1e6, 2) for name, seconds in spent.items()}


def _machine() -> dict[str, str | int]:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return {
        "processor": model or platform.processor() or platform.machine(),
        "cores": os.cpu_count() or 0,
        "system": platform.system(),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "graphbuild": version("graphbuild"),
    }


def _peers(python: str, nlp: Language, documents: list[Document]) -> tuple[Peer, ...]:
    sentences = [sentence.text for document in documents for sentence in annotate(nlp, document).sents]
    words = sum(len(sentence.split()) for sentence in sentences)
    script = Path(__file__).with_name("peers.py")
    done = subprocess.run(
        [python, str(script)], input=json.dumps(sentences), capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{python}: {done.stderr.strip()}")
    found = json.loads(done.stdout.splitlines()[-1])
    return tuple(
        Peer(name, "", 0, str(result["error"]))
        if "error" in result
        else Peer(name, str(result["version"]), round(words / result["seconds"]), "ner alone, sentence by sentence")
        for name, result in found.items()
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast articles become claims.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--output", type=Path, help="also write the figures to this JSON file")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python that has underthesea and ViNLP installed")
    given = parser.parse_args()
    figures = json.dumps(asdict(measure(given.rounds, given.peers)), ensure_ascii=False, indent=2)
    print(figures)
    if given.output:
        given.output.write_text(figures + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
