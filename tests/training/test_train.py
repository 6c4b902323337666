"""A tiny training, from sentences to weights that find names."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from graphbuild.pipeline import annotate, load_pipeline
from graphbuild.pipeline.statistical import RULE, WEIGHTS
from graphbuild.readers import read_text
from graphbuild.resources import load_gazetteer
from graphbuild.training import Generator, load_material, train

PLACES = ("Tân Khê", "Đắk Lôi", "Sơn Trạch", "Hòn Chảo", "Phú Lập", "Nậm Chang")


def trained(sentences: int, epochs: int) -> bytes:
    made = Generator(load_gazetteer(), load_material(), 3).sentences(sentences)
    return train(list(made), epochs=epochs, seed=3, batch=8)


def test_the_same_sentences_and_seed_give_the_same_weights() -> None:
    assert trained(200, epochs=1) == trained(200, epochs=1)


def test_weights_of_a_few_seconds_already_find_most_places(weights: Path) -> None:
    nlp, found = load_pipeline(weights=weights), []
    for place in PLACES:
        doc = annotate(nlp, read_text(f"Chuyến đi\n\nĐoàn xe vượt đèo về {place} lúc trời sẩm tối."))
        found += [doc[p.start : p.end].text for p in doc._.places if p.rule == RULE]
    assert set(found) <= set(PLACES)
    assert len(found) >= 4


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("trained") / "weights"
    file.write_bytes(trained(1200, epochs=5))
    return file


def test_the_weights_in_the_package_are_small_and_those_that_their_readme_speaks_of() -> None:
    shipped = files("graphbuild.resources").joinpath(*WEIGHTS.split("/"))
    readme = shipped.parent.joinpath("README.md").read_text("utf-8")  # type: ignore[attr-defined]
    raw = shipped.read_bytes()
    assert len(raw) < 3_000_000
    assert sha256(raw).hexdigest() in readme
