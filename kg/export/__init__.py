"""The corpus and its graph as files, one module a format."""

from kg.export.build_folder import write_all
from kg.export.csv import write_cooccurrences, write_edges, write_nodes
from kg.export.dyads import write_dyads
from kg.export.files import write_text
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.html import Page, make_page, render_page, write_page
from kg.export.jsonl import write_jsonl

__all__ = [
    "Page",
    "make_page",
    "render_page",
    "write_all",
    "write_cooccurrences",
    "write_dyads",
    "write_edges",
    "write_gexf",
    "write_graphml",
    "write_jsonl",
    "write_nodes",
    "write_page",
    "write_text",
]
