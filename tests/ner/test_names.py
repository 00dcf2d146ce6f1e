"""The lexicon's names are found where they stand as words of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import Name
from kg.ner.names import NameIndex

NAMES = ["Iran", "U.S.", "U.S. Congress", "al-Qaeda", "Côte d'Ivoire", "IS", "United Nations"]
INDEX = NameIndex({text: (Name(text, text, "name", True),) for text in NAMES})


@given(
    st.lists(st.sampled_from([*NAMES, "Iranian", "US", " ", "-", ".", "x", "'s ", "(", "the "]), max_size=12)
)
def test_what_is_found_is_the_name_and_no_part_of_a_word(parts: list[str]) -> None:
    text = "".join(parts)
    for start, end, owners in INDEX.find(text):
        assert text[start:end] == owners[0].text
        assert not (start and text[start - 1].isalnum() and text[start].isalnum())
        assert end == len(text) or not text[end].isalnum()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anti-Iran talks", ["Iran"]),
        ("Iranian talks", []),
        ("the U.S. Congress", ["U.S. Congress", "U.S."]),
        ("U.S.S.R.", []),
        ("al-Qaeda's men", ["al-Qaeda"]),
        ("Côte d'Ivoire", ["Côte d'Ivoire"]),
    ],
)
def test_names_in_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in INDEX.find(text)] == found
