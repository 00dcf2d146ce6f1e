"""The table of states against the ISO list, a second source of capitals and demonyms, and its own rules."""

import re
import tomllib
import unicodedata
from collections import Counter

import pycountry
import pytest
from countryinfo import CountryInfo

from kg.lexicon.entries import Entry, read_entries
from kg.lexicon.loader import DATA

TABLE = tomllib.loads((DATA / "states.toml").read_text(encoding="utf-8"))
STATES = {entry.entity.id: entry for entry in read_entries("states", TABLE)}
NAMES = [name for entry in STATES.values() for name in entry.names]
PRESENT = [entry for entry in STATES.values() if not entry.end]
HISTORIC = [entry for entry in STATES.values() if entry.end]
MEMBERS_OF_THE_UN = 193
OTHER_STATES = {"PSE", "TWN", "VAT", "XKX"}
NOT_IN_ISO = {"XKX"}
NOT_IN_COUNTRYINFO = {"XKX"}

CAPITALS_THAT_DIFFER = {
    "PSE": "Jerusalem is claimed; as a name it stands for Israel, whose government sits there",
}
NAMES_THAT_DIFFER = {
    "Republic of Myanmar": "the official name is Republic of the Union of Myanmar",
}
BY_NAME = [
    ("Kremlin", "RUS"),
    ("Downing Street", "GBR"),
    ("Sublime Porte", "OTT"),
    ("PRC", "CHN"),
    ("Communist China", "CHN"),
    ("Republic of China", "TWN"),
    ("D.P.R.K.", "PRK"),
    ("Britons", "GBR"),
    ("Spaniard", "ESP"),
    ("Frenchmen", "FRA"),
    ("Dutchman", "NLD"),
    ("Burma", "MMR"),
    ("Persia", "IRN"),
    ("Siam", "THA"),
    ("Zaire", "COD"),
    ("Swaziland", "SWZ"),
    ("Cote d'Ivoire", "CIV"),
    ("West Germany", "DEU"),
    ("East Germans", "DDR"),
    ("South Vietnamese", "RVN"),
    ("Soviet Russia", "SUN"),
    ("Kiev", "UKR"),
    ("Kyiv", "UKR"),
    ("Peking", "CHN"),
    ("Nigerien", "NER"),
    ("Nigerians", "NGA"),
]
AMBIGUOUS = [
    ("Korea", {"JOS", "KOR", "PRK"}),
    ("Congo", {"COD", "COG"}),
    ("Male", {"MDV"}),
    ("Georgetown", {"GUY"}),
    ("Victoria", {"SYC"}),
]


def plain(text: str) -> str:
    """The text without marks, case and the article, for comparing spellings of two sources."""
    letters = unicodedata.normalize("NFD", text.replace("’", "'").casefold().removeprefix("the "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def names_of(entry: Entry) -> set[str]:
    return {plain(name.text) for name in entry.names}


def upright(name: str) -> set[str]:
    """The orders in which "Bolivia, Plurinational State of" may be said."""
    head, comma, tail = name.partition(", ")
    return {name, f"{tail} {head}", f"{tail} the {head}"} if comma else {name}


def listed(value: object) -> list[str]:
    """The parts of what the second source gives: a name, a list, or names joined by "," "/" "and"."""
    parts = value if isinstance(value, list) else [value]
    return [name for part in parts if part for name in re.split(r", ?|/| and ", part)]


def test_every_member_of_the_un_is_there() -> None:
    assert {entry.entity.id for entry in PRESENT} >= OTHER_STATES
    assert len(PRESENT) == MEMBERS_OF_THE_UN + len(OTHER_STATES)


@pytest.mark.parametrize("entry", PRESENT, ids=lambda entry: entry.entity.id)
def test_a_present_state_has_the_codes_of_iso(entry: Entry) -> None:
    country = pycountry.countries.get(alpha_3=entry.entity.id)
    assert entry.entity.ids["iso3"] == entry.entity.id
    assert (country is None) == (entry.entity.id in NOT_IN_ISO)
    assert country is None or country.alpha_2 == entry.entity.ids["iso2"]


@pytest.mark.parametrize("entry", HISTORIC, ids=lambda entry: entry.entity.id)
def test_a_historic_state_has_the_code_iso_gave_it_or_one_iso_never_gave(entry: Entry) -> None:
    withdrawn = pycountry.historic_countries.get(alpha_3=entry.entity.id)
    assert pycountry.countries.get(alpha_3=entry.entity.id) is None
    assert (withdrawn is None) == ("iso3" not in entry.entity.ids)
    assert withdrawn is None or withdrawn.alpha_2 == entry.entity.ids["iso2"]


@pytest.mark.parametrize("entry", PRESENT, ids=lambda entry: entry.entity.id)
def test_the_names_iso_gives_a_state_are_known(entry: Entry) -> None:
    country = pycountry.countries.get(alpha_3=entry.entity.id)
    given = {getattr(country, field, "") for field in ("name", "common_name", "official_name")} - {""}
    known = names_of(entry)
    missing = {name for name in given if not {plain(order) for order in upright(name)} & known}
    assert missing <= set(NAMES_THAT_DIFFER)


@pytest.mark.parametrize("entry", PRESENT, ids=lambda entry: entry.entity.id)
def test_capital_and_demonym_agree_with_the_second_source(entry: Entry) -> None:
    if entry.entity.id in NOT_IN_COUNTRYINFO:
        return
    info = CountryInfo(entry.entity.id)
    known = names_of(entry)
    demonyms = {plain(name) for name in listed(info.demonym())}
    capitals = {plain(name) for name in listed(info.capital())}
    assert demonyms <= known
    assert capitals <= known or entry.entity.id in CAPITALS_THAT_DIFFER


@pytest.mark.parametrize(("text", "state"), BY_NAME, ids=[text for text, _ in BY_NAME])
def test_a_strong_name_means_its_state(text: str, state: str) -> None:
    assert {name.entry for name in NAMES if name.text == text and name.strong} == {state}


@pytest.mark.parametrize(("text", "states"), AMBIGUOUS, ids=[text for text, _ in AMBIGUOUS])
def test_a_name_of_several_things_is_weak(text: str, states: set[str]) -> None:
    owners = {name.entry: name.strong for name in NAMES if name.text == text}
    assert owners == dict.fromkeys(states, False)


def test_an_entry_lists_each_name_once() -> None:
    times = Counter((name.entry, name.text) for name in NAMES)
    assert [name for name, count in times.items() if count > 1] == []


def test_names_are_plain_text_without_article() -> None:
    texts = [name.text for name in NAMES]
    assert [text for text in texts if text.startswith(("the ", "The "))] == ["The Hague"]
    assert [text for text in texts if text != text.strip() or set(text) & set("’“”–")] == []


@pytest.mark.parametrize("entry", HISTORIC, ids=lambda entry: entry.entity.id)
def test_a_historic_state_began_before_it_ended(entry: Entry) -> None:
    assert len(entry.start.split("-")[0]) == len(entry.end.split("-")[0]) == 4
    assert entry.start < entry.end


def test_entries_are_sorted_by_key() -> None:
    assert list(TABLE) == sorted(TABLE)
