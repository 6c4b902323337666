"""Bytes to text."""

import unicodedata

import pytest

from graphbuild.errors import ReadError
from graphbuild.readers.encoding import decode

TEXT = "Sáng 12/7, Đảng ủy Lữ đoàn Công binh 1563 tổ chức hội nghị – “sơ kết” sáu tháng đầu năm.\n" * 3
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text):
    """The encoding writes a tone behind its vowel."""
    written = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in parts if c in TONES)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
        written.append((base + tones).encode("cp1258"))
    return b"".join(written)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_or_without_a_mark(encoding):
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_windows_1258_is_told_by_its_syllables():
    assert decode(windows_1258(TEXT), "a.txt") == TEXT


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Déjà vu à la forêt, un garçon fête Noël. " * 5),
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy. " * 5),
        ("koi8-r", "Совещание бригады. " * 5),
    ],
)
def test_other_encodings_are_refused_and_not_guessed(encoding, text):
    with pytest.raises(ReadError, match=r"a\.txt: the encoding cannot be told \(tried UTF-8, UTF-16, windows-1258\)"):
        decode(text.encode(encoding), "a.txt")


def test_tcvn3_is_refused_and_not_read_as_windows_1258():
    tcvn3 = bytes({"ộ": 0xE9, "ị": 0xDE, "ơ": 0xAC, "đ": 0xAE}.get(c, ord(c)) for c in "hội nghị đơn vị, bộ đội " * 9)
    with pytest.raises(ReadError, match="cannot be told"):
        decode(tcvn3, "a.txt")


@pytest.mark.parametrize(
    "payload", [b"\x7fELF\x02\x01\x01" + bytes(200), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, bytes(range(9)) * 50]
)
def test_binary_files_are_named_as_such(payload):
    with pytest.raises(ReadError, match=r"a\.txt: looks like a binary file"):
        decode(payload, "a.txt")


def test_a_broken_file_with_a_mark_says_where_it_breaks():
    with pytest.raises(ReadError, match="not valid UTF-8, though its first bytes say so"):
        decode(b"\xef\xbb\xbfab\xff", "a.txt")
