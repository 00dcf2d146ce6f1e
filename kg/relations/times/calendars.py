"""Days, months, seasons, decades and centuries as intervals of days, both ends inclusive."""

import calendar
from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta

Interval = tuple[date, date]
NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(DAYS)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(ONES, 1)}
NUMBERS |= {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "hundred": 100,
}
TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60}
TENS |= {"seventies": 70, "eighties": 80, "nineties": 90}
ORDINALS = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
THIRDS = {"early": 0, "beginning": 0, "start": 0, "opening": 0, "mid": 1, "middle": 1}
THIRDS |= {"late": 2, "later": 2, "end": 2, "close": 2}

DAY_STEPS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
HALVES = {"decade": ("year", 5), "century": ("year", 50), "year": ("month", 6)}


def span_day(year: int, month: int, day: int) -> Interval | None:
    """That day; None where the calendar has none."""
    if (
        not 1 <= year <= MAXYEAR
        or not 1 <= month <= 12
        or not 1 <= day <= calendar.monthrange(year, month)[1]
    ):
        return None
    return date(year, month, day), date(year, month, day)


def span_months(year: int, first: int, last: int) -> Interval:
    """From the first of one month to the end of another, of the next year if that one comes earlier in it."""
    until = year + (last < first)
    return date(year, first, 1), date(until, last, calendar.monthrange(until, last)[1])


def span_years(first: int, last: int) -> Interval:
    """From New Year to the end of December."""
    return date(first, 1, 1), date(last, 12, 31)


def span_third(interval: Interval, part: str) -> Interval:
    """The early, middle or late third, or the half, of a month, year, decade or century; all of it for "".

    Months divide at the 10th and 20th, years into whole months, longer times into whole years.
    """
    if not part:
        return interval
    start, end = interval
    shares, share = (2, int(part.startswith("second"))) if part.endswith("half") else (3, THIRDS[part])
    if (end - start).days < 32:
        cuts = [1, 11, 21, end.day + 1] if shares == 3 else [1, 16, end.day + 1]
        return start.replace(day=cuts[share]), start.replace(day=cuts[share + 1] - 1)
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    step = 12 if months > 24 else 1
    cuts = [-(-months // step * cut // shares) * step for cut in range(shares + 1)]
    return _month_at(start, cuts[share])[0], _month_at(start, cuts[share + 1] - 1)[1]


def _month_at(start: date, months: int) -> Interval:
    count = start.year * 12 + start.month - 1 + months
    return span_months(count // 12, count % 12 + 1, count % 12 + 1)


def span_unit(day: date, unit: str, count: int) -> Interval:
    """The day, week, month, quarter, year, decade or century that is `count` units from the day.

    Raises: OverflowError or ValueError outside the calendar.
    """
    if unit == "day":
        return (day + timedelta(days=count),) * 2
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=count)
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit == "month":
        return _month_at(day, count)
    if unit == "quarter":
        first = _month_at(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3 * count)[0]
        return first, _month_at(first, 2)[1]
    if unit == "year":
        return span_years(day.year + count, day.year + count)
    if unit == "decade":
        first_year = (day.year // 10 + count) * 10
        return span_years(first_year, first_year + 9)
    return span_century((day.year - 1) // 100 + 1 + count)


def span_century(ordinal: int) -> Interval:
    """The nineteenth is 1801 to 1900."""
    return span_years(ordinal * 100 - 99, ordinal * 100)


def shift_days(day: date, unit: str, count: int) -> date:
    """The same day so many units away; the last of the month where it has none."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    month = _month_at(day, months)
    return month[0].replace(day=min(day.day, month[1].day))


def cover(intervals: Iterable[Interval | None]) -> Interval | None:
    """The shortest interval that holds them all; None if one is unknown."""
    found = list(intervals)
    known = [interval for interval in found if interval]
    if not known or len(known) < len(found):
        return None
    return min(start for start, _ in known), max(end for _, end in known)
