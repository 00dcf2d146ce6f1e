from collections import Counter
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.export.graphml import format_graphml, write_graphml

SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def list_edges(text):
    return ElementTree.fromstring(text.encode()).findall(".//g:edge", SPACE)


def test_networkx_reads_the_same_graph(tmp_path, graph):
    read = nx.read_graphml(write_graphml(tmp_path / "graph.graphml", graph), force_multigraph=True)
    assert set(read) == set(graph)
    assert set(read.edges(keys=True)) == set(graph.edges(keys=True))
    for edge in graph.edges(keys=True):
        for name in (
            "weight",
            "sources",
            "sign",
            "score",
            "confidence",
            "label",
            "relation",
            "evidence",
            "directed",
        ):
            assert read.edges[edge][name] == graph.edges[edge][name]
    for node in graph:
        assert read.nodes[node]["label"] == graph.nodes[node]["name"]
        assert read.nodes[node]["entity_type"] == graph.nodes[node]["entity_type"]


@pytest.mark.parametrize("name", ["graph", "hostile_graph"])
def test_it_holds_what_gephi_asks_for(request, name):
    text = format_graphml(request.getfixturevalue(name))
    edges = list_edges(text)
    assert max(Counter(edge.get("id") for edge in edges).values()) == 1
    assert (
        max(Counter((edge.get("source"), edge.get("target"), edge.get("label")) for edge in edges).values())
        == 1
    )
    weights = [float(edge.find("g:data[@key='edge_weight']", SPACE).text) for edge in edges]
    assert min(weights) > 0
    keys = ElementTree.fromstring(text.encode()).findall("g:key", SPACE)
    assert max(Counter((key.get("for"), key.get("attr.name")) for key in keys).values()) == 1
    assert not {key.get("attr.name") for key in keys} & {
        "id",
        "type",
        "r",
        "g",
        "b",
        "z",
        "timeset",
        "interval",
    }


def test_hostile_names_keep_every_node_and_edge(tmp_path, hostile_graph):
    read = nx.read_graphml(write_graphml(tmp_path / "graph.graphml", hostile_graph), force_multigraph=True)
    assert len(read) == len(hostile_graph)
    assert read.number_of_edges() == hostile_graph.number_of_edges()


def test_ids_that_cleaning_makes_equal_stay_apart():
    graph = nx.MultiDiGraph()
    values = {"name": "x", "entity_type": "STATE"}
    graph.add_nodes_from([("a\x00", values), ("a\x01", values), ("a\ufffd", values)])
    assert len(nx.parse_graphml(format_graphml(graph))) == 3
