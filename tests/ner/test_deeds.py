"""Who does what only persons do is a person."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.lexicon import Lexicon
from kg.model import Block, Document
from kg.ner.deeds import DeedReader
from kg.ner.page import read_page

Row = tuple[str, str, str, str, int]  # word, tag, lemma, dependency, head


@pytest.fixture
def read(lexicon: Lexicon) -> Callable[..., list[str]]:
    """The persons found in a sentence of rows."""
    vocab = spacy.blank("en").vocab

    def run(rows: list[Row]) -> list[str]:
        words, tags, lemmas, deps, heads = (list(column) for column in zip(*rows, strict=True))
        doc = Doc(vocab, words=words, tags=tags, lemmas=lemmas, deps=deps, heads=heads)
        page = read_page(doc, Document("d", doc.text, blocks=(Block(0, len(doc.text)),)))
        return [doc.text[found.start : found.end] for found in DeedReader(lexicon).find(page)]

    return run


def subject(name: str, dep: str = "nsubj", head: int = 1, tag: str = "NNP") -> Row:
    return (name, tag, name, dep, head)


@pytest.mark.parametrize(
    "rest",
    [
        [("resigned", "VBD", "resign", "ROOT", 1)],
        [
            ("joined", "VBD", "join", "ROOT", 1),
            ("the", "DT", "the", "det", 3),
            ("Party", "NNP", "Party", "dobj", 1),
        ],
        [
            ("served", "VBD", "serve", "ROOT", 1),
            ("as", "IN", "as", "prep", 1),
            ("mayor", "NN", "mayor", "pobj", 2),
        ],
        [
            ("ran", "VBD", "run", "ROOT", 1),
            ("for", "IN", "for", "prep", 1),
            ("mayor", "NN", "mayor", "pobj", 2),
        ],
        [("was", "VBD", "be", "ROOT", 1), ("a", "DT", "a", "det", 3), ("lawyer", "NN", "lawyer", "attr", 1)],
        [
            ("lost", "VBD", "lose", "ROOT", 1),
            ("his", "PRP$", "his", "poss", 3),
            ("seat", "NN", "seat", "dobj", 1),
        ],
    ],
    ids=["resigned", "joined a party", "served as", "ran for", "was a lawyer", "his"],
)
def test_a_persons_deed_tells_a_person(read, rest: list[Row]) -> None:
    assert read([subject("Velkirk"), *rest]) == ["Velkirk"]


def test_a_passive_tells_a_person(read) -> None:
    rows = [
        subject("Velkirk", "nsubjpass", 2),
        ("was", "VBD", "be", "auxpass", 2),
        ("elected", "VBN", "elect", "ROOT", 2),
    ]
    assert read(rows) == ["Velkirk"]


@pytest.mark.parametrize(
    "rows",
    [
        [subject("Parliament"), ("resigned", "VBD", "resign", "ROOT", 1)],
        [subject("Velkirks", tag="NNPS"), ("resigned", "VBD", "resign", "ROOT", 1)],
        [subject("WLB"), ("resigned", "VBD", "resign", "ROOT", 1)],
        [subject("Velkirk"), ("fell", "VBD", "fall", "ROOT", 1)],
        [subject("Velkirk"), ("joined", "VBD", "join", "ROOT", 1), ("NATO", "NNP", "NATO", "dobj", 1)],
        [
            ("the", "DT", "the", "det", 1),
            subject("Velkirk", head=2),
            ("resigned", "VBD", "resign", "ROOT", 2),
        ],
        [
            ("Golden", "NNP", "Golden", "compound", 1),
            subject("Velkirk", head=2),
            ("resigned", "VBD", "resign", "ROOT", 2),
        ],
    ],
    ids=["an organ", "plural", "letters", "any deed", "joined an alliance", "an article", "two words"],
)
def test_other_subjects_are_left_alone(read, rows: list[Row]) -> None:
    assert read(rows) == []
