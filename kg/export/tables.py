"""Nodes and edges as flat rows, one type a column: what the CSV, GraphML and GEXF files have in common."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from kg.export.files import strip_controls

Cell = str | int | float | bool
Row = dict[str, Cell]

NODE_COLUMNS: Mapping[str, type] = {
    "name": str,
    "entity_type": str,
    "subtype": str,
    "state": str,
    "aliases": str,
    "mentions": int,
    "documents": int,
    "sources": int,
}
EDGE_COLUMNS: Mapping[str, type] = {
    "relation": str,
    "status": str,
    "family": str,
    "directed": bool,
    "sign": int,
    "score": float,
    "weight": int,
    "sources": int,
    "confidence": float,
    "first_date": str,
    "last_date": str,
    "event_start": str,
    "event_end": str,
    "holders": str,
    "evidence": str,
    "evidence_doc": str,
    "evidence_start": int,
    "evidence_end": int,
    "claims": str,
}
COOCCURRENCE_COLUMNS: Mapping[str, type] = {
    "window": str,
    "count": int,
    "sources": int,
    "npmi": float,
    "log_likelihood": float,
    "p_value": float,
    "q_value": float,
    "disparity": float,
    "backbone": bool,
}
PAIR_COLUMNS = ("first", "first_name", "second", "second_name")
TOGETHER_COLUMNS: Mapping[str, type] = {
    "relation": str,
    "directed": bool,
    "weight": int,
    **COOCCURRENCE_COLUMNS,
}
SEPARATOR = " | "


def flatten(values: Mapping[str, Any], columns: Mapping[str, type]) -> Row:
    """The values of `columns`, each of its column's type: lists joined with " | ", None empty or zero."""
    return {name: _flatten_value(values.get(name), kind) for name, kind in columns.items()}


def list_cooccurrences(graph: nx.MultiGraph) -> Iterator[Row]:
    """Co-occurrence as rows, one a pair and window, sorted."""
    pairs = ((*sorted((one, other)), data) for one, other, data in graph.edges(data=True))
    for first, second, data in sorted(pairs, key=lambda pair: (*pair[:2], pair[2]["window"])):
        names = (graph.nodes[end]["name"] for end in (first, second))
        ends: Row = dict(zip(PAIR_COLUMNS, (first, next(names), second, next(names)), strict=True))
        yield ends | flatten(data, COOCCURRENCE_COLUMNS)


def name_nodes(graph: nx.Graph) -> dict[str, str]:
    """Each node's id as files can hold it; ids that cleaning would make equal stay apart."""
    return _keep_apart(sorted(graph))


def name_edges(graph: nx.MultiGraph) -> dict[str, str]:
    """Each edge's key as files can hold it, unique in the graph."""
    return _keep_apart(sorted(key for _, _, key in graph.edges(keys=True)))


def _keep_apart(names: Iterable[str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    # A reader written in JavaScript takes this name for something else.
    taken = {"__proto__"}
    for name in names:
        cleaned = candidate = strip_controls(name)
        number = 1
        while candidate in taken:
            number += 1
            candidate = f"{cleaned} ({number})"
        taken.add(candidate)
        kept[name] = candidate
    return kept


def _flatten_value(value: Any, kind: type) -> Cell:
    if kind is str:
        parts = value if isinstance(value, (tuple, list, set, frozenset)) else [value]
        return strip_controls(SEPARATOR.join("" if part is None else str(part) for part in parts))
    if kind is float:
        number = float(value or 0)
        return number if abs(number) < float("inf") else 0.0
    cell: Cell = kind(value or 0)
    return cell
