"""A judgement about persons costs little beside resolving everything again."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graphbuild.building.graphing import put_graph
from graphbuild.building.judging import Judging
from graphbuild.building.report import tell_nobody
from graphbuild.resolve import Answer, Judgements, Signed
from graphbuild.resources import load_gazetteer
from graphbuild.store import Workspace
from tests.building.claims_in_store import put_claims
from tests.generated.collection import generate

MENTIONS = 20_000
SHARE = 0.1
"""Of the processor's time that resolving all takes; measured .03."""


@pytest.mark.benchmark
def test_a_judgement_costs_less_than_a_tenth_of_resolving_everything(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with workspace.begin_build() as store:
        put_claims(store, generate(MENTIONS).claim_sets)
        start = time.process_time()
        put_graph(store, load_gazetteer(), Judgements(), tell_nobody)
        everything = time.process_time() - start
        store.set_meta({"gazetteer": load_gazetteer().digest})
        store.publish()
    with Judging(workspace.folder) as judging:
        pair = judging.reader.doubtful()[0]
        judging.pair(pair.a, pair.b, Answer.SAME, Signed())
        start = time.process_time()
        judging.apply(views=False)
        again = time.process_time() - start
        assert pair.b in judging.reader.merged() or pair.a in judging.reader.merged()
    assert again < SHARE * everything
