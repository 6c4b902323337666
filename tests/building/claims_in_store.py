"""Claims without articles in a real store, and the store's graph beside what `resolve` makes of the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from graphbuild.building.graphing import put_graph
from graphbuild.building.names import forms_in
from graphbuild.building.report import tell_nobody
from graphbuild.model import DateSource, Document, Extraction, PartialDate
from graphbuild.resolve import ClaimSet, Judgements, Resolution, resolve
from graphbuild.resources import load_gazetteer
from graphbuild.store import Build, Workspace

TEXT = "Một bài báo không có thật."
SENTENCE = 150
"""Characters of a sentence, as newspapers write them."""


def publish_claims(folder: Path, claim_sets: Iterable[ClaimSet]) -> Workspace:
    """Publish the graph of these claims."""
    workspace = Workspace(folder)
    with workspace.begin_build() as store:
        put_claims(store, claim_sets)
        put_graph(store, load_gazetteer(), Judgements(), tell_nobody)
        store.set_meta({"gazetteer": load_gazetteer().digest})
        store.publish()
    return workspace


def build_again(workspace: Workspace, claim_sets: Iterable[ClaimSet], judgements: Judgements) -> None:
    """Have the published graph hold these claims and no others, as a build does when articles came and went."""
    with workspace.begin_build() as store:
        store.remove(store.reader.sources())
        put_claims(store, claim_sets)
        put_graph(store, load_gazetteer(), judgements, tell_nobody)
        store.publish()


def put_claims(store: Build, claim_sets: Iterable[ClaimSet], write: Callable[[], str] = lambda: TEXT) -> None:
    """Put articles into the store of which nothing is known but these claims; `write` gives each its text."""
    for one in claim_sets:
        text = write()
        published = PartialDate.parse(one.published, DateSource.HEADER) if one.published else None
        document = Document(one.document, text, "digest", published=published)
        said = tuple(
            replace(claim, evidence=replace(claim.evidence, end=min(len(text), SENTENCE))) for _, claim in one.claims
        )
        store.put(Extraction(document, (), said), one.document)
    store.flush()


class Twin:
    """What a full `resolve` gives after each judgement, its ids handed on as a store hands them on."""

    def __init__(self, claim_sets: Iterable[ClaimSet]) -> None:
        self.sets, self._gazetteer = list(claim_sets), load_gazetteer()
        self.resolution = resolve(self.sets, {}, self._gazetteer)

    def judge(self, judgements: Judgements) -> Resolution:
        before = self.resolution
        self.resolution = resolve(self.sets, before.assigned, self._gazetteer, judgements, before.former)
        return self.resolution


def assert_holds(workspace: Workspace, expected: Resolution) -> None:
    """Row for row the store holds what `expected` does."""
    with workspace.open_reader() as reader:
        assert reader.entities() == expected.entities
        assert reader.edges() == expected.edges
        assert reader.conflicts() == expected.conflicts
        assert reader.assigned() == expected.assigned
        assert reader.former() == expected.former
        assert reader.merged() == expected.merged
        assert sorted(reader.doubtful(), key=lambda pair: (pair.a, pair.b)) == list(expected.doubtful)
        ((numbers, links),) = reader.rows(
            "SELECT (SELECT count(n) - count(DISTINCT n) FROM edges),"
            " (SELECT count(*) FROM edge_claims WHERE edge NOT IN (SELECT n FROM edges))"
        )
        assert (numbers, links) == (0, 0)
        assert sorted(reader.rows("SELECT * FROM forms")) == sorted(
            forms_in(reader, [one.id for one in expected.entities])
        )
