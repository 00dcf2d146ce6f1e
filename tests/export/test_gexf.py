from collections import Counter
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.export.gexf import format_gexf, write_gexf

SPACE = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def list_edges(graph):
    return ElementTree.fromstring(format_gexf(graph).encode()).findall(".//g:edge", SPACE)


def test_networkx_reads_as_many_nodes_and_edges(tmp_path, graph):
    read = nx.read_gexf(write_gexf(tmp_path / "graph.gexf", graph), version="1.3")
    assert set(read) == set(graph)
    assert read.number_of_edges() == graph.number_of_edges()


@pytest.mark.parametrize("name", ["graph", "hostile_graph"])
def test_parallel_edges_differ_in_id_and_kind(request, name):
    edges = list_edges(request.getfixturevalue(name))
    assert max(Counter(edge.get("id") for edge in edges).values()) == 1
    assert (
        max(Counter((edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges).values())
        == 1
    )
    assert all(edge.get("kind") == edge.get("label") for edge in edges)
    assert min(float(edge.get("weight")) for edge in edges) > 0


def test_dates_are_whole_days_for_the_timeline(graph):
    starts = {edge.get("id"): (edge.get("start"), edge.get("end")) for edge in list_edges(graph)}
    assert starts["RUS AID SYR"] == ("2016-01-01", "2016-12-31")
    assert starts["RUS ASSAULT UKR"] == ("2022-03-01", "2022-03-31")


def test_the_same_graph_gives_the_same_text(graph):
    assert format_gexf(graph) == format_gexf(graph.copy())
