"""The file of judgements: plain TOML, kept by the program and by hand, safe to put under version control.

[[judgement]]
says = "same"                                # or "different", "unsure"
kind = "person"                              # or "unit", "event", "place"
a = [["articles/a.txt", "Lò Văn Thắm"]]      # records: the article's id and the name as that article has it
b = [["articles/b.txt", "Lò Văn Thắm"]]
a_id = "person/lo-van-tham"                  # for readers only; may be left out
b_id = "person/lo-van-tham-2"
who = "Lan"                                  # who, when and why may be left out
when = "2024-11-02"
why = "cùng năm sinh"

[[judgement]]
says = "not a person"                        # nowhere, or in one article only: document = "articles/a.txt"
name = "Hồng Hà"

[[judgement]]
says = "parent"                              # the unit is part of the parent and of no other unit
unit = [["articles/a.txt", "Sư đoàn 941"]]
parent = [["articles/b.txt", "Quân khu 6"]]

[[judgement]]
says = "wrong claim"                         # the article's claims with these fields
document = "articles/a.txt"
claim = {kind = "posting", person = "Lò Văn Thắm", unit = "Quân khu 6"}
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from graphbuild.errors import JudgementError
from graphbuild.resolve import (
    Judgement,
    Judgements,
    NotAPerson,
    PairJudgement,
    ParentJudgement,
    Side,
    Signed,
    WrongClaim,
    check,
)

HEADER = re.compile(r"^[ \t]*\[\[[ \t]*judgement[ \t]*\]\]", re.MULTILINE)
"""'[[judgement]]' at the beginning of a line."""

HEAD = """\
# What people have decided about the graph beside this file. Every build obeys it; nothing else keeps it.
# graphbuild judge and graphbuild review write it, and you may edit it: see graphbuild judge --help.
"""


class JudgementFile:
    """The judgements kept in the file `path`; no file is no judgement.

    Every method raises JudgementError, with the file, line, entry and field, where the file does not hold what it
    should, and with both entries where two contradict each other.

    Example
    -------
    >>> JudgementFile(Path("output/judgements.toml")).load()  # doctest: +SKIP
    Judgements(all=(PairJudgement(...),))
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Judgements:
        """All judgements in the order of the file, numbered from 1."""
        judgements = self._parse(self._read())
        check(judgements, str(self.path))
        return judgements

    def append(self, judgement: Judgement) -> int:
        """Write `judgement` behind the others, unless it contradicts or repeats them; return its number."""
        text = self._read() or HEAD
        earlier = next((one for one in self._parse(text).all if _unsigned(one) == _unsigned(judgement)), None)
        if earlier:
            entry = earlier.signed.entry
            raise JudgementError(f"that is judgement {entry} already ({earlier})", where=str(self.path))
        text = f"{text.rstrip()}\n\n{format_judgement(judgement)}"
        judgements = self._parse(text)
        check(judgements, str(self.path))
        self._write(text)
        return len(judgements.all)

    def remove(self, entry: int) -> Judgement:
        """Take the judgement of this number out of the file and return it; comments stay. Later ones move up."""
        text = self._read()
        before = self._parse(text).all
        if not 1 <= entry <= len(before):
            have = f"there are {len(before)}" if before else "there is none"
            raise JudgementError(f"no judgement {entry}, {have}", where=str(self.path), do="see judge --list")
        starts = [found.start() for found in HEADER.finditer(text)]
        rest = text
        if len(starts) == len(before):
            end = starts[entry] if entry < len(starts) else len(text)
            rest = text[: starts[entry - 1]] + _comments(text[starts[entry - 1] : end]) + text[end:]
        if [str(one) for one in self._parse(rest).all] != [str(one) for one in before if one.signed.entry != entry]:
            raise JudgementError(f"judgement {entry} cannot be cut out", where=str(self.path), do="remove it by hand")
        self._write(rest)
        return before[entry - 1]

    def _read(self) -> str:
        try:
            return self.path.read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise JudgementError(f"cannot be read ({error})", where=str(self.path), do="mend or remove it") from None

    def _write(self, text: str) -> None:
        """Replace the file whole, so that a reader or a crash finds the old one or the new one; links stay links."""
        target = self.path.resolve()
        new = target.with_name(f".{target.name}.new")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(text, "utf-8")
            new.replace(target)
        except OSError as error:
            raise JudgementError(f"cannot be written ({error.strerror})", where=str(self.path)) from None

    def _parse(self, text: str) -> Judgements:
        return parse_judgements(text, str(self.path))


