import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import build_graph, find_communities, measure_nodes, rank_backbone
from kg.graph.measures import measure_disparity


@pytest.fixture
def graph(claim, corpus_of, types):
    claims = [
        claim(1, "RUS", "AID", "SYR"),
        claim(2, "SYR", "ALLY_OF", "RUS"),
        claim(3, "USA", "ACCUSE", "RUS"),
        claim(4, "USA", "AID", "UKR"),
        claim(5, "USA", "AID", "UKR"),
        claim(6, "RUS", "ASSAULT", "UKR", polarity="negated"),
    ]
    return build_graph(corpus_of({"a": claims}), types)


def test_degree_counts_neighbours_and_strength_statements(graph):
    russia = measure_nodes(graph)["RUS"]
    assert (russia.degree, russia.strength, russia.outgoing) == (3, 4, 3)


def test_foes_do_not_make_a_community(claim, corpus_of, types):
    battles = [claim(number, "RUS", "ASSAULT", "UKR") for number in range(20)]
    bonds = [claim(30, "RUS", "AID", "SYR"), claim(31, "USA", "AID", "UKR")]
    graph = build_graph(corpus_of({"a": battles + bonds}), types)
    assert find_communities(graph) == [{"RUS", "SYR"}, {"UKR", "USA"}]


def test_no_ties_no_communities():
    assert find_communities(nx.MultiDiGraph()) == []
    assert rank_backbone(nx.MultiDiGraph()) == []


ties = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), min_size=1, max_size=20)


@given(rows=ties)
def test_backbone_ranks_each_pair_once_with_a_probability(rows):
    graph = nx.MultiDiGraph()
    for number, (source, target, weight) in enumerate(rows):
        graph.add_edge(str(source), str(target), key=number, weight=weight, sign=0)
    ranked = rank_backbone(graph)
    assert {frozenset(pair[:2]) for pair in ranked} == {
        frozenset(edge) for edge in graph.edges() if edge[0] != edge[1]
    }
    assert [p for _, _, p in ranked] == sorted(p for _, _, p in ranked)
    assert all(0 <= p <= 1 for _, _, p in ranked)


def test_a_heavy_tie_tells_more_than_an_even_one():
    graph = nx.MultiDiGraph()
    for number, (pair, weight) in enumerate(
        [("ab", 20), ("ac", 1), ("ad", 1), ("bc", 1), ("bd", 1), ("cd", 1)]
    ):
        graph.add_edge(*pair, key=number, weight=weight, sign=1)
    assert rank_backbone(graph)[0][:2] == ("a", "b")


def test_disparity_is_that_of_the_end_for_which_the_tie_tells_more():
    ties = nx.Graph()
    ties.add_weighted_edges_from([("a", "b", 6), ("a", "c", 1), ("a", "d", 1), ("b", "c", 2)])
    # by hand, (1 - share) ** (neighbours - 1): a gives b 6 of 8 to three, b gives a 6 of 8 to two
    expected = {("a", "b"): 0.25**2, ("a", "c"): (2 / 3) ** 1, ("a", "d"): (7 / 8) ** 2, ("b", "c"): 1 / 3}
    assert measure_disparity(ties, list(expected)) == pytest.approx(list(expected.values()))
