"""One document gives one extraction, whatever is read before, after or beside it."""

from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.config import Config
from kg.corpus import find_blocks
from kg.extract import BATCH, Reader, extract, extract_documents, hash_pipeline, open_reader
from kg.lexicon import Lexicon
from kg.model import Document

TEXT = "Russia attacked Ukraine."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline that cuts sentences and knows nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.fixture(scope="module")
def reader(nlp: Language, lexicon: Lexicon) -> Reader:
    """A reader without a trained model."""
    return Reader(nlp, lexicon, Config(), "fingerprint")


def make_document(name: str, text: str) -> Document:
    return Document(name, text, blocks=find_blocks(text))


def parse_by_hand(nlp: Language) -> Doc:
    """The parse of TEXT."""
    return Doc(
        nlp.vocab,
        words=["Russia", "attacked", "Ukraine", "."],
        spaces=[True, True, False, False],
        pos=["PROPN", "VERB", "PROPN", "PUNCT"],
        tags=["NNP", "VBD", "NNP", "."],
        lemmas=["Russia", "attack", "Ukraine", "."],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "dobj", "punct"],
        morphs=["", "Tense=Past|VerbForm=Fin", "", ""],
    )


def test_a_parsed_document_gives_sentences_entities_links_and_claims(nlp: Language, lexicon: Lexicon) -> None:
    extraction = extract(make_document("d", TEXT), parse_by_hand(nlp), lexicon, Config())
    (claim,) = extraction.claims
    assert (claim.source, claim.type, claim.target) == ("RUS", "ASSAULT", "UKR")
    assert (
        {link.entity for link in extraction.links}
        == {entity.id for entity in extraction.entities}
        == {"RUS", "UKR"}
    )
    assert [TEXT[sentence.start : sentence.end] for sentence in extraction.sentences] == [TEXT]


words = st.sampled_from(
    [
        "Russia",
        "Trump’s administration",
        "NATO",
        "the Kremlin",
        "Trump",
        "said",
        "left",
        "INF Treaty",
        "it",
        "’s",
        "\t",
        "Ab",
    ]
)
texts = st.lists(st.lists(words, max_size=12).map(" ".join), max_size=5).map(".\n\n".join)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(texts=st.lists(texts, max_size=6))
def test_offsets_cut_out_the_text_and_sentences_lie_in_their_blocks(reader: Reader, texts: list[str]) -> None:
    documents = [make_document(str(number), text) for number, text in enumerate(texts)]
    for document, extraction in zip(documents, extract_documents(documents, reader), strict=True):
        assert extraction.document == document
        assert extraction.fingerprint == "fingerprint"
        for link in extraction.links:
            assert document.text[link.mention.start : link.mention.end] == link.mention.text
        for sentence in extraction.sentences:
            block = document.blocks[sentence.block]
            assert block.start <= sentence.start < sentence.end
            assert document.text[sentence.start : sentence.end].strip()


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=10)
@given(texts=st.lists(texts, min_size=1, max_size=4))
def test_a_document_is_read_the_same_alone_and_among_others(reader: Reader, texts: list[str]) -> None:
    documents = [
        make_document(str(number), text) for number, text in enumerate(texts * (BATCH // len(texts) + 1))
    ]
    together = list(extract_documents(documents, reader))
    alone = [next(extract_documents([document], reader)) for document in documents[: len(texts)]]
    assert together[: len(texts)] == alone
    assert [item.document for item in together] == documents


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff"], ids=["empty", "spaces", "a byte-order mark"])
def test_a_document_without_words_is_read_as_nothing(reader: Reader, text: str) -> None:
    document = make_document("d", text)
    (extraction,) = extract_documents([document], reader)
    assert (extraction.links, extraction.claims) == ((), ())


@pytest.mark.parametrize(
    ("changed", "is_new"),
    [
        ({"metonyms": "separate"}, True),
        ({"model": "sm"}, True),
        ({"processes": 4}, False),
        ({"windows": ("document",)}, False),
        ({"minimum_cooccurrence": 9}, False),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_the_fingerprint_changes_with_what_reading_depends_on(nlp, lexicon, changed, is_new) -> None:
    before = hash_pipeline(nlp, lexicon, Config())
    assert (hash_pipeline(nlp, lexicon, replace(Config(), **changed)) != before) is is_new


def test_the_fingerprint_changes_with_model_lexicon_and_code(
    nlp, lexicon, monkeypatch, tmp_path: Path
) -> None:
    other = spacy.blank("en", meta={"version": "9.9"})
    before = hash_pipeline(nlp, lexicon, Config())
    assert hash_pipeline(other, lexicon, Config()) != before
    assert hash_pipeline(nlp, replace(lexicon, version="x"), Config()) != before
    for name in ("extract.py", "model.py"):
        (tmp_path / name).write_text("# another rule")
    monkeypatch.setattr("kg.extract.PACKAGE", tmp_path)
    assert hash_pipeline(nlp, lexicon, Config()) != before


@pytest.mark.model
def test_the_model_is_loaded_once_in_a_process() -> None:
    assert open_reader(Config(model="sm")) is open_reader(Config(model="sm"))
