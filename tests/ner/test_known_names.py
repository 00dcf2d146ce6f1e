"""Entries are called what analysts call them, and own no name that is another thing's."""

import pytest

from kg.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("key", "name", "title"),
    [
        ("inf-treaty", "INF Treaty", "Intermediate-Range Nuclear Forces Treaty"),
        ("jcpoa", "JCPOA", "Joint Comprehensive Plan of Action"),
        ("caatsa", "CAATSA", "Countering America's Adversaries Through Sanctions Act"),
        ("npt", "NPT", "Treaty on the Non-Proliferation of Nuclear Weapons"),
        ("ctbt", "CTBT", "Comprehensive Nuclear-Test-Ban Treaty"),
        ("cfe-treaty", "CFE Treaty", "Treaty on Conventional Armed Forces in Europe"),
        ("unclos", "UNCLOS", "United Nations Convention on the Law of the Sea"),
        ("nafta", "NAFTA", "North American Free Trade Agreement"),
        ("opcw", "OPCW", "Organisation for the Prohibition of Chemical Weapons"),
        ("iaea", "IAEA", "International Atomic Energy Agency"),
    ],
)
def test_the_usual_name_is_shown_and_the_title_is_an_alias(
    known: Lexicon, key: str, name: str, title: str
) -> None:
    assert known.entries[key].entity.name == name
    assert title in known.entries[key].entity.aliases
    assert {found.entry for found in known.names[title]} == {key}


@pytest.mark.parametrize(("text", "key"), [("Trent", "trento"), ("northeastern Syria", "rojava")])
def test_a_word_of_wider_use_is_no_strong_name(known: Lexicon, text: str, key: str) -> None:
    assert not [name for name in known.names.get(text, ()) if name.entry == key and name.strong]


def test_a_brother_is_known_by_his_full_name(known: Lexicon) -> None:
    assert [name.entry for name in known.names["Robert Kennedy"] if name.strong] == ["robert-f-kennedy"]
