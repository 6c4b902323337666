"""Whether data files hold what they should, all of it at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .crossing import doubtful, placed, refused
from .faults import Fault
from .kinds import KINDS
from .layers import layers_of
from .load import read_kind


def check_gazetteer(paths: Sequence[Path] = ()) -> tuple[Fault, ...]:
    """Everything that is wrong with the gazetteer that `paths` make, laid over the shipped one.

    What hinders its use comes first; the rest (`sure` is False) may be meant so, and only that of `paths` is told, or
    that of the shipped gazetteer where there are none.

    Raises ResourceError where a path names no layer.

    Example
    -------
    >>> [fault for fault in check_gazetteer() if fault.sure]
    []
    """
    layers = layers_of(paths)
    read, found = {}, list[Fault]()
    for kind in KINDS:
        held, faults = read_kind(layers, kind)
        found += faults
        read[kind] = held
    if found:
        return tuple(found)
    sure = [placed(crossing, layers, sure=True) for crossing in refused(read)]
    own = {file.where for layer in (layers[1:] or layers) for file in layer.files}
    perhaps = {placed(crossing, layers, sure=False) for crossing in doubtful(read)}
    return (*sure, *sorted((f for f in perhaps if f.file in own), key=lambda f: (f.file, f.line, f.what)))
