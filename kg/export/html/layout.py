"""Where the nodes of the page stand: a layout a component, packed together; the same each time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt

from kg.export.html.crowd import place_crowd
from kg.export.html.pack import pack

Points = npt.NDArray[np.float64]
Placed = dict[str, Points]

LINK_LENGTH = 130.0  # pixels at scale 1, as all lengths here
CLEARANCE = 30.0  # how near a link may come to a node it does not end at
FAN = 0.06  # by how much each parallel edge more widens it, as a share of the link's length
EXACT_LIMIT = 60  # nodes up to which a layout by graph distances is quick
SETTLE_LIMIT = 2500  # nodes times links up to which single nodes are moved to clear links
ROUNDS = 80
CROWD_WIDTH = 80.0
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


@dataclass(frozen=True, slots=True)
class Box:
    """The room a node takes with its label, in pixels."""

    width: float
    height: float


def place_nodes(ties: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """A position in pixels for each node of `ties`.

    An edge's `edges` says how many edges of the graph link the two. Where some have `backbone` False,
    the others decide the picture, and the nodes these do not reach stand round their neighbours.
    """
    links = [pair for pair in ties.edges if ties.edges[pair].get("backbone", True)]
    core = ties if len(links) == ties.number_of_edges() else ties.edge_subgraph(links)
    sizes = {node: (box.width, box.height) for node, box in boxes.items()}
    points = pack(
        core, [_place_component(core, sorted(nodes), boxes) for nodes in _list_components(core)], sizes
    )
    if len(points) < len(ties):
        points |= _surround(ties, points)
        apart = ties.subgraph(set(ties) - set(points))
        rings = [_place_ring(sorted(nodes)) for nodes in _list_components(apart)]
        points = pack(ties, [points, *rings] if points else rings, sizes)
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in sorted(points.items())}


def _list_components(ties: nx.Graph) -> list[set[str]]:
    return sorted(nx.connected_components(ties), key=lambda nodes: (-len(nodes), min(nodes)))


def _place_component(ties: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box]) -> Placed:
    if len(nodes) == 1:
        return {nodes[0]: np.zeros(2)}
    ordered = _in_order(ties, nodes)
    if len(nodes) <= EXACT_LIMIT:
        return _spread(_place_by_distance(ordered), boxes)
    # A crowd is seen from afar, where most names are left out.
    boxes = {node: Box(min(boxes[node].width, CROWD_WIDTH), boxes[node].height) for node in ordered}
    sizes = {node: (box.width, box.height) for node, box in boxes.items()}
    return _spread(place_crowd(ordered, sizes), boxes)


def _place_ring(nodes: Sequence[str]) -> Placed:
    radius = LINK_LENGTH * len(nodes) / 6 if len(nodes) > 1 else 0.0
    angles = 2 * np.pi * np.arange(len(nodes)) / len(nodes)
    return {
        node: radius * np.array([np.cos(angle), np.sin(angle)])
        for node, angle in zip(nodes, angles, strict=True)
    }


def _place_by_distance(ties: nx.Graph) -> Placed:
    """Of several layouts that keep the distances in the graph, the one that is easiest to read."""
    distances = dict(nx.all_pairs_dijkstra_path_length(ties, weight="length"))
    tries = min(max(300 // len(ties), 4), 24) if len(ties) > 3 else 1  # three nodes have nothing to cross
    starts = [nx.circular_layout(ties), *(nx.random_layout(ties, seed=seed) for seed in range(1, tries))]
    tried = [nx.kamada_kawai_layout(ties, dist=distances, pos=start) for start in starts]
    best = min((_scale(ties, points) for points in tried), key=lambda points: _count_flaws(ties, points))
    return _settle(ties, best) if len(ties) * ties.number_of_edges() <= SETTLE_LIMIT else best


def _settle(ties: nx.Graph, points: Placed) -> Placed:
    """`points` with each node in turn moved to where it gives the fewest flaws for little stretch."""
    angles = np.arange(12) * np.pi / 6
    steps = np.stack([np.cos(angles), np.sin(angles)], axis=1) * LINK_LENGTH
    moved = dict(points)
    cost = _count_flaws(ties, moved) + _measure_stretch(ties, moved)
    for node, step in ((node, step) for node in ties for step in (*0.5 * steps, *1.0 * steps, *1.6 * steps)):
        trial = moved | {node: points[node] + step}
        trial_cost = _count_flaws(ties, trial) + _measure_stretch(ties, trial)
        if trial_cost < cost - 1e-6:
            moved, cost = trial, trial_cost
    return moved


def _measure_stretch(ties: nx.Graph, points: Placed) -> float:
    """How far the links are from the length they ask for; 0 if none is."""
    links = [
        (first, second, length) for first, second, length in ties.edges.data("length") if first != second
    ]
    gaps = np.linalg.norm([points[first] - points[second] for first, second, _ in links], axis=1)
    wanted = LINK_LENGTH * np.array([length for _, _, length in links])
    return float(4 * (np.log(np.maximum(gaps, 1.0) / wanted) ** 2).sum())


def _count_flaws(ties: nx.Graph, points: Placed) -> float:
    """How many pairs of links cross, and how often a link runs over a node."""
    links = [link for link in ties.edges if link[0] != link[1]]
    starts, ends = (np.array([points[link[side]] for link in links]) for side in (0, 1))
    is_parted = _sides(starts, ends, starts) * _sides(starts, ends, ends) < 0
    fans = np.array([ties.edges[link]["edges"] - 1 for link in links])
    widths = CLEARANCE + FAN * np.minimum(fans, 4) * np.hypot(*(ends - starts).T)
    is_near = _distances(starts, ends, np.array(list(points.values()))) < widths[:, None]
    crossings, overruns = (is_parted & is_parted.T).sum() / 2, is_near.sum() - 2 * len(links)
    return float(crossings + 6 * overruns)


def _distances(starts: Points, ends: Points, spots: Points) -> Points:
    """How far each spot (column) lies from each link (row)."""
    along, away = (ends - starts)[:, None], spots[None] - starts[:, None]
    shares = np.clip((away * along).sum(axis=2) / (along**2).sum(axis=2), 0, 1)
    distances: Points = np.linalg.norm(away - shares[..., None] * along, axis=2)
    return distances


def _sides(starts: Points, ends: Points, spots: Points) -> Points:
    """On which side of the line of each link (row) each spot (column) lies, as a signed area."""
    along, away = (ends - starts)[:, None], spots[None] - starts[:, None]
    sides: Points = along[..., 0] * away[..., 1] - along[..., 1] * away[..., 0]
    return sides


def _in_order(ties: nx.Graph, nodes: Sequence[str]) -> nx.Graph:
    """The ties among `nodes`, sorted; many parallel edges and busy ends ask for a longer link."""
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    for first, second, edges in sorted(
        (*sorted(pair[:2]), pair[2]) for pair in ties.subgraph(nodes).edges.data("edges")
    ):
        busy = min(ties.degree(first), ties.degree(second))
        ordered.add_edge(first, second, edges=edges, length=1 + 0.12 * (edges - 1) + 0.09 * (busy - 1))
    return ordered


def _scale(ties: nx.Graph, points: Placed) -> Placed:
    lengths = [float(np.hypot(*(points[a] - points[b]))) for a, b in ties.edges if a != b]
    factor = (
        LINK_LENGTH * min(0.5 + 0.1 * len(ties), 1) / max(float(np.median(lengths)) if lengths else 0.0, 1e-6)
    )
    return {node: np.asarray(point) * factor for node, point in points.items()}


def _surround(ties: nx.Graph, known: Placed) -> Placed:
    """A place near their neighbours, spiralling outwards, for the nodes that known ones lead to."""
    points: Placed = {}
    around: Counter[str] = Counter()
    waiting = sorted(
        (node for node in ties if node not in known), key=lambda node: (-ties.degree(node), node)
    )
    while ready := [node for node in waiting if any(near in known or near in points for near in ties[node])]:
        for node in ready:
            near = sorted(other for other in ties[node] if other in known or other in points)
            anchor = max(near, key=lambda other: (ties.degree(other), other))
            around[anchor] += 1
            radius = LINK_LENGTH * (0.6 + 0.25 * around[anchor] ** 0.5)
            angle = around[anchor] * GOLDEN_ANGLE
            middle = np.mean([known.get(other, points.get(other)) for other in near], axis=0)
            points[node] = middle + radius * np.array([np.cos(angle), np.sin(angle)])
        waiting = [node for node in waiting if node not in points]
    return points


def _spread(points: Placed, boxes: Mapping[str, Box]) -> Placed:
    """`points` moved apart until no two boxes overlap, as far as that takes few rounds."""
    half = np.array([[boxes[node].width / 2, boxes[node].height / 2] for node in points])
    moved = np.array(list(points.values()))
    before = np.arange(len(moved))[:, None] - np.arange(len(moved))[None, :]
    for _ in range(ROUNDS):
        gaps = moved[:, None] - moved[None]
        overlap = half[:, None] + half[None] - np.abs(gaps)
        clash = (overlap > 0).all(axis=2) & (before != 0)
        if not clash.any():
            break
        # Push along the axis where less is needed; equal places part by their order.
        across = overlap[..., 0] < overlap[..., 1]
        signs = np.sign(np.where(gaps == 0, before[..., None], gaps))
        push = np.where(clash[..., None], overlap * signs, 0.0) * np.stack([across, ~across], axis=2)
        moved += 0.3 * push.sum(axis=1) / np.maximum(clash.sum(axis=1), 1)[:, None] ** 0.5
    return dict(zip(points, moved, strict=True))
