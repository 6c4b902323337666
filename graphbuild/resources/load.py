"""Reading the data files: each is laid over those below it and validated; an error names file, line and field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..errors import ResourceError
from .collector import collector_paused
from .crossing import placed, refused
from .faults import Fault, faults_of
from .gazetteer import Gazetteer
from .kept import LARGE, find_kept, keep
from .kinds import KINDS
from .layers import Layer, kept_name, layers_of
from .merging import laid_over
from .schema import Entry


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """Load the packaged gazetteer with folders and files of one's own laid over it, the last on top.

    Parameters
    ----------
    extra: folders of data files named as those of `vi/`; single files of the shape of `vi/known_units.toml`; names of
        shipped packs such as 'en'. An entry of a name that is known adds to its lists and replaces its other fields,
        any other entry is new.

    Raises ResourceError naming file, line and field where a file does not hold what it should.

    Example
    -------
    >>> load_gazetteer().rank_order("Thiếu tướng")
    14.0
    """
    paths = tuple(Path(path) for path in extra)
    with collector_paused():
        return _load(paths, tuple(stamp for path in paths for stamp in _stamps(path)))


@lru_cache(maxsize=4)
def _load(paths: tuple[Path, ...], stamps: tuple[object, ...]) -> Gazetteer:
    layers = layers_of(paths)
    digest = hashlib.sha256()
    for layer in layers:
        for file in layer.files:
            digest.update(file.raw)
    read: dict[str, Any] = {}
    for kind in KINDS:
        read[kind] = _read(layers, kind)
    for crossing in refused(read):
        raise placed(crossing, layers, sure=True).error()
    return Gazetteer(
        ranks=read["ranks"].rank,
        unit_types=read["unit_types"].unit_type,
        titles=read["titles"].title,
        known_units=read["known_units"].unit,
        surnames=read["surnames"].surname,
        name_parts=read["name_parts"],
        provinces=read["provinces"].province,
        successions=read["successions"],
        sole_posts=read["sole_posts"].titles,
        districts=read["districts"].district,
        translations=read["translations"],
        abbreviations=read["abbreviations"].abbreviation,
        anniversaries=read["anniversaries"].anniversary,
        dates=read["dates"],
        historical=read["historical"].names,
        words=read["words"],
        events=read["event_types"],
        roles=read["roles"],
        clauses=read["clauses"],
        sources=read["sources"].source,
        digest=digest.hexdigest(),
        extra=tuple(kept_name(path) for path in paths),
    )


def _read(layers: Sequence[Layer], kind: str) -> Entry:
    """What the layers together hold of one kind. Raises ResourceError for the first fault."""
    files = [file for layer in layers if (file := layer.file(kind))]
    is_large = sum(len(file.raw) for file in files) >= LARGE
    if is_large and (kept := find_kept(files, KINDS[kind])):
        return kept
    held, faults = read_kind(layers, kind)
    if held is None:
        raise faults[0].error()
    if is_large:
        keep(files, held)
    return held


def read_kind(layers: Iterable[Layer], kind: str) -> tuple[Entry | None, list[Fault]]:
    """What the layers together hold of one kind, as its model, and no fault; or None and what is wrong.

    The layers are checked from below, so that what is wrong is always of the layer on top.
    """
    whole: dict[str, Any] = {}
    held: Entry | None = None
    for layer in layers:
        file = layer.file(kind)
        if file is None:
            continue
        try:
            whole = laid_over(whole, file.data, KINDS[kind]) if whole else dict(file.data)
            held = KINDS[kind].model_validate(whole)
        except ResourceError as error:
            where, _, line = (error.where or "").rpartition(":")
            return None, [Fault(where, int(line), error.what)]
        except ValidationError as error:
            return None, [*faults_of(error, file, whole)]
    return held, []


def _stamps(path: Path) -> Iterator[tuple[str, int, int]]:
    """What changes when a file of one's own does, so that it is read again within one process."""
    for file in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
        if file.is_file():
            found = file.stat()
            yield str(file), found.st_mtime_ns, found.st_size