def parse_judgements(text: str, where: str) -> Judgements:
    """The judgements that `text` holds. Raises JudgementError, which names `where` they come from."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise JudgementError(f"is not valid TOML: {error}", where=where, do="mend that line") from None
    entries = data.pop("judgement", [])
    if data or not isinstance(entries, list):
        found = ", ".join(sorted(data)) or "one judgement table"
        raise JudgementError(f"holds {found}", where=where, do="begin every entry with [[judgement]]")
    lines = [text.count("\n", 0, found.start()) + 1 for found in HEADER.finditer(text)]
    parsed = []
    for n, entry in enumerate(entries, 1):
        line = f", line {lines[n - 1]}" if len(lines) == len(entries) else ""
        parsed.append(_judgement(entry, n, f"{where}{line}, judgement {n}"))
    return Judgements(tuple(parsed))


def _judgement(entry: dict[str, Any], number: int, where: str) -> Judgement:
    from . import judgement_schema

    found = judgement_schema.read(entry, where)
    signed = Signed(found.who, str(found.when), found.why, number)
    match found:
        case judgement_schema.Pair():
            a, b = Side(found.a, found.a_id), Side(found.b, found.b_id)
            return PairJudgement(found.says, found.kind, a, b, signed)
        case judgement_schema.NoPerson():
            return NotAPerson(found.name, found.document, signed)
        case judgement_schema.Parent():
            return ParentJudgement(Side(found.unit, found.unit_id), Side(found.parent, found.parent_id), signed)
        case judgement_schema.Wrong():
            says = tuple(sorted((name, value) for name, value in found.claim.items() if name != "kind"))
            return WrongClaim(found.document, found.claim["kind"], says, signed)


def _unsigned(judgement: Judgement) -> Judgement:
    return replace(judgement, signed=Signed())


def format_judgement(judgement: Judgement) -> str:
    """The entry of the file that stands for `judgement`; its number is its place among the others."""
    match judgement:
        case PairJudgement(answer, kind, a, b):
            values: dict[str, Any] = {"says": answer.value, "kind": kind.value}
            values |= {"a": a.records, "b": b.records, "a_id": a.id, "b_id": b.id}
        case NotAPerson(name, document):
            values = {"says": "not a person", "name": name, "document": document}
        case ParentJudgement(unit, parent):
            values = {"says": "parent", "unit": unit.records, "parent": parent.records}
            values |= {"unit_id": unit.id, "parent_id": parent.id}
        case WrongClaim(document, kind, says):
            values = {"says": "wrong claim", "document": document, "claim": {"kind": kind, **dict(says)}}
    signed = judgement.signed
    values |= {"who": signed.who, "when": signed.when, "why": signed.why}
    return "\n".join(["[[judgement]]", *(f"{name} = {_toml(value)}" for name, value in values.items() if value), ""])


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(inner)}" for name, inner in value.items()) + "}"
    # What JSON writes of texts and lists is TOML too, but for one control character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comments(block: str) -> str:
    """The comments at the end of an entry's lines: they stand over the next one."""
    lines = block.splitlines(keepends=True)
    while lines and (not lines[0].strip() or not all(_is_comment(line) for line in lines)):
        lines.pop(0)
    return "".join(lines)


def _is_comment(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
