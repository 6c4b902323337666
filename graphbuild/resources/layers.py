"""Where the data files lie: the shipped folder, shipped packs, and folders and files of one's own laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import tomli

from ..errors import ResourceError
from .kinds import KINDS, UNITS
from .merging import Data

SHIPPED = "vi"
"""The folder that all others are laid over."""

NOT_LAID = ("boilerplate", "publishers")
"""Files of the shipped folder that the readers use, before any gazetteer is chosen."""


SETTINGS = "graphbuild.toml"
"""The settings of a collection, which may lie in the same folder."""


@dataclass(frozen=True)
class DataFile:
    """One file as it was read: its kind, where it stands for messages, and its bytes."""

    kind: str
    where: str
    raw: bytes

    @cached_property
    def text(self) -> str:
        """The text. Raises ResourceError where the file is not UTF-8."""
        try:
            return self.raw.decode("utf-8")
        except UnicodeDecodeError as error:
            line = self.raw.count(b"\n", 0, error.start) + 1
            where = f"{self.where}:{line}"
            raise ResourceError("is not valid TOML: it is not UTF-8", where=where, do="save it as UTF-8") from error

    @cached_property
    def data(self) -> Data:
        """What the file holds. Raises ResourceError with the line where it is no TOML."""
        try:
            return tomli.loads(self.text)
        except tomli.TOMLDecodeError as error:
            what, _, place = str(error).rpartition(" (at ")
            line = place.removeprefix("line ").partition(",")[0]
            where = f"{self.where}:{line if line.isdigit() else len(self.text.splitlines())}"
            raise ResourceError(f"is not valid TOML: {what}", where=where, do="mend that line") from error


@dataclass(frozen=True)
class Layer:
    """A folder of data files, or one file: `name` is what it is called in answers and, for a pack, on the command line.

    `files` are those that it holds, by kind.
    """

    name: str
    files: tuple[DataFile, ...]

    def file(self, kind: str) -> DataFile | None:
        """The file of this kind, None where the layer has none."""
        return next((file for file in self.files if file.kind == kind), None)


def packs() -> tuple[str, ...]:
    """The names of the folders that the program ships to be laid over its own: ('en',)."""
    folders = (entry for entry in resources.files(__package__).iterdir() if entry.is_dir() and entry.name != SHIPPED)
    return tuple(sorted(folder.name for folder in folders if any(_files_in(folder, folder.name))))


def shipped() -> Layer:
    """The gazetteer that the program brings."""
    folder = resources.files(__package__).joinpath(SHIPPED)
    files = (DataFile(kind, f"{SHIPPED}/{kind}.toml", folder.joinpath(f"{kind}.toml").read_bytes()) for kind in KINDS)
    return Layer(SHIPPED, tuple(files))


def layer_at(path: Path) -> Layer:
    """The layer that `path` names: a shipped pack, a folder, or a single file of units.

    Raises ResourceError where there is none, or where a folder holds a .toml file of a name that no data file has.
    """
    if str(path) in packs():
        folder: Traversable = resources.files(__package__).joinpath(str(path))
        return Layer(str(path), tuple(_files_in(folder, str(path))))
    if path.is_dir():
        files = tuple(_files_in(path, str(path)))
        if not files:
            raise ResourceError("no data file in this folder", where=str(path), do=f"put in one of: {_names()}")
        return Layer(str(path), files)
    try:
        return Layer(str(path), (DataFile(UNITS, str(path), path.read_bytes()),))
    except OSError as error:
        do = f"check the path, or name a shipped pack: {', '.join(packs())}"
        raise ResourceError(f"cannot be read ({error.strerror})", where=str(path), do=do) from error


def layers_of(paths: Sequence[Path]) -> tuple[Layer, ...]:
    """The shipped layer and those of `paths` above it, the last on top."""
    return (shipped(), *(layer_at(path) for path in paths))


def kept_name(path: Path) -> str:
    """What finds a layer again later, from any folder: the name of a pack, else an absolute path."""
    return str(path) if str(path) in packs() else str(path.resolve())


def _files_in(folder: Traversable, where: str) -> Iterator[DataFile]:
    for entry in sorted(folder.iterdir(), key=lambda file: file.name):
        kind = entry.name.removesuffix(".toml")
        if entry.name in (kind, SETTINGS) or not entry.is_file():
            continue
        if kind not in KINDS:
            reason = (
                "is no data file" if kind not in NOT_LAID else "is read by the readers, from the shipped folder alone"
            )
            raise ResourceError(reason, where=f"{where}/{entry.name}", do=f"rename or remove it; there are: {_names()}")
        yield DataFile(kind, f"{where}/{entry.name}", entry.read_bytes())


def _names() -> str:
    return ", ".join(f"{kind}.toml" for kind in KINDS)
