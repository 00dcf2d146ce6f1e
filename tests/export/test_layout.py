from itertools import combinations

import networkx as nx
import pytest

from kg.export.html.layout import Box, place_nodes


def tie(graph):
    ties = nx.relabel_nodes(graph, str)
    nx.set_edge_attributes(ties, 1, "edges")
    return ties


GRAPHS = {
    "one": nx.empty_graph(1),
    "pair": nx.path_graph(2),
    "star": nx.star_graph(25),
    "parts": nx.disjoint_union_all([nx.cycle_graph(5), nx.star_graph(6), nx.empty_graph(3)]),
    "crowd": nx.barabasi_albert_graph(90, 2, seed=1),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_no_two_nodes_overlap(name):
    ties = tie(GRAPHS[name])
    places = place_nodes(ties, dict.fromkeys(ties, Box(60, 40)))
    assert set(places) == set(ties)
    clashes = [
        (a, b) for a, b in combinations(places, 2)
        if abs(places[a][0] - places[b][0]) < 58 and abs(places[a][1] - places[b][1]) < 38
    ]  # fmt: skip
    assert clashes == []


@pytest.mark.parametrize("name", GRAPHS)
def test_the_order_of_nodes_does_not_matter(name):
    ties = tie(GRAPHS[name])
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(ties)))
    turned.add_edges_from(
        (second, first, data) for first, second, data in reversed(list(ties.edges(data=True)))
    )
    boxes = dict.fromkeys(ties, Box(60, 40))
    assert place_nodes(turned, boxes) == place_nodes(ties, boxes)


def test_nodes_off_the_backbone_stand_by_their_neighbours():
    ties = tie(nx.path_graph(8))
    nx.set_edge_attributes(ties, False, "backbone")
    ties.edges["0", "1"]["backbone"] = True
    ties.remove_edge("5", "6")
    places = place_nodes(ties, dict.fromkeys(ties, Box(60, 40)))
    assert set(places) == set(ties)
    assert len(set(places.values())) == len(places)


def test_no_nodes_no_places():
    assert place_nodes(nx.Graph(), {}) == {}
