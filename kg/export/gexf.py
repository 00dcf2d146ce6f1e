"""graph.gexf: the stated claims for Gephi and Gephi Lite, with colours, sizes and dates for the timeline."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx

from kg.export.dates import first_day, last_day
from kg.export.elements import TYPE_NAMES, Element, add_element, format_cell, format_xml
from kg.export.files import strip_controls, write_text
from kg.export.palette import SIGN_COLOURS, TYPE_STYLES
from kg.export.tables import EDGE_COLUMNS, NODE_COLUMNS, Row, flatten, name_edges, name_nodes

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
TYPES = {**TYPE_NAMES, int: "integer"}


def write_gexf(path: Path, graph: nx.MultiGraph, columns: Mapping[str, type] = EDGE_COLUMNS) -> Path:
    """Write the graph; `kind` keeps parallel edges apart in Gephi. Raises: OutputError."""
    return write_text(path, format_gexf(graph, columns))


def format_gexf(graph: nx.MultiGraph, columns: Mapping[str, type] = EDGE_COLUMNS) -> str:
    """The graph as GEXF 1.3 text."""
    root = ElementTree.Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": VIZ, "version": "1.3"})
    # `weight` is an XML attribute of its own here.
    attributes = {name: kind for name, kind in columns.items() if name != "weight"}
    direction = "directed" if graph.is_directed() else "undirected"
    body = add_element(root, "graph", defaultedgetype=direction, mode="dynamic", timeformat="date")
    _add_columns(body, "node", NODE_COLUMNS)
    _add_columns(body, "edge", attributes)
    _add_nodes(add_element(body, "nodes"), graph)
    _add_edges(add_element(body, "edges"), graph, attributes)
    return format_xml(root)


def _add_columns(body: Element, domain: str, columns: Mapping[str, type]) -> None:
    group = add_element(body, "attributes", class_=domain, mode="static")
    for name, kind in columns.items():
        add_element(group, "attribute", id=name, title=name, type=TYPES[kind])


def _add_nodes(nodes: Element, graph: nx.MultiGraph) -> None:
    for node, name in name_nodes(graph).items():
        data = graph.nodes[node]
        element = add_element(nodes, "node", id=name, label=strip_controls(data["name"]) or name)
        _add_values(element, flatten(data, NODE_COLUMNS))
        _add_colour(element, TYPE_STYLES[data["entity_type"]].colour)
        add_element(element, "viz:size", value=str(round(4 + 2 * graph.degree(node) ** 0.5, 1)))


def _add_edges(edges: Element, graph: nx.MultiGraph, attributes: Mapping[str, type]) -> None:
    nodes, keys = name_nodes(graph), name_edges(graph)
    for source, target, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2]):
        label = strip_controls(data["label"])
        interval = {
            "start": first_day(data.get("first_date", "")),
            "end": last_day(data.get("last_date", "")),
        }
        element = add_element(
            edges,
            "edge",
            id=keys[key],
            source=nodes[source],
            target=nodes[target],
            label=label,
            kind=label,
            weight=str(data["weight"]),
            **{name: day for name, day in interval.items() if day},
        )
        _add_values(element, flatten(data, attributes))
        _add_colour(element, SIGN_COLOURS[data.get("sign", 0)].light)


def _add_values(element: Element, row: Row) -> None:
    values = add_element(element, "attvalues")
    for name, cell in row.items():
        add_element(values, "attvalue", for_=name, value=format_cell(cell))


def _add_colour(element: Element, colour: str) -> None:
    red, green, blue = (str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    add_element(element, "viz:color", r=red, g=green, b=blue)
