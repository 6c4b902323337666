"""Files of many articles: `.jsonl` and `.csv` with the columns text, title, url, published, byline."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from graphbuild.errors import ReadError

from .dates import read_date
from .encoding import MARKS, SAMPLE, decode, wide_encoding
from .lines import Line, Page, split_lines, tidy

COLUMNS = ("text", "title", "url", "published", "byline")
"""Names of the columns, in any case; only `text` must be there."""

MAX_ARTICLE = 10_000_000
"""Bytes of the longest article. A long book is 2 MB; what is larger is a broken or foreign file and would stall all."""


TOO_LONG = f"the line is longer than {MAX_ARTICLE // 1_000_000} MB, the limit of one article"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, counted from 1 without blank lines, and its columns as bytes; or what is wrong with it."""

    number: int
    line: int
    payload: bytes = b""
    error: str = ""


def read_row(payload: bytes, source: str) -> Page:
    """Read the payload of a `Row`. A `published` that is no date leaves a cut and no date."""
    fields: dict[str, str] = json.loads(payload)
    stated = fields.get("published", "").strip()
    published = read_date(stated) if stated else None
    wrong = (Line(tidy(stated), cut="published date not understood"),) if stated and published is None else ()
    return Page(
        lines=tuple(split_lines(fields.get("text", ""))),
        title=tidy(fields.get("title", "")) or None,
        byline=tidy(fields.get("byline", "")) or None,
        published=published,
        url=fields.get("url", "").strip() or None,
        notes=wrong,
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole rows of a file: bytes from `start` to `end` of a `.jsonl` file, rows of a `.parquet` file.

    `number`, `line`: how many rows and lines come before it. `rows`: how many it holds.
    """

    start: int
    end: int
    number: int
    line: int
    rows: int


def json_stretches(stream: BinaryIO, size: int, most: int) -> Iterator[Stretch]:
    """Cut a `.jsonl` stream into stretches of `size` bytes and the rest of the last line, or of `most` rows.

    A file in UTF-16 or UTF-32 is one stretch: where its lines end, its bytes do not tell.
    """
    start = number = line = rows = lines = 0
    one_byte = _line_reader(stream) == stream.readline
    for raw in _lines(stream):
        lines += 1
        rows += raw is None or bool(raw.strip())
        if one_byte and (rows - number >= most or stream.tell() - start >= size):
            yield Stretch(start, stream.tell(), number, line, rows - number)
            start, number, line = stream.tell(), rows, lines
    if lines > line:
        yield Stretch(start, stream.seek(0, io.SEEK_END), number, line, rows - number)


def json_rows(stream: BinaryIO, source: str, number: int = 0, before: int = 0) -> Iterator[Row]:
    """The rows of a `.jsonl` stream, one object a line; a line that is none is a row with an error.

    `number`, `before`: how many rows and lines of the file come before the stream.
    """
    for line, raw in enumerate(_lines(stream), before + 1):
        if raw is not None and not raw.strip():
            continue
        number += 1
        yield Row(number, line, error=TOO_LONG) if raw is None else _json_row(raw, number, line, source)


def csv_rows(stream: BinaryIO, source: str) -> Iterator[Row]:
    """The rows of a `.csv` stream with a header line; comma, semicolon or tab between the fields.

    Raises `ReadError` if the header has no `text` column.
    """
    csv.field_size_limit(MAX_ARTICLE)
    problems: list[str] = []
    texts = _texts(stream, source, problems)
    first = next((text for text in texts if text.strip()), "")
    delimiter = max(",;\t", key=first.count)
    header = [tidy(name).lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
    if "text" not in header:
        found = ", ".join(name for name in header if name) or "none"
        raise ReadError(
            f"no column 'text' (columns found: {found})", where=source, do="name the columns in the first line"
        )
    reader = csv.reader(texts, delimiter=delimiter)
    number = 0
    for values in _records(reader, problems):
        line = reader.line_num + 1
        for problem in problems:
            number += 1
            yield Row(number, line, error=problem)
        problems.clear()
        if any(value.strip() for value in values):
            number += 1
            fields = dict(zip(header, values, strict=False))
            yield Row(number, line, row_payload({name: fields.get(name, "") for name in COLUMNS}))


def _records(reader: Iterator[list[str]], problems: list[str]) -> Iterator[list[str]]:
    """The reader's records; one that is broken is noted and comes out empty, and so does the end."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            yield []
            return
        except csv.Error as error:
            problems.append(f"not a CSV row: {error}")
            yield []


def _json_row(raw: bytes, number: int, line: int, source: str) -> Row:
    try:
        record = json.loads(decode(raw, source, whole=False))
    except ReadError as error:
        return Row(number, line, error=error.what)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "cannot be read"
        return Row(number, line, error=f'not JSON ({reason}); expected one object a line, {{"text": ...}}')
    if not isinstance(record, dict):
        return Row(number, line, error=f"expected an object with a 'text', found {type(record).__name__}")
    fields = {str(name).strip().lower(): value for name, value in record.items()}
    if not isinstance(fields.get("text"), str):
        found = ", ".join(sorted(fields)) or "none"
        return Row(number, line, error=f"no column 'text' with text in it (columns found: {found})")
    wrong = [name for name in COLUMNS if isinstance(fields.get(name), (dict, list))]
    if wrong:
        return Row(number, line, error=f"column '{wrong[0]}' holds no text")
    return Row(
        number, line, row_payload({name: "" if fields.get(name) is None else str(fields[name]) for name in COLUMNS})
    )


def row_payload(fields: dict[str, str]) -> bytes:
    """The columns as the bytes of a row, the same for equal columns whatever file they stand in."""
    return json.dumps(fields, ensure_ascii=True, sort_keys=True).encode()


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The stream's lines, those of UTF-16 as UTF-8; None for one that is too long, which is passed over in pieces."""
    buffered = io.BufferedReader(stream, SAMPLE) if isinstance(stream, io.RawIOBase | io.BytesIO) else stream
    read = _line_reader(buffered)
    while piece := read(MAX_ARTICLE):
        if len(piece) < MAX_ARTICLE or piece.endswith(b"\n"):
            yield piece
            continue
        while piece and not piece.endswith(b"\n"):
            piece = read(MAX_ARTICLE)
        yield None


def _line_reader(stream: BinaryIO) -> Callable[[int], bytes]:
    sample = stream.peek(SAMPLE)[:SAMPLE] if isinstance(stream, io.BufferedReader) else b""
    marked = next((name for mark, name in MARKS if sample.startswith(mark)), None)
    encoding = marked or wide_encoding(sample[: len(sample) // 2 * 2])
    if encoding is None or encoding == "utf-8-sig":
        return stream.readline
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
    return lambda size: text.readline(size).encode("utf-8", "surrogatepass")


def _texts(stream: BinaryIO, source: str, problems: list[str]) -> Iterator[str]:
    """The stream's lines as text; one that cannot be read is noted and comes out empty."""
    for raw in _lines(stream):
        try:
            yield "" if raw is None else decode(raw, source, whole=False)
        except ReadError as error:
            problems.append(error.what)
            yield ""
        if raw is None:
            problems.append(TOO_LONG)
