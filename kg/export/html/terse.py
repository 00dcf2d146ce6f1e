"""Rows of the page without what its script can tell by itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.export.palette import TYPE_STYLES

Row = dict[str, Any]

# Carried by the page, so that its script puts back the same.
USUAL: dict[str, Row] = {
    "nodes": {
        "subtype": "",
        "state": "",
        "community": -1,
        "aliases": [],
        "mentions": 0,
        "documents": 0,
        "sources": 0,
    },
    "edges": {"arrows": "to", "status": [], "weight": 1, "sources": 1, "backbone": False},
}


def shorten_nodes(nodes: Iterable[Row]) -> list[Row]:
    """The nodes without number, look and values that follow from place, type and `USUAL`."""
    return [_leave_out(node, _expect_node(number, node)) for number, node in enumerate(nodes)]


def shorten_edges(edges: Iterable[Row]) -> list[Row]:
    """The edges without number and values that follow from place and `USUAL`."""
    return [_leave_out(edge, {"id": number} | USUAL["edges"]) for number, edge in enumerate(edges)]


def _expect_node(number: int, node: Row) -> Row:
    style = TYPE_STYLES[node["type"]]
    return {"id": number, "fold": number, "shape": style.shape, "color": style.colour} | USUAL["nodes"]


def _leave_out(row: Row, expected: Mapping[str, Any]) -> Row:
    return {name: value for name, value in row.items() if name not in expected or value != expected[name]}
