"""Claims, blocks and cuts as JSON text and back, field by field, so that a store outlives the program's classes.

Evidence is not in the JSON: the store keeps it in columns of its own.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import StrEnum
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Any, Union, get_args, get_origin, get_type_hints

from graphbuild.errors import StoreError
from graphbuild.model import Block, BlockKind, Claim, Cut, DateSource, Evidence, PartialDate

CLAIM_TYPES: dict[str, type[Claim]] = {kind.kind: kind for kind in get_args(Claim)}
"""'posting' -> PostingClaim, one a class of the union."""


def encode_claim(claim: Claim) -> str:
    """Return the fields of `claim` but its evidence as JSON.

    >>> from graphbuild.model import PlaceClaim
    >>> encode_claim(PlaceClaim("Khu K9", "site", Evidence("a.txt", 0, 9, 0, 6, "place")))
    '{"place": "Khu K9", "type": "site"}'
    """
    return f"{{{', '.join([f'{key}{_encoded(getattr(claim, name))}' for name, key in _keys(claim.kind)])}}}"


def decode_claim(kind: str, payload: str, evidence: Evidence) -> Claim:
    """Return the claim that `encode_claim` wrote.

    Raises StoreError for a kind or a field that this version of the program does not know.
    """
    if kind not in CLAIM_TYPES:
        raise StoreError(f"unknown kind of claim {kind!r}", where=evidence.document, do="build the graph again")
    values, _ = _SCAN(payload)
    decoders = _decoders(kind)
    if values.keys() != decoders.keys():
        odd = ", ".join(sorted(values.keys() ^ decoders.keys()))
        raise StoreError(f"a {kind} claim with other fields: {odd}", where=evidence.document, do="build again")
    for name, decode in decoders.items():
        values[name] = decode(values[name])
    return CLAIM_TYPES[kind](**values, evidence=evidence)


_SCAN = json.JSONDecoder().raw_decode
"""What json.loads does where nothing stands before or behind the value."""


def encode_blocks(blocks: Iterable[Block]) -> str:
    """Return the blocks as JSON rows of start, end, kind."""
    return json.dumps([[block.start, block.end, block.kind] for block in blocks])


def decode_blocks(rows: str) -> tuple[Block, ...]:
    """Return the blocks that `encode_blocks` wrote."""
    return tuple(Block(start, end, BlockKind(kind)) for start, end, kind in json.loads(rows))


def encode_cuts(cuts: Iterable[Cut]) -> str:
    """Return the cuts as JSON rows of text, reason, offset."""
    return json.dumps([[cut.text, cut.reason, cut.at] for cut in cuts], ensure_ascii=False)


def decode_cuts(rows: str) -> tuple[Cut, ...]:
    """Return the cuts that `encode_cuts` wrote."""
    return tuple(Cut(text, reason, at) for text, reason, at in json.loads(rows))


def _encoded(value: object) -> str:
    """The value of a field as json.dumps would write it, which would take three times as long to begin."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or isinstance(value, bool):
        return CONSTANTS[value]
    if isinstance(value, PartialDate):
        return f"[{encode_basestring(str(value))}, {encode_basestring(value.source)}]"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_encoded, value))}]"
    raise TypeError(f"no JSON form for {type(value).__name__}")


CONSTANTS = {None: "null", True: "true", False: "false"}


@cache
def _keys(kind: str) -> tuple[tuple[str, str], ...]:
    """The fields of a claim of this kind, each with the key that stands before its value."""
    names = (field.name for field in fields(CLAIM_TYPES[kind]) if field.name != "evidence")
    return tuple((name, f"{encode_basestring(name)}: ") for name in names)


def _shared(value: Any) -> Any:
    """Names and titles come again and again; one text for all of them is smaller and sooner compared."""
    return sys.intern(value) if type(value) is str else value


def _decode_date(value: list[str]) -> PartialDate:
    return _date(*value)


@lru_cache(maxsize=1 << 14)
def _date(iso: str, source: str) -> PartialDate:
    return PartialDate.parse(iso, DateSource(source))


@cache
def _decoders(kind: str) -> dict[str, Callable[[Any], Any]]:
    claim_type = CLAIM_TYPES[kind]
    hints = get_type_hints(claim_type)
    return {field.name: _decoder(hints[field.name]) for field in fields(claim_type) if field.name != "evidence"}


def _decoder(hint: Any) -> Any:
    """The function that turns a JSON value into what the annotation `hint` says."""
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (_decoder(option) for option in get_args(hint) if option is not type(None))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return tuple
    if hint is PartialDate:
        return _decode_date
    if issubclass(hint, StrEnum):
        return {member.value: member for member in hint}.__getitem__
    return _shared
