"""Many linked nodes on a plane: forces first, then evened out until the core has room and the rim is near."""

from collections.abc import Mapping

import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

Points = npt.NDArray[np.float64]
Placed = dict[str, Points]

SAMPLES = 120  # a side of the grid by which each node's share of the plane is measured
STEPS = 12
PACE = 0.6  # how far a node goes towards the middle of its share
EVENNESS = 0.5  # 0: as the forces have it; 1: by rank alone


def place_crowd(ties: nx.Graph, sizes: Mapping[str, tuple[float, float]]) -> Placed:
    """A point for each node; the plane has about three times the room that the nodes take.

    sizes: width and height of a node with its name, in pixels.
    """
    start = nx.spring_layout(ties, weight=None, iterations=40, seed=1, method="force")
    rounds = 100 if len(ties) > 500 else 200
    forced = nx.forceatlas2_layout(ties, pos=start, max_iter=rounds, scaling_ratio=8.0, seed=1)
    points = _even_out(np.array([forced[node] for node in ties]))
    side = sum(width * height for width, height in (sizes[node] for node in ties)) ** 0.5
    return dict(zip(ties, points * side * 1.25, strict=True))


def _even_out(points: Points) -> Points:
    """`points` within the unit square, each drawn to the middle of the part that is nearest to it."""
    spread = points - points.min(axis=0)
    spread /= np.maximum(spread.max(axis=0), 1e-9)
    ranks = np.argsort(np.argsort(spread, axis=0, kind="stable"), axis=0, kind="stable") / max(
        len(points) - 1, 1
    )
    moved: Points = 0.03 + 0.94 * ((1 - EVENNESS) * spread + EVENNESS * ranks)
    line = (np.arange(SAMPLES) + 0.5) / SAMPLES
    samples = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
    for _ in range(STEPS):
        _, owners = cKDTree(moved).query(samples)
        shares = np.bincount(owners, minlength=len(moved))
        sums = np.stack([np.bincount(owners, samples[:, axis], len(moved)) for axis in (0, 1)], axis=1)
        middles = np.where(shares[:, None] > 0, sums / np.maximum(shares, 1)[:, None], moved)
        moved = moved + PACE * (middles - moved)
    return moved
