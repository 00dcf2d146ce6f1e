"""Co-occurrence counts windows, not mentions, and does not depend on the order of documents."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kg.model import Block, Document, Extraction, Link, Mention, Sentence
from kg.relations import count_cooccurrences
from kg.relations.cooccurrence import log_likelihood, npmi, p_value

ENTITIES = ("CHN", "IRN", "RUS", "USA")


def write_extraction(name: str, sentences: list[list[str]]) -> Extraction:
    links = [
        Link(Mention(10 * number + place, 10 * number + place + 1, "x", "name", "STATE"), entity, "lexicon")
        for number, entities in enumerate(sentences)
        for place, entity in enumerate(entities)
    ]
    spans = tuple(Sentence(10 * number, 10 * number + 9, number // 2) for number in range(len(sentences)))
    document = Document(name, "x" * 10 * len(sentences), blocks=(Block(0, 1),))
    return Extraction(document, spans, (), tuple(links), ())


documents = st.lists(st.lists(st.lists(st.sampled_from(ENTITIES), max_size=4), max_size=5), max_size=5)


@given(documents, st.randoms())
def test_the_order_of_documents_does_not_matter(texts: list[list[list[str]]], random: object) -> None:
    extractions = [write_extraction(str(number), text) for number, text in enumerate(texts)]
    groups = {extraction.document.id: extraction.document.id for extraction in extractions}
    shuffled = list(extractions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    windows = ("sentence", "paragraph", "document")
    assert count_cooccurrences(extractions, groups, windows, 1) == count_cooccurrences(
        shuffled, groups, windows, 1
    )


@given(documents)
def test_a_count_is_the_number_of_sentences_that_hold_both(texts: list[list[list[str]]]) -> None:
    extractions = [write_extraction(str(number), text) for number, text in enumerate(texts)]
    groups = {extraction.document.id: extraction.document.id for extraction in extractions}
    for pair in count_cooccurrences(extractions, groups, ("sentence",), 1):
        naive = sum({pair.first, pair.second} <= set(sentence) for text in texts for sentence in text)
        assert pair.count == naive


def test_a_near_duplicate_counts_once() -> None:
    extractions = [write_extraction(name, [["RUS", "USA"]]) for name in ("a", "b")]
    (pair,) = count_cooccurrences(extractions, {"a": "a", "b": "a"}, ("sentence",), 1)
    assert (pair.count, pair.sources) == (1, 1)


def test_pairs_seen_together_always_have_npmi_one() -> None:
    assert npmi(3, 3, 3, 10) == 1.0


def test_independent_pairs_have_no_association() -> None:
    assert npmi(25, 50, 50, 100) == 0
    assert log_likelihood(25, 50, 50, 100) == 0
    assert p_value(0) == 1


def test_the_p_value_of_the_usual_threshold() -> None:
    assert round(p_value(3.841459), 4) == 0.05


# Of ten sentences that name somebody, four name both, one only the first, two only the second, three others:
#            B    not B
#    A       4      1     5      expected 3, 2
#    not A   2      3     5      expected 3, 2
#            6      4    10
TABLE = [["RUS", "USA"]] * 4 + [["RUS"]] + [["USA"]] * 2 + [["CHN"]] * 3


def test_the_figures_are_those_of_a_table_worked_out_by_hand() -> None:
    extraction = write_extraction("a", TABLE)
    (pair,) = count_cooccurrences([extraction], {"a": "a"}, ("sentence",), 1)
    ratio = 2 * (4 * math.log(4 / 3) + math.log(1 / 2) + 2 * math.log(2 / 3) + 3 * math.log(3 / 2))
    assert (pair.first, pair.second, pair.count) == ("RUS", "USA", 4)
    assert pair.npmi == pytest.approx(math.log(0.4 / (0.5 * 0.6)) / -math.log(0.4), abs=1e-6)
    assert pair.log_likelihood == pytest.approx(ratio, abs=1e-6) == pytest.approx(1.726092, abs=1e-6)
    assert pair.p_value == pytest.approx(0.188910, abs=1e-5)


tables = st.tuples(st.integers(1, 30), st.integers(0, 30), st.integers(0, 30), st.integers(1, 30))


@given(tables)
def test_the_figures_are_those_of_scipy(table: tuple[int, int, int, int]) -> None:
    both, first, second, none = table
    ratio = log_likelihood(both, both + first, both + second, sum(table))
    observed = [[both, first], [second, none]]
    expected = stats.chi2_contingency(observed, correction=False, lambda_="log-likelihood")
    assert ratio == pytest.approx(expected.statistic, abs=1e-5)
    assert p_value(float(expected.statistic)) == pytest.approx(expected.pvalue, abs=1e-5)


def link(entity: str, start: int, end: int, kind: str = "name") -> Link:
    return Link(Mention(start, end, "x", kind, "STATE"), entity, "lexicon")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("links", "count"),
    [
        ([link("RUS", 4, 11), link("mfa", 4, 28)], 0),
        ([link("RUS", 4, 11), link("mfa", 4, 28), link("RUS", 40, 46)], 1),
        ([link("RUS", 4, 11), link("mfa", 4, 28), link("mfa", 40, 46)], 1),
        ([link("RUS", 4, 11), link("mfa", 11, 28)], 1),
        ([link("RUS", 4, 11), link("mfa", 40, 42, "pronoun")], 0),
    ],
    ids=["Russia within its ministry", "Russia again", "the ministry again", "side by side", "a pronoun"],
)
def test_one_name_within_another_is_not_named_together_by_that(links: list[Link], count: int) -> None:
    extraction = Extraction(Document("a", "x" * 60), (Sentence(0, 60, 0),), (), tuple(links), ())
    for window in ("sentence", "paragraph", "document"):
        pairs = count_cooccurrences([extraction], {"a": "a"}, (window,), 1)
        assert sum(pair.count for pair in pairs) == count


def test_each_window_is_counted_for_itself() -> None:
    extraction = write_extraction("a", [["RUS"], ["USA"], ["RUS", "USA"], ["CHN"], ["IRN"]])
    pairs = count_cooccurrences([extraction], {"a": "a"}, ("sentence", "paragraph", "document"), 1)
    counts = {pair.window: pair.count for pair in pairs if (pair.first, pair.second) == ("RUS", "USA")}
    assert counts == {"sentence": 1, "paragraph": 2, "document": 1}
