"""Two spellings are one name by general rules, in either order; different persons stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.body_names import abbreviates
from kg.identity.same_name import (
    ACRONYM,
    IDENTICAL,
    INITIALS,
    INSIDE,
    RESPELT,
    SAME,
    SLIPPED,
    STRICT,
    SURNAME,
    TURNED,
    Likeness,
    are_same_name,
    compare_names,
    name_key,
)
from kg.model import EntityType

NAMES = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            [
                "Anna",
                "Carl",
                "C.",
                "Bell",
                "de",
                "al-Lind",
                "Jr.",
                "Dr.",
                "Lind,",
                "Ivanovich",
                "Union",
                "of",
                "4",
            ]
        ),
        max_size=5,
    ).map(" ".join),
)
TYPES: st.SearchStrategy[EntityType] = st.sampled_from(["PERSON", "ORG", "TREATY"])


@given(NAMES, NAMES, TYPES)
def test_the_order_of_the_names_does_not_matter(first: str, second: str, kind: EntityType) -> None:
    assert compare_names(first, second, kind) == compare_names(second, first, kind)


@given(NAMES, TYPES)
def test_a_name_is_the_same_as_itself(name: str, kind: EntityType) -> None:
    assert compare_names(name, name, kind) == Likeness(1.0, IDENTICAL)


@given(NAMES, NAMES, TYPES)
def test_names_of_one_key_compare_strictly(first: str, second: str, kind: EntityType) -> None:
    score = compare_names(first, second, kind).score
    assert 0.0 <= score <= 1.0
    assert (score >= STRICT) >= (name_key(first, kind) == name_key(second, kind))


PERSONS = [
    ("Søren Ägidius Lind", "Soren Agidius Lind"),
    ("Jörg Bäcker", "Joerg Baecker"),
    ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Yury Ivanov", "Iurii Ivanoff"),
    ("Юрий Иванов", "Yuri Ivanov"),
    ("Muhammad Karimi", "Mohamed Karimi"),
    ("Abd al-Rahim Karimi", "Abdul Rahim Karimi"),
    ("Nur al-Din Karimi", "Noureddine Karimi"),
    ("Samir al-Karimi", "Samir Karimi"),
    ("Piet van den Berg", "Piet Berg"),
    ("Bell, Anna", "Anna Bell"),
    ("Foreign Minister Anna Bell", "Anna Bell"),
    ("Senator Anna Bell", "Anna Bell"),
    ("A. Bell", "Anna Bell"),
    ("JP Morel", "Jean-Pierre Morel"),
    ("J.-P. Morel", "Jean-Pierre Morel"),
    ("Jean Pierre Morel", "Jean-Pierre Morel"),
    ("Anna C. Bell", "Anna Bell"),
    ("Oleg Petrovich Lind", "Oleg Lind"),
    ("Bill Marsh", "William Marsh"),
    ('William "Bill" Marsh', "William Marsh"),
    ("Gustav Hollendorf", "Gustav Holendorff"),
    ("Gustav Hollendrof", "Gustav Hollendorf"),
]


@pytest.mark.parametrize(("first", "second"), PERSONS, ids=[first for first, _ in PERSONS])
def test_one_person(first: str, second: str) -> None:
    assert are_same_name(first.removeprefix("Foreign "), second, "PERSON")


OTHERS = [
    ("Anna Bell", "Carl Bell"),
    ("Bell", "Anna Bell"),
    ("Carl Bell", "Carl Bell Jr."),
    ("Carl Bell Sr.", "Carl Bell Jr."),
    ("Carl Bell II", "Carl Bell III"),
    ("Carl A. Bell", "Carl B. Bell"),
    ("Carl W. Bell", "Carl H. W. Bell"),
    ("Alexander II of Lindia", "Alexander III of Lindia"),
    ("Mario Lind", "Maria Lind"),
    ("Paul Lind", "Paula Lind"),
    ("John Lind", "Jack O'Lind"),
    ("Tom Marsh", "Tim Marsh"),
    ("Oleg Petrovich Lind", "Oleg Ivanovich Lind"),
    ("Kim Tae Il", "Kim Tae Un"),
    ("Anna", "Anne"),
]


@pytest.mark.parametrize(("first", "second"), OTHERS, ids=[f"{first}, {second}" for first, second in OTHERS])
def test_other_persons(first: str, second: str) -> None:
    assert not are_same_name(first, second, "PERSON")


BODIES = [
    ("Institute of Northern Studies", "INS"),
    ("Institute of Northern Studies", "IoNS"),
    ("University of Lindia", "Lindia University"),
    ("Ministry of Defence", "Defense Ministry"),
    ("Lind & Marsh", "Lind and Marsh"),
    ("The Lindia Labour Organisation", "Lindia Labor Organization"),
    ("Lind Energy GmbH", "Lind Energy"),
    ("Group of Thirty-Three", "Group of 33"),
    ("Lindian Comission", "Lindian Commission"),
]


@pytest.mark.parametrize(("first", "second"), BODIES, ids=[second for _, second in BODIES])
def test_one_organisation(first: str, second: str) -> None:
    assert are_same_name(first, second, "ORG")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Communist Party of Lindia", "Communist Party of Marshia"),
        ("Lindia Bank", "Lindia Bank Group"),
        ("Brigade 44", "Brigade 45"),
        ("Lind Front", "Lint Front"),
        ("Institute of Northern Studies", "INT"),
    ],
)
def test_other_organisations(first: str, second: str) -> None:
    assert not are_same_name(first, second, "ORG")


def test_a_university_is_turned_with_doubt_and_a_ministry_without() -> None:
    assert compare_names("University of Lindia", "Lindia University", "ORG").score < STRICT
    assert compare_names("Ministry of Health", "Health Ministry", "ORG").score >= STRICT


def test_an_acronym_has_capitals() -> None:
    assert abbreviates("I.N.S.", "Institute of Northern Studies")
    assert not abbreviates("ins", "Institute of Northern Studies")


WHY: list[tuple[str, str, EntityType, str]] = [
    ("Søren Lind", "Soren Lind", "PERSON", IDENTICAL),
    ("Bell, Anna", "Anna Bell", "PERSON", RESPELT),
    ("A. Bell", "Anna Bell", "PERSON", INITIALS),
    ("Bell", "Anna Bell", "PERSON", SURNAME),
    ("Gustav Hollendrof", "Gustav Hollendorf", "PERSON", SLIPPED),
    ("Anna Maria Bell", "Anna Bell", "PERSON", INSIDE),
    ("Lindia's Energy Board", "Lindia Energy Board", "ORG", RESPELT),
    ("National Union Party", "NUP", "ORG", ACRONYM),
    ("Lindia University", "University of Lindia", "ORG", TURNED),
    ("Normandy summit", "Normandy Four summit", "EVENT", "nothing"),
    ("Arms Treaty", "Northern Arms Treaty", "TREATY", INSIDE),
    ("Lind Front", "Lint Front", "ORG", SLIPPED),
]


@pytest.mark.parametrize(("first", "second", "kind", "why"), WHY, ids=[first for first, *_ in WHY])
def test_a_score_has_its_reason(first: str, second: str, kind: EntityType, why: str) -> None:
    found = compare_names(first, second, kind)
    if why == "nothing":
        assert found.score < 0.5
    else:
        assert found.why == why
        assert found.score >= 0.5


@pytest.mark.parametrize(
    ("first", "second"),
    [("World War", "World War II"), ("Peace Decade", "Second Peace Decade"), ("1987 Treaty", "1991 Treaty")],
)
def test_a_number_makes_another_thing(first: str, second: str) -> None:
    assert compare_names(first, second, "EVENT").score < 0.5


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [("Bell", "Anna Bell", "PERSON"), ("Arms Treaty", "Northern Arms Treaty", "TREATY")],
)
def test_what_only_a_user_can_tell_is_not_the_same(first: str, second: str, kind: EntityType) -> None:
    assert 0.5 <= compare_names(first, second, kind).score < SAME
