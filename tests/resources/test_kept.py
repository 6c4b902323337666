"""A large gazetteer of one's own is kept as it was read, and never read wrongly for that."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.errors import ResourceError
from graphbuild.pipeline import gazetteer, load_pipeline
from graphbuild.resources import Gazetteer, kept, load, load_gazetteer

UNIT = '[[unit]]\nname = "Sư đoàn 941"\naliases = ["Đoàn Hạc Lĩnh"]\nparent = "Quân khu 6"\nsource = "notes"\n'

PLACE = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which everything is kept, however small."""
    monkeypatch.setenv(PLACE, str(tmp_path / "cache"))
    monkeypatch.setattr(load, "LARGE", 0)
    monkeypatch.setattr(kept, "MOST", 100)
    return tmp_path / "cache" / "graphbuild" / "gazetteer"


@pytest.fixture
def units(tmp_path: Path) -> Path:
    file = tmp_path / "units.toml"
    file.write_text(UNIT, "utf-8")
    return file


def anew(*extra: Path) -> Gazetteer:
    """Loaded as another process would load it."""
    load._load.cache_clear()
    return load_gazetteer(extra)


def parsing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a file was parsed")

    monkeypatch.setattr(load, "read_kind", fail)


def test_what_is_kept_is_what_was_read_of_every_kind(cache: Path, units: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "LARGE", sys.maxsize)
    read = anew(units)
    assert not cache.exists()
    monkeypatch.setattr(load, "LARGE", 0)
    assert anew(units) == read
    parsing_fails(monkeypatch)
    assert anew(units) == read
    assert read.canonical_unit("Đoàn Hạc Lĩnh") is not None


def test_a_file_that_changes_is_read_again(cache: Path, units: Path) -> None:
    assert anew(units).canonical_unit("Đoàn Hạc Lĩnh")
    units.write_text(UNIT.replace("Hạc Lĩnh", "Hạc Sơn"), "utf-8")
    assert anew(units).canonical_unit("Đoàn Hạc Sơn")
    assert not anew(units).canonical_unit("Đoàn Hạc Lĩnh")
    units.write_text(UNIT + "[[unit]]\nnom = 1\n", "utf-8")
    with pytest.raises(ResourceError, match="field name"):
        anew(units)


BROKEN: dict[str, Callable[[Path], object]] = {
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:-9]),
    "changed": lambda file: file.write_bytes(file.read_bytes().replace(b"notes", b"votes")),
    "empty": lambda file: file.write_bytes(b""),
    "not ours to trust": lambda file: file.chmod(0o666),
    "in a folder for all": lambda file: file.parent.chmod(0o777),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("breaks", BROKEN.values(), ids=BROKEN)
def test_what_is_broken_or_may_be_another_s_is_read_anew(
    breaks: Callable[[Path], object], cache: Path, units: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = anew(units)
    for file in list(cache.iterdir()):
        breaks(file)
    parses = []
    monkeypatch.setattr(load, "read_kind", lambda *given, read=load.read_kind: parses.append(given) or read(*given))
    assert anew(units) == read
    assert parses


def test_without_a_place_to_keep_it_a_gazetteer_is_read(
    cache: Path, units: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.parent.parent.write_text("a file where the folder should be", "utf-8")
    assert anew(units).canonical_unit("Đoàn Hạc Lĩnh")
    monkeypatch.setenv(PLACE, "not/absolute")
    assert anew(units).canonical_unit("Đoàn Hạc Lĩnh")


def test_few_are_kept(cache: Path, units: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    anew(units)
    assert len(list(cache.iterdir())) == 3


def test_phrases_that_are_kept_are_found_as_before(cache: Path, units: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def found() -> list[object]:
        matches = load_pipeline(anew(units))("Đoàn Hạc Lĩnh của Quân khu 6, Thiếu tướng Lò Văn Hoan.")._.matches
        return [matches.all(label) for label in ("KNOWN", "HEAD", "RANK", "TITLE")]

    before = found()
    assert all(before[:3])
    monkeypatch.setattr(gazetteer, "MANY", 0)
    assert found() == before
    monkeypatch.setattr(gazetteer, "phrases", lambda _: pytest.fail("the tree was made anew"))
    assert found() == before
