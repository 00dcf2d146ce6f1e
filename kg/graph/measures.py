"""Figures on a graph: how actors stand, who is central, who belongs together, what carries the picture."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np


@dataclass(frozen=True, slots=True)
class NodeMeasures:
    """`degree` counts neighbours; `strength` statements that name it, `outgoing` those it is source of."""

    degree: int
    strength: int
    outgoing: int


def measure_nodes(graph: nx.MultiDiGraph) -> dict[str, NodeMeasures]:
    """Degree and strength of each node, by id."""
    return {
        node: NodeMeasures(
            degree=len(set(nx.all_neighbors(graph, node)) - {node}),
            strength=int(graph.degree(node, weight="weight")),
            outgoing=int(graph.out_degree(node, weight="weight")),
        )
        for node in sorted(graph)
    }


def find_communities(graph: nx.MultiDiGraph, *, seed: int = 0) -> list[set[str]]:
    """Groups of entities tied by statements that are not hostile, largest first; the same each time."""
    # Loading it takes longer than most commands do.
    from scipy.sparse import csr_matrix
    from sknetwork.clustering import Leiden

    ties = _collapse(graph, hostile=False)
    if not ties.number_of_edges():
        return []
    nodes = sorted(ties)
    matrix = csr_matrix(nx.to_scipy_sparse_array(ties, nodes, format="csr"))
    labels = Leiden(random_state=seed).fit_predict(matrix)
    groups = defaultdict(set)
    for node, label in zip(nodes, labels, strict=True):
        groups[int(label)].add(node)
    return sorted(groups.values(), key=lambda group: (-len(group), min(group)))


def rank_backbone(graph: nx.MultiDiGraph) -> list[tuple[str, str, float]]:
    """Pairs of linked entities with their p-value, most telling first, by the disparity filter.

    The p-value is the chance that a tie takes so large a share of an end's statements if these fell
    at random among its neighbours; the smaller one of the two ends counts.
    """
    ties = _collapse(graph, hostile=True)
    pairs = sorted((min(pair), max(pair)) for pair in ties.edges)
    weights = [-ties.edges[pair]["weight"] for pair in pairs]
    ranked = sorted(zip(measure_disparity(ties, pairs), weights, pairs, strict=True))
    return [(first, second, p_value) for p_value, _, (first, second) in ranked]


def measure_disparity(ties: nx.Graph, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """The p-value of each of `pairs` by the disparity filter, which needs `weight` on the edges of `ties`."""
    if not pairs:
        return []
    degrees, strengths = dict(ties.degree()), dict(ties.degree(weight="weight"))
    weights = np.array([ties.edges[pair]["weight"] for pair in pairs], dtype=float)
    sides = []
    for end in (0, 1):
        degree = np.array([degrees[pair[end]] for pair in pairs], dtype=float)
        strength = np.array([strengths[pair[end]] for pair in pairs], dtype=float)
        # An end with a single tie says nothing about it: 0 ** 0 = 1.
        sides.append(np.power(1 - weights / strength, degree - 1))
    p_values: list[float] = np.minimum(*sides).round(9).tolist()
    return p_values


def _collapse(graph: nx.MultiDiGraph, *, hostile: bool) -> nx.Graph:
    ties = nx.Graph()
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        if source != target and (hostile or data["sign"] >= 0):
            known = ties.get_edge_data(source, target, {"weight": 0})["weight"]
            ties.add_edge(source, target, weight=known + data["weight"])
    return ties
