"""Cutting at blocks and joining again loses nothing."""

import sys

import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Block, Document
from kg.ner import parse

NLP = spacy.blank("en")
PARAGRAPHS = st.lists(st.text(alphabet="abc AB.,'\n\t’é-", max_size=60), max_size=6)


def _document(key: str, paragraphs: list[str]) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return Document(key, text, blocks=tuple(block for block in blocks if block.start < block.end))


@given(PARAGRAPHS)
def test_token_offsets_are_offsets_into_the_text(paragraphs: list[str]) -> None:
    document = _document("d", paragraphs)
    for _, doc in parse(NLP, [(document, document.text)]):
        assert doc.text == document.text
        assert all(document.text[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(st.lists(PARAGRAPHS, max_size=4))
def test_each_document_with_text_comes_back_once_and_in_order(texts: list[list[str]]) -> None:
    documents = [_document(str(number), paragraphs) for number, paragraphs in enumerate(texts)]
    found = [document.id for document, _ in parse(NLP, [(document, document.text) for document in documents])]
    assert found == [document.id for document in documents if document.text]


def test_a_long_document_is_read_in_pieces_and_joined(monkeypatch) -> None:
    monkeypatch.setattr(sys.modules["kg.ner.parse"], "PIECE", 40)
    document = _document(
        "d", ["Russia signed the treaty.", "Syria did not.", "Moscow and Damascus agreed later."]
    )
    ((_, doc),) = parse(NLP, [(document, document.text)])
    assert doc.text == document.text


def test_each_block_begins_a_sentence() -> None:
    document = _document("d", ["A heading", "Russia signed", "Syria did not"])
    ((_, doc),) = parse(NLP, [(document, document.text)])
    starts = {token.idx for token in doc if token.is_sent_start}
    assert {block.start for block in document.blocks} <= starts


def test_a_heading_is_one_sentence() -> None:
    text = "What Does Moscow Want? And Why?\n\nIt wants talks."
    document = Document("d", text, blocks=(Block(0, 31, "heading"), Block(33, len(text))))
    ((_, doc),) = parse(NLP, [(document, text)])
    inside = [token for token in doc if 0 < token.idx < 31]
    assert all(token.is_sent_start is False for token in inside)
