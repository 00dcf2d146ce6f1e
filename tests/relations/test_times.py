"""Dates become intervals with the words they were read from."""

import pytest

from kg.relations.times import read_time

PUBLISHED = "2018-11-27"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on November 27, 2018", "2018-11-27", "2018-11-27"),
        ("on 3 Sept. 1939", "1939-09-03", "1939-09-03"),
        ("in February 2016", "2016-02-01", "2016-02-29"),
        ("in summer 2017", "2017-06-01", "2017-08-31"),
        ("in the winter of 2013", "2013-12-01", "2014-02-28"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("since 2014", "2014-01-01", ""),
        ("between 1991 and 1999", "1991-01-01", "1999-12-31"),
        ("in 1987", "1987-01-01", "1987-12-31"),
        ("two months ago", "2018-09-01", "2018-09-30"),
        ("three years ago", "2015-01-01", "2015-12-31"),
        ("last May", "2018-05-01", "2018-05-31"),
        ("last December", "2017-12-01", "2017-12-31"),
        ("next year", "2019-01-01", "2019-12-31"),
        ("yesterday", "2018-11-26", "2018-11-26"),
    ],
)
def test_an_expression_gives_its_interval(text: str, start: str, end: str) -> None:
    time = read_time(f"They met {text}.", PUBLISHED)
    assert time is not None
    assert (time.start, time.end, time.text.lower() in text.lower()) == (start, end, True)


@pytest.mark.parametrize("text", ["two months ago", "last May", "yesterday"])
def test_a_relative_date_needs_the_date_of_the_document(text: str) -> None:
    assert read_time(text, None) is None


@pytest.mark.parametrize("text", ["resolution 2231", "the 5000 men", "flight 1900-B"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert read_time(text, PUBLISHED) is None


def test_a_day_that_does_not_exist_gives_its_month() -> None:
    time = read_time("on 30 February 2018", PUBLISHED)
    assert time is not None
    assert (time.start, time.end) == ("2018-02-01", "2018-02-28")
