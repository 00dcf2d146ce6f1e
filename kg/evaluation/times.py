"""Times in gold as intervals of days: "2018", "2018-11", "2018-11-08", "2016/" (since), "FIRST/LAST"."""

import calendar
import re

from kg.evaluation.rows import Row, complain, take_text
from kg.evaluation.values import Interval

DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def read_interval(row: Row) -> Interval | None:
    """First and last day, None at an open end; None altogether where `time` is absent. Raises: InputError."""
    text = take_text(row, "time", "")
    if not text:
        return None
    first, slash, last = text.partition("/")
    ends = (first, last if slash else first)
    if not any(ends) or not all(DATE.fullmatch(end) for end in ends if end):
        raise complain(row, f"'time' is {text!r}: write 2018, 2018-11, 2018-11-08 or FIRST/LAST")
    return _first_day(ends[0]), _last_day(ends[1])


def _first_day(date: str) -> str | None:
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10] if date else None


def _last_day(date: str) -> str | None:
    if len(date) != 7:
        return f"{date}-12-31"[:10] if date else None
    year, month = (int(part) for part in date.split("-"))
    return f"{date}-{calendar.monthrange(year, month)[1]}"
