"""Co-occurrence counts windows, not mentions, and does not depend on the order of documents."""

from hypothesis import given
from hypothesis import strategies as st

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
