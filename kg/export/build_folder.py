"""Everything a build writes beside its store, into one folder."""

from collections.abc import Mapping
from pathlib import Path

import networkx as nx

from kg.export.csv import write_cooccurrences, write_edges, write_nodes
from kg.export.dyads import write_dyads
from kg.export.files import write_text
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.html.page import write_page
from kg.export.jsonl import format_lines, write_jsonl
from kg.export.tables import TOGETHER_COLUMNS, list_cooccurrences
from kg.graph import build_cooccurrences, count_dyads
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
    """Write graph.html, graph.graphml, graph.gexf, the CSV and the JSONL files, and co-occurrence in files of
    its own; the paths written.

    Raises: OutputError if the folder cannot be written.
    """
    together = build_cooccurrences(corpus)
    return [
        write_page(corpus, graph, cooccurrence_graph, types, folder / "graph.html", title=title),
        write_graphml(folder / "graph.graphml", graph),
        write_gexf(folder / "graph.gexf", graph),
        write_nodes(folder / "nodes.csv", graph),
        write_edges(folder / "edges.csv", graph),
        write_dyads(folder / "dyads.csv", count_dyads(corpus, types), corpus.entities),
        write_cooccurrences(folder / "cooccurrence.csv", together),
        write_graphml(folder / "cooccurrence.graphml", together, TOGETHER_COLUMNS),
        write_gexf(folder / "cooccurrence.gexf", together, TOGETHER_COLUMNS),
        write_text(folder / "cooccurrence.jsonl", format_lines(list_cooccurrences(together))),
        *write_jsonl(folder, corpus),
    ]
