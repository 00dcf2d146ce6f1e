"""nodes.csv, edges.csv and cooccurrence.csv: for spreadsheets, pandas and Gephi's import."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import networkx as nx

from kg.export.files import strip_controls, write_text
from kg.export.tables import COOCCURRENCE_COLUMNS, EDGE_COLUMNS, NODE_COLUMNS, Cell, Row, flatten
from kg.model import CoOccurrence, Entity

# A spreadsheet runs a cell that opens with one of these; the last four are their full-width forms.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def write_nodes(path: Path, graph: nx.MultiDiGraph) -> Path:
    """One row a node, sorted by id. Raises: OutputError."""
    rows: Iterable[Row] = ({"id": node} | flatten(graph.nodes[node], NODE_COLUMNS) for node in sorted(graph))
    return _write_rows(path, ["id", *NODE_COLUMNS], rows)


def write_edges(path: Path, graph: nx.MultiDiGraph) -> Path:
    """One row an edge, sorted by id; `source` and `target` are node ids. Raises: OutputError."""
    columns = ["id", "source", "source_name", "target", "target_name", "label", *EDGE_COLUMNS]
    edges = sorted(graph.edges(keys=True), key=lambda edge: edge[2])
    return _write_rows(path, columns, (_describe_edge(graph, edge) for edge in edges))


def write_cooccurrences(path: Path, pairs: Iterable[CoOccurrence], entities: Mapping[str, Entity]) -> Path:
    """One row a pair and window, sorted. Raises: OutputError."""
    columns = ["first", "first_name", "second", "second_name", *COOCCURRENCE_COLUMNS]
    ordered = sorted(pairs, key=lambda pair: (pair.first, pair.second, pair.window))
    return _write_rows(path, columns, (_describe_pair(pair, entities) for pair in ordered))


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


def _describe_pair(pair: CoOccurrence, entities: Mapping[str, Entity]) -> Row:
    ends: Row = {
        "first": pair.first,
        "first_name": _name(pair.first, entities),
        "second": pair.second,
        "second_name": _name(pair.second, entities),
    }
    return ends | flatten({name: getattr(pair, name) for name in COOCCURRENCE_COLUMNS}, COOCCURRENCE_COLUMNS)


def _name(entity: str, entities: Mapping[str, Entity]) -> str:
    return entities[entity].name if entity in entities else entity


def _write_rows(path: Path, columns: list[str], rows: Iterable[Row]) -> Path:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: guard_formula(cell) for name, cell in row.items()} for row in rows)
    return write_text(path, buffer.getvalue())
