"""The labels: all there, in both languages, filled in alike."""

from __future__ import annotations

import re

from graphbuild.explorer import words as module
from graphbuild.explorer.bundle import bundle
from graphbuild.explorer.words import LANGUAGES, words
from graphbuild.graph import Certainty
from graphbuild.model import ConflictKind, EntityKind, EventRole, EventType, Relation, Status
from graphbuild.resolve.doubt_weights import load_doubt_weights
from graphbuild.resolve.namesakes import JUDGED
from graphbuild.resolve.person_weights import load_person_weights

OTHERS = ("about 12 officers", "hardly another officer")
MODES = ("graph", "table", "chart", "career", "calendar")


def test_every_kind_relation_and_value_has_its_words_in_both_languages() -> None:
    keys = {f"{table}.{kind}" for kind in EntityKind for table in ("kind", "kinds")}
    keys |= {f"{table}.{relation}" for relation in Relation for table in ("out", "in", "verb")}
    keys |= {f"value.{value}" for values in (EventRole, EventType, Status) for value in values}
    keys |= {f"conflict.{kind}" for kind in ConflictKind} | {f"certainty.{one}" for one in Certainty}
    keys |= {f"career.{one}_{other}" for one in ("stated", "seen") for other in ("stated", "seen")} | {
        "career.seen_next"
    }
    keys |= {f"card.common_{kind}" for kind in EntityKind} | {f"mode.{mode}" for mode in MODES}
    for language in LANGUAGES:
        assert keys <= set(words()[language])


def test_every_reason_for_a_doubt_or_a_join_can_be_told_in_both_languages() -> None:
    doubts = load_doubt_weights()
    worded = {*load_person_weights().bits, *doubts.unit, *doubts.event, JUDGED}
    worded |= {f"a slip in the name, {others} of the rarer spelling" for others in OTHERS}
    worded |= {f"{others} of the name" for others in OTHERS} | {"one named 2.5 times as often as the other", "one of 3"}
    phrases = {re.sub(r"\d+(\.\d+)?", "#", phrase) for reason in worded for phrase in reason.split(", ")}
    told = {key.removeprefix("reason.") for key in words()["en"] if key.startswith("reason.")}
    assert told == phrases | {"and"}
    for phrase in phrases:
        assert re.sub(r"\{\w\}", "#", words()["en"][f"reason.{phrase}"]) == phrase


def test_both_languages_fill_in_the_same() -> None:
    english, vietnamese = (words()[language] for language in LANGUAGES)
    for key, text in english.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", vietnamese[key])), key


def test_every_label_that_the_scripts_and_the_template_ask_for_is_there() -> None:
    template = (module.FILE.parent / "assets" / "template.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"""\bt\("([\w.]+)\"""", bundle())) | set(re.findall(r'data-t[\w-]*="([\w.]+)"', template))
    assert len(asked) > 20
    assert asked <= set(words()["en"])
