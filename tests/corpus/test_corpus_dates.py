"""Absolute dates in text and fields, and datelines of reports."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.datelines import find_dateline
from kg.corpus.dates import find_dates, parse_date, read_date_line, read_name_date

DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@given(DAYS)
def test_a_day_is_read_from_each_way_to_write_it(day):
    month = MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.isoformat()}T10:00:00Z",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.strftime("%Y%m%d").zfill(8),
    ):
        assert parse_date(text) == day.isoformat(), text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018", "2018"),
        (1947, "1947"),
        ("2018-11", "2018-11"),
        ("November 2018", "2018-11"),
        ("Tue, 27 Nov 2018 10:00:00 GMT", "2018-11-27"),
        ("27/11/2018", "2018-11-27"),
        ("11/27/2018", "2018-11-27"),
        ("3/4/2018", None),
        ("2018-13-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_field(value, expected):
    assert parse_date(value) == expected


def test_the_dates_of_a_sentence_come_in_order_with_their_spans():
    text = "Signed on 3 May 2019, in force since June 2020."
    assert [(iso, text[start:end]) for iso, start, end in find_dates(text)] == [
        ("2019-05-03", "3 May 2019"),
        ("2020-06", "June 2020"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("New York, 26 September 2017", "2017-09-26"),
        ("Tuesday, November 27, 2018 10:30 a.m. EST", "2018-11-27"),
        ("The Treaty of Paris, 10 February 1763", None),
        ("Norway and Turkey met on 3 May 2018", None),
        ("1969", None),
    ],
)
def test_a_line_that_is_a_date(line, expected):
    assert read_date_line(line) == expected


@pytest.mark.parametrize(
    ("paragraph", "dateline", "agency", "day"),
    [
        (
            "MOSCOW, Nov. 27, 2018 (Reuters) - Russia",
            "MOSCOW, Nov. 27, 2018 (Reuters) - ",
            "Reuters",
            "2018-11-27",
        ),
        ("WASHINGTON, Jan 3 (AFP) — The", "WASHINGTON, Jan 3 (AFP) — ", "AFP", None),
        ("KYIV (AP) — Russia", "KYIV (AP) — ", "AP", None),
        ("Moscow, 27 November (TASS) - A", "Moscow, 27 November (TASS) - ", "TASS", None),
        ("UNITED NATIONS, 3 May 2019: The", "UNITED NATIONS, 3 May 2019: ", None, "2019-05-03"),
        ("GENEVA -- Envoys", "GENEVA -- ", None, None),
        ("KIEV – “We", "KIEV – ", None, None),
    ],
)
def test_a_dateline(paragraph, dateline, agency, day):
    found = find_dateline(paragraph)
    assert found is not None
    assert (paragraph[: found.length], found.agency, found.date) == (dateline, agency, day)


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO - the alliance - met",
        "TRENT: We will sign",
        "BRANDT (via interpreter): Yes",
        "Ana Silva (SPD) – the chair",
    ],
)
def test_no_dateline(paragraph):
    assert find_dateline(paragraph) is None


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("1973-11-29-letter-to-the-bureau", "1973-11-29"),
        ("2018-11 report.txt", "2018-11"),
        ("2018-inf-interview.txt", None),
        ("report-2018-11-27.txt", None),
        ("2018-11-277", None),
        (None, None),
    ],
)
def test_a_name_that_begins_with_a_date_tells_it(name: str | None, date: str | None) -> None:
    assert read_name_date(name) == date
