"""Everything a build writes beside its store, into one folder."""

from collections.abc import Mapping
from pathlib import Path

import networkx as nx

from kg.export.csv import write_cooccurrences, write_edges, write_nodes
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.html.page import write_page
from kg.export.jsonl import write_jsonl
from kg.lexicon.claim_types import ClaimType
from kg.model import Corpus


def write_all(
    corpus: Corpus,
    graph: nx.MultiDiGraph,
    cooccurrence_graph: nx.Graph,
    folder: Path,
    types: Mapping[str, ClaimType],
    *,
    title: str = "Claim graph",
) -> list[Path]:
    """Write graph.html, graph.graphml, graph.gexf, the CSV and the JSONL files; the paths written.

    Raises: OutputError if the folder cannot be written.
    """
    return [
        write_page(corpus, graph, cooccurrence_graph, types, folder / "graph.html", title=title),
        write_graphml(folder / "graph.graphml", graph),
        write_gexf(folder / "graph.gexf", graph),
        write_nodes(folder / "nodes.csv", graph),
        write_edges(folder / "edges.csv", graph),
        write_cooccurrences(folder / "cooccurrence.csv", corpus.cooccurrences, corpus.entities),
        *write_jsonl(folder, corpus),
    ]
