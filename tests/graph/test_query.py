import pytest

from kg.errors import InputError
from kg.graph import build_graph, claims_about, claims_between, find_path, rank_edges


@pytest.fixture
def corpus(claim, corpus_of):
    return corpus_of(
        {
            "b": [claim(1, "RUS", "AID", "SYR"), claim(2, "SYR", "ALLY_OF", "IRN")],
            "a": [
                claim(3, "SYR", "ALLY_OF", "RUS"),
                claim(4, "RUS", "AID", "SYR", confidence=0.9),
                claim(5, "IRN", "ACCUSE", "ISR", polarity="negated"),
            ],
        }
    )


def test_claims_about_an_entity_come_in_document_order(corpus):
    assert [claim.id for claim in claims_about(corpus, "RUS")] == ["c3", "c4", "c1"]


def test_claims_between_two_go_both_ways(corpus):
    assert [claim.id for claim in claims_between(corpus, "IRN", "SYR")] == ["c2"]
    assert claims_between(corpus, "SYR", "RUS") == claims_between(corpus, "RUS", "SYR")


def test_edges_rank_by_sources_first(corpus, types):
    graph = build_graph(corpus, types)
    ranked = rank_edges(graph)
    assert ranked[0] == ("RUS", "SYR", "RUS AID SYR")
    assert len(ranked) == graph.number_of_edges()


def test_a_path_takes_the_best_edge_of_each_step(corpus, types):
    path = find_path(build_graph(corpus, types), "RUS", "IRN")
    assert [key for _, _, key in path] == ["RUS AID SYR", "IRN ALLY_OF SYR"]


def test_a_denied_claim_is_no_step_unless_asked_for(corpus, types):
    graph = build_graph(corpus, types)
    assert find_path(graph, "IRN", "ISR") == []
    assert [key for _, _, key in find_path(graph, "IRN", "ISR", statuses=["denied"])] == [
        "IRN ACCUSE ISR (denied)"
    ]


def test_an_unknown_entity_is_an_error(corpus, types):
    with pytest.raises(InputError, match=r"'ATL'.*entities\.jsonl"):
        find_path(build_graph(corpus, types), "RUS", "ATL")
