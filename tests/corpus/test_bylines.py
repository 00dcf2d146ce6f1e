"""Lines that say whose words follow."""

import pytest

from kg.corpus.bylines import find_byline, find_heading_name


def read(find, line):
    byline = find(line, 0, len(line))
    return (byline.use, line[slice(*byline.name)]) if byline else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dana Trent, director of the Oslo Forum.", "Dana Trent"),
        (
            "Lev al-Garin, senior fellow and chair of the Baltic Program, who wrote on it",
            "Lev al-Garin",
        ),
        ("**Ursula van der Berg**, former ambassador to Turkey", "Ursula van der Berg"),
        ("Gen. John Q. Roe – commander of the mission", "Gen. John Q. Roe"),
        ("Ana Silva (professor at the University of Porto)", "Ana Silva"),
        ("José Ávila, editor in chief of", "José Ávila"),
    ],
)
def test_a_name_with_an_office_introduces(line, name):
    assert read(find_byline, line) == ("introduces", name)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "JANE DOE"),
        ("By Jane Doe, The Oslo Herald", "Jane Doe"),
        ("*By Jane Doe | 3 May 2021*", "Jane Doe"),
    ],
)
def test_by_signs(line, name):
    assert read(find_byline, line) == ("wrote", name)


@pytest.mark.parametrize(
    "line",
    [
        "Dana Trent, director of the Oslo Forum, said that Norway would sign.",
        "Norway, member of the alliance since 1949.",
        "The United Nations, founder of the mission.",
        "By Monday Turkey had left the talks.",
        "Your Excellency, President of the Assembly,",
        "Dana Trent, tired and cold.",
        "By contrast, Turkey gained.",
    ],
)
def test_a_sentence_is_no_byline(line):
    assert read(find_byline, line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Remarks by President Barack Oakes at the Summit", ("spoke", "President Barack Oakes")),
        ("Speech by Secretary of State Jane Doe", ("spoke", "Jane Doe")),
        ("Statement of Ambassador Roe before the Council", ("spoke", "Ambassador Roe")),
        ("A Conversation with Maria Lopez", ("interviewed", "Maria Lopez")),
        ("REMARKS BY PRESIDENT OAKES AND CHANCELLOR BRANDT", None),
        ("A statement by the ministry caused anger.", None),
    ],
)
def test_a_heading_names_who_speaks(line, expected):
    assert read(find_heading_name, line) == expected
