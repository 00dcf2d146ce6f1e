"""Instruments known by a number are found with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ner.numbered import find_numbered


@given(st.text(alphabet="SER.O HP(X)12/ on", max_size=60))
def test_what_is_found_holds_a_number(text: str) -> None:
    assert all(any(map(str.isdigit, text[find.start : find.end])) for find in find_numbered(text))


@pytest.mark.parametrize(
    ("text", "numbered"),
    [
        ("By resolution 2467 A (XXIII) it met.", ["resolution 2467 A (XXIII)"]),
        ("By resolution 12 A man may speak.", ["resolution 12"]),
        ("Under Executive Order 12065 and E.O. 12333", ["Executive Order 12065", "E.O. 12333"]),
        ("Our views on S. 3225, and on H.R. 4194.", ["S. 3225", "H.R. 4194"]),
        ("Public Law 95-452 stands.", ["Public Law 95-452"]),
        ("In 1948 Harry S. Truman won 303 votes.", []),
    ],
)
def test_numbered_instruments(text: str, numbered: list[str]) -> None:
    assert [text[find.start : find.end] for find in find_numbered(text)] == numbered
