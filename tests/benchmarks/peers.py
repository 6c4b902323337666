"""How fast other Vietnamese NER reads the same sentences.

Run by speed.py with the Python that has them, since they are no dependencies of ours:

    python -m venv peers && peers/bin/pip install underthesea vinlp
    make bench PEERS=peers/bin/python

Reads a JSON list of sentences from standard input and prints for each of them its version and the CPU seconds that it
took, or why it could not be run. Both find persons, places and organisations but no ranks, posts, events or claims.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

PEERS = {"underthesea": "underthesea", "ViNLP": "ViNLP"}


def cpu_seconds(module: str, sentences: Sequence[str]) -> float:
    """CPU seconds for `ner` over the sentences, after one reading to load its models."""
    ner = import_module(module).ner
    ner(sentences[0])
    start = time.process_time()
    for sentence in sentences:
        ner(sentence)
    return time.process_time() - start


def measured(name: str, sentences: Sequence[str]) -> dict[str, str | float]:
    """Version and seconds of one peer, or the error that it ended with: a peer that is broken stops no other."""
    try:
        return {"version": version(name), "seconds": cpu_seconds(PEERS[name], sentences)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    given = json.load(sys.stdin)
    print("\n" + json.dumps({name: measured(name, given) for name in PEERS}))
