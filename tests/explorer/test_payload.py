"""What the page is told: every fact and every sentence, each text once."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graphbuild.explorer.columns import Column
from graphbuild.explorer.network import make_network
from graphbuild.explorer.payload import Payload, make_payload
from graphbuild.explorer.table import read_table
from graphbuild.model import Conflict, ConflictKind, ConflictSide, Quote
from tests.explorer.invented import plausible, small
from tests.explorer.test_columns import read

SON, UYEN = "person/bui-hai-son", "person/dang-ngoc-uyen"


def told_of(graph: nx.MultiDiGraph, said: dict[str, Quote]) -> Payload:
    return make_payload(read_table(graph), said)


def edges(told: Payload) -> dict[tuple[str, str, str], int]:
    """Number of each edge by (source id, relation and title, target id)."""
    ids, columns = told.columns["nodes"]["id"]["plain"], told.columns["edges"]
    relations = read(columns["relation"], columns["count"])
    titles = read(columns["attributes"]["title"], columns["count"])
    return {
        (ids[a], relation + (title or ""), ids[b]): number
        for number, (a, b, relation, title) in enumerate(
            zip(columns["source"]["plain"], columns["target"]["plain"], relations, titles, strict=True)
        )
    }


def quotes(told: Payload, edge: int) -> list[tuple[str, str, int]]:
    """Sentence, marked words and number of the article of each quote of an edge, as the page cuts them."""
    counts = [count or 0 for count in read(told.columns["edges"]["quotes"], told.columns["edges"]["count"])]
    first = sum(counts[:edge])
    return [quote(told, number) for number in range(first, first + counts[edge])]


def quote(told: Payload, number: int) -> tuple[str, str, int]:
    chunks, sizes = dict(told.chunks), told.columns["chunks"]
    rows, at = chunks[f"quotes-{number // sizes['quotes']}"], number % sizes["quotes"]
    place = rows["sentence"][at]
    sentences, there = chunks[f"sentences-{place // sizes['sentences']}"], place % sizes["sentences"]
    text = sentences["text"][there].encode("utf-16-le")
    marked = text[2 * rows["start"][at] : 2 * rows["end"][at]].decode("utf-16-le")
    return sentences["text"][there], marked, sentences["article"][there]


def attribute(told: Payload, rows: str, name: str) -> list[Any]:
    columns: Column = told.columns[rows]
    return read(columns["attributes"][name], columns["count"])


def test_all_nodes_and_parallel_edges_are_told() -> None:
    graph, _ = small()
    told = told_of(*small())
    assert told.columns["nodes"]["id"]["plain"] == sorted(graph)
    assert told.columns["edges"]["count"] == graph.number_of_edges()
    assert {(SON, "HOLDSTư lệnh", "unit/quan-khu-96"), (SON, "HOLDSBí thư", "unit/quan-khu-96")} <= set(edges(told))


def test_attributes_are_told_by_name() -> None:
    told = told_of(*small())
    son = sorted(small()[0]).index(SON)
    assert attribute(told, "nodes", "rank")[son] == "Thiếu tướng"
    assert attribute(told, "nodes", "first")[son] == 20310105
    assert "members" not in told.columns["nodes"]["attributes"]
    former = edges(told)[SON, "HOLDSSư đoàn trưởng", "unit/su-doan-9411"]
    assert attribute(told, "edges", "status")[former] == "former"
    assert attribute(told, "edges", "rank")[former] is None


def test_marks_survive_letters_beyond_the_first_plane() -> None:
    told = told_of(*small())
    ((_, marked, _),) = quotes(told, edges(told)[SON, "HOLDSSư đoàn trưởng", "unit/su-doan-9411"])
    assert marked == "nguyên Sư đoàn trưởng"


def test_every_edge_leads_to_its_sentences_and_articles_at_any_size() -> None:
    graph, said = plausible(1200)
    told = told_of(graph, said)
    assert len(told.chunks) > 4
    documents, counts = told.columns["articles"]["document"]["plain"], told.columns["edges"]["sources"]["counts"]
    articles = iter(told.columns["edges"]["sources"]["items"])
    for number, (_, _, _, data) in enumerate(
        sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])[:700]
    ):
        wanted = {(said[claim].sentence, said[claim].document) for claim in data["claims"]}
        assert {(text, documents[article]) for text, _, article in quotes(told, number)} == wanted
        assert {documents[next(articles)] for _ in range(counts[number])} == {document for _, document in wanted}


def test_a_sentence_behind_two_facts_is_written_once() -> None:
    told = told_of(*small())
    texts = [text for name, chunk in told.chunks if name.startswith("sentences") for text in chunk["text"]]
    assert texts.count("Thiếu tướng Bùi Hải Sởn, Tư lệnh Quân khu 96 chủ trì.") == 1
    assert told.columns["articles"]["count"] == 2


def test_articles_know_who_published_them() -> None:
    articles = told_of(*small()).columns["articles"]
    assert sorted(read(articles["publisher"], 2), key=str) == [None, "bao.example"]


def test_a_claim_without_a_quote_leaves_the_edge_without_a_sentence() -> None:
    graph, _ = small()
    columns = told_of(graph, {}).columns["edges"]
    assert set(read(columns["quotes"], columns["count"])) == set(read(columns["confidence"], columns["count"])) == {0}


def test_conflicts_are_told_with_their_sentences() -> None:
    graph, said = small()
    one, other = sorted(said)[:2]
    conflict = Conflict(
        ConflictKind.RANKS, SON, ConflictSide("Đại tá", "2031-01", one), ConflictSide("Thiếu tướng", "", other)
    )
    elsewhere = Conflict(ConflictKind.RANKS, "person/gone", conflict.one, conflict.other)
    unsourced = Conflict(ConflictKind.RANKS, UYEN, ConflictSide("Đại tá", "", "no such claim"), conflict.other)
    told = make_payload(read_table(graph), said, [conflict, elsewhere, unsourced])
    first, second = told.columns["conflicts"]
    assert told.columns["nodes"]["id"]["plain"][first["about"]] == SON
    assert [(side["words"], side["date"]) for side in first["sides"]] == [("Đại tá", "2031-01"), ("Thiếu tướng", "")]
    assert quote(told, first["sides"][0]["quote"])[0] == said[one].sentence
    assert quote(told, second["sides"][1]["quote"])[0] == said[other].sentence
    assert second["sides"][0]["quote"] == -1


def test_one_line_is_drawn_for_all_facts_between_two_nodes() -> None:
    graph, _ = plausible(80)
    network = make_network(read_table(graph), dict.fromkeys(graph, (0, 0)))
    pairs = {frozenset(edge) for edge in graph.edges()}
    assert len(network.edges) == len(pairs) < graph.number_of_edges()
    assert max(edge["width"] for edge in network.edges) > 1.0


def test_the_drawing_holds_no_text_of_articles() -> None:
    graph, _ = small()
    network = make_network(read_table(graph), dict.fromkeys(graph, (0, 0)))
    assert set(network.nodes[0]) == {"id", "group", "x", "y", "size"}
    assert network.options["physics"]["enabled"] is False


def test_the_gazetteer_s_words_go_with_it() -> None:
    vocabulary = told_of(*small()).columns["vocabulary"]
    assert vocabulary["ranks"] == ["Thiếu tướng", "Đại tá"]
    assert vocabulary["abbreviations"]["qk"] == "quan khu"
    assert not [short for short in vocabulary["abbreviations"] if " " in short]
