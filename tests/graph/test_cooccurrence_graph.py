"""Co-occurrence is a graph of its own, corrected for how many pairs there were to find."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kg.graph import build_cooccurrence_graph, build_cooccurrences, build_graph
from kg.graph.cooccurrence import adjust_p_values
from kg.model import CoOccurrence, Link, Mention

PAIRS = (
    CoOccurrence("CHN", "IRN", "document", 2, 2, -0.2, 5.0, 0.02),
    CoOccurrence("IRN", "USA", "document", 3, 3, 0.4, 6.0, 0.01),
    CoOccurrence("IRN", "USA", "paragraph", 9, 3, 0.1, 1.0, 0.3),
    CoOccurrence("IRN", "USA", "sentence", 4, 2, 0.5, 3.0, 0.05),
)


@pytest.fixture
def corpus(claim, corpus_of):
    """One stated claim, and the pairs; four entities are named twice, one once."""
    corpus = corpus_of({"a": [claim(1, "RUS", "AID", "SYR")]}, pairs=PAIRS)
    names = ["RUS", "SYR", "IRN", "USA"] * 2 + ["CHN"]
    links = tuple(Link(Mention(0, 1, "x", "name", "STATE"), name, "lexicon") for name in names)
    return replace(corpus, extractions=(replace(corpus.extractions[0], links=links),))


def test_cooccurrence_is_a_graph_of_its_own(corpus, types):
    assert dict(build_cooccurrence_graph(corpus).edges) == {("IRN", "USA"): {
        "relation": "CO_OCCURS", "label": "CO_OCCURS (sentence)", "window": "sentence", "directed": False,
        "weight": 4, "count": 4, "sources": 2, "npmi": 0.5, "log_likelihood": 3.0, "p_value": 0.05,
        "q_value": 0.05, "disparity": 1.0, "backbone": False,
    }}  # fmt: skip
    assert build_cooccurrence_graph(corpus, "paragraph").edges["IRN", "USA"]["count"] == 9
    stated = build_graph(corpus, types)
    assert set(stated) == {"CHN", "IRN", "RUS", "SYR", "USA"}
    assert [data["relation"] for _, _, data in stated.edges(data=True)] == ["AID"]


def test_all_windows_stand_in_one_graph(corpus):
    assert {key for _, _, key in build_cooccurrences(corpus).edges(keys=True)} == {
        "CHN CO_OCCURS IRN (document)", "IRN CO_OCCURS USA (document)", "IRN CO_OCCURS USA (paragraph)",
        "IRN CO_OCCURS USA (sentence)",
    }  # fmt: skip


def test_each_pair_that_could_have_been_found_is_a_test(corpus):
    edges = build_cooccurrence_graph(corpus, "document").edges
    # four are named at least twice, the least count of a pair: six pairs
    assert edges["IRN", "USA"]["q_value"] == pytest.approx(6 * 0.01)
    assert edges["CHN", "IRN"]["q_value"] == 1.0, "less often than chance is no tie"


def test_alpha_says_how_far_the_backbone_goes(corpus):
    shares = {alpha: build_cooccurrence_graph(corpus, "document", alpha=alpha) for alpha in (0.5, 0.7)}
    # by hand: Iran has two neighbours, of which the United States takes three of five
    assert [graph.edges["IRN", "USA"]["disparity"] for graph in shares.values()] == [0.4, 0.4]
    assert [graph.edges["CHN", "IRN"]["backbone"] for graph in shares.values()] == [False, True]


probabilities = st.lists(st.floats(0, 1), min_size=1, max_size=20)


@given(probabilities)
def test_q_values_are_those_of_scipy(p_values):
    assert adjust_p_values(p_values, len(p_values)) == pytest.approx(
        list(stats.false_discovery_control(p_values))
    )


@given(probabilities, st.integers(0, 30))
def test_tests_not_given_count_as_p_values_of_one(p_values, others):
    everything = stats.false_discovery_control([*p_values, *[1.0] * others])
    assert adjust_p_values(p_values, len(p_values) + others) == pytest.approx(
        list(everything[: len(p_values)])
    )
