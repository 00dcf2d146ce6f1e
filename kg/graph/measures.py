"""Figures on a graph: how actors stand, who is central, who belongs together, what carries the picture."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt

from kg.graph.query import STATED

Figures = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Dyad:
    """How two entities (ids in sorted order) stand: `score` runs from -10 (conflict) to +10 (cooperation),
    the mean over their statements; `cooperation` and `conflict` count the statements of that sign."""

    first: str
    second: str
    score: float
    statements: int
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True)
class NodeMeasures:
    """`degree` counts neighbours; `strength` statements that name it, `outgoing` those it is source of."""

    degree: int
    strength: int
    outgoing: int


def score_dyads(graph: nx.MultiDiGraph, *, statuses: Collection[str] = STATED) -> list[Dyad]:
    """Every pair that a statement of one of `statuses` links, most statements first."""
    edges = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        if data["status"] in statuses and source != target:
            first, second = sorted((source, target))
            edges[first, second].append((data["weight"], data["score"], data["sign"]))
    dyads = [_score_dyad(first, second, parts) for (first, second), parts in edges.items()]
    return sorted(dyads, key=lambda dyad: (-dyad.statements, dyad.first, dyad.second))


def _score_dyad(first: str, second: str, parts: list[tuple[int, float, int]]) -> Dyad:
    statements = sum(weight for weight, _, _ in parts)
    return Dyad(
        first,
        second,
        score=round(sum(weight * score for weight, score, _ in parts) / statements, 3),
        statements=statements,
        cooperation=sum(weight for weight, _, sign in parts if sign > 0),
        conflict=sum(weight for weight, _, sign in parts if sign < 0),
    )


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
    pairs = sorted(tuple(sorted(pair)) for pair in ties.edges)
    if not pairs:
        return []
    weights = np.array([ties.edges[pair]["weight"] for pair in pairs], dtype=float)
    p_values = np.minimum(*(_share_p_values(ties, [pair[end] for pair in pairs], weights) for end in (0, 1)))
    ranked = sorted(zip(p_values.round(9).tolist(), (-weights).tolist(), pairs, strict=True))
    return [(first, second, p_value) for p_value, _, (first, second) in ranked]


def _share_p_values(ties: nx.Graph, ends: list[str], weights: Figures) -> Figures:
    degrees = np.array([ties.degree(end) for end in ends], dtype=float)
    strengths = np.array([ties.degree(end, weight="weight") for end in ends], dtype=float)
    # An end with a single tie says nothing about it: 0 ** 0 = 1.
    p_values: Figures = np.power(1 - weights / strengths, degrees - 1)
    return p_values


def _collapse(graph: nx.MultiDiGraph, *, hostile: bool) -> nx.Graph:
    ties = nx.Graph()
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        if source != target and (hostile or data["sign"] >= 0):
            known = ties.get_edge_data(source, target, {"weight": 0})["weight"]
            ties.add_edge(source, target, weight=known + data["weight"])
    return ties
