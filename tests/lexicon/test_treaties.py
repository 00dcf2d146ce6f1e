"""treaties.toml and events.toml hold: counts, parties, dates, and the names readers would look up."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import kg.lexicon.entries
from kg.lexicon.entries import Entry, read_entries

DATA = Path(kg.lexicon.entries.__file__).parent / "data"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read_table(file: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((DATA / f"{file}.toml").read_text(encoding="utf-8"))


def read(file: str) -> dict[str, Entry]:
    return {entry.entity.id: entry for entry in read_entries(file, read_table(file))}


@pytest.fixture(scope="module")
def treaties() -> dict[str, Entry]:
    return read("treaties")


@pytest.fixture(scope="module")
def events() -> dict[str, Entry]:
    return read("events")


def owners(entries: Mapping[str, Entry], text: str, *, strong: bool = True) -> set[str]:
    return {
        name.entry
        for entry in entries.values()
        for name in entry.names
        if name.text == text and name.strong is strong
    }


def test_there_are_enough_of_each_type(treaties: dict[str, Entry], events: dict[str, Entry]) -> None:
    types = [entry.entity.type for entry in treaties.values()]
    assert set(types) == {"TREATY", "LAW"}
    assert types.count("TREATY") >= 170
    assert types.count("LAW") >= 40
    assert len(events) >= 80
    assert {entry.entity.type for entry in events.values()} == {"EVENT"}


@pytest.mark.parametrize("file", ["treaties", "events"])
def test_entries_are_sorted_by_key(file: str) -> None:
    keys = list(read_table(file))
    assert keys == sorted(keys)


def test_no_strong_name_belongs_to_two_entries(treaties: dict[str, Entry], events: dict[str, Entry]) -> None:
    seen: dict[str, str] = {}
    for entry in (*treaties.values(), *events.values()):
        for name in entry.names:
            if name.strong:
                assert seen.setdefault(name.text, name.entry) == name.entry, name.text


def test_names_use_plain_apostrophes_hyphens_and_spaces(
    treaties: dict[str, Entry], events: dict[str, Entry]
) -> None:
    for entry in (*treaties.values(), *events.values()):
        for name in entry.names:
            assert name.text == " ".join(name.text.split())
            assert not set(name.text) & set("’‘–—"), name.text


def test_parties_and_states_are_known(treaties: dict[str, Entry], events: dict[str, Entry]) -> None:
    states = set(read("states"))
    assert sum(1 for entry in treaties.values() if entry.parties) >= 60
    for entry in (*treaties.values(), *events.values()):
        assert set(entry.parties) <= states, entry.entity.id
        assert list(entry.parties) == sorted(set(entry.parties)), entry.entity.id
        assert not entry.entity.state or entry.entity.state in states, entry.entity.id


@pytest.mark.parametrize(
    ("file", "keys"), [("treaties", ("opened", "in_force", "ended")), ("events", ("from", "until"))]
)
def test_dates_are_iso_and_in_order(file: str, keys: tuple[str, ...]) -> None:
    for entry, values in read_table(file).items():
        dates = [values[key] for key in keys if key in values]
        assert all(DATE.fullmatch(date) for date in dates), entry
        assert dates == sorted(dates), entry


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("INF Treaty", "inf-treaty"),
        ("Intermediate-Range Nuclear Forces Treaty", "inf-treaty"),
        ("Intermediate-Range Nuclear Forces (INF) Treaty", "inf-treaty"),
        ("New START", "new-start"),
        ("ABM Treaty", "abm-treaty"),
        ("NPT", "npt"),
        ("CTBT", "ctbt"),
        ("Partial Test Ban Treaty", "ptbt"),
        ("Iran nuclear deal", "jcpoa"),
        ("Minsk agreements", "minsk-agreements"),
        ("Minsk II", "minsk-ii"),
        ("CAATSA", "caatsa"),
        ("Countering America's Adversaries Through Sanctions Act", "caatsa"),
        ("Budapest Memorandum", "budapest-memorandum"),
        ("Paris climate agreement", "paris-agreement"),
        ("Astana process", "astana-process"),
        ("Oslo Accords", "oslo-accords"),
        ("Sea of Azov treaty", "azov-kerch-treaty"),
        ("Treaty of Paris (1783)", "treaty-of-paris-1783"),
        ("1898 Treaty of Paris", "treaty-of-paris-1898"),
        ("Adams-Onis Treaty", "adams-onis-treaty"),
        ("Lend-Lease Act", "lend-lease-act"),
        ("Resolution 2231", "unsc-resolution-2231"),
        ("U.N. Security Council Resolution 2231", "unsc-resolution-2231"),
        ("UNSCR 242", "unsc-resolution-242"),
        ("Molotov-Ribbentrop Pact", "molotov-ribbentrop-pact"),
        ("Warsaw Treaty", "warsaw-treaty"),
    ],
)
def test_a_known_name_finds_its_treaty(treaties: dict[str, Entry], text: str, entry: str) -> None:
    assert owners(treaties, text) == {entry}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Second World War", "world-war-ii"),
        ("Cold War", "cold-war"),
        ("Gulf War", "gulf-war"),
        ("Six Day War", "six-day-war"),
        ("Cuban Missile Crisis", "cuban-missile-crisis"),
        ("Arab Spring", "arab-spring"),
        ("9/11", "september-11-attacks"),
        ("September 11", "september-11-attacks"),
        ("Congress of Vienna", "congress-of-vienna"),
        ("Brexit", "brexit"),
        ("Ukraine crisis", "ukraine-crisis"),
    ],
)
def test_a_known_name_finds_its_event(events: dict[str, Entry], text: str, entry: str) -> None:
    assert owners(events, text) == {entry}


@pytest.mark.parametrize(
    "text",
    ["INF", "START", "Treaty of Paris", "Paris Agreement", "Geneva Accords", "Doha Agreement", "Warsaw Pact"],
)
def test_a_name_that_others_share_is_weak(treaties: dict[str, Entry], text: str) -> None:
    assert not owners(treaties, text)
    assert owners(treaties, text, strong=False)


def test_a_treaty_keeps_its_signature_and_its_end(treaties: dict[str, Entry]) -> None:
    inf = treaties["inf-treaty"]
    assert (inf.start, inf.end) == ("1987-12-08", "2019-08-02")
    assert inf.parties == ("RUS", "SUN", "USA")
    assert "arms pact" in inf.descriptions


def test_a_law_says_whose_it_is(treaties: dict[str, Entry]) -> None:
    assert treaties["caatsa"].entity.state == "USA"
    assert treaties["caatsa"].entity.type == "LAW"


def test_no_event_name_is_a_phrase_of_who_did_what(events: dict[str, Entry]) -> None:
    small = {"apartheid", "détente", "detente", "worldwide Depression"}
    for entry in events.values():
        for name in entry.names:
            if name.strong and name.text[0].islower() and name.text not in small:
                assert not re.search(r" (of|in|on|against) ", name.text), name.text
