"""organisations.toml and armed_groups.toml hold: members, dates, and the names readers would look up."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

import kg.lexicon.entries
from kg.lexicon.entries import Entry, read_entries

DATA = Path(kg.lexicon.entries.__file__).parent / "data"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read(file: str) -> list[Entry]:
    return read_entries(file, tomllib.loads((DATA / f"{file}.toml").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def organisations() -> dict[str, Entry]:
    return {entry.entity.id: entry for entry in read("organisations")}


@pytest.fixture(scope="module")
def groups() -> dict[str, Entry]:
    return {entry.entity.id: entry for entry in read("armed_groups")}


@pytest.fixture(scope="module")
def states() -> dict[str, Entry]:
    return {entry.entity.id: entry for entry in read("states")}


def owners(entries: dict[str, Entry], text: str, *, strong: bool = True) -> set[str]:
    return {
        name.entry
        for entry in entries.values()
        for name in entry.names
        if name.text == text and name.strong is strong
    }


def test_there_are_enough_of_each_type(organisations: dict[str, Entry], groups: dict[str, Entry]) -> None:
    types = [entry.entity.type for entry in organisations.values()]
    assert types.count("IGO") >= 150
    assert types.count("ORG") >= 300
    assert types.count("BLOC") >= 15
    assert len(groups) >= 150
    assert {entry.entity.type for entry in groups.values()} == {"ARMED_GROUP"}


def test_organisations_have_the_known_types(organisations: dict[str, Entry]) -> None:
    assert {entry.entity.type for entry in organisations.values()} == {"IGO", "ORG", "BLOC"}


@pytest.mark.parametrize("file", ["organisations", "armed_groups"])
def test_entries_are_sorted_by_key(file: str) -> None:
    keys = list(tomllib.loads((DATA / f"{file}.toml").read_text(encoding="utf-8")))
    assert keys == sorted(keys)


@pytest.mark.parametrize("file", ["organisations", "armed_groups"])
def test_no_strong_name_belongs_to_two_entries(file: str) -> None:
    seen: dict[str, str] = {}
    for entry in read(file):
        for name in entry.names:
            if name.strong:
                assert seen.setdefault(name.text, name.entry) == name.entry, name.text


@pytest.mark.parametrize("file", ["organisations", "armed_groups"])
def test_names_use_plain_apostrophes_hyphens_and_spaces(file: str) -> None:
    for entry in read(file):
        for name in entry.names:
            assert name.text == " ".join(name.text.split())
            assert not set(name.text) & set("’‘–—"), name.text


def test_members_are_known_states(organisations: dict[str, Entry], states: dict[str, Entry]) -> None:
    members = {member.member for entry in organisations.values() for member in entry.members}
    assert len(members) > 150
    assert members <= set(states)


def test_states_named_are_known(
    organisations: dict[str, Entry], groups: dict[str, Entry], states: dict[str, Entry]
) -> None:
    named = {entry.entity.state for entry in (*organisations.values(), *groups.values())} - {""}
    assert named <= set(states)


def test_no_state_is_a_member_twice_at_a_time(organisations: dict[str, Entry]) -> None:
    for entry in organisations.values():
        rows = sorted((row.member, row.start, row.end) for row in entry.members)
        for (first, _, end), (second, start, _) in pairwise(rows):
            assert first != second or (end and end <= start), f"{entry.entity.id}: {first}"


def test_dates_are_iso_and_in_order(organisations: dict[str, Entry], groups: dict[str, Entry]) -> None:
    for entry in (*organisations.values(), *groups.values()):
        spans = [(entry.start, entry.end), *((member.start, member.end) for member in entry.members)]
        for start, end in spans:
            assert all(DATE.fullmatch(date) for date in (start, end) if date), entry.entity.id
            assert not (start and end) or start <= end, entry.entity.id


@pytest.mark.parametrize(
    ("body", "member", "start", "end"),
    [
        ("nato", "FRA", "1949-04-04", ""),
        ("nato", "SWE", "2024-03-07", ""),
        ("eu", "GBR", "1993-11-01", "2020-01-31"),
        ("eu", "HRV", "2013-07-01", ""),
        ("g8", "RUS", "1997-06-20", "2014-03-24"),
        ("un-security-council", "SUN", "1945-10-24", "1991-12-24"),
        ("un-security-council", "CHN", "1971-10-25", ""),
        ("warsaw-pact", "ALB", "1955-05-14", "1968-09-13"),
        ("asean", "VNM", "1995-07-28", ""),
        ("league-of-nations", "SUN", "1934-09-18", "1939-12-14"),
    ],
)
def test_membership_is_dated(
    organisations: dict[str, Entry], body: str, member: str, start: str, end: str
) -> None:
    spans = {(row.member, row.start, row.end) for row in organisations[body].members}
    assert (member, start, end) in spans


@pytest.mark.parametrize(
    ("body", "count"),
    [("nato", 32), ("g7", 7), ("gcc", 6), ("sco", 10), ("african-union", 54), ("arab-league", 22)],
)
def test_a_body_has_all_its_present_members(organisations: dict[str, Entry], body: str, count: int) -> None:
    present = {row.member for row in organisations[body].members if not row.end}
    assert len(present) == count


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("NATO", "nato"),
        ("N.A.T.O.", "nato"),
        ("UN", "un"),
        ("U.N.", "un"),
        ("U.N. Security Council", "un-security-council"),
        ("Security Council", "un-security-council"),
        ("European Union", "eu"),
        ("IMF", "imf"),
        ("World Bank", "world-bank"),
        ("IAEA", "iaea"),
        ("Organization for the Prohibition of Chemical Weapons", "opcw"),
        ("Organisation for Security and Co-operation in Europe", "osce"),
        ("Arab League", "arab-league"),
        ("African Union", "african-union"),
        ("European Commission", "european-commission"),
        ("the West", "the-west"),
        ("Western", "the-west"),
        ("Warsaw Pact", "warsaw-pact"),
        ("G20", "g20"),
        ("US Congress", "us-congress"),
        ("Pentagon", "us-department-of-defense"),
        ("State Department", "us-department-of-state"),
        ("State Duma", "state-duma"),
        ("Carnegie Moscow Center", "carnegie-moscow-center"),
        ("Sinn Fein", "sinn-fein"),
        ("Kuomintang", "kuomintang"),
    ],
)
def test_a_known_name_finds_its_organisation(organisations: dict[str, Entry], text: str, entry: str) -> None:
    assert owners(organisations, text) == {entry}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Islamic State", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("Daesh", "islamic-state"),
        ("ISIS-K", "islamic-state-khorasan"),
        ("al-Qaida", "al-qaeda"),
        ("Al Qaeda", "al-qaeda"),
        ("Hizbullah", "hezbollah"),
        ("Houthi", "houthis"),
        ("PKK", "pkk"),
        ("Tamil Tigers", "ltte"),
        ("Viet Cong", "viet-cong"),
        ("Khmer Rouge", "khmer-rouge"),
    ],
)
def test_a_known_name_finds_its_armed_group(groups: dict[str, Entry], text: str, entry: str) -> None:
    assert owners(groups, text) == {entry}


@pytest.mark.parametrize(
    "text", ["Congress", "Senate", "Labour Party", "Treasury", "Supreme Court", "Republicans", "AU", "Shell"]
)
def test_a_name_that_others_share_is_weak(organisations: dict[str, Entry], text: str) -> None:
    assert not owners(organisations, text)
    assert owners(organisations, text, strong=False)


@pytest.mark.parametrize("text", ["IS", "I.S.", "SDF", "RSF", "DPR", "IRA"])
def test_a_short_form_that_others_share_is_weak(groups: dict[str, Entry], text: str) -> None:
    assert not owners(groups, text)
    assert owners(groups, text, strong=False)


def test_every_organisation_and_group_can_be_described(
    organisations: dict[str, Entry], groups: dict[str, Entry]
) -> None:
    for entry in (*organisations.values(), *groups.values()):
        assert entry.descriptions, entry.entity.id
