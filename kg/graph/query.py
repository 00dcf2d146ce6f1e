"""Questions to a corpus and its graph: who states what about whom, and what chain links two."""

from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

import networkx as nx

from kg.errors import InputError
from kg.graph.build import list_statements
from kg.model import Claim, Corpus

STATED = ("", "attributed")

Edge = tuple[str, str, str]


def claims_about(corpus: Corpus, entity: str) -> list[Claim]:
    """The claims whose source or target is `entity`, in document order."""
    return _select_claims(corpus, lambda claim: entity in (claim.source, claim.target))


def claims_between(corpus: Corpus, first: str, second: str) -> list[Claim]:
    """The claims between two entities, in either direction, in document order."""
    return _select_claims(corpus, lambda claim: {claim.source, claim.target} == {first, second})


def rank_edges(graph: nx.MultiDiGraph, edges: Iterable[Edge] | None = None) -> list[Edge]:
    """`edges` (source, target, key), by default all, best evidence first: sources, weight, confidence."""
    chosen = graph.edges(keys=True) if edges is None else edges

    def rank(edge: Edge) -> tuple[int, int, float, str]:
        data = graph.edges[edge]
        return -data["sources"], -data["weight"], -data["confidence"], edge[2]

    return sorted(chosen, key=rank)


def find_path(
    graph: nx.MultiDiGraph, first: str, second: str, *, statuses: Collection[str] = STATED
) -> list[Edge]:
    """The shortest chain of statements from one entity to another, whichever way they point.

    Among equally short chains the best attested wins; each step is its best edge; empty if there is none.
    Raises: InputError if the graph lacks one of the entities.
    """
    for entity in (first, second):
        if entity not in graph:
            raise InputError(f"no entity {entity!r} in the graph; its ids are in entities.jsonl")
    steps = _best_steps(graph, statuses)
    try:
        nodes = nx.dijkstra_path(steps, first, second, weight="cost")
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    return [steps.edges[pair]["edge"] for pair in pairwise(nodes)]


def _best_steps(graph: nx.MultiDiGraph, statuses: Collection[str]) -> nx.Graph:
    steps = nx.Graph()
    stated = (edge for edge in graph.edges(keys=True) if graph.edges[edge]["status"] in statuses)
    for edge in rank_edges(graph, stated):
        if not steps.has_edge(*edge[:2]):
            # The second term only breaks ties: a thousand steps of it weigh less than one step more.
            cost = 1 + 0.001 / (1 + graph.edges[edge]["sources"])
            steps.add_edge(edge[0], edge[1], edge=edge, cost=cost)
    return steps


def _select_claims(corpus: Corpus, is_wanted: Callable[[Claim], bool]) -> list[Claim]:
    ordered = sorted(list_statements(corpus), key=lambda statement: statement.place)
    return [statement.claim for statement in ordered if is_wanted(statement.claim)]
