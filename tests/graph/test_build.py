from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LexiconError
from kg.graph import build_graph, read_status

STATUSES = {"attributed", "denied", "desired", "possible", "asked"}

claim_rows = st.lists(
    st.tuples(
        st.sampled_from(["RUS", "USA", "UKR"]),
        st.sampled_from(["ALLY_OF", "ACCUSE", "REGARDS", "AID"]),
        st.sampled_from(["CHN", "FRA", "USA"]),
        st.fixed_dictionaries(
            {
                "polarity": st.sampled_from(["affirmed", "negated"]),
                "modality": st.sampled_from(["asserted", "desired", "possible", "asked"]),
                "holders": st.sampled_from([(), ("IRN",), ("IRN", "ISR")]),
                "valence": st.sampled_from([None, "positive", "neutral", "negative"]),
                "confidence": st.sampled_from([0.4, 0.9]),
                "sentence": st.sampled_from(["It is so.", "It  is SO", "It may be."]),
            }
        ),
        st.sampled_from(["a.txt", "b.txt", "c.txt"]),
    ),
    max_size=25,
)


@pytest.fixture(scope="session")
def read_rows(claim, corpus_of):
    def read(rows):
        documents = {"a.txt": [], "b.txt": [], "c.txt": []}
        for number, (source, claim_type, target, values, document) in enumerate(rows):
            documents[document].append(claim(number, source, claim_type, target, **values))
        return corpus_of(documents, groups={"b.txt": "a.txt"})

    return read


@given(rows=claim_rows)
def test_every_claim_is_in_exactly_one_edge(read_rows, types, rows):
    graph = build_graph(read_rows(rows), types)
    held = [name for _, _, data in graph.edges(data=True) for name in data["claims"]]
    assert sorted(held) == sorted(f"c{number}" for number in range(len(rows)))


@given(rows=claim_rows, order=st.randoms(use_true_random=False))
def test_the_order_of_documents_and_claims_does_not_matter(read_rows, types, rows, order):
    corpus = read_rows(rows)
    shuffled = [
        replace(item, claims=tuple(order.sample(item.claims, len(item.claims))))
        for item in corpus.extractions
    ]
    order.shuffle(shuffled)
    graphs = [build_graph(item, types) for item in (corpus, replace(corpus, extractions=tuple(shuffled)))]
    nodes, edges = ([list(getattr(graph, part).items()) for graph in graphs] for part in ("nodes", "edges"))
    assert nodes[0] == nodes[1]
    assert edges[0] == edges[1]


@given(rows=claim_rows)
def test_weight_lies_between_sources_and_claims(read_rows, types, rows):
    for _, _, data in build_graph(read_rows(rows), types).edges(data=True):
        assert 0 < data["sources"] <= data["weight"] <= len(data["claims"])


@given(rows=claim_rows)
def test_keys_are_unique_and_say_what_the_edge_says(read_rows, types, rows):
    graph = build_graph(read_rows(rows), types)
    keys = [key for _, _, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))
    for source, target, key, data in graph.edges(keys=True, data=True):
        status = f" ({data['status']})" if data["status"] else ""
        assert key == f"{source} {data['relation']} {target}{status}"
        assert data["label"] == f"{data['relation']}{status}"


@given(rows=claim_rows)
def test_nothing_qualified_merges_with_a_fact(read_rows, types, rows):
    corpus = read_rows(rows)
    claims = {claim.id: claim for item in corpus.extractions for claim in item.claims}
    for _, _, data in build_graph(corpus, types).edges(data=True):
        assert {read_status(claims[name]) for name in data["claims"]} == {data["status"]}
        assert set(filter(None, data["status"].split(", "))) <= STATUSES


@given(rows=claim_rows)
def test_symmetric_types_have_one_direction(read_rows, types, rows):
    for source, target, data in build_graph(read_rows(rows), types).edges(data=True):
        assert data["directed"] == (not types[data["relation"]].symmetric)
        assert data["directed"] or source <= target


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, ""),
        ({"holders": ("USA",)}, "attributed"),
        ({"polarity": "negated"}, "denied"),
        ({"modality": "desired"}, "desired"),
        ({"holders": ("USA",), "polarity": "negated"}, "attributed, denied"),
        ({"holders": ("USA",), "polarity": "negated", "modality": "asked"}, "asked, attributed, denied"),
        ({"speaker": "USA"}, ""),
    ],
)
def test_status_says_how_it_is_stated(claim, values, status):
    assert read_status(claim(1, "RUS", "VIOLATES", "inf-treaty", **values)) == status


