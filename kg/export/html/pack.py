"""Components of a drawing side by side: the largest in the middle, the others in the gaps round it."""

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Cells = npt.NDArray[np.int64]
Placed = dict[str, Points]

CELL = 24.0  # pixels at scale 1; more for many components, which would take long to place
FEW = 40  # components
MARGIN = 6.0  # round each node


def pack(ties: nx.Graph, components: Sequence[Placed], sizes: Mapping[str, tuple[float, float]]) -> Placed:
    """The points of all components, moved so that no node or link of one lies on another's.

    sizes: width and height of a node with its name, in pixels.
    """
    packed: Placed = {}
    taken: set[tuple[int, int]] = set()
    side = CELL * max(len(components) / FEW, 1.0) ** 0.5
    for points in components:
        centred = _centre(points)
        cells = _cover(ties, centred, sizes, side)
        shift = _find_gap(cells, taken)
        taken |= set(map(tuple, (cells + shift).tolist()))
        packed |= {node: point + side * shift for node, point in centred.items()}
    return packed


def _centre(points: Placed) -> Placed:
    grid = np.array(list(points.values()))
    middle = (grid.min(axis=0) + grid.max(axis=0)) / 2
    return {node: point - middle for node, point in points.items()}


def _cover(ties: nx.Graph, points: Placed, sizes: Mapping[str, tuple[float, float]], side: float) -> Cells:
    """The squares of side `side` that the nodes, with a margin, and the links touch."""
    touched = [_cover_box(point, sizes[node], side) for node, point in points.items()]
    for first, second in ties.subgraph(points).edges:
        start, end = points[first], points[second]
        steps = int(np.hypot(*(end - start)) / (side / 2)) + 2
        spots = start + np.linspace(0, 1, steps)[:, None] * (end - start)
        touched.append(np.floor(spots / side).astype(np.int64))
    return np.unique(np.concatenate(touched), axis=0)


def _cover_box(point: Points, size: tuple[float, float], side: float) -> Cells:
    reach = np.array(size) / 2 + MARGIN
    low, high = (np.floor((point + sign * reach) / side).astype(np.int64) for sign in (-1, 1))
    columns, rows = np.meshgrid(np.arange(low[0], high[0] + 1), np.arange(low[1], high[1] + 1))
    return np.stack([columns.ravel(), rows.ravel()], axis=1)


def _find_gap(cells: Cells, taken: set[tuple[int, int]]) -> Cells:
    """The shift, in squares, that meets nothing taken and widens the drawing least."""
    if not taken:
        return np.zeros(2, dtype=np.int64)
    others = np.array(sorted(taken))
    low, high = others.min(axis=0), others.max(axis=0) + 1
    corner = cells.min(axis=0)
    room = cells.max(axis=0) + 1 - corner
    board = np.zeros(high - low + 2 * room, dtype=bool)
    board[tuple((others - low + room).T)] = True
    tried = np.argwhere(np.ones(high - low + room + 1, dtype=bool))
    for spot in cells - corner:
        tried = tried[~board[tuple((tried + spot).T)]]
    starts = tried + low - room
    shift: Cells = starts[_choose(starts, starts + room, low, high)] - corner
    return shift


def _choose(starts: Cells, ends: Cells, low: Cells, high: Cells) -> int:
    """The place that keeps the whole squarest and, of these, is nearest to its middle."""
    span = np.maximum(ends, high) - np.minimum(starts, low)
    away = np.hypot(*((starts + ends - low - high) / 2).T)
    return int(np.lexsort((away, span.max(axis=1)))[0])
