"""The table of places against the states, the ISO list of territories, and its own rules."""

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict

import pycountry
import pytest

from kg.lexicon.entries import read_entries
from kg.lexicon.loader import DATA

TABLE = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))
STATE_TABLE = tomllib.loads((DATA / "states.toml").read_text(encoding="utf-8"))
PLACES = {entry.entity.id: entry for entry in read_entries("places", TABLE)}
NAMES = [name for entry in PLACES.values() for name in entry.names]
STATES = {entry.entity.id: entry for entry in read_entries("states", STATE_TABLE)}

TERRITORIES_LEFT_OUT = {
    "ATF": "no one lives there and no text says the name; Kerguelen is listed",
    "BES": "three islands of the Netherlands Antilles, listed there",
    "SHN": "its islands are names of Saint Helena",
    "SJM": "Svalbard and Jan Mayen are two entries",
    "UMI": "a name for statistics; Wake and Midway are listed",
}
CONTESTED = [
    ("crimea", {"RUS", "UKR"}),
    ("golan-heights", {"ISR", "SYR"}),
    ("kashmir", {"CHN", "IND", "PAK"}),
    ("senkaku-islands", {"CHN", "JPN", "TWN"}),
    ("falkland-islands", {"ARG", "GBR"}),
]
BY_NAME = [
    ("Donbass", "donbas"),
    ("Malvinas", "falkland-islands"),
    ("Diaoyu", "senkaku-islands"),
    ("Turkish Cypriots", "northern-cyprus"),
    ("Leningrad", "saint-petersburg"),
    ("Kharkov", "kharkiv"),
    ("Straits of Hormuz", "strait-of-hormuz"),
    ("Scots", "scotland"),
    ("Middle Eastern", "middle-east"),
    ("sub-Saharan Africa", "sub-saharan-africa"),
]
WEAK = ["Georgia", "Victoria", "Nice", "Phoenix", "Split", "Acre", "English", "Washington", "Galicia"]


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(text).replace("'", "")).strip("-")


def as_said(name: str) -> str:
    """ "Virgin Islands, U.S." and "Saint Martin (French part)" as texts have them."""
    head, comma, tail = name.partition(", ")
    return plain(re.sub(r" \(.* part\)", "", f"{tail} {head}" if comma else head))


def test_states_and_claimants_are_states() -> None:
    claimants = {state for entry in TABLE.values() for state in entry.get("claimants", [])}
    assert claimants | {entry["state"] for entry in TABLE.values() if "state" in entry} <= set(STATES)


def test_a_place_that_states_contest_is_given_to_none() -> None:
    contested = {key for key, entry in TABLE.items() if len(entry.get("claimants", [])) > 1}
    assert {key for key in contested if "state" in TABLE[key]} == set()


@pytest.mark.parametrize(("key", "claimants"), CONTESTED, ids=[key for key, _ in CONTESTED])
def test_claimants_of_a_contested_place(key: str, claimants: set[str]) -> None:
    assert set(TABLE[key]["claimants"]) == claimants


def test_the_key_is_the_slug_of_the_name_with_a_word_more_or_less() -> None:
    slugs = {key: slug(entry.entity.name) for key, entry in PLACES.items()}
    assert {key: name for key, name in slugs.items() if name not in key and key not in name} == {}


def test_an_entry_lists_each_name_once() -> None:
    times = Counter((name.entry, name.text) for name in NAMES)
    assert [name for name, count in times.items() if count > 1] == []


def test_names_are_plain_text_without_article() -> None:
    texts = [name.text for name in NAMES]
    assert [text for text in texts if text.startswith(("the ", "The "))] == []
    assert [text for text in texts if text != text.strip() or set(text) & set("’“”–")] == []


def test_no_strong_name_belongs_to_two_entries_of_states_and_places() -> None:
    owners = defaultdict(set)
    for name in [*NAMES, *(name for entry in STATES.values() for name in entry.names)]:
        if name.strong:
            owners[name.text].add(name.entry)
    assert {text: keys for text, keys in owners.items() if len(keys) > 1} == {}


def test_every_territory_of_iso_is_a_state_or_a_place() -> None:
    known = {plain(name.text) for name in NAMES}
    missing = {country.alpha_3 for country in pycountry.countries if as_said(country.name) not in known}
    assert missing - set(STATES) == set(TERRITORIES_LEFT_OUT)


@pytest.mark.parametrize(("text", "key"), BY_NAME, ids=[text for text, _ in BY_NAME])
def test_a_strong_name_means_its_place(text: str, key: str) -> None:
    assert {name.entry for name in NAMES if name.text == text and name.strong} == {key}


@pytest.mark.parametrize("text", WEAK)
def test_a_name_of_several_things_is_weak(text: str) -> None:
    assert {name.strong for name in NAMES if name.text == text} == {False}


def test_entries_are_sorted_by_key() -> None:
    assert list(TABLE) == sorted(TABLE)