def test_near_duplicates_count_once(claim, corpus_of, types):
    said = {"sentence": "Russia shelled Ukraine."}
    corpus = corpus_of(
        {
            "original": [claim(1, "RUS", "ASSAULT", "UKR", **said)],
            "copy": [claim(2, "RUS", "ASSAULT", "UKR", sentence="RUSSIA  shelled Ukraine")],
            "other": [
                claim(3, "RUS", "ASSAULT", "UKR", **said),
                claim(4, "RUS", "ASSAULT", "UKR", sentence="And again."),
            ],
        },
        groups={"copy": "original"},
    )
    data = build_graph(corpus, types).edges["RUS", "UKR", "RUS ASSAULT UKR"]
    assert (data["weight"], data["sources"], len(data["claims"])) == (3, 2, 4)


def test_best_evidence_is_the_surest_and_then_the_first(claim, corpus_of, types):
    corpus = corpus_of(
        {
            "b": [claim(1, "RUS", "AID", "SYR", confidence=0.9, sentence="Second.")],
            "a": [
                claim(2, "RUS", "AID", "SYR", confidence=0.9, sentence="First."),
                claim(3, "RUS", "AID", "SYR", confidence=0.3),
            ],
        }
    )
    data = build_graph(corpus, types).edges["RUS", "SYR", "RUS AID SYR"]
    assert (data["evidence"], data["evidence_doc"], data["evidence_start"]) == ("First.", "a", 200)
    assert data["confidence"] == 0.9


@pytest.mark.parametrize(
    ("claim_type", "valence", "sign", "score"),
    [
        ("SUPPORT", None, 1, 3.5),
        ("SUPPORT", "negative", -1, -3.5),
        ("REGARDS", None, 0, 0.0),
        ("REGARDS", "positive", 1, 1.0),
        ("REGARDS", "neutral", 0, 0.0),
        ("ASSAULT", "positive", -1, -9.0),
    ],
)
def test_sign_follows_the_attitude_where_there_is_one(
    claim, corpus_of, types, claim_type, valence, sign, score
):
    corpus = corpus_of({"a": [claim(1, "RUS", claim_type, "USA", valence=valence)]})
    data = build_graph(corpus, types).edges["RUS", "USA", f"RUS {claim_type} USA"]
    assert (data["sign"], data["score"]) == (sign, score)


def test_a_denial_keeps_the_sign(claim, corpus_of, types):
    corpus = corpus_of({"a": [claim(1, "RUS", "ASSAULT", "USA", polarity="negated")]})
    assert build_graph(corpus, types).edges["RUS", "USA", "RUS ASSAULT USA (denied)"]["sign"] == -1


def test_dates_span_the_documents_and_ignore_what_is_no_date(claim, corpus_of, types):
    documents = {name: [claim(number, "RUS", "AID", "SYR")] for number, name in enumerate("abc")}
    corpus = corpus_of(documents, dates={"a": "2018-11-27", "b": "2016", "c": "<b>today</b>"})
    data = build_graph(corpus, types).edges["RUS", "SYR", "RUS AID SYR"]
    assert (data["first_date"], data["last_date"]) == ("2016", "2018-11-27")


def test_holders_are_nodes_and_the_innermost_is_named(claim, corpus_of, types):
    corpus = corpus_of({"a": [claim(1, "RUS", "AID", "SYR", holders=("FRA", "USA"))]})
    graph = build_graph(corpus, types)
    assert set(graph) == {"FRA", "RUS", "SYR", "USA"}
    assert graph.edges["RUS", "SYR", "RUS AID SYR (attributed)"]["holders"] == ("USA",)


def test_an_unknown_type_is_an_error_that_names_the_claim(claim, corpus_of, types):
    with pytest.raises(LexiconError, match=r"c1 of a.*'TELEPORT'"):
        build_graph(corpus_of({"a": [claim(1, "RUS", "TELEPORT", "USA")]}), types)
