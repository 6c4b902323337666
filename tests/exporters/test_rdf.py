"""Turtle and JSON-LD say the same, with types, dates as partial as known, and PROV from fact to article."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS
from rdflib.compare import isomorphic

from graphbuild.exporters import FORMATS, Content
from graphbuild.exporters.rdf import iri
from graphbuild.model import Quote
from tests.explorer.hostile import hostile
from tests.explorer.invented import plausible
from tests.graph.hand import at, edge, graph, post

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

GB = "urn:graphbuild:"
GBV = rdflib.Namespace(f"{GB}vocabulary:")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
XSD = rdflib.Namespace("http://www.w3.org/2001/XMLSchema#")
SCHEMA = rdflib.Namespace("https://schema.org/")


def triples(content: Content, name: str, folder: Path) -> rdflib.Graph:
    FORMATS[name].write(content, folder / name)
    return rdflib.Graph().parse(folder / name, format={"jsonld": "json-ld"}.get(name, name))


@pytest.mark.parametrize("made", [lambda: plausible(40), hostile], ids=["plausible", "hostile"])
def test_both_say_the_same(made, tmp_path: Path) -> None:
    content = Content(*made())
    one, other = (triples(content, name, tmp_path) for name in ("turtle", "jsonld"))
    assert len(one) > 500
    assert isomorphic(one, other)


def test_a_fact_leads_to_its_sentence_and_article(tmp_path: Path) -> None:
    held = graph(post("an", "quan-khu-6", "2019-02 2021", acting=True))
    ((_, _, data),) = held.edges(data=True)
    (claim,) = data["claims"]
    quote = Quote(claim, "bài/a 1.txt", "Tin", "https://bao.example/1", "2019-02", "Ông An nói.", 4, 6, "act", 0.9)
    found = triples(Content(held, {claim: quote}), "turtle", tmp_path)
    an, unit = rdflib.URIRef(f"{GB}person/an"), rdflib.URIRef(f"{GB}unit/quan-khu-6")
    assert (an, GBV.HOLDS, unit) in found
    assert (an, ORG.memberOf, unit) in found
    assert found.value(an, RDFS.label) == rdflib.Literal("An", lang="vi")
    fact = found.value(None, RDF.subject, an)
    assert (fact, RDF.type, ORG.Membership) in found
    assert found.value(fact, GBV.first) == rdflib.Literal("2019-02", datatype=XSD.gYearMonth)
    assert found.value(fact, GBV.last) == rdflib.Literal("2021", datatype=XSD.gYear)
    assert found.value(fact, GBV.acting) == rdflib.Literal(True)
    said = found.value(fact, PROV.wasDerivedFrom)
    assert found.value(said, PROV.value) == rdflib.Literal("Ông An nói.", lang="vi")
    assert found.value(said, GBV.confidence) == rdflib.Literal(0.9)
    article = found.value(said, PROV.wasQuotedFrom)
    assert found.value(article, GBV.id) == rdflib.Literal("bài/a 1.txt")
    assert found.value(article, SCHEMA.url) == rdflib.Literal("https://bao.example/1")
    assert found.value(article, SCHEMA.datePublished) == rdflib.Literal("2019-02", datatype=XSD.gYearMonth)


def test_what_the_web_has_words_for_is_said_in_them(tmp_path: Path) -> None:
    part = edge("unit/su-doan-1", "PART_OF", "unit/quan-khu-6")
    held = edge("event/le", "HELD_AT", "place/son-khe")
    found = triples(Content(graph(part, held, at("person/an", "le"), le="2023-03-05")), "turtle", tmp_path)
    division, region, event, place = (
        rdflib.URIRef(f"{GB}{id}") for id in ("unit/su-doan-1", "unit/quan-khu-6", "event/le", "place/son-khe")
    )
    assert (division, ORG.subOrganizationOf, region) in found
    assert (event, SCHEMA.location, place) in found
    assert found.value(event, SCHEMA.startDate) == rdflib.Literal("2023-03-05", datatype=XSD.date)
    assert (event, RDF.type, SCHEMA.Event) in found


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_id_is_an_iri_of_its_own(id: str) -> None:
    name = iri("unit", id).text
    assert name.isascii()
    assert not set(' <>"{}|\\^`') & set(name)
