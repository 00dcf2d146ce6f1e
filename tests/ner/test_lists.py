"""One list, one type."""

import pytest

from kg.model import Block, Document
from kg.ner.choose import choose
from kg.ner.finds import Find
from kg.ner.lists import unify_lists
from kg.ner.page import read_page
from kg.ner.persons import PersonJudge


def test_an_unknown_member_of_a_list_of_persons_is_a_person(find) -> None:
    text = "The film stars Anna Weber, Manikan, Tota Roy Shetty and Karl Lindner."
    found = find(
        text,
        ("Anna Weber", "PERSON"),
        ("Manikan", "GPE"),
        ("Roy Shetty", "PERSON"),
        ("Karl Lindner", "PERSON"),
    )
    assert [(mention.text, mention.type) for mention in found] == [
        ("Anna Weber", "PERSON"),
        ("Manikan", "PERSON"),
        ("Tota Roy Shetty", "PERSON"),
        ("Karl Lindner", "PERSON"),
    ]


def test_a_title_is_no_part_of_a_member(find) -> None:
    text = "They met Anna Weber, Senator Otto Brandt, and Karl Lindner."
    found = find(text, ("Anna Weber", "PERSON"), ("Otto Brandt", "PERSON"), ("Karl Lindner", "PERSON"))
    assert [mention.text for mention in found] == ["Anna Weber", "Otto Brandt", "Karl Lindner"]


def test_an_unknown_member_of_a_list_of_parties_is_no_person(find) -> None:
    text = "It joined the Labour Party, Meimar, the National Union and the Centre Party."
    found = find(text, ("Meimar", "PERSON"))
    assert ("Meimar", "ORG") in [(mention.text, mention.type) for mention in found]


def test_an_unknown_member_of_a_list_of_places_is_a_place(find) -> None:
    found = find("Russia, Moldo, Italy and Syria met.", ("Moldo", "PERSON"))
    assert ("Moldo", "PLACE") in [(mention.text, mention.type) for mention in found]


@pytest.mark.parametrize("text", ["Anna Weber and Manikan met.", "Anna Weber, Manikan met.", "Manikan met."])
def test_two_names_are_no_list(find, text: str) -> None:
    ents = [(name, label) for name, label in (("Anna Weber", "PERSON"), ("Manikan", "ORG")) if name in text]
    assert ("Manikan", "ORG") in [(mention.text, mention.type) for mention in find(text, *ents)]


def test_reading_the_lists_twice_changes_nothing_more(lexicon, tokenise) -> None:
    text = "The film stars Anna Weber, Manikan, Tota Roy Shetty and Karl Lindner."
    page = read_page(tokenise(text), Document("d", text, blocks=(Block(0, len(text)),)))
    places = [text.index(name) for name in ("Anna", "Manikan", "Karl")]
    finds = [
        Find(places[0], places[0] + 10, "PERSON", rank=1),
        Find(places[1], places[1] + 7, "PLACE", rank=1),
        Find(places[2], places[2] + 12, "PERSON", rank=1),
    ]
    judge = PersonJudge(lexicon)
    once = choose(page, unify_lists(page, finds, judge), lexicon)
    assert choose(page, unify_lists(page, once, judge), lexicon) == once
