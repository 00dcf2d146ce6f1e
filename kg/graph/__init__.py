"""Claims to networkx graphs, and what they come to: measures, dyads, conflicts, co-occurrence."""

from kg.graph.build import Statement, build_graph, read_status
from kg.graph.conflicts import Conflict, find_conflicts, name_voice
from kg.graph.cooccurrence import build_cooccurrence_graph, build_cooccurrences
from kg.graph.dyads import Dyad, count_dyads
from kg.graph.measures import NodeMeasures, find_communities, measure_nodes, rank_backbone
from kg.graph.query import STATED, claims_about, claims_between, find_path, rank_edges
from kg.graph.states import RollUp

__all__ = [
    "STATED",
    "Conflict",
    "Dyad",
    "NodeMeasures",
    "RollUp",
    "Statement",
    "build_cooccurrence_graph",
    "build_cooccurrences",
    "build_graph",
    "claims_about",
    "claims_between",
    "count_dyads",
    "find_communities",
    "find_conflicts",
    "find_path",
    "measure_nodes",
    "name_voice",
    "rank_backbone",
    "rank_edges",
    "read_status",
]
