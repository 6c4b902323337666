"""The generator of large stores, of which the questions are measured."""

from __future__ import annotations

from pathlib import Path

from graphbuild.building.opening import known
from graphbuild.building.stored import StoredGraph
from graphbuild.store import Workspace
from tests.benchmarks.doubling import double
from tests.building.claims_in_store import publish_claims
from tests.generated.collection import generate


def test_a_doubled_store_answers_of_each_twin_what_it_answers_of_the_other(tmp_path: Path) -> None:
    before = publish_claims(tmp_path / "one", generate(60).claim_sets)
    after = double(before.folder, tmp_path / "two")
    with before.open_reader() as reader:
        once = reader.counts()
    with Workspace(after.folder).open_reader() as reader:
        twice = reader.counts()
        assert twice == {what: count if what == "place" else 2 * count for what, count in once.items()}
        graph = StoredGraph(reader, known(reader))
        for (id,) in reader.rows("SELECT id FROM entities WHERE kind <> 'place' AND NOT ends_with(id, '-twin')")[::20]:
            one, other = graph.card(id), graph.card(f"{id}-twin")
            assert (one.node.name, one.aliases, one.articles) == (other.node.name, other.aliases, other.articles)
            near, far = graph.neighbours(id, 2), graph.neighbours(f"{id}-twin", 2)
            # Places join the halves, from which on neighbours are shared.
            names = {row.node.name for row in near if row.hops == 1}
            assert names == {row.node.name for row in far if row.hops == 1}
            assert {hit.id for hit in graph.search(one.node.name, limit=1000)} >= {id, f"{id}-twin"}
