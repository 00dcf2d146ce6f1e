"""graph.graphml: the stated claims for Gephi, Cytoscape, yEd, networkx and igraph."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx

from kg.export.elements import TYPE_NAMES, Element, add_element, format_cell, format_xml
from kg.export.files import strip_controls, write_text
from kg.export.tables import EDGE_COLUMNS, NODE_COLUMNS, Row, flatten, name_edges, name_nodes

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
LABEL: Mapping[str, type] = {"label": str}


def write_graphml(path: Path, graph: nx.MultiGraph, columns: Mapping[str, type] = EDGE_COLUMNS) -> Path:
    """Write the graph; every edge has a unique id and its label as XML attribute. Raises: OutputError."""
    return write_text(path, format_graphml(graph, columns))


def format_graphml(graph: nx.MultiGraph, edge_columns: Mapping[str, type] = EDGE_COLUMNS) -> str:
    """The graph as GraphML text."""
    root = ElementTree.Element("graphml", {"xmlns": NAMESPACE})
    for domain, columns in {"node": {**LABEL, **NODE_COLUMNS}, "edge": {**LABEL, **edge_columns}}.items():
        for name, kind in columns.items():
            key = {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": TYPE_NAMES[kind]}
            ElementTree.SubElement(root, "key", key)
    body = add_element(root, "graph", edgedefault="directed" if graph.is_directed() else "undirected")
    _add_nodes(body, graph)
    _add_edges(body, graph, edge_columns)
    return format_xml(root)


def _add_nodes(body: Element, graph: nx.MultiGraph) -> None:
    for node, name in name_nodes(graph).items():
        data = graph.nodes[node]
        element = add_element(body, "node", id=name)
        _add_data(element, "node", flatten(data | {"label": data["name"]}, {**LABEL, **NODE_COLUMNS}))


def _add_edges(body: Element, graph: nx.MultiGraph, columns: Mapping[str, type]) -> None:
    nodes, keys = name_nodes(graph), name_edges(graph)
    for source, target, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2]):
        # Gephi reads the XML attribute `label` as the type of the edge: without it, it merges parallel ones.
        label = strip_controls(data["label"])
        element = add_element(
            body, "edge", id=keys[key], source=nodes[source], target=nodes[target], label=label
        )
        _add_data(element, "edge", flatten(data, {**LABEL, **columns}))


def _add_data(element: Element, domain: str, row: Row) -> None:
    for name, cell in row.items():
        add_element(element, "data", format_cell(cell), key=f"{domain}_{name}")
