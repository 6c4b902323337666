"""Groups that no line ties together, packed side by side in the shape of a screen.

Each group takes the cells of a grid that it covers, and goes where it fits nearest to the middle, the largest first
(Freivalds, Dogrusoz and Kikusts 2001, "Disconnected graph layout and the polyomino packing approach").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.complex128]
    Cells = NDArray[np.bool_]

SCREEN = 1.6
"""Width of a screen by its height."""

ROOM = 1
"""Cells that a point takes around its own, for its label and so that groups stand apart."""


def pack(groups: Sequence[Points]) -> Points:
    """Where the middle of each group goes so that none lies upon another.

    Parameters
    ----------
    groups: points about one unit apart, in a group's own coordinates; a cell of the grid is one unit wide.

    Example
    -------
    >>> import numpy as np
    >>> one, other = pack([np.array([0, 1 + 0j]), np.array([0j])])
    >>> abs(one - other) >= 2
    True
    """
    import numpy as np
    from scipy.signal import fftconvolve

    shapes = [_cells(points) for points in groups]
    height, width = _room_for(shapes)
    taken = np.zeros((height, width))
    row, column = np.mgrid[0:height, 0:width]
    centres = np.zeros(len(groups), dtype=complex)
    for n in sorted(range(len(groups)), key=lambda n: (-int(shapes[n].sum()), n)):
        shape = shapes[n]
        high, wide = shape.shape
        # How many taken cells each place of the shape would cover.
        covered = fftconvolve(taken, shape[::-1, ::-1].astype(float), mode="valid")
        far = ((column + wide / 2 - width / 2) / SCREEN) ** 2 + (row + high / 2 - height / 2) ** 2
        far = np.where(covered < 0.5, far[: covered.shape[0], : covered.shape[1]].round(6), np.inf)
        top, left = np.unravel_index(int(far.argmin()), far.shape)
        taken[top : top + high, left : left + wide] += shape
        points = groups[n]
        corner = complex(points.real.min(), points.imag.min())
        centres[n] = complex(float(left + ROOM), float(top + ROOM)) + points.mean() - corner
    return centres


def rows(count: int, width: float) -> Points:
    """So many points in rows of this width, one unit apart."""
    import numpy as np

    places = np.arange(count)
    a_row = max(1, int(width) + 1, int((count * SCREEN) ** 0.5))
    points: Points = places % a_row + 1j * (places // a_row)
    return points


def _cells(points: Points) -> Cells:
    """The cells that a group covers: those around its points, and what lies between two of a row, where lines run."""
    import numpy as np

    column = np.rint(points.real - points.real.min()).astype(int) + ROOM
    row = np.rint(points.imag - points.imag.min()).astype(int) + ROOM
    cells = np.zeros((row.max() + ROOM + 1, column.max() + ROOM + 1), dtype=bool)
    for x, y in zip(column.tolist(), row.tolist(), strict=True):
        cells[y - ROOM : y + ROOM + 1, x - ROOM : x + ROOM + 1] = True
    left, right = (np.maximum.accumulate(side, axis=1) for side in (cells, cells[:, ::-1]))
    return np.asarray(left & right[:, ::-1])


def _room_for(shapes: Sequence[Cells]) -> tuple[int, int]:
    """Height and width of a grid in which all find a place whatever the order."""
    area = sum(shape.size for shape in shapes)
    highest, widest = (max(shape.shape[axis] for shape in shapes) for axis in (0, 1))
    side = (area / SCREEN) ** 0.5
    return int(2 * (side + highest)), int(2 * (side * SCREEN + widest))
