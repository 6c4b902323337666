"""What the page is told: every fact and every sentence, each text once."""

from __future__ import annotations

from typing import Any

from graphbuild.explorer.network import make_network
from graphbuild.explorer.payload import make_payload
from graphbuild.explorer.words import WORDS
from graphbuild.model import EntityKind, Relation
from tests.explorer.invented import plausible, small


def payload() -> dict[str, Any]:
    return make_payload(*small())


def facts_of(told: dict[str, Any]) -> dict[tuple[str, str, str], list[Any]]:
    ids = [node[0] for node in told["nodes"]]
    return {(ids[e[0]], e[2] + e[3].get("title", ""), ids[e[1]]): e for e in told["edges"]}


def test_all_nodes_and_parallel_edges_are_told() -> None:
    graph, _ = small()
    told = payload()
    assert [node[0] for node in told["nodes"]] == sorted(graph)
    assert len(told["edges"]) == graph.number_of_edges()
    assert ("person/bui-hai-son", "HOLDSTư lệnh", "unit/quan-khu-96") in facts_of(told)
    assert ("person/bui-hai-son", "HOLDSBí thư", "unit/quan-khu-96") in facts_of(told)


def test_marks_survive_letters_beyond_the_first_plane() -> None:
    told = payload()
    edge = facts_of(told)["person/bui-hai-son", "HOLDSSư đoàn trưởng", "unit/su-doan-9411"]
    sentence, start, end, _, _ = told["quotes"][edge[7][0]]
    text = told["sentences"][sentence][1].encode("utf-16-le")
    assert text[2 * start : 2 * end].decode("utf-16-le") == "nguyên Sư đoàn trưởng"


def test_a_sentence_behind_two_facts_is_written_once() -> None:
    told = payload()
    texts = [text for _, text, _ in told["sentences"]]
    assert texts.count("Thiếu tướng Bùi Hải Sởn, Tư lệnh Quân khu 96 chủ trì.") == 1
    assert len(told["articles"]) == 2


def test_empty_attributes_and_internal_ones_are_not_told() -> None:
    edge = facts_of(payload())["person/bui-hai-son", "HOLDSBí thư", "unit/quan-khu-96"]
    assert edge[3] == {"role": "party", "status": "current", "title": "Bí thư"}
    assert all("members" not in node[4] for node in payload()["nodes"])


def test_a_claim_without_a_quote_leaves_the_edge_without_a_sentence() -> None:
    graph, _ = small()
    assert all(edge[7] == [] for edge in make_payload(graph, {})["edges"])


def test_every_kind_and_relation_has_its_words() -> None:
    assert set(WORDS["kind"]) == set(WORDS["kinds"]) == set(map(str, EntityKind))
    for table in ("out", "in", "verb"):
        assert set(WORDS[table]) == set(map(str, Relation))


def test_one_line_is_drawn_for_all_facts_between_two_nodes() -> None:
    graph, _ = plausible(80)
    network = make_network(graph, dict.fromkeys(graph, (0, 0)))
    pairs = {frozenset(edge) for edge in graph.edges()}
    assert len(network.edges) == len(pairs) < graph.number_of_edges()
    assert max(edge["width"] for edge in network.edges) > 1.0


def test_the_drawing_holds_no_text_of_articles() -> None:
    graph, _ = small()
    network = make_network(graph, dict.fromkeys(graph, (0, 0)))
    assert set(network.nodes[0]) == {"id", "group", "x", "y", "size"}
    assert network.options["physics"]["enabled"] is False
