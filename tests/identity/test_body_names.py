"""Names of bodies: what they are called in short, and which of them say too little."""

import pytest

from kg.identity.body_names import is_general, list_short_forms, read_body


@pytest.mark.parametrize(
    "name", ["Advisory Committee", "the Foreign Ministry", "Office", "Joint Working Group"]
)
def test_a_general_name_is_that_of_many(name: str) -> None:
    assert is_general(name)


@pytest.mark.parametrize("name", ["Lindia Committee", "National Union", "Foreign Correspondents", "Advisory"])
def test_a_name_with_a_word_of_its_own_is_not_general(name: str) -> None:
    assert not is_general(name)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Harbour Advisory Committee", "advisory committee"),
        ("Advisory Committee on Harbours", "advisory committee"),
        ("Harbour Advisory Committee", "hac"),
        ("Bureau of Harbour Affairs", "ha"),
        ("Bureau of Harbour Affairs", "boha"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert short in list_short_forms(name)


def test_papers_are_no_body_and_have_no_short_form() -> None:
    assert list_short_forms("Advisory Committee on Harbours Files") == set()


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert read_body("Senate's Harbour Board") == read_body("Senate Harbour Board")
