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


def measure_span(places):
    return [max(place[axis] for place in places) - min(place[axis] for place in places) for axis in (0, 1)]


def test_satellites_stand_close_to_the_core():
    core = nx.barabasi_albert_graph(80, 2, seed=2)
    ties = tie(nx.disjoint_union_all([core, *(nx.path_graph(2) for _ in range(6))]))
    places = place_nodes(ties, dict.fromkeys(ties, Box(60, 40)))
    inner = measure_span([places[str(node)] for node in core])
    outer = measure_span(list(places.values()))
    assert outer[0] * outer[1] < 1.8 * inner[0] * inner[1]
    assert max(outer) < 1.5 * min(outer)


def test_no_component_lies_on_the_links_of_another():
    ties = tie(nx.disjoint_union_all([nx.cycle_graph(12), nx.path_graph(3), nx.path_graph(2)]))
    places = place_nodes(ties, dict.fromkeys(ties, Box(60, 40)))
    for first, second in nx.cycle_graph(12).edges:
        (x, y), (to_x, to_y) = places[str(first)], places[str(second)]
        for share in range(11):
            spot = (x + share / 10 * (to_x - x), y + share / 10 * (to_y - y))
            near = [
                node for node in map(str, range(12, 17))
                if abs(places[node][0] - spot[0]) < 30 and abs(places[node][1] - spot[1]) < 20
            ]  # fmt: skip
            assert near == []
