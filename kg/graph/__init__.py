"""Claims to networkx graphs: build, query, measure."""

from kg.graph.build import build_cooccurrence_graph, build_graph, read_status
from kg.graph.measures import (
    Dyad,
    NodeMeasures,
    find_communities,
    measure_nodes,
    rank_backbone,
    score_dyads,
)
from kg.graph.query import STATED, claims_about, claims_between, find_path, rank_edges

__all__ = [
    "STATED",
    "Dyad",
    "NodeMeasures",
    "build_cooccurrence_graph",
    "build_graph",
    "claims_about",
    "claims_between",
    "find_communities",
    "find_path",
    "measure_nodes",
    "rank_backbone",
    "rank_edges",
    "read_status",
    "score_dyads",
]
