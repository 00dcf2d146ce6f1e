"""How much of what links two actors is known, and how much of it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.config import Config
from kg.corpus import find_blocks
from kg.evaluation.coverage import Coverage, Word, measure_coverage
from kg.extract import open_reader
from kg.model import Document


@st.composite
def words(draw: st.DrawFn) -> Word:
    count = draw(st.integers(1, 50))
    knowledge = draw(st.sampled_from(["frame", "context", "no relation", "unknown"]))
    return Word("word", "verb", knowledge, count, draw(st.integers(0, count)), "A sentence.")


@given(st.lists(words()))
def test_shares_are_shares(found: list[Word]) -> None:
    coverage = Coverage(tuple(found))
    assert 0 <= coverage.share <= 1
    assert 0 <= coverage.read_share <= 1
    assert coverage.total == coverage.count("frame", "context", "no relation", "unknown")


def test_a_frame_that_gave_no_claim_is_known_but_not_read() -> None:
    coverage = Coverage(
        (Word("hold", "verb", "frame", 3, 1, ""), Word("resemble", "verb", "no relation", 1, 0, ""))
    )
    assert (coverage.share, coverage.read_share, coverage.found) == (1, 0.5, 1)


def test_of_nothing_all_is_known() -> None:
    assert (Coverage(()).share, Coverage(()).read_share) == (1, 1)


def measure(*texts: str) -> list[tuple[str, str, int, int]]:
    documents = [Document(str(number), text, blocks=find_blocks(text)) for number, text in enumerate(texts)]
    coverage = measure_coverage(documents, open_reader(Config()))
    return [(word.lemma, word.knowledge, word.count, word.found) for word in coverage.words]


@pytest.mark.model
def test_the_words_of_documents_are_counted_together() -> None:
    texts = "Russia attacked Georgia.", "Iran attacked Iraq. Peru resembles Chile.", "Spain met no one."
    assert measure(*texts) == [("attack", "frame", 2, 2), ("resemble", "no relation", 1, 0)]


@pytest.mark.model
def test_a_claim_counts_only_between_those_the_word_links() -> None:
    text = "Peru resembles Chile, a neighbour of Bolivia."
    assert measure(text) == [("resemble", "no relation", 1, 0)]
