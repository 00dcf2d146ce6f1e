"""Names that are alike share a key, so that they are compared at all."""

import pytest

from kg.identity.blocking import list_keys, split_name

ALIKE = [
    ("Angela Merkel", "Merkel"),
    ("Él-Yassin", "el Yassin"),
    ("National Union Party", "NUP"),
    ("Dmitry Polyanskiy", "Dmitry Polyansky"),
    ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Confederacy", "Iroquois Confederacy"),
]


@pytest.mark.parametrize(("first", "second"), ALIKE, ids=[first for first, _ in ALIKE])
def test_what_is_alike_shares_a_key(first: str, second: str) -> None:
    assert list_keys(first) & list_keys(second)


def test_a_name_is_split_without_small_words() -> None:
    assert split_name("The League of Él Yassin") == ("league", "el", "yassin")
