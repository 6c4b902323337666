"""What an entry of the file of judgements must hold; unknown fields are refused, so that no slip is passed over."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graphbuild.errors import JudgementError
from graphbuild.model import EntityKind
from graphbuild.resolve import Answer

from .codec import CLAIM_TYPES

Text = Annotated[str, Field(min_length=1)]
Records = Annotated[tuple[tuple[Text, Text], ...], Field(min_length=1)]


class Entry(BaseModel):
    """What every entry may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: str = ""
    when: str | datetime | date = ""
    why: str = ""


class Pair(Entry):
    says: Answer
    kind: EntityKind
    a: Records
    b: Records
    a_id: str = ""
    b_id: str = ""

    @model_validator(mode="after")
    def _check(self) -> Pair:
        _refuse_common(self.a, self.b)
        return self


class NoPerson(Entry):
    says: Literal["not a person"]
    name: Text
    document: str = ""


class Parent(Entry):
    says: Literal["parent"]
    unit: Records
    parent: Records
    unit_id: str = ""
    parent_id: str = ""

    @model_validator(mode="after")
    def _check(self) -> Parent:
        _refuse_common(self.unit, self.parent)
        return self


class Wrong(Entry):
    says: Literal["wrong claim"]
    document: Text
    claim: dict[str, Text]

    @model_validator(mode="after")
    def _check(self) -> Wrong:
        kind = self.claim.get("kind")
        if kind not in CLAIM_TYPES:
            raise ValueError(f"field claim needs a kind: {', '.join(CLAIM_TYPES)}")
        fields = set(CLAIM_TYPES[kind].__dataclass_fields__) - {"evidence"}
        unknown = sorted(self.claim.keys() - fields - {"kind"})
        if unknown or len(self.claim) < 2:
            said = f"a {kind} has no {unknown[0]}" if unknown else "field claim says nothing of the claim but its kind"
            raise ValueError(f"{said}; its fields: {', '.join(sorted(fields))}")
        return self


MODELS: dict[str, type[Pair | NoPerson | Parent | Wrong]] = {
    **dict.fromkeys(Answer, Pair),
    "not a person": NoPerson,
    "parent": Parent,
    "wrong claim": Wrong,
}
"""By what an entry says."""


def read(entry: dict[str, Any], where: str) -> Pair | NoPerson | Parent | Wrong:
    """The entry as a record. Raises JudgementError naming `where` and the field."""
    says = entry.get("says") if isinstance(entry, dict) else None
    if not isinstance(says, str) or says not in MODELS:
        expected = ", ".join(f'"{name}"' for name in MODELS)
        raise JudgementError(f"field says: {says!r} is none of {expected}", where=where, do="mend that entry")
    try:
        return MODELS[says].model_validate(entry)
    except ValidationError as error:
        fault = error.errors()[0]
        field = " ".join(str(part + 1) if isinstance(part, int) else part for part in fault["loc"])
        message = fault["msg"].removeprefix("Value error, ")
        said = f"field {field}: {message}" if field else message
        raise JudgementError(said, where=where, do="mend that entry") from None


def _refuse_common(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> None:
    common = sorted(set(one) & set(other))
    if common:
        raise ValueError(f"both sides name {' '.join(common[0])!r}; they must differ")
