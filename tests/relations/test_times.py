"""Expressions of time become intervals of days, relative ones from the date of their document."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Tense
from kg.relations.times.anchoring import Ends, anchor_time, date_event, read_date
from kg.relations.times.calendars import Interval
from kg.relations.times.expressions import find_expressions

PUBLISHED = "2018-11-27"  # a Tuesday
EXPRESSIONS = [
    # days
    ("on 12 June 2018", "2018-06-12", "2018-06-12"),
    ("on June 12, 2018", "2018-06-12", "2018-06-12"),
    ("on June 12th", "2018-06-12", "2018-06-12"),
    ("on the 12th of June 2018", "2018-06-12", "2018-06-12"),
    ("on 3 Sept. 1939", "1939-09-03", "1939-09-03"),
    ("on 2018-06-12", "2018-06-12", "2018-06-12"),
    ("on 13/6/2018", "2018-06-13", "2018-06-13"),
    ("on 6/13/2018", "2018-06-13", "2018-06-13"),
    ("on 12.6.2018", "2018-06-12", "2018-06-12"),
    ("on June 12-14, 2018", "2018-06-12", "2018-06-14"),
    ("on 12–14 June 2018", "2018-06-12", "2018-06-14"),
    ("on 9 and 10 August 1941", "1941-08-09", "1941-08-10"),
    ("on Dec 7", "2017-12-07", "2017-12-07"),
    ("on the night of June 4, 1989", "1989-06-04", "1989-06-04"),
    ("on 30 February 2018", "2018-02-01", "2018-02-28"),
    # weekdays and days counted from today
    ("on Monday", "2018-11-26", "2018-11-26"),
    ("on Tuesday", "2018-11-27", "2018-11-27"),
    ("last Tuesday", "2018-11-20", "2018-11-20"),
    ("last Friday", "2018-11-23", "2018-11-23"),
    ("next Tuesday", "2018-12-04", "2018-12-04"),
    ("yesterday", "2018-11-26", "2018-11-26"),
    ("last night", "2018-11-26", "2018-11-26"),
    ("the day before yesterday", "2018-11-25", "2018-11-25"),
    ("this morning", "2018-11-27", "2018-11-27"),
    ("tomorrow", "2018-11-28", "2018-11-28"),
    # months
    ("in February 2016", "2016-02-01", "2016-02-29"),
    ("in May of 2018", "2018-05-01", "2018-05-31"),
    ("in June, 1762", "1762-06-01", "1762-06-30"),
    ("in May", "2018-05-01", "2018-05-31"),
    ("in December", "2017-12-01", "2017-12-31"),
    ("last May", "2018-05-01", "2018-05-31"),
    ("last December", "2017-12-01", "2017-12-31"),
    ("this May", "2018-05-01", "2018-05-31"),
    ("next May", "2019-05-01", "2019-05-31"),
    ("in May last year", "2017-05-01", "2017-05-31"),
    ("in mid-May", "2018-05-11", "2018-05-20"),
    ("in early May 2014", "2014-05-01", "2014-05-10"),
    ("by the end of May 1941", "", "1941-05-31"),
    # weeks, months, years away
    ("two weeks ago", "2018-11-12", "2018-11-18"),
    ("two months ago", "2018-09-01", "2018-09-30"),
    ("more than three years ago", "2015-01-01", "2015-12-31"),
    ("a decade ago", "2003-01-01", "2012-12-31"),
    ("half a century ago", "1968-01-01", "1968-12-31"),
    ("last week", "2018-11-19", "2018-11-25"),
    ("next month", "2018-12-01", "2018-12-31"),
    ("this year", "2018-01-01", "2018-12-31"),
    ("next year", "2019-01-01", "2019-12-31"),
    ("last summer", "2018-06-01", "2018-08-31"),
    ("last decade", "2000-01-01", "2009-12-31"),
    ("over the last two years", "2016-11-27", "2018-11-27"),
    # seasons, quarters, halves
    ("in summer 2017", "2017-06-01", "2017-08-31"),
    ("in the winter of 1941", "1941-12-01", "1942-02-28"),
    ("in the winter of 1941–42", "1941-12-01", "1942-02-28"),
    ("in the late autumn of 1971", "1971-11-01", "1971-11-30"),
    ("in the third quarter of 2018", "2018-07-01", "2018-09-30"),
    ("in Q3 2018", "2018-07-01", "2018-09-30"),
    ("in the first half of 2018", "2018-01-01", "2018-06-30"),
    # years, decades, centuries
    ("in 1987", "1987-01-01", "1987-12-31"),
    ("in early 2018", "2018-01-01", "2018-04-30"),
    ("in mid-1954", "1954-05-01", "1954-08-31"),
    ("late in 1991", "1991-09-01", "1991-12-31"),
    ("in the 1990s", "1990-01-01", "1999-12-31"),
    ("in the early 1990s", "1990-01-01", "1993-12-31"),
    ("in the mid-1990s", "1994-01-01", "1996-12-31"),
    ("in the late 1990s", "1997-01-01", "1999-12-31"),
    ("in the sixties", "1960-01-01", "1969-12-31"),
    ("in the nineteenth century", "1801-01-01", "1900-12-31"),
    ("in the early 20th century", "1901-01-01", "1934-12-31"),
    # ranges and open intervals
    ("in 2014-2018", "2014-01-01", "2018-12-31"),
    ("from 1945 to 1949", "1945-01-01", "1949-12-31"),
    ("between 1950 and 1953", "1950-01-01", "1953-12-31"),
    ("between March and May 2014", "2014-03-01", "2014-05-31"),
    ("from December to March 2014", "2013-12-01", "2014-03-31"),
    ("from 12 June to 3 July 2018", "2018-06-12", "2018-07-03"),
    ("from June 1950 until July 1953", "1950-06-01", "1953-07-31"),
    ("throughout February and March 1917", "1917-02-01", "1917-03-31"),
    ("since 2014", "2014-01-01", ""),
    ("since last May", "2018-05-01", ""),
    ("from 2014 onwards", "2014-01-01", ""),
    ("beginning in July of 1940", "1940-07-01", ""),
    ("until 1991", "", "1991-12-31"),
    ("not until 1933", "1933-01-01", "1933-12-31"),
    ("after 1945", "1946-01-01", ""),
    ("before 1914", "", "1913-12-31"),
    ("by 2020", "", "2020-12-31"),
]
RELATIVE = [
    "two months ago",
    "last May",
    "next May",
    "this year",
    "last summer",
    "in May last year",
    "three years ago",
]


def place(
    text: str, published: str | None = PUBLISHED, tense: Tense = "past", earlier: Interval | None = None
) -> tuple[Ends, str]:
    """The interval of the only expression in the text, and its words."""
    (expression,) = find_expressions(text)
    ends = anchor_time(expression, read_date(published), tense, earlier, is_near=earlier is not None)
    return ends or (None, None), text[expression.start : expression.end]


def spell(ends: Ends) -> tuple[str, str]:
    """The interval as a claim states it."""
    return (ends[0].isoformat() if ends[0] else ""), (ends[1].isoformat() if ends[1] else "")


@pytest.mark.parametrize(("text", "start", "end"), EXPRESSIONS, ids=[text for text, _, _ in EXPRESSIONS])
def test_an_expression_gives_its_interval(text: str, start: str, end: str) -> None:
    ends, words = place(f"They met {text}.")
    assert spell(ends) == (start, end)
    assert words in text


@pytest.mark.parametrize(
    "text",
    ["two months ago", "last May", "yesterday", "in May", "on Monday", "on 12/6/2018", "some years ago"],
)
def test_what_cannot_be_dated_keeps_its_words(text: str) -> None:
    ends, words = place(text, published=None)
    assert (ends, words in text, words != "") == ((None, None), True, True)


@pytest.mark.parametrize(
    "text",
    [
        "resolution 22310", "the 5000 men", "flight 1900-B", "2,018 people", "$2000", "the fall of Saigon",
        "the March on Rome", "we may march", "Theresa May said", "spring to mind", "the second half",
    ],
)  # fmt: skip
def test_what_is_no_time_gives_none(text: str) -> None:
    assert find_expressions(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in May", "2019-05-01", "2019-05-31"),
        ("in December", "2018-12-01", "2018-12-31"),
        ("on Monday", "2018-12-03", "2018-12-03"),
        ("on Tuesday", "2018-12-04", "2018-12-04"),
    ],
)
def test_in_the_future_tense_it_is_the_next(text: str, start: str, end: str) -> None:
    assert spell(place(text, tense="future")[0]) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("a month later", "1980-01-01", "1980-01-31"),
        ("two weeks earlier", "1979-12-10", "1979-12-16"),
        ("that year", "1979-01-01", "1979-12-31"),
        ("the following year", "1980-01-01", "1980-12-31"),
        ("the next day", "1979-12-28", "1979-12-28"),
        ("in March", "1980-03-01", "1980-03-31"),
        ("in June of that year", "1979-06-01", "1979-06-30"),
        ("that spring", "1979-03-01", "1979-05-31"),
    ],
)
def test_what_points_back_counts_from_the_time_named_before(text: str, start: str, end: str) -> None:
    day = date(1979, 12, 27)
    assert spell(place(text, earlier=(day, day))[0]) == (start, end)


def test_a_document_dated_by_its_year_gives_all_that_may_be_meant() -> None:
    assert spell(place("last year", published="2018")[0]) == ("2017-01-01", "2017-12-31")
    assert spell(place("last May", published="2018")[0]) == ("2017-05-01", "2018-05-31")


@pytest.mark.parametrize(
    ("preposition", "stretches", "start", "end"),
    [
        ("during", (), "1914-07-28", "1918-11-11"),
        ("after", (), "1918-11-12", ""),
        ("after", ("outbreak",), "1914-07-28", ""),
        ("since", ("end",), "1918-07-01", ""),
        ("before", (), "", "1914-07-27"),
        ("until", (), "", "1914-07-27"),
    ],
)
def test_an_event_dates_what_happens_around_it(
    preposition: str, stretches: tuple[str, ...], start: str, end: str
) -> None:
    assert spell(date_event("1914-07-28", "1918-11-11", preposition, stretches)) == (start, end)


def test_an_event_that_goes_on_has_no_end() -> None:
    assert spell(date_event("2022-02-24", "", "during", ())) == ("2022-02-24", "")
    assert spell(date_event("2022-02-24", "", "before", ())) == ("", "2022-02-23")


@given(
    st.sampled_from([text for text, _, _ in EXPRESSIONS]),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["past", "present", "future", ""]),
)
def test_no_interval_ends_before_it_starts(text: str, day: date, tense: Tense) -> None:
    (start, end), _ = place(text, day.isoformat(), tense)
    assert start is None or end is None or start <= end


@given(st.sampled_from(RELATIVE), st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(1, 40))
def test_years_later_the_same_words_mean_as_many_years_later(text: str, day: date, years: int) -> None:
    day = day.replace(day=min(day.day, 28))
    first, _ = place(text, day.isoformat())
    later, _ = place(text, day.replace(year=day.year + years).isoformat())
    assert all(
        a and b and (b.year - a.year, b.month) == (years, a.month) for a, b in zip(first, later, strict=True)
    )


@given(
    st.text(alphabet="1980-/.,' abinthMayJuneofslt–", max_size=60),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_any_text_is_read_without_error(text: str, day: date) -> None:
    for expression in find_expressions(text):
        assert 0 <= expression.start < expression.end <= len(text)
        anchor_time(expression, (day, day), "past", (day, day), is_near=False)
