"""Pairs of events are found by what they have in common: the same ones as if each were compared with each."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import EventType, PartialDate
from graphbuild.resolve.alike_events import Name, nearly_same
from graphbuild.resolve.articles import EventRecord
from graphbuild.resolve.clusters import Clusters
from graphbuild.resolve.event_pairs import EventPairs
from graphbuild.resolve.event_rules import NEARLY_SAME, EventFacts, alike, name_numbers, name_words, same_event
from graphbuild.resolve.event_rules import same_numbers as agree
from graphbuild.resolve.hierarchy import Hierarchy

LINE = Hierarchy({"d": frozenset({"c"})}, {"c": 80, "d": 60, "e": 60})
WORDS = ["lễ", "ra", "quân", "huấn", "luyện", "năm", "2019", "2020", "XI", "7"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7, unique=True).map(" ".join)
DATES = st.sampled_from(
    ["", "2019", "2019-05", "2019-06", "2019-05-30", "2019-05-31", "2019-06-03", "2020", "2020-06-03"]
)
EVENTS = st.tuples(
    st.integers(0, 9),
    st.sampled_from(["lễ ra quân huấn luyện", "lễ ra quân huấn luyện năm 2019", "lễ ra quân"]) | NAMES,
    st.sampled_from([EventType.CEREMONY, EventType.VISIT]),
    DATES,
    st.sampled_from(["", "", "c", "d", "e"]),
    st.sampled_from([None, None, 1, 2]),
    st.frozensets(st.sampled_from(["lan", "thắm", "bưởi"])),
)


def made(
    drawn: list[tuple[int, str, EventType, str, str, int | None, frozenset[str]]],
) -> list[tuple[EventRecord, EventFacts]]:
    found = []
    for n, (document, name, type, day, organiser, place, people) in enumerate(drawn):
        date = PartialDate.parse(day) if day else None
        facts = EventFacts(
            frozenset({str(document)}),
            name_words(name),
            name_numbers(name),
            frozenset({date} if date else ()),
            frozenset({organiser} if organiser else ()),
            frozenset({place} if place else ()),
            place == 1,
            LINE,
            people,
        )
        found.append((EventRecord((str(document), f"{name} {n}"), name, type, date, "", "", main=False), facts))
    return sorted(found, key=lambda one: (str(one[0].date or "9999"), one[0].key))


@settings(max_examples=300, deadline=None)
@given(st.lists(EVENTS, max_size=14).map(made))
def test_no_pair_that_has_a_score_is_missed_and_they_come_in_its_order(
    told: list[tuple[EventRecord, EventFacts]],
) -> None:
    events, facts = [one for one, _ in told], [one for _, one in told]
    pairs = EventPairs(events, facts, LINE)
    found = [(a, b) for a, others in pairs.dated() for b in others if pairs.may_be_one(a, b)]
    scored = [
        (-score, a, b)
        for a, b in combinations(range(len(told)), 2)
        if events[a].date and events[b].date and events[a].type == events[b].type
        if (score := same_event(facts[a], facts[b]))
    ]
    assert found == [(a, b) for _, a, b in sorted(scored)]


@settings(max_examples=300, deadline=None)
@given(st.lists(EVENTS, max_size=14).map(made))
def test_undated_events_find_all_clusters_that_they_may_be_of(told: list[tuple[EventRecord, EventFacts]]) -> None:
    events, facts = [one for one, _ in told], [one for _, one in told]
    clusters = Clusters(facts)
    pairs = EventPairs(events, facts, LINE)
    for a, others in pairs.dated():
        for b in others:
            clusters.join(a, b)
    for undated, roots in pairs.undated(clusters):
        fitting = {
            clusters.root(n)
            for n, event in enumerate(events)
            if event.date and event.type == events[undated].type and same_event(facts[undated], facts[n])
        }
        assert roots == fitting or (len(roots) == 2 and roots <= fitting)


@given(st.lists(NAMES, max_size=12))
def test_names_that_are_nearly_the_same_are_those_that_each_compared_with_each_shows(words: list[str]) -> None:
    names = list(dict.fromkeys(Name(name_words(one), name_numbers(one)) for one in words))
    assert nearly_same(names) == {
        one: {
            other: alike(one.words, other.words)
            for other in names
            if alike(one.words, other.words) >= NEARLY_SAME and agree(one.numbers, other.numbers)
        }
        for one in names
    }
