"""Bytes to text: UTF-8 and UTF-16 with or without a mark, windows-1258 where it can be told; nothing is guessed."""

from __future__ import annotations

import codecs
import re
import unicodedata

from graphbuild.errors import ReadError
from graphbuild.text import nfc

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, longer ones before those they begin with."""

SAMPLE = 65536
"""Bytes that tell an encoding."""

CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
"""Control bytes that no text holds but by mistake."""

VIETNAMESE = re.compile(
    r"(?:ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE
)
"""A Vietnamese syllable without its tone: 'nghiêng', 'huyên', 'ươc'."""

TYPOGRAPHY = frozenset("–—‘’“”…•«»°²³·€©®§±×÷½¼¾†‡‰™\u00a0\u00ad")
"""Signs beside letters that a windows-1258 article holds."""

SYLLABLES_NEEDED = 0.95
"""Share of accented words that must be Vietnamese syllables. Text in TCVN3, VNI, VISCII or a western encoding, read as
windows-1258, stays below a half."""


def decode(payload: bytes, source: str, declared: str | None = None, *, whole: bool = True) -> str:
    """Return the text of `payload`.

    Parameters
    ----------
    source: named in errors.
    declared: the encoding that an HTML page states of itself, used where UTF-8 does not fit.
    whole: False for a line of a file that is known not to be UTF-16.

    Raises `ReadError` for binary files and for encodings that cannot be told.

    >>> decode("Đại tá".encode("utf-16"), "a.txt")
    'Đại tá'
    """
    for mark, encoding in MARKS:
        if payload.startswith(mark):
            return _strict(payload, encoding, source)
    sample = payload[:SAMPLE]
    wide = wide_encoding(sample) if whole else None
    if wide:
        return _strict(payload, wide, source)
    if _is_binary(sample):
        raise ReadError("looks like a binary file", where=source, do="give articles as text, HTML, JSON lines or CSV")
    try:
        return payload.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for encoding in filter(None, (declared, "cp1258")):
        try:
            text = nfc(payload.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
        if reads_as_vietnamese(text):
            return text
    tried = ", ".join(filter(None, ("UTF-8", "UTF-16", declared, "windows-1258")))
    raise ReadError(f"the encoding cannot be told (tried {tried})", where=source, do="save the file as UTF-8")


def wide_encoding(sample: bytes) -> str | None:
    """The UTF-16 byte order of a sample without a mark: blanks and basic letters leave a NUL in every other byte."""
    even, odd = sample[0::2], sample[1::2]
    if len(sample) < 4 or (len(sample) % 2 and len(sample) < SAMPLE):
        return None
    nuls_even, nuls_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if nuls_odd > 0.3 and nuls_even < 0.05:
        return "utf-16-le"
    if nuls_even > 0.3 and nuls_odd < 0.05:
        return "utf-16-be"
    return None


def reads_as_vietnamese(text: str) -> bool:
    """True if nearly every accented word of `text` (NFC) is a Vietnamese syllable and no odd sign stands in it."""
    accented = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    odd = [c for c in text if ord(c) > 127 and not c.isalpha() and c not in TYPOGRAPHY]
    good = sum(_is_syllable(word) for word in accented)
    return len(accented) > 0 and good >= SYLLABLES_NEEDED * len(accented) and len(odd) * 50 <= len(accented)


def _is_syllable(word: str) -> bool:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    decomposed = unicodedata.normalize("NFD", word)
    if sum(c in tones for c in decomposed) > 1:
        return False
    plain = nfc("".join(c for c in decomposed if c not in tones))
    return bool(VIETNAMESE.fullmatch(plain))


def _is_binary(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return b"\0" in sample or controls * 50 > len(sample)


def _strict(payload: bytes, encoding: str, source: str) -> str:
    try:
        return payload.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        what = f"not valid {name}, though its first bytes say so"
        raise ReadError(what, where=source, do="save the file as UTF-8") from error
