"""Claims survive their JSON form."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import StoreError
from graphbuild.model import Block, BlockKind, Claim, Cut, Evidence, PartialDate, RankClaim
from graphbuild.store.codec import (
    CLAIM_TYPES,
    decode_blocks,
    decode_claim,
    decode_cuts,
    encode_blocks,
    encode_claim,
    encode_cuts,
)
from tests.store.claims import claims, evidences

EVIDENCE = Evidence("a.txt", 0, 10, 2, 5, "rank")


@given(claims(evidences("a.txt", 100)))
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    again = decode_claim(claim.kind, encode_claim(claim), claim.evidence)
    assert again == claim
    date, date_again = getattr(claim, "date", None), getattr(again, "date", None)
    assert (date and date.source) == (date_again and date_again.source)


def test_every_kind_of_claim_can_be_stored() -> None:
    assert set(CLAIM_TYPES.values()) == set(get_args(Claim))


def test_vietnamese_stays_readable_in_the_json() -> None:
    claim = RankClaim("Bùi Hải Sơn", "Thiếu tướng", PartialDate.parse("2021-07"), EVIDENCE)
    assert encode_claim(claim) == (
        '{"person": "Bùi Hải Sơn", "rank": "Thiếu tướng", "date": ["2021-07", "stated"], "former": false, "doubtful": false}'
    )


def test_an_unknown_kind_or_field_is_refused() -> None:
    with pytest.raises(StoreError, match="unknown kind of claim 'rumour'"):
        decode_claim("rumour", "{}", EVIDENCE)
    with pytest.raises(StoreError, match="other fields: colour"):
        decode_claim("place", '{"place": "K9", "type": "site", "colour": "red"}', EVIDENCE)


@given(
    st.lists(st.builds(Block, st.integers(0), st.integers(0), st.sampled_from(BlockKind))).map(tuple),
    st.lists(st.builds(Cut, st.text(), st.text(), st.integers(0))).map(tuple),
)
def test_blocks_and_cuts_come_back_as_they_were(blocks: tuple[Block, ...], cuts: tuple[Cut, ...]) -> None:
    assert decode_blocks(encode_blocks(blocks)) == blocks
    assert decode_cuts(encode_cuts(cuts)) == cuts
