"""Write gold.jsonl: an article a line, its claims and what each person, unit and event in it really is.

    python -m tests.gold.resolution.make

Most of it are the hard cases beside this file; to them come the articles of a small generated army, so that the cases
stand among ordinary articles. All names are invented; no text belongs to the articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphbuild.model import Evidence
from graphbuild.resolve import ClaimSet
from graphbuild.store.codec import decode_claim, encode_claim
from tests.generated.collection import Collection, generate
from tests.generated.units import COMMANDS

from . import persons, units_and_events

GOLD = Path(__file__).with_name("gold.jsonl")

ORDINARY, SEED = 200, 2024
"""Mentions of persons in the generated part."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One article: what resolution is given, and the truth by 'kind:local key'."""

    claim_set: ClaimSet
    truth: dict[str, str]

    def line(self) -> str:
        """As JSON."""
        claims = [[claim.kind, json.loads(encode_claim(claim))] for _, claim in self.claim_set.claims]
        row = {"document": self.claim_set.document, "published": self.claim_set.published, "claims": claims}
        return json.dumps({**row, "truth": self.truth}, ensure_ascii=False)


def made() -> Iterator[Gold]:
    """Every article of the gold."""
    for case in (*persons.cases(), *units_and_events.cases()):
        yield from (Gold(told.claim_set(), told.truth) for told in case.articles)
    collection = generate(ORDINARY, SEED)
    truth = {**collection.truth.persons, **collection.truth.units, **collection.truth.events}
    for claim_set in collection.claim_sets:
        own = {key: n for (document, key), n in truth.items() if document == claim_set.document}
        yield Gold(claim_set, {key: _true(key, number, collection) for key, number in own.items()})


def _true(key: str, number: int, collection: Collection) -> str:
    """Commands are real, so that each has one name in both parts of the gold; the rest is known by its number."""
    if key.startswith("unit:") and number >= 0 and collection.units[number].startswith(COMMANDS):
        return collection.units[number]
    return f"generated-{number}"


def read() -> list[Gold]:
    """The gold as it stands in its file."""
    return [_read(line) for line in GOLD.read_text("utf-8").splitlines()]


def _read(line: str) -> Gold:
    row = json.loads(line)
    document = row["document"]
    evidence = Evidence(document, 0, 1, 0, 1, "gold")
    claims = (decode_claim(kind, json.dumps(payload), evidence) for kind, payload in row["claims"])
    numbered = tuple((f"{document}:{n}", claim) for n, claim in enumerate(claims))
    return Gold(ClaimSet(document, row["published"], numbered), row["truth"])


if __name__ == "__main__":
    GOLD.write_text("".join(f"{gold.line()}\n" for gold in made()), "utf-8")
