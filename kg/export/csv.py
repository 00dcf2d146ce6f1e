"""nodes.csv, edges.csv, cooccurrence.csv, and any rows: for spreadsheets, pandas and Gephi's import."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import networkx as nx

from kg.export.files import strip_controls, write_text
from kg.export.tables import (
    COOCCURRENCE_COLUMNS,
    EDGE_COLUMNS,
    NODE_COLUMNS,
    PAIR_COLUMNS,
    Cell,
    Row,
    flatten,
    list_cooccurrences,
)

# A spreadsheet runs a cell that opens with one of these; the last four are their full-width forms.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def write_nodes(path: Path, graph: nx.MultiDiGraph) -> Path:
    """One row a node, sorted by id. Raises: OutputError."""
    rows: Iterable[Row] = ({"id": node} | flatten(graph.nodes[node], NODE_COLUMNS) for node in sorted(graph))
    return write_rows(path, ["id", *NODE_COLUMNS], rows)


def write_edges(path: Path, graph: nx.MultiDiGraph) -> Path:
    """One row an edge, sorted by id; `source` and `target` are node ids. Raises: OutputError."""
    columns = ["id", "source", "source_name", "target", "target_name", "label", *EDGE_COLUMNS]
    edges = sorted(graph.edges(keys=True), key=lambda edge: edge[2])
    return write_rows(path, columns, (_describe_edge(graph, edge) for edge in edges))


def write_cooccurrences(path: Path, graph: nx.MultiGraph) -> Path:
    """One row a pair and window, sorted. Raises: OutputError."""
    return write_rows(path, [*PAIR_COLUMNS, *COOCCURRENCE_COLUMNS], list_cooccurrences(graph))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> Path:
    """A table, no cell of which is taken for a formula. Raises: OutputError."""
    return write_text(path, format_rows(columns, rows))


def format_rows(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """A table as text, no cell of which is taken for a formula."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: guard_formula(cell) for name, cell in row.items()} for row in rows)
    return buffer.getvalue()


def guard_formula(cell: Cell) -> Cell:
    """`cell`, if text, so that no spreadsheet takes it for a formula and every reader accepts it."""
    if not isinstance(cell, str):
        return str(cell).lower() if isinstance(cell, bool) else cell
    text = strip_controls(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _describe_edge(graph: nx.MultiDiGraph, edge: tuple[str, str, str]) -> Row:
    source, target, key = edge
    data = graph.edges[edge]
    ends: Row = {
        "id": key,
        "source": source,
        "source_name": graph.nodes[source]["name"],
        "target": target,
        "target_name": graph.nodes[target]["name"],
        "label": data["label"],
    }
    return ends | flatten(data, EDGE_COLUMNS)
