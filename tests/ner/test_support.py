"""A weak name stands where the document supports it, or where its owner governs and acts."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.lexicon import Lexicon, load_lexicon
from kg.model import Block, Document
from kg.ner.page import read_page
from kg.ner.support import NameReader

MET = (["May", "met", "them", "."], ["MD", "VBD", "PRP", "."], ["AUX", "VERB", "PRON", "PUNCT"])
TALKS = (["May", "talks", "failed", "."], ["NNP", "NNS", "VBD", "."], ["PROPN", "NOUN", "VERB", "PUNCT"])
MODAL = (["May", "they", "meet", "."], ["MD", "PRP", "VB", "."], ["AUX", "PRON", "VERB", "PUNCT"])


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def read(known: Lexicon) -> Callable[..., list[tuple[str, ...]]]:
    """The candidates of the names in a sentence of words, tags and classes, at a date."""

    def run(rows: tuple[list[str], list[str], list[str]], date: str | None) -> list[tuple[str, ...]]:
        words, tags, classes = rows
        doc = Doc(spacy.blank("en").vocab, words=words, tags=tags, pos=classes)
        page = read_page(doc, Document("d", doc.text, date=date, blocks=(Block(0, len(doc.text)),)))
        return [found.candidates for found in NameReader(known).find(page, date)]

    return run


def test_a_name_that_is_a_month_is_its_owners_while_in_office(read) -> None:
    assert read(MET, "2018-11-27") == [("theresa-may",)]


@pytest.mark.parametrize("date", ["2020-01-01", "2016", None])
def test_out_of_office_it_is_not(read, date: str | None) -> None:
    assert read(MET, date) == []


@pytest.mark.parametrize("rows", [TALKS, MODAL], ids=["talks in May", "a wish"])
def test_what_does_not_act_is_no_person(read, rows) -> None:
    assert read(rows, "2018-11-27") == []
