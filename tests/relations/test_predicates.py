"""A word links two actors that stand in two of its slots, or that share one in which it can join them."""

from collections.abc import Sequence

import pytest
import spacy
from spacy.tokens import Doc

from kg.lexicon import Lexicon, load_lexicon
from kg.model import EntityType, Link, Mention
from kg.relations.frames.predicates import Predicate, find_predicates, know

Row = tuple[str, str, str, int]  # word, part of speech, dependency, distance to its head
VOCAB = spacy.blank("en").vocab


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def find(lexicon: Lexicon, rows: Sequence[Row], lemma: str = "", **types: EntityType) -> list[Predicate]:
    """The predicates of a parse; `lemma` is that of the root, `types` the actors by their word."""
    words = [row[0] for row in rows]
    doc = Doc(
        VOCAB,
        words=words,
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[index + row[3] for index, row in enumerate(rows)],
        lemmas=[lemma if lemma and row[2] == "ROOT" else row[0].lower() for row in rows],
        spaces=[after != "-" and word != "-" for word, after in zip(words, [*words[1:], ""], strict=True)],
    )
    links = [
        Link(
            Mention(token.idx, token.idx + len(token), token.text, "name", types[token.text]), token.text, ""
        )
        for token in doc
        if token.text in types
    ]
    return list(find_predicates(doc, links, lexicon))


TWO: dict[str, EntityType] = {"France": "STATE", "Chad": "STATE"}


def verb(word: str) -> list[Row]:
    return [("France", "PROPN", "nsubj", 1), (word, "VERB", "ROOT", 0), ("Chad", "PROPN", "dobj", -1)]


@pytest.mark.parametrize(
    ("word", "knowledge"),
    [("attack", "frame"), ("persuade", "frame"), ("resemble", "no relation"), ("blorp", "unknown")],
)
def test_a_verb_links_its_subject_to_its_object(lexicon: Lexicon, word: str, knowledge: str) -> None:
    (predicate,) = find(lexicon, verb(word), **TWO)
    assert (predicate.lemma, predicate.knowledge) == (word, knowledge)
    assert predicate.pairs == {frozenset(TWO)}


def test_the_sentence_is_given_with_its_place(lexicon: Lexicon) -> None:
    (predicate,) = find(lexicon, verb("attack"), **TWO)
    assert (predicate.sentence, predicate.start) == ("France attack Chad", 0)


JOINT: list[Row] = [
    ("France", "PROPN", "nsubj", 3),
    ("and", "CCONJ", "cc", -1),
    ("Chad", "PROPN", "conj", -2),
    ("blorp", "VERB", "ROOT", 0),
]


def test_what_two_do_without_an_object_may_join_them(lexicon: Lexicon) -> None:
    assert [predicate.pairs for predicate in find(lexicon, JOINT, **TWO)] == [{frozenset(TWO)}]


def test_what_two_do_to_something_does_not_link_them(lexicon: Lexicon) -> None:
    assert find(lexicon, [*JOINT, ("roads", "NOUN", "dobj", -1)], **TWO) == []


def test_where_an_event_is_held_is_no_link(lexicon: Lexicon) -> None:
    rows: list[Row] = [
        ("Summit", "PROPN", "nsubj", 1),
        ("blorp", "VERB", "ROOT", 0),
        ("in", "ADP", "prep", -1),
        ("Lima", "PROPN", "pobj", -1),
    ]
    assert find(lexicon, rows, Summit="EVENT", Lima="PLACE") == []
    assert len(find(lexicon, rows, Summit="ORG", Lima="PLACE")) == 1


def test_a_piece_of_a_word_is_no_word(lexicon: Lexicon) -> None:
    rows: list[Row] = [
        ("France", "PROPN", "nsubj", 3),
        ("co", "NOUN", "dep", 2),
        ("-", "PUNCT", "punct", 1),
        ("blorp", "VERB", "ROOT", 0),
        ("Chad", "PROPN", "dobj", -1),
    ]
    assert find(lexicon, rows, **TWO) == []


def noun(word: str) -> list[Row]:
    return [
        ("French", "ADJ", "amod", 1),
        (word, "NOUN", "nsubj", 3),
        ("in", "ADP", "prep", -1),
        ("Chad", "PROPN", "pobj", -1),
        ("slept", "VERB", "ROOT", 0),
    ]


def test_a_noun_links_its_owner_to_its_complement(lexicon: Lexicon) -> None:
    (predicate,) = find(lexicon, noun("presence"), French="STATE", Chad="STATE")
    assert (predicate.lemma, predicate.word_class, predicate.knowledge) == ("presence", "noun", "frame")


def test_a_noun_that_only_stands_for_its_owner_links_nobody(lexicon: Lexicon) -> None:
    assert find(lexicon, noun("official"), French="STATE", Chad="STATE") == []


def test_what_is_listed_as_no_relation_has_no_frame_and_no_effect(lexicon: Lexicon) -> None:
    listed = {
        (word, word_class)
        for word_class in ("verb", "noun")
        for word in lexicon.words[f"no_relation.{word_class}s"]
    }
    named_elsewhere = {pair for pair in listed if know(*pair, lexicon) != "no relation"}
    assert named_elsewhere <= {("have", "verb"), ("be", "verb"), ("do", "verb")}


@pytest.mark.parametrize(("thing", "count"), [("treaty", 1), ("letter", 0)])
def test_two_are_joined_by_the_object_their_frame_names(lexicon: Lexicon, thing: str, count: int) -> None:
    signed: list[Row] = [*JOINT[:3], ("sign", "VERB", "ROOT", 0), (thing, "NOUN", "dobj", -1)]
    assert len(find(lexicon, signed, **TWO)) == count
