"""Who is named together: graphs of their own, with what tells a tie from chance.

Correction for many tests: Benjamini and Hochberg (1995), "Controlling the false discovery rate". Backbone:
Serrano, Boguñá and Vespignani (2009), "Extracting the multiscale backbone of complex weighted networks". The
attributes of the edges are listed in `build.py`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import networkx as nx

from kg.graph.build import list_nodes
from kg.graph.measures import measure_disparity
from kg.model import CoOccurrence, Corpus

WINDOWS = ("sentence", "paragraph", "document")
ALPHA = 0.05


def build_cooccurrence_graph(corpus: Corpus, window: str | None = None, *, alpha: float = ALPHA) -> nx.Graph:
    """The graph of entities seen together in `window`; by default the narrowest that was counted.

    `alpha` is the level of the disparity filter below which an edge belongs to the backbone.
    """
    counted = {pair.window for pair in corpus.cooccurrences}
    chosen = window or next((name for name in WINDOWS if name in counted), "sentence")
    graph = nx.Graph()
    _add_nodes(graph, corpus, [pair for pair in corpus.cooccurrences if pair.window == chosen])
    graph.add_edges_from(_list_edges(corpus, chosen, alpha))
    return graph


def build_cooccurrences(corpus: Corpus, *, alpha: float = ALPHA) -> nx.MultiGraph:
    """All windows in one graph, one edge per pair and window, keyed "CHN CO_OCCURS USA (sentence)"."""
    graph = nx.MultiGraph()
    _add_nodes(graph, corpus, corpus.cooccurrences)
    for window in WINDOWS:
        for first, second, data in _list_edges(corpus, window, alpha):
            graph.add_edge(first, second, key=f"{first} CO_OCCURS {second} ({window})", **data)
    return graph


def adjust_p_values(p_values: Sequence[float], tests: int) -> list[float]:
    """The q-value of each p-value among `tests` of them, those not given taken as 1."""
    ranked = sorted(range(len(p_values)), key=lambda index: p_values[index])
    q_values, least = [1.0] * len(p_values), 1.0
    for rank in range(len(ranked), 0, -1):
        index = ranked[rank - 1]
        least = min(least, p_values[index] * tests / rank)
        q_values[index] = least
    return q_values


def _add_nodes(graph: nx.Graph, corpus: Corpus, pairs: Sequence[CoOccurrence]) -> None:
    described = dict(list_nodes(corpus))
    for entity in sorted({end for pair in pairs for end in (pair.first, pair.second)}):
        graph.add_node(entity, **described[entity])


def _list_edges(corpus: Corpus, window: str, alpha: float) -> Iterator[tuple[str, str, dict[str, Any]]]:
    pairs = sorted(
        (pair for pair in corpus.cooccurrences if pair.window == window),
        key=lambda pair: (pair.first, pair.second),
    )
    ties = nx.Graph()
    ties.add_weighted_edges_from((pair.first, pair.second, pair.count) for pair in pairs)
    disparities = measure_disparity(ties, [(pair.first, pair.second) for pair in pairs])
    for pair, q_value, disparity in zip(pairs, _list_q_values(corpus, pairs), disparities, strict=True):
        yield pair.first, pair.second, {
            "relation": "CO_OCCURS",
            "label": f"CO_OCCURS ({window})",
            "window": window,
            "directed": False,
            "weight": pair.count,
            "count": pair.count,
            "sources": pair.sources,
            "npmi": float(pair.npmi),
            "log_likelihood": float(pair.log_likelihood),
            "p_value": float(pair.p_value),
            "q_value": float(f"{q_value:.6g}"),
            "disparity": disparity,
            "backbone": disparity < alpha,
        }  # fmt: skip


def _list_q_values(corpus: Corpus, pairs: Sequence[CoOccurrence]) -> list[float]:
    # A pair below the minimum count was not kept, one seen less often than chance is no tie: both count as
    # p = 1, which keeps the correction valid and errs on the side of caution.
    p_values = [pair.p_value if pair.npmi > 0 else 1.0 for pair in pairs]
    return adjust_p_values(p_values, max(_count_tests(corpus, pairs), len(pairs)))


def _count_tests(corpus: Corpus, pairs: Sequence[CoOccurrence]) -> int:
    """How many pairs could have been kept: those of two that are named often enough to be so."""
    least = min((pair.count for pair in pairs), default=1)
    mentions = Counter(link.entity for item in corpus.extractions for link in item.links if not link.inferred)
    named = sum(count >= least for count in mentions.values())
    return named * (named - 1) // 2
