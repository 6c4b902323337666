"""The five real articles beside the checkout; skipped where they are not."""

import json
from pathlib import Path

import pytest

from graphbuild.readers import find_items, read_item

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared")]

DOCUMENTS = (
    {Path(item.source).stem: read_item(item) for item in find_items([SHARED / "seeds"])} if SHARED.is_dir() else {}
)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_byline_and_published_are_those_of_the_gold(name):
    gold = json.loads((SHARED / "gold" / "seeds" / f"{name}.json").read_text("utf-8"))
    document = DOCUMENTS[name]
    assert document.byline == gold["byline"]
    assert (str(document.published) if document.published else None) == gold["published"]


def test_publisher_captions_and_headlines_are_known():
    by_number = {name[:3]: document for name, document in DOCUMENTS.items()}
    captions = {n: sum(b.kind == "caption" for b in d.blocks) for n, d in by_number.items()}
    assert captions == {"000": 3, "001": 2, "002": 2, "003": 2, "004": 4}
    assert {n: d.publisher for n, d in by_number.items() if d.publisher} == {"003": "LĐ online", "004": "QPTĐ"}
    assert {n for n, d in by_number.items() if d.title} == {"002", "004"}
