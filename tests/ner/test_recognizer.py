"""Mentions of a document: laws, and kinds of names."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = [
    "Russia", "the U.S. Congress", "Russian rebels", "Moscow", "the INF Treaty", "said", "and", ",",
    "Vladimir Putin", "the 2001 Italian general election", "of", "National Union Party", "(NUP)", "in",
    "the  Kremlin", "'s", "2003 treaty with Syria",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_mentions_cut_the_text_and_never_cross(find, parts: list[str]) -> None:
    text = " ".join(parts) + "."
    found = find(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert found == sorted(found, key=lambda mention: (mention.start, -mention.end, mention.type))
    for first in found:
        for second in found:
            crossing = first.start < second.start < first.end < second.end
            assert not crossing, (first, second)


def _told(found) -> set[tuple[str, str, str]]:
    return {(mention.text, mention.kind, mention.type) for mention in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian ships left Crimea.", {("Russian", "demonym", "STATE"), ("Crimea", "name", "PLACE")}),
        ("The Kremlin agreed.", {("Kremlin", "metonym", "STATE")}),
        ("The U.S. Congress voted.", {("U.S. Congress", "name", "ORG"), ("U.S.", "name", "STATE")}),
        (
            "At the 2001 Italian general election it won.",
            {("2001 Italian general election", "name", "EVENT"), ("Italian", "demonym", "STATE")},
        ),
        ("They fear the annexation of Crimea.", {("Crimea", "name", "PLACE")}),
    ],
)  # fmt: skip
def test_kinds_of_mentions(find, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert _told(find(text)) == expected


def test_a_weak_name_stands_where_the_strong_one_is_near(find) -> None:
    found = find("The U.S. Congress met. Later Congress voted.")
    assert [mention.candidates for mention in found if mention.text == "Congress"] == [("us-congress",)]


def test_a_weak_name_without_support_is_left_out(find) -> None:
    assert not find("It was held as a Congress of friends.")


def test_a_name_keeps_one_type_in_a_document(find) -> None:
    text = "Anna Bell spoke. Bell left."
    found = find(text, ("Anna Bell", "PERSON"))
    assert {mention.type for mention in found} == {"PERSON"}
    assert [mention.text for mention in found] == ["Anna Bell", "Bell"]


def test_an_acronym_in_brackets_has_the_type_of_its_name(find) -> None:
    found = find("The National Union Party (NUP) won. NUP leaders agreed.", ("National Union Party", "ORG"))
    assert [(mention.text, mention.type) for mention in found] == [
        ("National Union Party", "ORG"),
        ("NUP", "ORG"),
        ("NUP", "ORG"),
    ]


def test_titles_and_possessives_are_no_part_of_a_name(find) -> None:
    found = find("They met President Anna Bell's men.", ("President Anna Bell's", "PERSON"))
    assert [mention.text for mention in found] == ["Anna Bell"]


def test_a_government_is_its_state(find) -> None:
    found = find("The Russian Government agreed.", ("Russian Government", "ORG"))
    assert _told(found) == {("Russian", "demonym", "STATE")}


def test_a_family_name_that_is_also_a_capital_is_a_person_there(find) -> None:
    text = "George Washington was president. Washington retired."
    found = find(text, ("George Washington", "PERSON"))
    second = [mention for mention in found if mention.start > 20]
    assert [mention.type for mention in second] in (["PERSON"], ["PLACE"])


def test_boilerplate_names_no_actor(lexicon, tokenise) -> None:
    from kg.model import Block, Document
    from kg.ner import find_mentions

    text = "Russia takes no positions."
    document = Document("d", text, blocks=(Block(0, len(text), "boilerplate"),))
    assert find_mentions(tokenise(text), document, lexicon) == []
